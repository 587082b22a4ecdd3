"""What of the room an agency's device follows: enough to know when to draw again."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from hashlib import blake2s
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


def seat_marks(desk: Desk, seats: Collection[str]) -> Mapping[str, str]:
    """A mark for each seat in use, another one once something that its device follows has moved.

    It takes six queries for all seats of an assessment together, whatever their number. A mark
    tells nothing but that it is another: it is a hash, and goes to the seat's own device.
    """
    with desk.store.reading():
        devices = invitations.seats_in_use(desk, seats)
        here = {one.assessment_id for one in devices.values()}
        rooms = {each: _mark(_room(desk, each)) for each in here}
        beside = {each: _beside(desk, each) for each in here}
    return {
        seat: _mark(rooms[one.assessment_id], beside[one.assessment_id][one.agency_id])
        for seat, one in devices.items()
    }


def _room(desk: Desk, assessment_id: str) -> object:
    """What every device of an assessment follows."""
    one = partnerships.assessment(desk, assessment_id)
    room = consensus.workshop(desk, assessment_id)
    reveals = views.reveals_of(desk, assessment_id)
    steps = [(each, reveals[each].saved_at) for each in sorted(reveals)]
    return one.status, one.archived_at, room.statement_id if room else None, steps


def _beside(desk: Desk, assessment_id: str) -> Mapping[str, list[object]]:
    """What an agency's devices follow of each other, by agency."""
    answers = views.answers_come(desk, assessment_id)
    found = defaultdict[str, list[object]](list)
    for one in invitations.devices_in_use(desk, assessment_id):
        found[one.agency_id].append((one.id, one.contact, answers.get(one.id)))
    return found


def _mark(*facts: object) -> str:
    return blake2s(repr(facts).encode(), digest_size=12).hexdigest()
