"""One peer reviewer's rating in full, beside the area's own and why."""

import streamlit as st
from markupsafe import Markup

from assessment.bank.model import Bank
from assessment.consensus import service as consensus
from assessment.peer_review.model import ReviewerRating
from assessment.peer_review.panels.side_by_side import (
    Beside,
    agreement_mark,
    moderated_box,
    said_box,
)
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show, text


# In the order in which they were asked.
WORDS = {
    "line": "Why",
    "evidence_asked": "Evidence asked for",
    "comment": "Comment",
    "question": "Question",
    "borrow": "Worth borrowing",
}
NO_WORDS = "No words were added."


def side_by_side(ctx: PageContext, bank: Bank, row: Beside, rating: ReviewerRating) -> None:
    """Theirs on the left, ours on the right, and below ours the moderated rating."""
    given = next(each for each in row.given if each.rating.id == rating.id)
    left, right = st.columns(2, gap="large")
    with left:
        show(
            fill("<h2>{}</h2>", given.who.words),
            fill("<p>{}<br>{}</p>", said_box(bank, rating), agreement_mark(given.agreement))
            if not rating.cannot_tell
            else fill("<p>{}</p>", said_box(bank, rating)),
            said_words(rating),
        )
    with right:
        show(
            fill("<h2>{}</h2><p>{}</p>", "What we agreed", row.own),
            _why(ctx, row),
            fill("<h3>{}</h3><p>{}</p>", "Moderated rating", moderated_box(bank, row.moderated)),
            fill("<p>{}</p>", text(row.moderated.reason)) if row.moderated else "",
        )


def said_words(rating: ReviewerRating) -> Markup:
    """Everything that a peer reviewer wrote of a statement, each under what was asked."""
    parts = joined(
        fill("<p><strong>{}:</strong> {}</p>", label, text(getattr(rating, field)))
        for field, label in WORDS.items()
        if getattr(rating, field).strip()
    )
    visit = Markup("<p>To be talked about at the visit.</p>") if rating.for_visit else ""
    return joined([parts or fill('<p class="muted">{}</p>', NO_WORDS), visit])


def _why(ctx: PageContext, row: Beside) -> Markup:
    found = consensus.ratings_of(ctx.desk, ctx.assessment_id).get(row.statement.id)
    if found is None or not found.rationale.strip():
        return fill('<p class="muted">{}</p>', "It was not written down why.")
    return fill("<p>{}</p>", text(found.rationale))
