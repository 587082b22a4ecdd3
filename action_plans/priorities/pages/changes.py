"""What changed in the plan since the last review, and how much was done on time."""

import streamlit as st

from action_plans.actions import service as actions
from action_plans.priorities import service
from action_plans.priorities.panels.changed import changes_of_kind, put_away_since
from action_plans.priorities.panels.since_day import choose_day, day_in_address
from action_plans.priorities.rules.kinds import by_kind, told_in_one
from action_plans.priorities.rules.on_time import OnTime, on_time
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head
from assessment.ui.tables import table


def render(ctx: PageContext) -> None:
    """Since the day that the address names, or the last review; another day can be chosen."""
    if st.button("Back to the action plan", key="to_plan"):
        ctx.go("plan")
    today = ctx.desk.today()
    review = service.last_review(ctx.desk, ctx.assessment_id)
    day = min(day_in_address() or review or today, today)
    found = service.since(ctx.desk, ctx.partnership_id, day)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id).name
    told = told_in_one(day, found.changed, len(found.put_away))
    head(f"{area}. Action plan", "What changed", told)
    choose_day(day, today, review)
    for kind, changes in by_kind(found.changed).items():
        changes_of_kind(kind, changes)
    put_away_since(found.put_away)
    _on_time(on_time(actions.actions_of(ctx.desk, ctx.partnership_id), today))


def _on_time(all_of_them: OnTime) -> None:
    """The whole plan's share. An agency sees its own on its own page; none is compared."""
    show("<h2>Done on time</h2>", fill("<p>{}</p>", all_of_them.sentence()))
    if not all_of_them.came:
        return
    rows = [
        ("By the date first set", all_of_them.by_date),
        ("After it", all_of_them.later),
        ("Still open", all_of_them.still),
    ]
    note = "A date that was moved counts as it was first set. Stopped actions are left out."
    show(table(["Done", "Actions"], rows), fill('<p class="muted">{}</p>', note))
