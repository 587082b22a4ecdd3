"""The first page of an empty installation: what this is, where the data is, and one field."""

from functools import partial

import streamlit as st

from assessment.bank import service as bank_service
from assessment.partnership import service
from assessment.partnership.pages.left import areas_without_assessment
from assessment.partnership.panels.naming import area_line
from assessment.partnership.panels.other_ways import area_in_a_copy, fictional_area
from assessment.partnership.permissions import user_can_prepare
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import show_told


BEGUN = "start:begun"
OPENED = "start:opened"
WHAT_IT_IS = (
    "Throughcare helps the agencies of an area to look honestly at what happens to people with a "
    "drug or alcohol treatment need when they leave prison.",
    "You take one statement at a time, agree a rating together and note the evidence.",
    "You leave with a plan that says who does what by when, to hand on as Excel or PDF.",
)


def render(ctx: PageContext) -> None:
    """Name an area and begin, or look at the fictional one first, or load a copy."""
    go_on(ctx)
    show_told()
    show(
        "<h1>See how care carries on after prison</h1>",
        *(fill('<p class="lead">{}</p>', sentence) for sentence in WHAT_IT_IS),
    )
    with st.container(key="next"):
        _name(ctx)
        show('<p class="muted">For example the county or city. It can be changed later.</p>')
    areas_without_assessment(ctx, partial(_next, ctx))
    fictional_area(ctx, partial(_keep, OPENED))
    area_in_a_copy(ctx)
    if ctx.data_note:
        show(fill("<h2>Where the data is</h2><p>{}</p>", ctx.data_note))


@st.fragment
def _name(ctx: PageContext) -> None:
    if BEGUN in st.session_state:
        st.rerun()  # the button was pressed: the whole page goes on from here
    area_line(ctx, partial(_keep, BEGUN), live=user_can_prepare(ctx.desk.actor))


def _keep(made: str, assessment_id: str) -> None:
    """Kept for the whole page's next run, which goes on to it."""
    st.session_state[made] = assessment_id


def _next(ctx: PageContext, partnership_id: str) -> None:
    st.session_state[BEGUN] = service.start_assessment(
        ctx.desk,
        partnership_id,
        bank_service.keep_bank(ctx.desk, bank_service.built_in_bank(), partnership_id),
        ctx.desk.today(),
    )


def go_on(ctx: PageContext) -> None:
    """On to what was begun here, if anything was.

    Neither a callback nor a run without an area can leave this page: the run after it does, at
    whichever page comes first then.
    """
    for made, place in ((BEGUN, "prepare"), (OPENED, "home")):
        assessment_id = st.session_state.pop(made, "")
        if assessment_id:
            st.query_params["assessment"] = assessment_id
            ctx.go(place)
