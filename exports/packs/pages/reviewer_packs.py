"""Reviewer packs: a workbook for each peer reviewer goes out, and comes back with their ratings."""

import streamlit as st

from assessment.access.errors import NotFound
from assessment.peer_review.model import ReviewRound
from assessment.peer_review.panels.named import named_or_newest, whose_papers
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.page import head
from exports.packs import service
from exports.packs.panels.reviewer_back import packs_back
from exports.packs.panels.reviewer_out import packs_out, texts_first


BLIND = (
    "This review is blind: the first file holds nothing of how the area rated itself. That comes "
    "in a second file, once a peer reviewer’s own ratings are in."
)
OPEN = "This review is open: the area’s ratings stand beside the statements from the start."


def render(ctx: PageContext) -> None:
    """The packs of the review that the address names, or of the only one there is."""
    try:
        one = named_or_newest(ctx)
    except NotFound as error:
        show("<h1>No such review</h1>", message(error))
        return
    if st.button("Back to the review", key="to_round"):
        ctx.go("round" if one else "reviews", **({"id": one.id} if one else {}))
    _head(ctx, one)
    if one is None:
        show("<p>Begin a review by another area first. Its packs are made here.</p>")
        return
    offers = service.reviewer_offers(ctx.desk, one.id)
    if not offers:
        show("<p>Add a peer reviewer by role on the page of the review first.</p>")
        return
    texts_first(ctx, one.id)
    packs_out(ctx, one.id, offers)
    packs_back(ctx, one.id)


def _head(ctx: PageContext, one: ReviewRound | None) -> None:
    head(
        whose_papers(ctx, one),
        "Reviewer packs",
        "For peer reviewers from another area: a workbook by mail, no account.",
    )
    if one is not None:
        show(fill("<p>{}</p>", BLIND if one.blind else OPEN))
