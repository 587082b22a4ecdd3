"""One agency's part of the plan: what it owns, supports and waits for, and a text to remind it."""

from collections.abc import Sequence

import streamlit as st

from action_plans.actions.panels.rows import narrow_row
from action_plans.actions.permissions import user_can_edit_actions
from action_plans.actions.service import ActionLine
from action_plans.priorities import service
from action_plans.priorities.panels.files import agency_files, reminder
from action_plans.priorities.service import AgencyPlan, Waiting
from assessment.access.wording import counted
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head


_WHO = "ours_agency"


def render(ctx: PageContext) -> None:
    """The agency that the address names, or the first; another can be chosen."""
    if st.button("Back to the action plan", key="to_plan"):
        ctx.go("plan")
    names = {a.id: a.name for a in partnerships.agencies(ctx.desk, ctx.partnership_id)}
    if not names:
        head("", "One agency’s part of the plan", "No agency takes part yet.")
        return
    plan = service.agency_plan(ctx.desk, ctx.partnership_id, _chosen(names))
    area = partnerships.partnership(ctx.desk, ctx.partnership_id).name
    head(f"{area}. One agency’s part of the action plan", plan.name, _sentence(plan))
    _choose(names, plan.agency_id)
    agency_files(ctx, plan)
    _lines(ctx, service.OWN, plan.owns, "Nothing open.")
    _lines(ctx, service.SUPPORT, plan.supports, "Nothing open.", "_s")
    _waiting(ctx, service.WAIT, plan.waits, "_w")
    _waiting(ctx, service.AWAITED, plan.awaited, "_o")
    if user_can_edit_actions(ctx.desk.actor):
        # An agency's own share stays within the partnership: whoever only reads is not given it.
        show("<h2>Done on time</h2>", fill("<p>{}</p>", plan.on_time.sentence()))
    reminder(ctx, plan)


def _chosen(names: dict[str, str]) -> str:
    wanted = st.query_params.get("agency", "")
    return wanted if wanted in names else min(names, key=lambda one: names[one].casefold())


def _choose(names: dict[str, str], agency_id: str) -> None:
    if st.session_state.get(_WHO) != agency_id:
        st.session_state[_WHO] = agency_id
    in_order = sorted(names, key=lambda one: names[one].casefold())
    st.selectbox(
        "Agency", in_order, key=_WHO, format_func=names.__getitem__, on_change=_open_chosen
    )


def _open_chosen() -> None:
    st.query_params["agency"] = st.session_state[_WHO]


def _sentence(plan: AgencyPlan) -> str:
    waits = f" {len(plan.waits)} of its own {_wait(len(plan.waits))} for something." * bool(
        plan.waits
    )
    return (
        f"Owns {counted(len(plan.owns), 'open action')} and supports {len(plan.supports)}.{waits} "
        f"{counted(plan.finished, 'action')} finished so far."
    )


def _wait(number: int) -> str:
    return "waits" if number == 1 else "wait"


def _lines(
    ctx: PageContext, title: str, lines: Sequence[ActionLine], none: str, under: str = ""
) -> None:
    show(fill("<h2>{}</h2>", title))
    if not lines:
        show(fill("<p>{}</p>", none))
    for line in lines:
        narrow_row(ctx, line, under)


def _waiting(ctx: PageContext, title: str, waits: Sequence[Waiting], under: str) -> None:
    show(fill("<h2>{}</h2>", title))
    if not waits:
        show("<p>Nothing is written down.</p>")
    for one in waits:
        words = f"Waiting for: {one.words}" if one.words else ""
        narrow_row(ctx, one.line, under, words)
