"""How dates, times, numbers and lists are said, on screen and in files."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo


LONDON = ZoneInfo("Europe/London")

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date) -> str:
    """21 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """November 2026."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def months_from(day: date, number: int) -> list[date]:
    """The first days of so many months, beginning with the day's own."""
    first = day.year * 12 + day.month - 1
    return [date(m // 12, m % 12 + 1, 1) for m in range(first, first + number)]


def local_day(at: datetime) -> date:
    """The calendar day in London at an instant."""
    return at.astimezone(LONDON).date()


def clock(at: datetime) -> str:
    """11:02:14, in London."""
    return at.astimezone(LONDON).strftime("%H:%M:%S")


def moment(at: datetime) -> str:
    """21 November 2026 at 11:02, in London."""
    return f"{long_date(local_day(at))} at {at.astimezone(LONDON):%H:%M}"


def clock_or_day(at: datetime, today: date) -> str:
    """11:02:14 for what happened today, 21 November 2026 at 11:02 for what did not."""
    return clock(at) if local_day(at) == today else moment(at)


def in_sentence(title: str) -> str:
    """A title in the middle of a sentence: its first letter small, unless it begins a name."""
    begins_a_name = title[1:2].isupper() or title[1:2].isdigit()
    return title if begins_a_name else f"{title[:1].lower()}{title[1:]}"


def listed(parts: Sequence[str], joined_by: str = "and") -> str:
    """a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joined_by} {parts[-1]}"


def counted(number: int, thing: str, things: str = "") -> str:
    """1 action, 2 actions, 1,200 actions."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def are(number: int) -> str:
    """The verb that goes with a count."""
    return "is" if number == 1 else "are"
