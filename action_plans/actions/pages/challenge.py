"""One challenge of a reviewing area: what they said, our reply, their answer, and what is done."""

import streamlit as st

from action_plans.actions.panels.challenged import actions_panel
from assessment.access.errors import NotFound
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.panels.back import challenge_words
from assessment.peer_review.panels.longer import longer_panel
from assessment.peer_review.panels.next_step import round_name
from assessment.peer_review.panels.reply import answer_panel, closing_panel, reply_panel
from assessment.peer_review.panels.said import side_by_side
from assessment.peer_review.panels.side_by_side import bank_of_round, beside
from assessment.peer_review.permissions import user_can_lead_review
from assessment.peer_review.rules.stage import DRAFT_WORDS
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.page import head


def render(ctx: PageContext) -> None:
    """The challenge that the address names, or a way back when there is none."""
    wanted = st.query_params.get("id", "")
    try:
        _, _, one = reviews.challenge_of(ctx.desk, wanted)
        if one.assessment_id != ctx.assessment_id:
            raise NotFound("That challenge is of another assessment. Open it from there.")
    except NotFound as error:
        if st.button("All reviews by other areas", key="to_reviews"):
            ctx.go("reviews")
        show("<h1>No such challenge</h1>", message(error))
        return
    if st.button("Back to the review", key="to_round"):
        ctx.go("round", id=one.id, section="back")
    _challenge(ctx, wanted)


@st.fragment
def _challenge(ctx: PageContext, challenge_id: str) -> None:
    """One fragment: each step decides which the next one is."""
    challenge, rating, one = reviews.challenge_of(ctx.desk, challenge_id)
    status = partnerships.assessment(ctx.desk, one.assessment_id).status
    live = user_can_lead_review(ctx.desk.actor, status) and not one.archived_at
    bank = bank_of_round(ctx, one.assessment_id)
    row = next(each for each in beside(ctx, one.id) if each.statement.id == rating.statement_id)
    draft = f". {DRAFT_WORDS}" if one.released_at is None else ""
    head(
        f"{round_name(one)}{draft}",
        f"{row.statement.id} {row.statement.title}",
        f"{challenge_words(challenge)}.",
    )
    side_by_side(ctx, bank, row, rating)
    reply_panel(ctx, challenge, live)
    answer_panel(ctx, challenge, live)
    longer_panel(ctx, one, live)
    actions_panel(ctx, challenge)
    closing_panel(ctx, challenge, live)
    if st.button(f"Open {row.statement.id}", key="to_statement"):
        ctx.go("statement", id=row.statement.id)
