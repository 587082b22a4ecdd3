"""On an agency's device: how far it has come, where the room is, and the way to a statement."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.bank.model import Statement
from assessment.consensus.rules.agenda import GENTLE_WORDS
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show


NOTHING_ASKED = "<p>No statement of this assessment is asked of your agency.</p>"
STATEMENT = "statement"
_AT = "seat_statement"


def turn_to(statement_id: str) -> None:
    """Let the page show a statement, and the address name it: a reload comes back to it."""
    st.session_state[_AT] = st.query_params[STATEMENT] = statement_id


def follow_the_address() -> None:
    """From now on the page shows the statement of the address, as when it is opened or gone back.

    In between the page knows better: what a timer asks may still bring the address of before.
    """
    st.session_state[_AT] = st.query_params.get(STATEMENT, "")


def current(asked: Sequence[Statement], given: frozenset[str]) -> Statement:
    """The statement that the page shows; else the first without an answer, which it names."""
    ids = {one.id: one for one in asked}
    wanted = st.session_state.get(_AT, "")
    if wanted not in ids:
        wanted = next((one.id for one in asked if one.id not in given), asked[0].id)
    if st.query_params.get(STATEMENT) != wanted:
        turn_to(wanted)
    return ids[wanted]


def progress(
    ctx: PageContext, statement_id: str, asked: Sequence[Statement], given: frozenset[str]
) -> None:
    """You have answered 12 of 39, and the list to choose from; a choice ends with `ctx.changed`."""
    mine = [one for one in asked if one.id in given]
    show(fill('<p role="status">You have answered {} of {}.</p>', len(mine), len(asked)))
    words = {one.id: _words(one, one.id in given) for one in asked}
    # Another widget whenever the words change: by its old words it would seem to be chosen anew.
    key = f"seat_go_{statement_id}_{''.join(one.id for one in mine)}"
    st.selectbox(
        "Statement",
        list(words),
        index=list(words).index(statement_id),
        format_func=words.__getitem__,
        key=key,
        on_change=partial(_chosen, ctx, key),
    )


def _words(one: Statement, answered: bool) -> str:
    return literal(f"{one.id} {one.title}{', answered' if answered else ''}")


def _chosen(ctx: PageContext, key: str) -> None:
    turn_to(st.session_state[key])
    ctx.changed()


def where_the_room_is(room_at: str | None, statement_id: str, asked: Sequence[Statement]) -> None:
    """The statement the room talks about, with the way there; nothing before it begins."""
    if room_at is None:
        return
    if room_at == statement_id:
        show("<p><strong>The room is at this statement.</strong></p>")
        return
    if room_at not in {one.id for one in asked}:
        words = "The room is at {}, which is not asked of your agency."
        show(fill(f"<p><strong>{words}</strong></p>", room_at))
        return
    with st.container(key="row_room_at", horizontal=True, vertical_alignment="center"):
        show(fill("<p><strong>The room is at {}.</strong></p>", room_at))
        st.button(f"Go to {room_at}", key="seat_follow", on_click=partial(turn_to, room_at))


def pause_first(one: Statement, after: str) -> bool:
    """Say gently what comes, and whether it waits: until this device goes on."""
    words = GENTLE_WORDS.get(one.safety) if one.safety else None
    key = f"seat_pause_{one.id}"
    if words is None or st.session_state.get(f"{key}_on"):
        return False
    show(fill('<p class="lead">{}</p>', words))
    with st.container(horizontal=True):
        st.button("Go on", key=key, type="primary", on_click=partial(_go_on, f"{key}_on"))
        if after != one.id:
            st.button("Come back to it", key=f"{key}_later", on_click=partial(turn_to, after))
    return True


def _go_on(key: str) -> None:
    st.session_state[key] = True


def way_on(one: Statement, asked: Sequence[Statement], given: frozenset[str]) -> None:
    """The statement before, the next that has no answer, and the next."""
    ids = [each.id for each in asked]
    place = ids.index(one.id)
    open_ones = [each for each in [*ids[place + 1 :], *ids[:place]] if each not in given]
    with st.container(key="foot", horizontal=True, horizontal_alignment="distribute"):
        if place:
            _button(f"← {ids[place - 1]}", ids[place - 1])
        if open_ones and open_ones[0] not in ids[place + 1 : place + 2]:
            _button(f"{open_ones[0]}, without an answer", open_ones[0])
        if place + 1 < len(ids):
            _button(f"{ids[place + 1]} →", ids[place + 1], primary=True)


def _button(words: str, statement_id: str, *, primary: bool = False) -> None:
    st.button(
        literal(words),
        key=f"seat_to_{statement_id}_{'on' if primary else 'back'}",
        type="primary" if primary else "secondary",
        on_click=partial(turn_to, statement_id),
    )
