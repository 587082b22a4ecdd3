"""Dates of an action: the first stays, moves say why, and screens that fell behind are told."""

from datetime import date, timedelta

import pytest

from action_plans.actions import service
from action_plans.actions.model import (
    Dates,
    MoveReason,
    Reported,
)
from action_plans.actions.rules.status import State
from assessment.access.desk import Desk
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
)
from tests.action_plans.actions.area import Area
from tests.action_plans.actions.raised import DUE, raised


def test_the_first_due_date_is_kept_when_the_date_moves(any_area: Area) -> None:
    action_id, later = raised(any_area), date(2027, 6, 1)
    service.set_dates(any_area.desk, action_id, Dates(due_on=DUE))
    service.set_dates(any_area.desk, action_id, Dates(due_on=later), why=MoveReason.STAFFING)
    action = service.action(any_area.desk, action_id)
    assert (action.original_due_on, action.due_on, action.held_to) == (DUE, later, DUE)


def test_a_date_goes_back_or_away_only_with_its_reason_and_forward_without(area: Area) -> None:
    desk, action_id = area.desk, raised(area, due_on=DUE)
    for worse in (DUE + timedelta(days=1), None):
        with pytest.raises(BadInput, match="needs its reason"):
            service.set_dates(desk, action_id, Dates(due_on=worse))
    before = service.action(desk, action_id)
    assert (before.due_on, before.moves) == (DUE, ())
    sooner = DUE - timedelta(days=9)
    service.set_dates(desk, action_id, Dates(due_on=sooner))
    assert service.action(desk, action_id).due_on == sooner
    service.set_dates(desk, action_id, Dates(), why=MoveReason.POPULATION)
    [move] = service.action(desk, action_id).moves
    assert (move.from_on, move.to_on, move.reason) == (DUE, None, MoveReason.POPULATION)
    with pytest.raises(BadInput, match="Choose another one"):
        service.explain_move(desk, move.id, None)


def test_a_late_action_stays_late_when_its_date_is_moved_until_it_is_reported_on_track(
    any_area: Area,
) -> None:
    desk, today = any_area.desk, any_area.desk.today()
    action_id = raised(any_area, due_on=today - timedelta(days=5))
    later = Dates(due_on=today + timedelta(days=100))
    service.set_dates(desk, action_id, later, why=MoveReason.STAFFING)
    assert service.plan_of(desk, any_area.assessment)[0].status.state is State.AT_RISK
    service.add_note(desk, action_id, report=Reported.ON_TRACK)
    assert service.plan_of(desk, any_area.assessment)[0].status.state is State.ON_TRACK


def test_dates_in_the_wrong_order_are_refused_and_nothing_changes(any_area: Area) -> None:
    action_id = raised(any_area, due_on=DUE)
    wrong = Dates(start_on=DUE + timedelta(days=1), due_on=DUE)
    with pytest.raises(BadInput, match="30 January 2027"):
        service.set_dates(any_area.desk, action_id, wrong)
    assert service.action(any_area.desk, action_id).start_on is None


def test_dates_and_owners_set_on_a_screen_that_fell_behind_are_refused(any_area: Area) -> None:
    action_id, shown = raised(any_area, due_on=DUE), Dates(due_on=DUE)
    service.set_dates(any_area.desk, action_id, Dates(due_on=date(2027, 1, 2)), seen=shown)
    with pytest.raises(ChangedMeanwhile):
        service.set_dates(any_area.desk, action_id, Dates(due_on=date(2027, 1, 1)), seen=shown)
    service.set_owner(any_area.desk, action_id, any_area.council)
    with pytest.raises(ChangedMeanwhile):
        service.set_owner(any_area.desk, action_id, None, seen=any_area.prison_team)
    assert service.action(any_area.desk, action_id).due_on == date(2027, 1, 2)


def test_a_mistyped_first_date_can_be_corrected_on_its_day_only(desk: Desk, area: Area) -> None:
    action_id = raised(area, due_on=date(2062, 1, 30))
    service.set_dates(desk, action_id, Dates(due_on=DUE))
    service.correct_first_due(desk, action_id)
    action = service.action(desk, action_id)
    assert (action.original_due_on, action.moved_at) == (DUE, None)
    service.correct_first_due(desk, action_id, date(2027, 3, 1))
    action = service.action(desk, action_id)
    assert (action.original_due_on, action.due_on, action.moves) == (
        action.due_on,
        date(2027, 3, 1),
        (),
    )
    service.set_dates(desk, action_id, Dates(due_on=DUE))
    desk.now.forward(days=1)  # type: ignore[attr-defined]
    for to in (None, date(2027, 4, 1)):
        with pytest.raises(BadInput):
            service.correct_first_due(desk, action_id, to)
