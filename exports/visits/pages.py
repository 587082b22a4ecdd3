"""The visit and the letter: an agenda with a gate page, a feedback letter, what to borrow."""

import streamlit as st

from assessment.access.errors import NotFound
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import ReviewRound
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.page import head
from exports.visits import service
from exports.visits.panels import own_words, papers, texts_first


LEAD = "Strengths first, then what needs talking about; afterwards a letter, and what to borrow."
NOT_HERE = "That review is another assessment’s. Its own page leads to its papers."


def render(ctx: PageContext) -> None:
    """The papers of the review that the address names, or of the latest one."""
    try:
        one = _round(ctx)
    except NotFound as error:
        show("<h1>No such review</h1>", message(error))
        return
    if st.button("Back to the review", key="visit_to_round"):
        ctx.go("round" if one else "reviews", **({"id": one.id} if one else {}))
    title = partnerships.assessment(ctx.desk, ctx.assessment_id).title
    by = f" Review by {one.reviewing_area}." if one and one.reviewing_area.strip() else ""
    head(f"{title}.{by}", "The visit and the letter", LEAD)
    if one is None:
        show("<p>Begin a review by another area first. Its papers are made here.</p>")
        return
    own_words(ctx, one)
    texts_first(ctx, one.id)
    for copy in service.copies(ctx.desk, one.id):
        papers(ctx, one.id, copy)


def _round(ctx: PageContext) -> ReviewRound | None:
    """Raises NotFound for a review that is not of this assessment."""
    wanted = st.query_params.get("id", "")
    if not wanted:
        return next(reversed(reviews.rounds(ctx.desk, ctx.assessment_id)), None)
    one = reviews.round_of(ctx.desk, wanted)
    if one.assessment_id != ctx.assessment_id:
        raise NotFound(NOT_HERE)
    return one
