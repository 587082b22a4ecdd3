"""The lead's screens that follow the room: each is drawn again when something was done in it."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

import streamlit as st

from assessment.access.desk import Desk
from assessment.ui.context import PageContext
from assessment.ui.moves import listen


# While thirty views come in within two seconds a screen is drawn again about once a second.
PAUSE_SECONDS = 0.7
_SEEN = "following"


def about_to_draw(ctx: PageContext) -> None:
    """Say, before anything is read, that the whole page is drawn now as the room is now.

    Then `follow_the_room` draws again only for what comes after: one's own press is drawn once,
    and no second run begins while the browser still asks for the page that was just left.
    """
    st.session_state[_key(ctx)] = _now(ctx)


def follow_the_room(ctx: PageContext, redraw: Callable[[], None]) -> None:
    """Draw again by `redraw`, once, whenever anything was done in the assessment.

    A page places this once, below everything else. One's own saves move the number too: a page
    that says so by `about_to_draw` is not drawn twice for them.
    """
    seen = st.session_state.setdefault(_key(ctx), _now(ctx))
    moved = partial(_moved, ctx, redraw)
    listen("room", ctx.assessment_id, str(seen), moved, pause=PAUSE_SECONDS)


def room_marks(desk: Desk, assessments: Collection[str]) -> Mapping[str, str]:
    """How many acts each of these assessments has seen, by its id, for those who listen."""
    with desk.store.reading() as tx:
        return {each: str(tx.sequence(each)) for each in assessments}


def _moved(ctx: PageContext, redraw: Callable[[], None]) -> None:
    now = _now(ctx)
    if st.session_state.get(_key(ctx)) != now:
        st.session_state[_key(ctx)] = now
        redraw()


def _now(ctx: PageContext) -> int:
    with ctx.desk.store.reading() as tx:
        return tx.sequence(ctx.assessment_id)


def _key(ctx: PageContext) -> str:
    return f"{_SEEN}_{ctx.assessment_id}"
