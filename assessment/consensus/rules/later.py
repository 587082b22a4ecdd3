"""Voices that come later: they stand beside what was agreed and rewrite nothing."""

from datetime import date, timedelta

from assessment.consensus.model import AgreedRating, DifferentView
from assessment.partnership.model import Meeting


WORKING_DAYS = 10
_SATURDAY = 5


def was_not_there(
    view: DifferentView, agreed: AgreedRating | None, meeting: Meeting | None
) -> bool:
    """Whether a different view came after the decision from an agency that was not at its meeting.

    False where nobody's presence was recorded: then it is not known.
    """
    if agreed is None or agreed.decided_at is None or meeting is None or not meeting.present:
        return False
    return view.recorded_at > agreed.decided_at and view.agency_id not in meeting.present


def working_days_after(day: date, number: int = WORKING_DAYS) -> date:
    """The day so many working days after a day, which does not count itself.

    Saturdays and Sundays are no working days. Bank holidays in England are not known here, so
    that around one the day comes out early, never late.
    """
    found, left = day, number
    while left:
        found += timedelta(days=1)
        left -= found.weekday() < _SATURDAY
    return found
