"""What of the room an agency's device follows: enough to know when to draw again."""

from typing import NamedTuple

from assessment.access.desk import Desk
from assessment.access.errors import UserError
from assessment.consensus import service as consensus
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.views import service as views
from assessment.views.model import Reveal


class SeatState(NamedTuple):
    """What shows on a device besides its own answers; it changes seldom, whatever others save.

    `room_at` is the statement the room is at; `colleagues` say when each answer beside was saved.
    """

    status: Status
    contact: bool
    others: int
    room_at: str | None
    reveal: Reveal | None
    colleagues: tuple[object, ...]


def seat_state(desk: Desk, statement_id: str) -> SeatState | None:
    """How things stand for the device at this desk; None once it reaches nothing any more."""
    assessment_id = desk.actor.assessment_id
    try:
        with desk.store.reading():
            contact = invitations.is_contact(desk)
            beside = views.colleagues_say(desk, statement_id) if contact else ()
            room = consensus.workshop(desk, assessment_id)
            return SeatState(
                status=partnerships.assessment(desk, assessment_id).status,
                contact=contact,
                others=len(invitations.devices_beside(desk)),
                room_at=room.statement_id if room else None,
                reveal=views.reveal_of(desk, assessment_id, statement_id),
                colleagues=tuple((one.id, answer.saved_at) for one, answer in beside),
            )
    except UserError:
        return None
