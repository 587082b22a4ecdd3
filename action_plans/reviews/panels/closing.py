"""The end of a review: the next day, what is still open in it, and ending it."""

from datetime import date
from functools import partial

import streamlit as st

from action_plans.actions.panels.unanswered import dates_panel, statements_panel
from action_plans.reviews import service
from action_plans.reviews.model import Review
from action_plans.reviews.panels.beginning import next_day, presence
from action_plans.reviews.panels.record import record_parts
from action_plans.reviews.panels.turn import REFUSED, way_on
from action_plans.reviews.rules.sentences import record_sentence
from assessment.access.wording import long_date
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.page import head


def closing(ctx: PageContext, here: service.Here) -> None:
    """After the last action: what the record will say, and the one thing left to do."""
    one = here.review
    record = service.record_of(ctx.desk, one.id)
    where = f"Review of {long_date(one.held_on)}"
    head(where, "End of the review", record_sentence(record))
    _unanswered(ctx, one)
    with st.container(key="next"):
        show("<h2>When do you meet next?</h2>")
        next_day(ctx, one)
        seen = partnerships.assessment(ctx.desk, one.assessment_id).next_review_on
        st.button(
            "End the review and keep its record",
            key="review_end",
            type="primary",
            on_click=guarded(REFUSED, partial(_end, ctx, one.id, seen)),
        )
        show_refusal(REFUSED)
    with st.expander("Who was here"):
        presence(ctx, one)
    show(record_parts(record))
    way_on(ctx, here)


def _end(ctx: PageContext, review_id: str, seen: date | None) -> None:
    """From then on the address names the record, so that a reload shows it too."""
    service.end(ctx.desk, review_id, seen=seen)
    st.query_params["review"] = review_id


def _unanswered(ctx: PageContext, one: Review) -> None:
    """No date, or no action, only with a reason: asked before the review can end."""
    if partnerships.assessment(ctx.desk, one.assessment_id).agreed_at is not None:
        statements_panel(ctx, one.assessment_id)
    dates_panel(ctx, one.partnership_id)
