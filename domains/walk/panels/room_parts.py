"""What every part of the room's screen is made of: its one kind of button, and its refusals."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.consensus import service as consensus
from assessment.consensus.rules.agenda import AgendaItem
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.messages import guarded, show_refusal
from domains.walk.model import RoomStatement


# All refusals of the screen are drawn in one place, where the room is looking anyway.
REFUSED = "room"


def act_button(
    ctx: PageContext,
    words: str,
    key: str,
    act: Callable[[], object],
    *,
    primary: bool = False,
    shortcut: str | None = None,
) -> None:
    """A button that acts, and has the screen drawn again by `ctx.changed` when it could."""
    st.button(
        literal(words),
        key=key,
        type="primary" if primary else "secondary",
        on_click=guarded(REFUSED, partial(_then, ctx, act)),
        shortcut=shortcut,
    )


def refusals() -> None:
    """Draw what could not be done, once."""
    show_refusal(REFUSED)


def remember(key: str, value: object) -> None:
    """Keep what one screen alone shows, such as an open question; never anything of a view."""
    st.session_state[key] = value


def park(ctx: PageContext, here: RoomStatement, after: AgendaItem | None) -> None:
    """The statement waits at the end of the list, and the room goes on to the next."""
    with ctx.desk.store.writing():
        consensus.park(ctx.desk, ctx.assessment_id, here.id, seen=here.decided_at)
        if after is not None:
            consensus.go_to(ctx.desk, ctx.assessment_id, after.statement_id, seen=here.id)


def _then(ctx: PageContext, act: Callable[[], object]) -> None:
    act()
    ctx.changed()
