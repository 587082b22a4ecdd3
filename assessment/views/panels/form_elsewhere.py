"""On a joined device: that its agency answered elsewhere, never what, and the way to another."""

from functools import partial

import streamlit as st

from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.views.model import OwnForm


ELSEWHERE = (
    "Your agency has answered this one already, by another way or on another device. Whoever has "
    "the code can join, so this device does not show which answer. It stands."
)
INSTEAD = (
    "What you choose here takes the place of the answer that stands, and of the words with it. "
    "Until you choose, it stands."
)


def another_instead(ctx: PageContext, form: OwnForm, agency_id: str) -> bool:
    """Say that the answer stands; whether this device has asked to give another in its place."""
    key = f"another_{form.statement.id}_{agency_id[:8]}_{'late' if form.late else 'first'}"
    chosen = bool(st.session_state.get(f"{key}_on"))
    show(fill("<p><strong>{}</strong></p>", INSTEAD if chosen else ELSEWHERE))
    if not chosen and form.live:
        st.button(
            "Give another answer instead", key=key, on_click=partial(_choose, ctx, f"{key}_on")
        )
    return chosen


def _choose(ctx: PageContext, key: str) -> None:
    st.session_state[key] = True
    ctx.changed()
