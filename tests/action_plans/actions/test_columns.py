from datetime import timedelta

from action_plans.actions import service
from action_plans.actions.columns import FACTS, PLAN, RETURNING, PlanRow
from action_plans.actions.model import Dates, YesNo
from action_plans.actions.service import plan_of, plan_rows
from assessment.access.typed import Typed
from tests.action_plans.actions.area import Area


def test_keys_and_headings_are_each_used_once() -> None:
    for names in ([column.key for column in PLAN], [column.heading for column in PLAN]):
        assert len(names) == len(set(names))


def test_every_column_reads_a_line_of_the_plan(area: Area) -> None:
    action_id = service.raise_action(
        area.desk, area.assessment, ["P08"], "Agree a script", owner_agency_id=area.council,
        prisons=[area.stonebrook, area.fenwick],
    )  # fmt: skip
    service.edit_text(area.desk, action_id, "no_due_reason", Typed.over("", "No contract"))
    service.edit_text(area.desk, action_id, "waiting_for", Typed.over("", "The contract"))
    service.set_waiting_agency(area.desk, action_id, area.prison_team)
    service.set_resources_available(area.desk, action_id, YesNo.NO)
    [row] = plan_rows(area.desk, plan_of(area.desk, area.assessment))
    read = {column.key: column.value(row) for column in PLAN}
    assert read["due"] == "No contract"
    assert read["waiting"] == "The contract (HMP Stonebrook)"
    assert (read["resources_available"], read["budget_agreed"]) == ("No", "Not known")
    assert (read["prisons"], read["place"]) == ("HMP Fenwick and HMP Stonebrook", 1)


def test_what_comes_back_stands_together_after_the_status_and_every_fact_has_its_field() -> None:
    keys = [column.key for column in PLAN]
    asked = [column.key for column in PLAN if column.asked]
    assert asked == keys[keys.index("status") + 2 :][: len(asked)]
    assert [column.key for column in RETURNING] == ["due", "review", *asked]
    assert {column.key for column in FACTS} <= set(PlanRow.model_fields)


def test_lateness_is_counted_in_days_while_an_action_is_open(area: Area) -> None:
    late = service.raise_action(area.desk, area.assessment, ["P08"], "Agree a script")
    due = area.desk.today() - timedelta(days=3)
    service.set_dates(area.desk, late, Dates(due_on=due))
    [row] = plan_rows(area.desk, plan_of(area.desk, area.assessment))
    assert (row.days_overdue, row.late_from) == (3, row.due)
    assert row.open
    service.complete(area.desk, late)
    [row] = plan_rows(area.desk, plan_of(area.desk, area.assessment))
    assert (row.days_overdue, row.late_from, row.open) == (None, None, False)
