"""The review meeting: what it goes through, one action to a screen, and the record at its end."""

import streamlit as st

from action_plans.reviews import service
from action_plans.reviews.panels.beginning import before_a_review, opening
from action_plans.reviews.panels.closing import closing
from action_plans.reviews.panels.record import record_page
from action_plans.reviews.panels.turn import turn_screen
from assessment.access.errors import NotFound
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.top import at_top


def render(ctx: PageContext) -> None:
    """The record named in the address; else the review that runs; else what one would hold."""
    if st.button("Back to the action plan", key="to_plan"):
        ctx.go("plan")
    wanted = st.query_params.get("review", "")
    running = service.running_review(ctx.desk, ctx.partnership_id)
    if wanted and (running is None or wanted != running.id):
        _past(ctx, wanted)
    elif running:
        _running(ctx, running.id)
    else:
        before_a_review(ctx)


def _past(ctx: PageContext, review_id: str) -> None:
    try:
        one = service.review(ctx.desk, review_id)
        if one.partnership_id != ctx.partnership_id:
            raise NotFound("That review is another area’s. Its own plan leads to it.")
        record_page(ctx, review_id)
    except NotFound as error:
        show("<h1>No such review</h1>", message(error))


@st.fragment
def _running(ctx: PageContext, review_id: str) -> None:
    """Where the review stands is in its row: a reload, or a crash, is back on its action."""
    here = service.here(ctx.desk, review_id)
    at_top("review", f"{here.review.place} of {len(here.turns)}")
    if not here.review.running:
        record_page(ctx, review_id)
    elif here.review.set_off_at is None:
        opening(ctx, here.review)
    elif here.turn:
        with st.container(key="projector"):
            turn_screen(ctx, here, here.turn)
    else:
        closing(ctx, here)
