"""Reviews by other areas on the results page: the way to them once the ratings are agreed."""

import streamlit as st

from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.peer_review import service as reviews
from assessment.ui.context import PageContext
from assessment.ui.html import show


ASK = (
    "Somebody from another area can test the answers: they rate a few statements afresh, and you "
    "talk about where they see it differently."
)


def reviewed(ctx: PageContext) -> None:
    """Nothing before the ratings are agreed, unless a review is there already."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    found = reviews.rounds(ctx.desk, ctx.assessment_id)
    if "reviews" not in ctx.links or (one.status is not Status.AGREED and not found):
        return
    show("<h2>Review by another area</h2>", "" if found else f"<p>{ASK}</p>")
    words = "Open the reviews by other areas" if found else "Ask another area for a review"
    if st.button(words, key="to_reviews"):
        ctx.go("reviews")
