"""What is read of the plan: worst first, over assessments, and plainly where it is not there."""

from datetime import date, timedelta

import pytest

from action_plans.actions import service
from action_plans.actions.model import (
    Effort,
    Outcome,
)
from assessment.access.errors import (
    NotFound,
)
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.action_plans.actions.raised import WHAT, raised


def test_what_came_of_a_statements_actions_is_read_as_in_the_actions_themselves(
    any_area: Area,
) -> None:
    desk, here = any_area.desk, any_area.assessment
    first, second, third, _open = [raised(any_area) for _ in range(4)]
    service.raise_action(desk, here, ["G01"], WHAT)
    service.decline(desk, first, "No money")
    service.put_away(desk, second)
    service.complete(desk, third, date(2026, 11, 20), "Register")
    whole = service.actions_for_statement(desk, here, "P08")
    parts = [one.model_dump(include=set(Outcome.model_fields)) for one in whole]
    assert len(parts) == 3
    found = service.outcomes_for_statement(desk, here, "P08")
    assert [one.model_dump() for one in found] == parts


def test_the_plan_stands_worst_first_and_its_sentence_says_what_matters(any_area: Area) -> None:
    desk, today = any_area.desk, any_area.desk.today()
    any_area.rate(P08=1, G01=2)
    calm = service.raise_action(desk, any_area.assessment, ["G01"], "Name a deputy")
    urgent = raised(any_area, owner_agency_id=any_area.council, said_yes=True)
    prison = any_area.prison_team
    late = raised(any_area, owner_agency_id=prison, due_on=today - timedelta(days=60))
    service.set_effort(desk, calm, Effort.SMALL)
    lines = service.plan_of(desk, any_area.assessment)
    assert [line.action.id for line in lines] == [late, urgent, calm]
    assert [line.quick_win for line in lines] == [False, False, True]
    assert service.plan_summary(desk, any_area.assessment).sentence() == (
        "3 actions. 1 is off track. 1 is past its date. 1 owner has not been asked yet. "
        "1 action has no owner yet."
    )
    for action_id in (late, raised(any_area, owner_agency_id=prison)):
        service.decline(desk, action_id, "No staff before April")
    said = service.plan_summary(desk, any_area.assessment).sentence()
    assert "2 were declined, by HMP Stonebrook." in said


def test_actions_outlive_their_assessment(any_area: Area) -> None:
    desk = any_area.desk
    action_id = raised(any_area)
    bank_id = partnerships.assessment(desk, any_area.assessment).bank_id
    later = partnerships.start_assessment(desk, any_area.partnership, bank_id, date(2027, 11, 1))
    assert [line.action.id for line in service.plan_of(desk, later)] == [action_id]
    assert service.actions_of(desk, any_area.partnership, later) == ()


def test_what_is_not_there_is_said_plainly(area: Area) -> None:
    with pytest.raises(NotFound):
        service.action(area.desk, "nowhere")
    with pytest.raises(NotFound):
        service.put_away(area.desk, "nowhere")
