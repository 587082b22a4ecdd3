"""The visit and what follows it: day, length and place, a prison's gate, and the progress check."""

from datetime import timedelta
from functools import partial

import streamlit as st

from assessment.access.wording import counted, long_date
from assessment.peer_review import service
from assessment.peer_review.model import ReviewRound
from assessment.peer_review.panels.boxes import day_box, round_box
from assessment.peer_review.service.setting_up import MOST_DAYS, MOST_MINUTES
from assessment.ui.context import PageContext
from assessment.ui.fields import whole_number
from assessment.ui.html import fill, show


GATE = (
    "If they visit a prison: its gate asks for every visitor’s name beforehand and for proof of "
    "identity on the day, and lets in no phones or laptops, so bring what they need on paper."
)
PAPERS = "visit"  # the page
NO_VISIT = "A visit is not needed for a review. Without one, leave the day empty."


def visit_section(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """When, how long and where; the gate's notice; when both areas look at what became of it."""
    show("<h2>The visit</h2>", fill("<p>{}</p>", NO_VISIT))
    left, right = st.columns(2, gap="large")
    with left:
        visit = partial(service.set_visit, ctx.desk, one.id, seen=one.visit_on)
        day_box(one, "visit_on", "Day of the visit", visit, live)
        _number(ctx, one, "visit_minutes", "Minutes for the visit", live)
    with right:
        round_box(ctx, one, "visit_place", "Where", live)
        _number(ctx, one, "gate_notice_days", "Days of notice the gate needs", live)
    show(fill('<p class="muted">{}</p>', GATE), fill("<p>{}</p>", _names_by(one)))
    show("<h2>Afterwards</h2>")
    check = partial(service.set_progress_check, ctx.desk, one.id, seen=one.progress_check_on)
    left, _ = st.columns(2, gap="large")
    with left:
        day_box(one, "progress_check_on", "Progress check with the reviewing area", check, live)
    show('<p class="muted">Both days are in the calendar file of the partnership.</p>')
    if PAPERS in ctx.links and st.button("Make the agenda and the letter", key="round_to_visit"):
        ctx.go(PAPERS, id=one.id)


def _number(ctx: PageContext, one: ReviewRound, field: str, label: str, live: bool) -> None:
    minutes = field == "visit_minutes"
    act = service.set_visit_minutes if minutes else service.set_gate_notice
    stored = getattr(one, field)
    whole_number(
        label,
        key=f"round_{one.id}_{field}",
        stored=stored,
        on_pick=partial(act, ctx.desk, one.id, seen=stored),
        least=1 if minutes else 0,
        most=MOST_MINUTES if minutes else MOST_DAYS,
        disabled=not live,
    )


def _names_by(one: ReviewRound) -> str:
    """Until when names go to the gate; empty without a visit or a notice."""
    if one.visit_on is None or not one.gate_notice_days:
        return ""
    by = long_date(one.visit_on - timedelta(days=one.gate_notice_days))
    return f"Send the visitors’ names to the gate by {by}: {_notice(one.gate_notice_days)} before."


def _notice(days: int) -> str:
    return counted(days, "day")
