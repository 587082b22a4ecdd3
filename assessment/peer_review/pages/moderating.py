"""Moderated ratings: set by the partnership when it meets, beside what everybody said."""

from collections.abc import Sequence

import streamlit as st

from assessment.access.errors import NotFound
from assessment.access.wording import counted
from assessment.partnership import service as partnerships
from assessment.peer_review.panels.back import NOTHING_BACK
from assessment.peer_review.panels.moderated import meeting_panel, statement_panel
from assessment.peer_review.panels.named import named_round
from assessment.peer_review.panels.next_step import round_name
from assessment.peer_review.panels.side_by_side import (
    Beside,
    bank_of_round,
    beside,
    differing_words,
)
from assessment.peer_review.permissions import user_can_lead_review
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.page import head


BESIDE = (
    "What you agreed stays as it is, and so does what peer reviewers said. This rating stands "
    "beside both, and needs at least two agencies at the meeting."
)


def render(ctx: PageContext) -> None:
    """The statements of the review that the address names, those seen differently first."""
    if st.button("Back to the review", key="to_round"):
        ctx.go("round", id=st.query_params.get("id", ""), section="back")
    try:
        one = named_round(ctx)
    except NotFound as error:
        show("<h1>No such review</h1>", message(error))
        return
    rows = [row for row in beside(ctx, one.id) if row.given]
    head(round_name(one), "Moderated ratings", _lead(rows))
    if not rows:
        show(fill("<p>{}</p>", NOTHING_BACK))
        return
    show(fill("<p>{}</p>", BESIDE))
    meeting_panel(ctx, one)
    status = partnerships.assessment(ctx.desk, one.assessment_id).status
    live = user_can_lead_review(ctx.desk.actor, status) and not one.archived_at
    bank = bank_of_round(ctx, one.assessment_id)
    for row in sorted(rows, key=lambda row: (not row.differs, not row.asks)):
        statement_panel(ctx, bank, one.id, row.statement.id, live)


def _lead(rows: Sequence[Beside]) -> str:
    if not rows:
        return ""
    done = counted(sum(bool(row.moderated) for row in rows), "moderated rating")
    return f"{differing_words(rows)} {done} set so far."
