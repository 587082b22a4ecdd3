"""What the plan asks for: money by funder, staff time, and the extract for the needs assessment."""

from datetime import date

import streamlit as st

from action_plans.actions.columns import PlanRow
from action_plans.actions.rules.amounts import pounds
from action_plans.priorities import service
from action_plans.priorities.panels.files import needs_file
from action_plans.priorities.rules.money import FunderTotal
from assessment.access.wording import long_date
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head
from assessment.ui.tables import table, wide


def render(ctx: PageContext) -> None:
    """In a sentence, by funder, then action by action."""
    if st.button("Back to the action plan", key="to_plan"):
        ctx.go("plan")
    found = service.resources(ctx.desk, ctx.assessment_id)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id).name
    head(f"{area}. Action plan", "Money and staff time", found.sentence if found.rows else "")
    if not found.rows:
        show("<p>No action is open. What open actions ask for is added up here.</p>")
        return
    _by_funder(found)
    _extract(ctx, found.rows)


def _by_funder(found: service.Resources) -> None:
    show("<h2>By funder</h2>")
    if not found.totals:
        words = "Nobody is asked for money yet. Costs and funders are written on each action."
        show(fill("<p>{}</p>", words))
        return
    heads = ["Funder", "Actions", "Agreed", "Not agreed", "Not known", "All"]
    rows = [_total(one) for one in (*found.totals, found.whole)]
    show(wide(table(heads, rows), "Cost of the open actions by funder"))
    if found.whole.uncosted:
        words = f"{found.whole.uncosted} of these actions have a funder and no cost yet."
        show(fill('<p class="muted">{}</p>', words))


def _total(one: FunderTotal) -> tuple[object, ...]:
    amounts = (one.agreed, one.not_agreed, one.not_known, one.total)
    return (one.funder, one.actions, *(pounds(amount) for amount in amounts))


def _extract(ctx: PageContext, rows: tuple[PlanRow, ...]) -> None:
    """A row for each open action, as the needs assessment asks; empty cells say so in words."""
    show(
        "<h2>For the needs assessment</h2>",
        fill(
            '<p class="muted">{}</p>',
            "Every open action by priority: the need it answers, what it takes, from whom.",
        ),
    )
    needs_file(ctx)
    columns = service.needs_columns()
    cells = [[_cell(column.key, column.value(row)) for column in columns] for row in rows]
    heads = [column.heading for column in columns]
    show(wide(table(heads, cells), "Extract for the needs assessment"))


def _cell(key: str, value: object) -> object:
    if key == "cost" and isinstance(value, int):
        return pounds(value)
    if isinstance(value, date):
        return long_date(value)
    return "" if value is None else value
