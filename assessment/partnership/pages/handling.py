"""How copies are marked, and how long the assessment is kept."""

from functools import partial

import streamlit as st

from assessment.partnership import service
from assessment.partnership.model import MARKINGS, Kept
from assessment.partnership.panels.texts import text_box
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, day_field
from assessment.ui.html import show


NONE = ""
OWN = "own"
_SET = (*MARKINGS, NONE)
_WORDS = {NONE: "No marking", OWN: "In our own words"}


def handling(ctx: PageContext, live: bool) -> None:
    """The handling marking that every file carries, and the day until which this is kept."""
    one = service.partnership(ctx.desk, ctx.partnership_id)
    first = service.assessment(ctx.desk, ctx.assessment_id)
    show("<h2>Handling</h2>")
    left, right = st.columns(2, gap="large")
    with left:
        own = bool(st.session_state.get(_writing(ctx))) or one.marking not in _SET
        choose(
            "Handling marking on every copy",
            [*_SET, OWN],
            key="marking",
            stored=OWN if own else one.marking,
            words=lambda value: _WORDS.get(value, value),
            on_pick=partial(_mark, ctx, one.marking),
            disabled=not live,
        )
        if own:
            text_box(ctx, Kept.PARTNERSHIP, one, "marking", "Marking in our own words", live=live)
    with right:
        day_field(
            "Keep this assessment until",
            key="keep_until",
            stored=first.keep_until,
            on_pick=partial(service.set_keep_until, ctx.desk, first.id, seen=first.keep_until),
            disabled=not live,
        )
        show("<p class='muted'>Two years is the toolkit’s default. Your area’s rules decide.</p>")


def _mark(ctx: PageContext, seen: str, value: str | None) -> None:
    st.session_state[_writing(ctx)] = value == OWN
    if value != OWN:
        service.set_marking(ctx.desk, ctx.partnership_id, value or NONE, seen=seen)


def _writing(ctx: PageContext) -> str:
    """Whether the field for one's own words is open although nothing of one's own stands yet."""
    return f"own_marking:{ctx.partnership_id}"
