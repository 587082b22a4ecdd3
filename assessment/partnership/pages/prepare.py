"""Prepare: five short sections, one at a time, each kept as it is filled in."""

from collections.abc import Callable

import streamlit as st

from assessment.access.wording import are, counted
from assessment.partnership import service
from assessment.partnership.model import Status
from assessment.partnership.pages import agencies, area, meetings, readiness, scope
from assessment.ui.context import PageContext
from assessment.ui.page import head


SECTIONS: dict[str, tuple[str, Callable[[PageContext], None]]] = {
    "area": ("Area", area.section),
    "agencies": ("Agencies", agencies.section),
    "scope": ("Statements", scope.section),
    "meetings": ("Meetings", meetings.section),
    "readiness": ("Readiness", readiness.section),
}
_PICKED = "prepare_section"


def render(ctx: PageContext) -> None:
    """The section that the address names; the first when it names none."""
    _page(ctx)


@st.fragment
def _page(ctx: PageContext) -> None:
    """One fragment, so that the sentence at the top keeps step with what is filled in below."""
    where = service.assessment(ctx.desk, ctx.assessment_id).title
    area_name = service.partnership(ctx.desk, ctx.partnership_id).name
    head(f"{area_name}. {where}", "Prepare", _lead(ctx))
    name = _section()
    SECTIONS[name][1](ctx)
    _onwards(ctx, name)


def _lead(ctx: PageContext) -> str:
    status = service.assessment(ctx.desk, ctx.assessment_id).status
    if status in {Status.AGREED, Status.CLOSED}:
        return "The ratings are agreed. What stands here can still be put right."
    left = sum(not line.ok for line in service.readiness(ctx.desk, ctx.assessment_id))
    if not left:
        return "Everything is settled for the meeting."
    return f"{counted(left, 'point')} {are(left)} still to settle before the meeting."


def _section() -> str:
    wanted = st.query_params.get("section", "")
    name = wanted if wanted in SECTIONS else next(iter(SECTIONS))
    if st.session_state.get(_PICKED) != name:
        st.session_state[_PICKED] = name
    st.segmented_control(
        "Sections of Prepare",
        list(SECTIONS),
        key=_PICKED,
        required=True,
        format_func=lambda section: SECTIONS[section][0],
        on_change=_open_picked,
        label_visibility="collapsed",
        wrap=True,
    )
    return name


def _open_picked() -> None:
    st.query_params["section"] = st.session_state[_PICKED]
    st.query_params.pop("agency", None)


def _onwards(ctx: PageContext, name: str) -> None:
    """The one primary button: the next section. Readiness has its own."""
    names = list(SECTIONS)
    place = names.index(name)
    if place + 1 == len(names):
        return
    after = names[place + 1]
    if st.button(f"Go on to {SECTIONS[after][0].lower()}", type="primary", key="prepare_onwards"):
        ctx.go("prepare", section=after)
