"""What came back: ratings side by side, and the challenges that wait for a reply."""

import streamlit as st

from assessment.peer_review import service
from assessment.peer_review.model import OUTCOME_WORDS, Challenge, ReviewRound
from assessment.peer_review.panels.next_step import PACKS
from assessment.peer_review.panels.side_by_side import (
    Beside,
    Given,
    agreement_mark,
    bank_of_round,
    beside,
    differing_words,
    ratings_table,
)
from assessment.peer_review.rules.stage import DRAFT_WORDS
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


NOTHING_BACK = (
    "No ratings are back yet. They stand here beside yours once a reviewer pack is loaded, or a "
    "peer reviewer has sent theirs."
)
DRAFT = "{}. No copy for the board, the region or the public holds any of it yet."


def back_section(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """The table, the challenges, and the way to moderated ratings."""
    rows = beside(ctx, one.id)
    if not any(row.given for row in rows):
        show("<h2>What came back</h2>", fill("<p>{}</p>", NOTHING_BACK))
        if PACKS in ctx.links and st.button("Open the reviewer packs", key="back_to_packs"):
            ctx.go(PACKS, id=one.id)
        return
    show(
        "<h2>What came back</h2>",
        fill("<p><strong>{}</strong></p>", DRAFT.format(DRAFT_WORDS))
        if one.released_at is None
        else "",
        fill("<p>{}</p>", differing_words(rows)),
        ratings_table(bank_of_round(ctx, one.assessment_id), rows, "Ratings side by side"),
    )
    if "moderating" in ctx.links and st.button("Set moderated ratings", key="to_moderating"):
        ctx.go("moderating", id=one.id)
    _challenges(ctx, one, rows)


def challenge_words(challenge: Challenge) -> str:
    """How far a challenge has come."""
    if challenge.closed_at:
        return "Closed"
    if challenge.answered_at:
        return "The peer reviewer answered; close it when it is talked through"
    if challenge.confirmed_at and challenge.outcome:
        said = OUTCOME_WORDS[challenge.outcome]
        return f"{said}; the peer reviewer may answer once"
    if challenge.reply.strip():
        return "Reply written; the lead confirms it with an outcome"
    return "Waits for the agency’s reply"


def _challenges(ctx: PageContext, one: ReviewRound, rows: tuple[Beside, ...]) -> None:
    """One row for each, with the button that opens it."""
    found = service.challenges(ctx.desk, one.id)
    show("<h2>Challenges</h2>")
    if not found:
        show("<p>None: nobody differs, asks for evidence or asks a question.</p>")
    by_rating = {given.rating.id: (row, given) for row in rows for given in row.given}
    for each in found:
        if each.rating_id in by_rating:
            _challenge(ctx, each, *by_rating[each.rating_id])


def _challenge(ctx: PageContext, challenge: Challenge, row: Beside, given: Given) -> None:
    with st.container(
        key=f"row_challenge_{challenge.id}", horizontal=True, vertical_alignment="center"
    ):
        show(
            fill(
                '<p><strong>{} {}</strong><br>{}. {}<br><span class="muted">{}.</span></p>',
                row.statement.id,
                row.statement.title,
                agreement_mark(given.agreement),
                given.who.words,
                challenge_words(challenge),
            )
        )
        if "challenge" in ctx.links and st.button(
            f"Open {row.statement.id}, {given.who.role or 'peer reviewer'}",
            key=f"open_challenge_{challenge.id}",
        ):
            ctx.go("challenge", id=challenge.id)
