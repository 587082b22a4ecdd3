"""Before a review: what it would go through, who is there, how long it takes; reviews held."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from action_plans.reviews import service
from action_plans.reviews.model import LEAST_MINUTES, MOST_MINUTES, Review
from action_plans.reviews.rules.sentences import ahead_sentence
from action_plans.reviews.rules.walking import proposed_next
from assessment.access.wording import long_date
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.fields import choose_many, day_field, whole_number
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.page import head


KEY = "review_begin"


def before_a_review(ctx: PageContext) -> None:
    """No review runs: what one held today would go through, and those held before."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    next_on = proposed_next(ctx.desk.today(), one.assess_again_on)
    ahead = service.walk_ahead(ctx.desk, ctx.partnership_id, next_on)
    head(area.name, "Review meeting", ahead_sentence(why for _, why in ahead))
    if one.next_review_on:
        show(fill("<p>The next review is set for {}.</p>", long_date(one.next_review_on)))
    st.button(
        "Begin the review",
        key=KEY,
        type="primary",
        on_click=guarded(KEY, partial(service.begin_review, ctx.desk, ctx.assessment_id)),
    )
    show_refusal(KEY)
    _held(ctx, service.reviews_of(ctx.desk, ctx.partnership_id))
    _put_away(ctx)


def opening(ctx: PageContext, one: Review) -> None:
    """The review has begun: who is there, when the next one is, how long this one may take."""
    today = long_date(one.held_on)
    ahead = service.walk_ahead(ctx.desk, one.partnership_id, one.next_on) if one.next_on else ()
    words = "Set the day of the next review: what is due by then comes up."
    lead = ahead_sentence(why for _, why in ahead) if one.next_on else words
    head(f"Review of {today}", "Who is here today?", lead)
    presence(ctx, one)
    left, right = st.columns(2, gap="large")
    with left:
        next_day(ctx, one)
    with right:
        whole_number(
            "Minutes for this review",
            key=f"review_{one.id}_minutes",
            stored=one.minutes,
            on_pick=partial(service.set_minutes, ctx.desk, one.id, seen=one.minutes),
            least=LEAST_MINUTES,
            most=MOST_MINUTES,
        )
    with st.container(horizontal=True):
        st.button(
            "Start with the first action" if ahead else "Go on to the end",
            key="review_set_off",
            type="primary",
            on_click=guarded(KEY, partial(service.set_off, ctx.desk, one.id)),
        )
        st.button(
            "Put this review away",
            key="review_away",
            on_click=guarded(KEY, partial(service.put_away, ctx.desk, one.id)),
        )
    show_refusal(KEY)


def presence(ctx: PageContext, one: Review) -> None:
    """Which agencies are there."""
    agencies = {a.id: a.name for a in partnerships.agencies(ctx.desk, one.partnership_id)}
    if not agencies:
        show('<p class="muted">No agencies are named yet; the page Prepare takes them.</p>')
        return
    choose_many(
        "Agencies that are here",
        list(agencies),
        key=f"review_{one.id}_present",
        stored=one.present,
        words=agencies.__getitem__,
        on_pick=partial(service.set_present, ctx.desk, one.id),
    )


def next_day(ctx: PageContext, one: Review) -> None:
    """The day of the next review."""
    day_field(
        "Next review",
        key=f"review_{one.id}_next",
        stored=one.next_on,
        on_pick=partial(service.set_next, ctx.desk, one.id, seen=one.next_on),
    )


def _held(ctx: PageContext, reviews: Sequence[Review]) -> None:
    if not reviews:
        return
    show("<h2>Reviews held</h2>")
    for one in reviews:
        day = long_date(one.held_on)
        with st.container(horizontal=True, vertical_alignment="center"):
            show(fill("<p>{}</p>", day))
            if st.button(f"Open the record of {day}", key=f"record_{one.id}"):
                ctx.go("review", review=one.id)


def _put_away(ctx: PageContext) -> None:
    gone = service.put_away_reviews(ctx.desk, ctx.partnership_id)
    if not gone:
        return
    with st.expander("Reviews put away"):
        for one in gone:
            key = f"review_back_{one.id}"
            st.button(
                f"Put the review of {long_date(one.held_on)} back",
                key=key,
                on_click=guarded(key, partial(service.put_back, ctx.desk, one.id)),
            )
            show_refusal(key)
