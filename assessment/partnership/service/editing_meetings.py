"""Meetings and who was there: set once for each, inherited by every rating made in it."""

from collections.abc import Collection
from datetime import date

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.partnership.model import Kept, Meeting
from assessment.partnership.rules.days import check_day
from assessment.partnership.service import reading, saving
from assessment.partnership.service.belonging import check_agencies_here


def add_meeting(desk: Desk, assessment_id: str, held_on: date) -> str:
    """Add a meeting on a day; gives its id.

    Raises:
        BadInput: a day that no meeting has. Refused: the assessment is closed.
    """
    check_day(held_on, desk.today(), "a meeting")
    item = Meeting(
        id=desk.new_id(), assessment_id=assessment_id, held_on=held_on, saved_at=desk.now()
    )
    place = {
        "partnership_id": reading.partnership_of(desk, assessment_id),
        "assessment_id": assessment_id,
    }
    saving.add(desk, Kept.MEETING, item, place)
    return item.id


def set_held_on(
    desk: Desk, meeting_id: str, held_on: date | None, *, seen: date | Unchecked = UNCHECKED
) -> None:
    """Say on which day a meeting is held.

    Raises:
        ChangedMeanwhile: another screen chose another day than the one `seen` here.
        BadInput, Refused: as `add_meeting` does.
    """
    if held_on is None:
        raise BadInput("A meeting needs a day. The one before is kept.")
    check_day(held_on, desk.today(), "a meeting")
    what, field = "meeting.date_set", "held_on"
    saving.set_choice(desk, Kept.MEETING, meeting_id, what, field, held_on, seen=seen)


def set_present(
    desk: Desk, meeting_id: str, agencies: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Say which agencies are at this meeting; no other meeting changes.

    `seen` are those that the screen showed: only the difference is written.

    Raises:
        BadInput: an agency of another area. Refused: the assessment is closed.
    """
    what = "meeting.attendance_set"
    with desk.store.writing() as tx:
        row = saving.row_here(tx, Kept.MEETING, meeting_id)
        check_agencies_here(desk, row["partnership_id"], set(agencies) - set(seen or ()))
        saving.set_links(desk, Kept.MEETING, meeting_id, what, "present", agencies, seen)
