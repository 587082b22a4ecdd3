"""Days that a meeting or a plan can have; anything else is a slip of the hand."""

from datetime import date

from assessment.access.errors import BadInput
from assessment.access.wording import long_date


EARLIEST = date(2000, 1, 1)
YEARS_AHEAD = 5


def latest(today: date) -> date:
    """The last day that anything here can be set for: the end of the year, five years on."""
    return date(today.year + YEARS_AHEAD, 12, 31)


def check_day(day: date, today: date, thing: str) -> None:
    """Raises BadInput for a day before 2000 or more than about five years ahead."""
    if not EARLIEST <= day <= latest(today):
        raise BadInput(
            f"Not saved: {thing} can be from {long_date(EARLIEST)} to {long_date(latest(today))}."
        )


def check_ahead(day: date | None, today: date, thing: str) -> None:
    """Raises BadInput for a day that is over or too far ahead; no day passes."""
    if day and day < today:
        raise BadInput(f"Not saved: {long_date(day)} is over, and {thing} is still to come.")
    if day:
        check_day(day, today, thing)


def check_order(next_review: date | None, assess_again: date | None) -> None:
    """Raises BadInput where the partnership would assess itself again before it reviews."""
    if next_review and assess_again and assess_again < next_review:
        raise BadInput(
            f"Not saved: assessing again on {long_date(assess_again)} would come before the next "
            f"review on {long_date(next_review)}. Change one of the two."
        )
