"""The head of a review's page: how far it has come, and the one next thing to do."""

import streamlit as st

from assessment.peer_review import service
from assessment.peer_review.model import Question, ReviewRound
from assessment.peer_review.rules.stage import STAGE_WORDS, Stage, Standing
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.symbols import steps


PACKS = "reviewer_packs"
UNNAMED = "an area still to be named"


def round_name(one: ReviewRound) -> str:
    """Review 1, by Brackley."""
    return f"Review {one.number}, by {one.reviewing_area.strip() or UNNAMED}"


def stage_line(standing: Standing) -> None:
    """The stages in a row with the current one marked."""
    show(steps(STAGE_WORDS.values(), standing.words))


def next_panel(ctx: PageContext, one: ReviewRound, standing: Standing, here: str) -> bool:
    """What is next, and the button that leads there; `here` is the section on show.

    Gives whether the button is there: then it is the page's primary one.
    """
    if not standing.next:
        return False
    with st.container(key="next"):
        show("<h2 class='vh'>Next</h2>", fill('<p class="lead">{}</p>', standing.next))
        words, section = _way(ctx, one, standing)
        if section == PACKS:
            return PACKS in ctx.links and _button(ctx, one, words, section)
        return section != here and _button(ctx, one, words, section)


def _button(ctx: PageContext, one: ReviewRound, words: str, section: str) -> bool:
    if st.button(words, key="round_next", type="primary"):
        if section == PACKS:
            ctx.go(PACKS, id=one.id)
        ctx.go("round", id=one.id, section=section)
    return True


def _way(ctx: PageContext, one: ReviewRound, standing: Standing) -> tuple[str, str]:
    """Words of the button, and the section of the page, or the page of packs, it leads to."""
    if standing.stage is Stage.SETTING_UP:
        return _setting_up(ctx, one)
    if standing.stage in {Stage.OUT, Stage.BACK}:
        return "Go to reviewer packs", PACKS
    if standing.stage is Stage.RELEASED:
        return "Go to strengths and release", "release"
    return "Go to facts and release", "release"


def _setting_up(ctx: PageContext, one: ReviewRound) -> tuple[str, str]:
    people = service.reviewers(ctx.desk, one.id)
    if not one.reviewing_area.strip() or not all(each.role.strip() for each in people):
        return "Say who reviews", "who"
    answers = [each.answer for each in service.conflicts(ctx.desk, one.id)]
    if not people or len(answers) < len(Question) or None in answers:
        return "Go to who reviews", "who"
    if not service.scope(ctx.desk, one.id):
        return "Choose the statements", "what"
    return "Go to reviewer packs", PACKS
