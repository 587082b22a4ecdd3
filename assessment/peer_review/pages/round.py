"""One review by another area: its stage, what is next, and its sections one at a time."""

import streamlit as st

from assessment.access.errors import NotFound
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.panels.acts import act_button
from assessment.peer_review.panels.links import links_panel
from assessment.peer_review.panels.longer import longer_panel
from assessment.peer_review.panels.named import named_round
from assessment.peer_review.panels.next_step import next_panel, round_name, stage_line
from assessment.peer_review.panels.sections import SECTIONS, choose_section, section_wanted
from assessment.peer_review.permissions import user_can_lead_review
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.page import head


def render(ctx: PageContext) -> None:
    """The review that the address names, or a way back when there is none."""
    if st.button("All reviews by other areas", key="to_reviews"):
        ctx.go("reviews")
    try:
        _page(ctx, named_round(ctx).id)
    except NotFound as error:
        show("<h1>No such review</h1>", message(error))


@st.fragment
def _page(ctx: PageContext, round_id: str) -> None:
    """One fragment, so that stage and next step keep pace with what is filled in below."""
    one = service.round_of(ctx.desk, round_id)
    assessment = partnerships.assessment(ctx.desk, one.assessment_id)
    standing = service.standing(ctx.desk, round_id)
    head(partnerships.area_and_title(ctx.desk, assessment), round_name(one))
    stage_line(standing)
    name = section_wanted(standing.stage)
    leads = user_can_lead_review(ctx.desk.actor, assessment.status)
    if one.archived_at:
        show("<p>This review was put away. Nothing of it is lost.</p>")
        act_button(ctx, "Put it back", service.put_round_back, one.id, leads)
    else:
        next_panel(ctx, one, standing, name)
    longer_panel(ctx, one, leads)
    choose_section(name)
    live = leads and not one.archived_at
    SECTIONS[name].show(ctx, one, live)
    if name == "who":
        links_panel(ctx, one, live)
