"""The action plan: what matters in a sentence, then every action, looked at by one thing."""

from typing import Literal

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.panels.filters import chosen_lines
from action_plans.actions.panels.put_away import put_away_panel
from action_plans.actions.panels.zeros import undated_panel, zeros_panel
from action_plans.priorities import service
from action_plans.priorities.panels.looks import SORTED, chosen_look, draw
from action_plans.priorities.panels.one import one_panel
from action_plans.priorities.rules.groups import grouped
from assessment.access.wording import counted
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head


WAYS = (
    ("review", "Hold a review meeting"),
    ("changes", "See what changed"),
    ("ours", "One agency’s part"),
    ("resources", "Money and staff time"),
    ("returned", "Read a plan that came back"),
)


def render(ctx: PageContext) -> None:
    """The partnership's whole plan, read beside this assessment's ratings."""
    with ctx.desk.store.reading():
        lines = actions.plan_of(ctx.desk, ctx.assessment_id)
        every = [line.action for line in lines]
        zeros = actions.zeros_without(ctx.desk, ctx.assessment_id, every)
    head(_where(ctx), "Action plan", actions.summary_of(lines, zeros).sentence())
    zeros_panel(ctx, zeros)
    if lines:
        _ways(ctx, _review_is_due(ctx))
        undated_panel(ctx, every)
        _look(ctx, lines)
        one_panel(ctx, lines)
    else:
        _empty(ctx)
    put_away_panel(ctx)


def _look(ctx: PageContext, lines: tuple[actions.PlanLine, ...]) -> None:
    by = chosen_look()
    wanted = chosen_lines(ctx, lines)
    if not wanted:
        whole = counted(len(lines), "action")
        show(fill("<p>No action matches. Clear the filters to see the plan’s {}.</p>", whole))
        return
    show(fill("<h2>{}, {}</h2>", counted(len(wanted), "action"), SORTED[by]))
    names = service.names_of(ctx.desk, ctx.assessment_id)
    draw(ctx, by, grouped(wanted, by, names), wanted)


def _ways(ctx: PageContext, review_is_due: bool) -> None:
    """To the pages that look at the plan from one side; those that this app has."""
    with st.container(horizontal=True):
        for name, label in WAYS:
            first = name == "review" and review_is_due
            kind: Literal["primary", "secondary"] = "primary" if first else "secondary"
            if name in ctx.links and st.button(label, key=f"plan_to_{name}", type=kind):
                ctx.go(name)


def _review_is_due(ctx: PageContext) -> bool:
    """Whether the day set for the next review is today or over: then that is what is next."""
    day = partnerships.assessment(ctx.desk, ctx.assessment_id).next_review_on
    return day is not None and day <= ctx.desk.today()


def _empty(ctx: PageContext) -> None:
    show("<p>No actions yet. Start one from a statement rated Not met or Partly met.</p>")
    if st.button("Go to results", type="primary", key="to_results"):
        ctx.go("results")


def _where(ctx: PageContext) -> str:
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    return f"{area.name}. {partnerships.assessment(ctx.desk, ctx.assessment_id).title}"
