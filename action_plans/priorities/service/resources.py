"""What the plan asks for, by funder, and what of it goes into the needs assessment.

The guidance asks that the actions inform how resources are allocated, as a part of a wider
assessment of needs.
"""

from action_plans.actions import service as actions
from action_plans.actions.columns import PLAN, Column, PlanRow, Value
from action_plans.priorities.rules.groups import by_priority
from action_plans.priorities.rules.money import FunderTotal, sentence, sum_of, totals
from assessment.access.desk import Desk
from assessment.access.frozen import Frozen


NEEDS = (
    "statements", "what", "why", "prisons", "owner", "answer", "effort", "resources",
    "resources_available", "budget_agreed", "cost", "funder", "waiting", "due", "priority",
)  # fmt: skip


class Resources(Frozen):
    """The open actions by priority, what they cost by funder, and that in a sentence."""

    rows: tuple[PlanRow, ...]
    totals: tuple[FunderTotal, ...]
    whole: FunderTotal
    sentence: str


class Extract(Frozen):
    """A table ready for any file: headings, and rows of as many values each."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def resources(desk: Desk, assessment_id: str) -> Resources:
    """What the open actions ask for."""
    with desk.store.reading():
        lines = by_priority(actions.plan_of(desk, assessment_id))
        rows = actions.plan_rows(desk, [line for line in lines if line.action.open])
    found = totals(rows)
    whole = sum_of(found)
    return Resources(rows=rows, totals=found, whole=whole, sentence=sentence(whole, rows))


def needs_columns() -> tuple[Column, ...]:
    """The plan's columns that a needs assessment asks about, in their order there."""
    by_key = {column.key: column for column in PLAN}
    return tuple(by_key[key] for key in NEEDS)


def needs_extract(desk: Desk, assessment_id: str) -> Extract:
    """The extract for the needs assessment: a row for each open action, by priority."""
    columns = needs_columns()
    return Extract(
        headings=tuple(column.heading for column in columns),
        rows=tuple(
            tuple(column.value(row) for column in columns)
            for row in resources(desk, assessment_id).rows
        ),
    )
