"""Reviews by other areas: how far each has come and what is next, or what such a review is."""

from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.partnership.panels.put_away import put_away_list
from assessment.partnership.rules.scope import spoken_minutes
from assessment.peer_review import service
from assessment.peer_review.model import ReviewRound
from assessment.peer_review.panels.next_step import round_name
from assessment.peer_review.permissions import (
    NOT_AGREED,
    user_can_begin_round,
    user_can_lead_review,
)
from assessment.peer_review.rules.scope import MOST, minutes
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown
from assessment.ui.page import head


WHAT_IT_IS = (
    "Somebody from another authority, a neighbouring probation area or another prison rates a few "
    "of your statements afresh, from the same words and the evidence you show them.",
    "Where they see it differently, the agency concerned replies, and the partnership decides what "
    "changes; your own rating stays on record beside theirs.",
    "It asks each peer reviewer for about {}: {} statements at most, in a workbook, without an "
    "account.",
)


def render(ctx: PageContext) -> None:
    """The reviews of one assessment; where there is none, what one is and how to begin."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    found = service.rounds(ctx.desk, ctx.assessment_id)
    lead = f"{counted(len(found), 'review')} of this assessment." if found else ""
    head(partnerships.area_and_title(ctx.desk, one), "Review by another area", lead)
    if not found:
        time = spoken_minutes(minutes(MOST))
        show(*(fill("<p>{}</p>", words.format(time, MOST)) for words in WHAT_IT_IS))
    for each in found:
        _row(ctx, each)
    _begin(ctx, one, first=not found)
    if "pairing" in ctx.links and st.button("Pair the areas of a region", key="reviews_to_pairing"):
        ctx.go("pairing")
    gone = service.rounds(ctx.desk, ctx.assessment_id, archived=True)
    put_away_list(
        "review",
        [(each.id, round_name(each)) for each in gone],
        partial(service.put_round_back, ctx.desk),
        user_can_lead_review(ctx.desk.actor, one.status),
    )


def _row(ctx: PageContext, one: ReviewRound) -> None:
    """A review, how far it has come and what it waits for."""
    standing = service.standing(ctx.desk, one.id)
    name = round_name(one)
    with st.container(key=f"row_round_{one.id}", horizontal=True, vertical_alignment="center"):
        show(
            fill(
                '<p><strong>{}</strong><br>{}.<br><span class="muted">{}</span></p>',
                name,
                standing.words,
                standing.next,
            )
        )
        if st.button(f"Open review {one.number}", key=f"open_round_{one.id}"):
            ctx.go("round", id=one.id)


def _begin(ctx: PageContext, one: Assessment, *, first: bool) -> None:
    """The button that begins one; before the ratings are agreed, the way to that."""
    if user_can_begin_round(ctx.desk.actor, one.status):
        words = "Begin a review by another area" if first else "Begin another review"
        if st.button(words, key="begin_round", type="primary" if first else "secondary"):
            with errors_shown():
                ctx.go("round", id=service.begin_round(ctx.desk, ctx.assessment_id))
    elif first:
        show(fill("<p>{}</p>", NOT_AGREED))
        if st.button("Go to the results", key="reviews_to_results", type="primary"):
            ctx.go("results")
