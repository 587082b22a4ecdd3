"""An action is raised with what, who and by when, under a number of its own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from action_plans.actions import service
from action_plans.actions.model import (
    Answer,
    Kind,
)
from assessment.access.desk import Desk, random_id
from assessment.access.errors import (
    BadInput,
    LikelyIdentifier,
)
from tests.action_plans.actions.area import Area
from tests.action_plans.actions.raised import DUE, WHAT, raised


def test_what_who_and_by_when_are_all_that_an_action_needs(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.council, due_on=DUE)
    action = service.action(any_area.desk, action_id)
    assert (action.number, action.what, action.statements) == (1, WHAT, ("P08",))
    assert (action.original_due_on, action.due_on, action.kind) == (DUE, DUE, Kind.IMPROVE)
    assert action.answer is Answer.PROPOSED
    assert service.actions_of(any_area.desk, any_area.partnership) == (action,)


def test_an_owner_in_the_room_can_say_yes_there(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.council, said_yes=True)
    action = service.action(any_area.desk, action_id)
    assert action.answer is Answer.AGREED
    assert (action.answered_by, action.answered_on) == ("Aldermoor Council", date(2026, 11, 21))


def test_an_agency_that_was_not_there_starts_as_proposed_whatever_is_said(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.prison_team, said_yes=True)
    assert service.action(any_area.desk, action_id).answer is Answer.PROPOSED


def test_an_action_without_words_is_not_raised(area: Area) -> None:
    with pytest.raises(BadInput):
        service.raise_action(area.desk, area.assessment, ["P08"], "  ")
    assert service.actions_of(area.desk, area.partnership) == ()


def test_what_looks_like_an_identifier_is_written_nowhere(area: Area) -> None:
    with pytest.raises(LikelyIdentifier):
        service.raise_action(area.desk, area.assessment, ["P08"], "Ring about A1234BC")
    assert service.actions_of(area.desk, area.partnership) == ()


def test_numbers_are_never_given_twice(any_area: Area) -> None:
    first = raised(any_area)
    service.put_away(any_area.desk, first)
    second = raised(any_area)
    assert service.action(any_area.desk, second).number == 2
    service.put_back(any_area.desk, first)
    numbers = [a.number for a in service.actions_of(any_area.desk, any_area.partnership)]
    assert numbers == [1, 2]


def test_actions_raised_at_the_same_time_get_different_numbers(any_area: Area) -> None:
    clock = any_area.desk.now()
    desk = Desk(store=any_area.desk.store, now=lambda: clock, new_id=random_id)

    def one(number: int) -> str:
        return service.raise_action(desk, any_area.assessment, ["P08"], f"Action {number}")

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(one, range(16)))
    numbers = [a.number for a in service.actions_of(desk, any_area.partnership)]
    assert len(set(made)) == 16
    assert numbers == list(range(1, 17))
