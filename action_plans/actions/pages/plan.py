"""The action plan: what matters in a sentence, then every action, worst first."""

import streamlit as st

from action_plans.actions import service
from action_plans.actions.panels.filters import chosen_lines
from action_plans.actions.panels.put_away import put_away_panel
from action_plans.actions.panels.rows import plan_row, time_table
from action_plans.actions.panels.zeros import zeros_panel
from assessment.access.wording import counted
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head


STEP = 50
_MOST = "plan_most"


def render(ctx: PageContext) -> None:
    """The partnership's whole plan, read beside this assessment's ratings."""
    with ctx.desk.store.reading():
        lines = service.plan_of(ctx.desk, ctx.assessment_id)
        actions = [line.action for line in lines]
        zeros = service.zeros_without(ctx.desk, ctx.assessment_id, actions)
    summary = service.summary_of(lines, zeros)
    head(_where(ctx), "Action plan", summary.sentence())
    zeros_panel(ctx, zeros)
    if lines:
        _list(ctx, lines)
    else:
        _empty(ctx)
    put_away_panel(ctx)


def _list(ctx: PageContext, lines: tuple[service.PlanLine, ...]) -> None:
    wanted = chosen_lines(ctx, lines)
    if not wanted:
        whole = counted(len(lines), "action")
        show(fill("<p>No action matches. Clear the filters to see all {}.</p>", whole))
        return
    show(fill("<h2>{}, worst first</h2>", counted(len(wanted), "action")))
    rows = wanted[: st.session_state.get(_MOST, STEP)]
    for line in rows:
        plan_row(ctx, line)
    _more(len(rows), len(wanted))
    time_table(rows, ctx.desk.today())


def _more(shown: int, whole: int) -> None:
    """A long plan comes in steps, so that its page takes no longer the longer it is."""
    if shown == whole:
        return
    words = f"The first {shown} of {whole:,} are shown here and on the timeline."
    show(fill('<p class="muted">{}</p>', words))
    further = min(STEP, whole - shown)
    st.button(f"Show {further} more", key="plan_more", on_click=_show_more)


def _show_more() -> None:
    st.session_state[_MOST] = st.session_state.get(_MOST, STEP) + STEP


def _empty(ctx: PageContext) -> None:
    show("<p>No actions yet. Start one from a statement rated Not met or Partly met.</p>")
    if st.button("Go to results", type="primary", key="to_results"):
        ctx.go("results")


def _where(ctx: PageContext) -> str:
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    return f"{area.name}. {partnerships.assessment(ctx.desk, ctx.assessment_id).title}"
