"""Screens that follow the room: they ask one number a second, and draw again when it has moved."""

import time
from collections.abc import Callable
from threading import current_thread

import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

from assessment.ui.context import PageContext


# At 2 s the promise "within two seconds" would break; at 1 s thirty screens cost a tenth of a core.
EVERY_SECONDS = 1.0
# How far the server may lag behind what it is asked, when all thirty ask at once.
LAG_SECONDS = 0.2
_SEEN, _DRAWN = "following", "following_drawn"


def about_to_draw(ctx: PageContext) -> None:
    """Say, before anything is read, that the whole page is drawn now as the room is now.

    Then `follow_the_room` draws again only for what comes after: one's own press is drawn once,
    and no second run begins while the browser still asks for the page that was just left.
    """
    st.session_state[_key(ctx)] = _now(ctx)


def drawn() -> None:
    """Say, at its end, that a part was drawn which `follow_the_room` has to see arrive.

    Streamlit loses what a run drew last where a timer asks in the moment at which it ends: a new
    thread takes the old one's place, and what the old one has still to send is passed over.
    """
    st.session_state[_DRAWN] = (current_thread(), time.monotonic())


def follow_the_room(
    ctx: PageContext, redraw: Callable[[], None], again: Callable[[], None] | None = None
) -> None:
    """Draw again by `redraw`, once, whenever anything was done in the assessment.

    A page places this once, below everything else. One's own saves move the number too: what is
    drawn then is what is there already. `again` draws what may not have arrived, whether or not
    anything was done; without it `redraw` does.
    """
    drawn()
    _ask(ctx, redraw, again or redraw)


def draw_again(part: str) -> None:
    """Draw the fragment of this key, and nothing else, once the run that goes on has ended.

    `st.rerun` takes a key only in a widget's callback, and whoever follows the room has pressed
    nothing. So it is asked for as a browser asks for a fragment when something in it is pressed.
    """
    run = get_script_run_ctx()
    if run is not None and run.script_requests is not None:
        run.script_requests.request_rerun(
            RerunData(
                query_string=run.query_string,
                page_script_hash=run.page_script_hash,
                fragment_id_queue=run.fragment_storage.resolve_target(part),
                cached_message_hashes=run.cached_message_hashes,
                context_info=run.context_info,
            )
        )


@st.fragment(run_every=EVERY_SECONDS)
def _ask(ctx: PageContext, redraw: Callable[[], None], again: Callable[[], None]) -> None:
    key, now = _key(ctx), _now(ctx)
    before = st.session_state.get(key)
    st.session_state[key] = now
    if _may_be_lost():
        again()
    elif before is not None and before != now:
        redraw()


def _may_be_lost() -> bool:
    """Whether another thread drew so shortly ago that this one may have taken its place."""
    thread, at = st.session_state.get(_DRAWN, (None, 0.0))
    return thread is not current_thread() and time.monotonic() - at < LAG_SECONDS


def _now(ctx: PageContext) -> int:
    with ctx.desk.store.reading() as tx:
        return tx.sequence(ctx.assessment_id)


def _key(ctx: PageContext) -> str:
    return f"{_SEEN}_{ctx.assessment_id}"
