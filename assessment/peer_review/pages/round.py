"""One review by another area: its stage, what is next, and its sections one at a time."""

from collections.abc import Callable

import streamlit as st

from assessment.access.errors import NotFound
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import ReviewRound
from assessment.peer_review.panels.acts import act_button
from assessment.peer_review.panels.back import back_section
from assessment.peer_review.panels.links import links_panel
from assessment.peer_review.panels.longer import longer_panel
from assessment.peer_review.panels.next_step import next_panel, round_name, stage_line
from assessment.peer_review.panels.release import release_section
from assessment.peer_review.panels.visit import visit_section
from assessment.peer_review.panels.what import what_section
from assessment.peer_review.panels.who import who_section
from assessment.peer_review.permissions import user_can_lead_review
from assessment.peer_review.rules.stage import Stage
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.page import head


Section = Callable[[PageContext, ReviewRound, bool], None]
SECTIONS: dict[str, tuple[str, Section]] = {
    "who": ("Who reviews", who_section),
    "what": ("What they rate", what_section),
    "visit": ("The visit", visit_section),
    "back": ("What came back", back_section),
    "release": ("Facts and release", release_section),
}
FIRST_AT = {
    Stage.BACK: "back",
    Stage.FACTS: "back",
    Stage.RELEASED: "release",
    Stage.CLOSED: "back",
}
_PICKED = "round_section"


def render(ctx: PageContext) -> None:
    """The review that the address names, or a way back when there is none."""
    if st.button("All reviews by other areas", key="to_reviews"):
        ctx.go("reviews")
    try:
        one = service.round_of(ctx.desk, st.query_params.get("id", ""))
        if one.assessment_id != ctx.assessment_id:
            raise NotFound("That review is of another assessment. Open it from there.")
        _page(ctx, one.id)
    except NotFound as error:
        show("<h1>No such review</h1>", message(error))


@st.fragment
def _page(ctx: PageContext, round_id: str) -> None:
    """One fragment, so that stage and next step keep pace with what is filled in below."""
    one = service.round_of(ctx.desk, round_id)
    assessment = partnerships.assessment(ctx.desk, one.assessment_id)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    standing = service.standing(ctx.desk, round_id)
    head(f"{area.name}. {assessment.title}", round_name(one))
    stage_line(standing)
    name = _wanted(standing.stage)
    leads = user_can_lead_review(ctx.desk.actor, assessment.status)
    if one.archived_at:
        show("<p>This review was put away. Nothing of it is lost.</p>")
        act_button(ctx, "Put it back", service.put_round_back, one.id, leads)
    else:
        next_panel(ctx, one, standing, name)
    longer_panel(ctx, one, leads)
    _sections(name)
    live = leads and not one.archived_at
    SECTIONS[name][1](ctx, one, live)
    if name == "who":
        links_panel(ctx, one, live)


def _wanted(stage: Stage) -> str:
    """The section that the address names; else the one that matters at this stage."""
    wanted = st.query_params.get("section", "")
    return wanted if wanted in SECTIONS else FIRST_AT.get(stage, "who")


def _sections(name: str) -> None:
    if st.session_state.get(_PICKED) != name:
        st.session_state[_PICKED] = name
    st.segmented_control(
        "Sections of the review",
        list(SECTIONS),
        key=_PICKED,
        required=True,
        format_func=lambda section: SECTIONS[section][0],
        on_change=_open_picked,
        label_visibility="collapsed",
        wrap=True,
    )


def _open_picked() -> None:
    st.query_params["section"] = st.session_state[_PICKED]
