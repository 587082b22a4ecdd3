"""Every act that writes, for the lead alone and within their own area."""

from datetime import date, timedelta

import pytest

from action_plans.actions import service
from action_plans.actions.model import (
    Dates,
    Effort,
    Impact,
    Kind,
    Level,
    MoveReason,
    Reported,
    YesNo,
)
from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import (
    BadInput,
    Refused,
)
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.action_plans.actions.raised import DUE, WHAT, agreed, raised, typed
from tests.desk import VIEWER, begin_area, seen_by


def moved(area: Area, action_id: str) -> str:
    return service.action(area.desk, action_id).moves[-1].id


def worded(desk: Desk, action_id: str) -> None:
    with drafting(desk, typed("Signed")) as draft:
        service.word_in_review(desk, draft, action_id, "1")


# Every act that writes, with what it needs: none is open to someone who may only look.
ACTS = {
    "raise_action": lambda d, a, x: service.raise_action(d, a.assessment, ["P08"], "Ring"),
    "write_reason_for_no_action": lambda d, a, x: service.write_reason_for_no_action(
        d, a.assessment, "P08", typed("Waits")
    ),
    "edit_text": lambda d, a, x: service.edit_text(d, x, "why", typed("Because")),
    "set_owner": lambda d, a, x: service.set_owner(d, x, a.prison_team),
    "set_dates": lambda d, a, x: service.set_dates(
        d, x, Dates(due_on=date(2027, 9, 1)), why=MoveReason.OTHER
    ),
    "correct_first_due": lambda d, a, x: service.correct_first_due(d, x),
    "set_kind": lambda d, a, x: service.set_kind(d, x, Kind.INVESTIGATE),
    "set_effort": lambda d, a, x: service.set_effort(d, x, Effort.LARGE),
    "set_source": lambda d, a, x: service.set_source(d, x, "audit"),
    "set_priority": lambda d, a, x: service.set_priority(d, x, Level.LOW),
    "link_statements": lambda d, a, x: service.link_statements(d, x, ["G01"]),
    "link_prisons": lambda d, a, x: service.link_prisons(d, x, [a.fenwick]),
    "link_supporters": lambda d, a, x: service.link_supporters(d, x, [a.council]),
    "agree": lambda d, a, x: service.agree(d, x, "Chair"),
    "decline": lambda d, a, x: service.decline(d, x, "No staff"),
    "agree_assessment": lambda d, a, x: agreed(d, a),
    "ask_again": lambda d, a, x: service.ask_again(d, x),
    "add_note": lambda d, a, x: service.add_note(d, x, "Under way"),
    "complete": lambda d, a, x: service.complete(d, x),
    "stop": lambda d, a, x: service.stop(d, x, "No money", "Chair"),
    "reopen": lambda d, a, x: service.reopen(d, x),
    "put_away": lambda d, a, x: service.put_away(d, x),
    "put_back": lambda d, a, x: service.put_back(d, x),
    "explain_move": lambda d, a, x: service.explain_move(d, moved(a, x), MoveReason.OTHER),
    "edit_move_words": lambda d, a, x: service.edit_move_words(d, moved(a, x), typed("Staff")),
    "set_impact_due": lambda d, a, x: service.set_impact_due(d, x, date(2027, 9, 1)),
    "say_impact": lambda d, a, x: (service.complete(d, x), service.say_impact(d, x, Impact.NONE)),
    "report_in_review": lambda d, a, x: service.report_in_review(d, x, "1", Reported.ON_TRACK),
    "word_in_review": lambda d, a, x: worded(d, x),
    "record_review": lambda d, a, x: service.record_review(d, a.partnership),
    "set_resources_available": lambda d, a, x: service.set_resources_available(d, x, YesNo.NO),
    "set_budget_agreed": lambda d, a, x: service.set_budget_agreed(d, x, YesNo.YES),
    "set_cost": lambda d, a, x: service.set_cost(d, x, 1_200),
    "set_funder_agency": lambda d, a, x: service.set_funder_agency(d, x, a.council),
    "set_waiting_agency": lambda d, a, x: service.set_waiting_agency(d, x, a.prison_team),
    "join": lambda d, a, x: service.join(d, x, raised(a)),
    "part": lambda d, a, x: service.part(d, x, raised(a), {}, {}),
}


@pytest.mark.parametrize("name", ACTS)
def test_only_the_lead_can_change_the_plan(area: Area, name: str) -> None:
    action_id = raised(area, owner_agency_id=area.council, due_on=DUE)
    service.edit_text(area.desk, action_id, "priority_reason", typed("The board waits"))
    service.set_dates(
        area.desk, action_id, Dates(due_on=DUE + timedelta(days=1)), why=MoveReason.STAFFING
    )
    before = service.action(area.desk, action_id)
    with pytest.raises(Refused):
        ACTS[name](seen_by(area.desk, VIEWER), area, action_id)
    assert service.action(area.desk, action_id) == before
    ACTS[name](area.desk, area, action_id)


def test_every_act_that_writes_stands_in_the_table_above() -> None:
    reads = {
        "ActionLine",
        "PlanLine",
        "PlanSummary",
        "action_lines",
        "exists",
        "first_due_can_be_corrected",
        "was_present",
    }
    reads |= {name for name in service.__all__ if name.startswith(("action", "agency", "archived"))}
    reads |= {"footing_of", "plan_line", "plan_lines", "plan_of", "plan_summary", "summary_of"}
    reads |= {"reason_for_no_action", "reasons_for_no_action", "resting", "unanswered_zeros"}
    reads |= {"impact_of", "note", "outcomes_for_statement", "source_told"}
    reads |= {"ending_of", "zeros_without", "act_of_joining", "funder_of", "plan_rows"}
    reads |= {"raise_from_challenge"}  # it writes, and is held in test_challenged
    reads |= {"check_answered", "unanswered_of", "zeros_without_action"}
    assert set(service.__all__) - reads == set(ACTS)


def test_nothing_of_another_area_is_taken(any_area: Area) -> None:
    desk = any_area.desk
    other = begin_area(desk, "Brackwater")
    agency = partnerships.add_agency(desk, other.partnership_id, "Their council", ["LAC"])
    prison = partnerships.add_prison(desk, other.partnership_id, "HMP Elsewhere")
    action_id = raised(any_area)
    before = service.actions_of(desk, any_area.partnership)
    for change in (
        lambda: raised(any_area, owner_agency_id=agency),
        lambda: raised(any_area, prisons=[prison]),
        lambda: service.raise_action(desk, any_area.assessment, ["ZZ9"], WHAT),
        lambda: service.set_owner(desk, action_id, agency),
        lambda: service.link_supporters(desk, action_id, [agency]),
        lambda: service.link_prisons(desk, action_id, [prison]),
        lambda: service.link_statements(desk, action_id, ["ZZ9"]),
    ):
        with pytest.raises(BadInput, match="Nothing was changed"):
            change()
    assert service.actions_of(desk, any_area.partnership) == before
