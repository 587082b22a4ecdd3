"""What its owner says to an action, how it goes, and how it ends."""

from datetime import date

import pytest

from action_plans.actions import service
from action_plans.actions.model import (
    Answer,
    Reported,
)
from action_plans.actions.rules.status import State
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
)
from tests.action_plans.actions.area import Area
from tests.action_plans.actions.raised import raised, typed


def test_another_owner_has_not_been_asked(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.council, said_yes=True)
    service.set_owner(any_area.desk, action_id, any_area.council)
    assert service.action(any_area.desk, action_id).answer is Answer.AGREED
    service.set_owner(any_area.desk, action_id, any_area.prison_team)
    action = service.action(any_area.desk, action_id)
    assert (action.answer, action.answered_by, action.answered_on) == (Answer.PROPOSED, "", None)


def test_an_answer_names_who_gave_it_and_when(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.prison_team)
    service.agree(any_area.desk, action_id, "Head of healthcare", date(2026, 11, 20))
    line = service.plan_of(any_area.desk, any_area.assessment)[0]
    assert line.answer == "Agreed by Head of healthcare on 20 November 2026"
    with pytest.raises(BadInput):
        service.agree(any_area.desk, action_id, "Governor", date(2026, 11, 22))


def test_nobody_can_agree_to_what_nobody_owns(area: Area) -> None:
    with pytest.raises(BadInput):
        service.agree(area.desk, raised(area))


def test_declining_needs_a_reason(area: Area) -> None:
    action_id = raised(area, owner_agency_id=area.prison_team)
    with pytest.raises(BadInput):
        service.decline(area.desk, action_id)
    service.decline(area.desk, action_id, "No staff before April")
    line = service.plan_of(area.desk, area.assessment)[0]
    assert line.answer == "Declined: No staff before April"


def test_finished_counts_as_complete_once_what_shows_it_is_written(any_area: Area) -> None:
    action_id = raised(any_area)

    def state() -> State:
        return service.plan_of(any_area.desk, any_area.assessment)[0].status.state

    service.add_note(any_area.desk, action_id, "All signed", report=Reported.DONE)
    assert state() is State.DONE_UNSEEN
    service.edit_text(any_area.desk, action_id, "shown_by", typed("Signed protocol, 3 December"))
    assert state() is State.COMPLETE
    service.reopen(any_area.desk, action_id)
    assert state() is State.ON_TRACK


def test_stopping_needs_a_reason_and_an_approval_and_can_be_undone(any_area: Area) -> None:
    action_id = raised(any_area)
    with pytest.raises(BadInput):
        service.stop(any_area.desk, action_id, "No money")
    service.stop(any_area.desk, action_id, "No money", "Chair of the board")
    line = service.plan_of(any_area.desk, any_area.assessment)[0]
    assert line.status.state is State.STOPPED
    assert "Chair of the board" in line.status.reason
    service.reopen(any_area.desk, action_id)
    assert service.action(any_area.desk, action_id).stopped_reason == "No money"


def test_notes_are_added_to_and_the_draft_is_used_up(any_area: Area) -> None:
    action_id = raised(any_area)
    service.edit_text(any_area.desk, action_id, "note_draft", typed("Rota drafted"))
    service.add_note(any_area.desk, action_id, said_by="Head of healthcare")
    service.add_note(any_area.desk, action_id, "Rota agreed", report=Reported.ON_TRACK)
    action = service.action(any_area.desk, action_id)
    assert [note.text for note in action.notes] == ["Rota drafted", "Rota agreed"]
    assert action.notes[0].said_by == "Head of healthcare"
    assert action.note_draft == ""
    with pytest.raises(BadInput):
        service.add_note(any_area.desk, action_id)


def test_an_answer_is_not_overwritten_by_a_screen_that_had_not_seen_it(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area, owner_agency_id=any_area.council)
    service.decline(desk, action_id, "No money this year", seen=Answer.PROPOSED)
    with pytest.raises(ChangedMeanwhile):
        service.agree(desk, action_id, seen=Answer.PROPOSED)
    with pytest.raises(ChangedMeanwhile):
        service.ask_again(desk, action_id, seen=Answer.AGREED)
    assert service.action(desk, action_id).answer is Answer.DECLINED
    service.agree(desk, action_id, by="Head of service", seen=Answer.DECLINED)
    service.agree(desk, action_id, by="Somebody else", seen=Answer.PROPOSED)
    action = service.action(desk, action_id)
    assert (action.answer, action.answered_by) == (Answer.AGREED, "Head of service")


def test_nor_is_an_ending(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    open_still = service.ending_of(service.action(desk, action_id))
    service.stop(desk, action_id, "The prison closes", "Chair", seen=open_still)
    with pytest.raises(ChangedMeanwhile):
        service.complete(desk, action_id, seen=open_still)
    stopped = service.ending_of(service.action(desk, action_id))
    service.reopen(desk, action_id, seen=stopped)
    service.reopen(desk, action_id, seen=stopped)
    with pytest.raises(ChangedMeanwhile):
        service.stop(desk, action_id, seen=stopped)
    assert service.ending_of(service.action(desk, action_id)) == (None, None)
