"""The lead's screens that follow the room: they ask one number a second, and draw again when it
has moved. The many devices of a room are told instead: see `moves`.
"""

from collections.abc import Callable

import streamlit as st

from assessment.ui.context import PageContext


# At 2 s the promise "within two seconds" would break.
EVERY_SECONDS = 1.0
_SEEN = "following"


def about_to_draw(ctx: PageContext) -> None:
    """Say, before anything is read, that the whole page is drawn now as the room is now.

    Then `follow_the_room` draws again only for what comes after: one's own press is drawn once,
    and no second run begins while the browser still asks for the page that was just left.
    """
    st.session_state[_key(ctx)] = _now(ctx)


def follow_the_room(ctx: PageContext, redraw: Callable[[], None]) -> None:
    """Draw again by `redraw`, once, whenever anything was done in the assessment.

    A page places this once, below everything else. One's own saves move the number too: what is
    drawn then is what is there already.
    """
    _ask(ctx, redraw)


@st.fragment(run_every=EVERY_SECONDS)
def _ask(ctx: PageContext, redraw: Callable[[], None]) -> None:
    key, now = _key(ctx), _now(ctx)
    before = st.session_state.get(key)
    st.session_state[key] = now
    if before is not None and before != now:
        redraw()


def _now(ctx: PageContext) -> int:
    with ctx.desk.store.reading() as tx:
        return tx.sequence(ctx.assessment_id)


def _key(ctx: PageContext) -> str:
    return f"{_SEEN}_{ctx.assessment_id}"
