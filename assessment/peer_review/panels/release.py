"""From a draft to what others may read: facts checked, released, strengths passed on, closed."""

from functools import partial

import streamlit as st

from assessment.access.wording import moment
from assessment.peer_review import service
from assessment.peer_review.model import ReviewerRating, ReviewRound
from assessment.peer_review.panels.acts import act_button, done
from assessment.peer_review.panels.boxes import day_box, round_box
from assessment.peer_review.rules.stage import Stage
from assessment.ui.context import PageContext
from assessment.ui.fields import tick
from assessment.ui.html import fill, show


CHECK = (
    "What peer reviewers wrote is a draft until you have looked for errors of fact in it: a name, "
    "a number, a service that has changed. Tell the reviewing area what is wrong before you "
    "record this. Ten working days are usual."
)
RELEASE = (
    "Before this, no copy for the board, the region or the public holds any of it. Afterwards they "
    "hold moderated ratings, how often reviewers agreed, and strengths you pass on. Who reviewed, "
    "and the words of challenges, stay in the partnership’s own copy."
)
RELEASED = "Released on {}. Copies made from now on hold what it found."
BORROW = (
    "What peer reviewers would like to take home. Only what you tick is passed on, and only with a "
    "shared mailbox to ask at."
)
NO_BORROW = "No peer reviewer has named anything yet."
NO_MAILBOX = "Nothing is passed on yet: give a shared mailbox to ask at."


def release_section(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """Facts, release, strengths to borrow, and the end of the review."""
    # Before that stage the page's one primary button leads to the packs.
    at_this = service.standing(ctx.desk, one.id).stage is Stage.FACTS
    _facts(ctx, one, live, primary=at_this)
    _release(ctx, one, live, primary=at_this and one.facts_checked_at is not None)
    _strengths(ctx, one, live)
    show("<h2>The end of the review</h2>")
    if one.closed_at:
        show(done("Closed", one.closed_at))
        act_button(ctx, "Open this review again", service.open_round_again, one.id, live)
    else:
        act_button(ctx, "Close this review", service.close_round, one.id, live)
    if not one.archived_at:
        act_button(ctx, "Put this review away", service.put_round_away, one.id, live)


def _facts(ctx: PageContext, one: ReviewRound, live: bool, *, primary: bool) -> None:
    show("<h2>Check the facts</h2>", fill("<p>{}</p>", CHECK))
    pick = partial(service.set_facts_due, ctx.desk, one.id, seen=one.facts_due_on)
    left, _ = st.columns(2, gap="large")
    with left:
        day_box(one, "facts_due_on", "Facts are checked by", pick, live)
    if one.facts_checked_at:
        show(done("Checked", one.facts_checked_at))
        return
    words = "Record that the facts are checked"
    act_button(ctx, words, service.check_facts, one.id, live, primary=primary)


def _release(ctx: PageContext, one: ReviewRound, live: bool, *, primary: bool) -> None:
    show("<h2>Release</h2>", fill("<p>{}</p>", RELEASE))
    if one.released_at:
        show(fill("<p><strong>{}</strong></p>", RELEASED.format(moment(one.released_at))))
        act_button(ctx, "Take the release back", service.take_release_back, one.id, live)
        return
    act_button(ctx, "Release what it found", service.release, one.id, live, primary=primary)


def _strengths(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    found = [each for each in service.ratings(ctx.desk, one.id) if each.borrow.strip()]
    show("<h2>Strengths to borrow</h2>", fill("<p>{}</p>", BORROW if found else NO_BORROW))
    if not found:
        return
    round_box(ctx, one, "mailbox", "Shared mailbox", live, "Such as drugs.partnership@area.gov.uk")
    if not one.mailbox.strip():
        show(fill("<p><strong>{}</strong></p>", NO_MAILBOX))
    for each in found:
        _strength(ctx, each, live)


def _strength(ctx: PageContext, one: ReviewerRating, live: bool) -> None:
    tick(
        f"Pass on {one.statement_id}: {one.borrow}",
        key=f"pass_on_{one.id}",
        stored=one.pass_on,
        on_pick=partial(service.set_pass_on, ctx.desk, one.id),
        disabled=not live,
    )
