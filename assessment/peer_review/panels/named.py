"""The review that a page is about: the one that its address names."""

import streamlit as st

from assessment.access.errors import NotFound
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import ReviewRound
from assessment.ui.context import PageContext


ELSEWHERE = "That review is of another assessment. Open it from there."


def named_round(ctx: PageContext) -> ReviewRound:
    """The review that the address names. Raises NotFound for none, or another assessment's."""
    one = service.round_of(ctx.desk, st.query_params.get("id", ""))
    if one.assessment_id != ctx.assessment_id:
        raise NotFound(ELSEWHERE)
    return one


def named_or_newest(ctx: PageContext) -> ReviewRound | None:
    """The same, or the assessment's newest review where the address names none."""
    if st.query_params.get("id"):
        return named_round(ctx)
    return next(reversed(service.rounds(ctx.desk, ctx.assessment_id)), None)


def whose_papers(ctx: PageContext, one: ReviewRound | None) -> str:
    """What stands above the heading of a review's papers: the assessment, and who reviews it."""
    title = partnerships.assessment(ctx.desk, ctx.assessment_id).title
    by = f" Review by {one.reviewing_area}." if one and one.reviewing_area.strip() else ""
    return f"{title}.{by}"
