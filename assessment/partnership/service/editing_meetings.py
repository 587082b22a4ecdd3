"""Meetings and who was there: set once for each, inherited by every rating made in it."""

from collections.abc import Sequence
from datetime import date

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.partnership import store
from assessment.partnership.model import Kept, Meeting
from assessment.partnership.service import reading, saving


def add_meeting(desk: Desk, assessment_id: str, held_on: date) -> str:
    """Add a meeting on a day; gives its id."""
    item = Meeting(
        id=desk.new_id(), assessment_id=assessment_id, held_on=held_on, saved_at=desk.now()
    )
    place = {
        "partnership_id": reading.partnership_of(desk, assessment_id),
        "assessment_id": assessment_id,
    }
    saving.add(desk, Kept.MEETING, item, place)
    return item.id


def set_held_on(desk: Desk, meeting_id: str, held_on: date | None) -> None:
    """Say on which day a meeting is held. Raises BadInput without one."""
    if held_on is None:
        raise BadInput("A meeting needs a day. The one before is kept.")
    saving.set_values(desk, Kept.MEETING, meeting_id, "meeting.date_set", held_on=held_on)


def set_present(desk: Desk, meeting_id: str, agencies: Sequence[str]) -> None:
    """Say which agencies are at this meeting; no other meeting changes."""
    what = "meeting.attendance_set"
    saving.set_links(desk, Kept.MEETING, meeting_id, what, store.link_present, agencies)
