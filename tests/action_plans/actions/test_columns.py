from action_plans.actions import service
from action_plans.actions.columns import PLAN
from action_plans.actions.model import YesNo
from action_plans.actions.service import plan_of, plan_rows
from assessment.access.typed import Typed
from exports.workbook.columns import ACTIONS
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


def test_the_workbooks_columns_stand_in_the_registry_in_their_order() -> None:
    heads = [column.heading for column in PLAN]
    workbook = [column.head for column in ACTIONS]
    assert [head for head in heads if head in workbook] == workbook
