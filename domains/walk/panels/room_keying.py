"""Views called out, held up or typed into a call's chat: one keystroke for each agency.

The picture stays blank: a cell shows whether there is an answer, and never which.
"""

from collections.abc import Collection, Sequence
from functools import partial

import streamlit as st

from assessment.ui.context import PageContext
from assessment.ui.keypad import Keyed, Pair, keypad
from assessment.views import service as views
from assessment.views.model import KeyedView, Way
from assessment.views.rules.answers import KEYS, said_words
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.room_parts import act_button, remember


def is_keying(ctx: PageContext, here: RoomStatement) -> bool:
    """Whether this screen has the keys open; then no other keys of the screen work.

    With the spread they are gone from the screen, closed by hand or not.
    """
    return here.spread is None and bool(st.session_state.get(_open(ctx, here)))


def keying_button(ctx: PageContext, here: RoomStatement) -> None:
    """Opens the row of keys, or puts it away; the thing to do where nobody has answered yet."""
    open_now = is_keying(ctx, here)
    first = not (open_now or here.answered or here.item.settled) and bool(here.thinking)
    words = "Close the keys" if open_now else "Key the views called out"
    turn = partial(remember, _open(ctx, here), not open_now)
    act_button(ctx, words, "room_keying", turn, primary=first)


def keying_row(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """One row, this statement; a column for each agency asked."""
    pairs = [(here.id, agency) for agency in here.asked]
    labels = view.bank.labels()
    keypad(
        [(here.id, here.statement.title)],
        [(agency, view.names[agency]) for agency in here.asked],
        pairs,
        [pair for pair in pairs if pair[1] in here.answered],
        partial(_keep, ctx),
        key=f"room_keys_{here.id}_{ctx.assessment_id[:8]}",
        keys={key: said_words(said, labels) for key, said in KEYS.items()},
        label="Views called out",
        along="row",
        focused=True,
        then=ctx.changed,
    )


def _keep(ctx: PageContext, batch: Sequence[Keyed]) -> Collection[Pair]:
    keyed = [
        KeyedView(one.row, one.column, KEYS[one.key] if one.key else None, one.replace)
        for one in batch
    ]
    return views.key_in(ctx.desk, ctx.assessment_id, keyed, way=Way.CALLED_OUT)


def _open(ctx: PageContext, here: RoomStatement) -> str:
    return f"room_keying_{here.id}_{ctx.assessment_id}"
