"""The visit and the letter: an agenda with a gate page, a feedback letter, what to borrow."""

import streamlit as st

from assessment.access.errors import NotFound
from assessment.peer_review.panels.named import named_or_newest, whose_papers
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.page import head
from exports.visits import service
from exports.visits.panels import own_words, papers, texts_first


LEAD = (
    "Strengths first, then what needs talking about; afterwards a letter, and what to borrow. None "
    "of these papers can be loaded back."
)


def render(ctx: PageContext) -> None:
    """The papers of the review that the address names, or of the latest one."""
    try:
        one = named_or_newest(ctx)
    except NotFound as error:
        show("<h1>No such review</h1>", message(error))
        return
    if st.button("Back to the review", key="visit_to_round"):
        ctx.go("round" if one else "reviews", **({"id": one.id} if one else {}))
    head(whose_papers(ctx, one), "The visit and the letter", LEAD)
    if one is None:
        show("<p>Begin a review by another area first. Its papers are made here.</p>")
        return
    own_words(ctx, one)
    texts_first(ctx, one.id)
    for copy in service.copies(ctx.desk, one.id):
        papers(ctx, one.id, copy)
