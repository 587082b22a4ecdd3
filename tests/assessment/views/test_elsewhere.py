"""What an agency gave another way or on another device: a joined device is told of it, not what.

The lead holds the codes, so that anything a joined device shows, the lead could look at.
"""

from collections.abc import Callable

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from assessment.invitations import service as invitations
from assessment.views import service
from assessment.views.model import Answer, Given, Way
from tests.assessment.invitations.joined import Room, room


STATEMENT, REASON = "P08", "Not on Fridays"


def by_pack(here: Room) -> None:
    given = Given(statement_id=STATEMENT, agency_id=here.prison, said=1, reason=REASON, people=8)
    service.give_many(here.lead, here.assessment_id, [given], way=Way.PACK)


def on_another_device(here: Room) -> None:
    first = here.joined(here.prison)
    service.give(first, *mine(here), 1, way=Way.JOINED)
    service.edit_reason(first, *mine(here), Typed.over("", REASON))
    invitations.end_device(here.lead, here.assessment_id, first.actor.device_id)


def called_out(here: Room) -> None:
    service.give(here.lead, *mine(here), 1, way=Way.CALLED_OUT)


def mine(here: Room) -> tuple[str, str, str]:
    """The statement as the prison answers it."""
    return here.assessment_id, STATEMENT, here.prison


@pytest.fixture(params=[by_pack, on_another_device, called_out])
def here(request: pytest.FixtureRequest, desk: Desk) -> Room:
    """A room in which the prison has answered before the device of each test joins."""
    given: Callable[[Room], None] = request.param
    found = room(desk)
    given(found)
    return found


def test_the_form_says_that_it_is_answered_and_holds_nothing_of_it(here: Room) -> None:
    device = here.joined(here.prison)
    form = service.own_form_of(device, *mine(here))
    assert form.elsewhere
    assert (form.first, form.later) == (None, None)
    assert service.own_views(device, here.assessment_id, here.prison) == ()
    assert service.answered_here(device, here.assessment_id, here.prison) == {STATEMENT}


def test_it_is_still_not_told_once_first_views_stand(here: Room) -> None:
    service.show_spread(here.lead, here.assessment_id, STATEMENT)
    form = service.own_form_of(here.joined(here.prison), *mine(here))
    assert form.first is None
    assert not form.elsewhere  # what a change would change is the later view, and there is none


@pytest.mark.parametrize("said", [0, 1, 3, Answer.DONT_KNOW])
def test_no_answer_on_the_device_tells_by_its_refusal_what_stands(here: Room, said: int) -> None:
    device = here.joined(here.prison)
    with pytest.raises(Refused, match="answered this one already"):
        service.give(device, *mine(here), said, way=Way.JOINED)


def test_neither_its_words_nor_its_end_are_in_reach_of_the_device(here: Room) -> None:
    device = here.joined(here.prison)
    with pytest.raises(Refused, match="answered this one already"):
        service.edit_reason(device, *mine(here), Typed.over("", "Ours"))
    with pytest.raises(Refused, match="answered this one already"):
        service.set_people(device, *mine(here), 3)
    with pytest.raises(Refused, match="answered this one already"):
        service.take_back(device, *mine(here))


def test_another_answer_takes_its_place_and_none_of_its_words_stay(here: Room) -> None:
    device = here.joined(here.prison)
    service.give(device, *mine(here), 1, way=Way.JOINED, replace=True)
    first, _later = service.own_view(device, *mine(here))
    assert first is not None
    assert (first.said, first.way, first.keyed_by) == (1, Way.JOINED, "")
    assert (first.reason, first.people, first.prisons) == ("", None, ())


def test_a_colleague_s_answer_is_used_in_its_place_only_deliberately(here: Room) -> None:
    contact, colleague = here.joined(here.prison), here.joined(here.prison)
    service.answer_beside(colleague, STATEMENT, 2)
    service.edit_reason_beside(colleague, STATEMENT, Typed.over("", "We counted"))
    [(_device, answer)] = service.colleagues_say(contact, STATEMENT)
    with pytest.raises(Refused, match="answered this one already"):
        service.use_answer(contact, STATEMENT, answer.id)
    service.use_answer(contact, STATEMENT, answer.id, replace=True)
    first, _later = service.own_view(contact, *mine(here))
    assert first is not None
    assert (first.said, first.reason) == (2, "We counted")
