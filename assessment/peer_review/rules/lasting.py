"""Whether invitation links last until the area's replies can be answered, and a day that does."""

from collections.abc import Sequence
from datetime import date

from assessment.access.frozen import Frozen
from assessment.access.wording import counted, long_date
from assessment.consensus.rules.later import working_days_after
from assessment.peer_review.model import Challenge, ReviewRound
from assessment.peer_review.rules.stage import FACT_DAYS


ANSWER_DAYS = 5  # working days in which a peer reviewer answers; the toolkit's own


class OpenLonger(Frozen):
    """That links shut too early, in words, and the last day that is offered instead."""

    words: str
    day: date


def covering(one: ReviewRound, today: date) -> date:
    """The day that leaves time to check the facts, to reply, and to answer."""
    due = one.facts_due_on or working_days_after(one.expires_on, FACT_DAYS)
    return working_days_after(max(due, today), ANSWER_DAYS)


def shuts_too_early(
    one: ReviewRound, waiting: Sequence[Challenge], today: date
) -> OpenLonger | None:
    """`waiting` are the challenges, of peer reviewers with a link, that may still be answered.

    None where the links last: past the facts and the days to answer, or while ratings are out.
    """
    day = covering(one, today)
    if not waiting or one.closed_at or one.expires_on >= day:
        return None
    replied = sum(each.confirmed_at is not None for each in waiting)
    if one.expires_on >= today:
        due = (
            f", and facts are checked by {long_date(one.facts_due_on)}" if one.facts_due_on else ""
        )
        words = (
            f"Invitation links shut at the end of {long_date(one.expires_on)}{due}. A reply that "
            "comes later could not be answered by them."
        )
    else:
        said = counted(replied, "confirmed reply", "confirmed replies")
        missed = f"{said} cannot be answered by it" if replied else "No reply can be answered by it"
        words = f"Their invitation link shut at the end of {long_date(one.expires_on)}. {missed}."
    return OpenLonger(words=words, day=day)
