"""What makes the screens of a room be drawn again, and what does not."""

import pytest

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.views import service as views
from assessment.views.model import Way
from domains.walk.service.seat import seat_marks
from tests.assessment.invitations.joined import Room, room


STATEMENT = "P08"


@pytest.fixture
def here(any_desk: Desk) -> Room:
    found = room(any_desk, names_shown=True)
    partnerships.set_scope_kind(any_desk, found.assessment_id, ScopeKind.ALL)
    return found


@pytest.fixture
def seats(here: Room) -> tuple[str, str]:
    """A seat of the prison and one of probation."""
    code = here.code
    return tuple(  # type: ignore[return-value]  # two of them
        invitations.join(here.door, code(agency), "10.0.0.9")
        for agency in (here.prison, here.probation)
    )


def at(here: Room, seat: str) -> Desk:
    return invitations.partner_desk(here.door, seat)


def test_everyone_follows_the_room_and_each_step_of_a_reveal(
    here: Room, seats: tuple[str, str]
) -> None:
    lead, one = here.lead, here.assessment_id
    before = [seat_marks(here.door, seats)]
    for step in (consensus.go_to, views.show_spread, views.show_names):
        step(lead, one, STATEMENT)
        before.append(seat_marks(here.door, seats))
    here.agree()
    before.append(seat_marks(here.door, seats))
    for seat in seats:
        assert len({marks[seat] for marks in before}) == 5


def test_what_others_answer_moves_nothing(here: Room, seats: tuple[str, str]) -> None:
    before = seat_marks(here.door, seats)
    device = at(here, seats[0])
    views.give(device, here.assessment_id, STATEMENT, here.prison, 2, way=Way.JOINED)
    assert seat_marks(here.door, seats) == before


def test_a_colleague_moves_its_own_agency_alone(here: Room, seats: tuple[str, str]) -> None:
    prison, probation = seats
    before = seat_marks(here.door, seats)
    colleague = invitations.join(here.door, here.code(here.prison), "10.0.0.9")
    joined = seat_marks(here.door, seats)
    views.answer_beside(at(here, colleague), STATEMENT, 1)
    answered = seat_marks(here.door, seats)
    assert len({marks[prison] for marks in (before, joined, answered)}) == 3
    assert {marks[probation] for marks in (before, joined, answered)} == {before[probation]}


def test_a_seat_that_was_ended_has_none(here: Room, seats: tuple[str, str]) -> None:
    device = at(here, seats[0]).actor.device_id
    invitations.end_device(here.lead, here.assessment_id, device)
    assert set(seat_marks(here.door, [*seats, "guess", ""])) == {seats[1]}
