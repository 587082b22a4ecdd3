"""Statements on which first views agree, accepted together: the whole list is read first."""

from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.consensus import service as consensus
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from domains.walk.model import RoomView
from domains.walk.panels.room_parts import act_button


RULE = (
    "Only where at least three agencies gave the same rating, nobody said don’t know, everyone "
    "here has answered, Fully met has two kinds of evidence, and it is not safety-critical."
)


def together(ctx: PageContext, view: RoomView) -> None:
    """How many there are; then, once it is shown, the list with its ratings to accept."""
    ids = consensus.together(ctx.desk, ctx.assessment_id)
    show("<h2>Accept together</h2>")
    if not ids:
        show(fill('<p class="muted">No statement can be accepted together. {}</p>', RULE))
        return
    revealed = {item.statement_id for item in view.agenda.order if item.revealed}
    shown = [one for one in ids if one in revealed]
    if len(shown) < len(ids):
        _offer(ctx, len(ids))
    if shown:
        _list(ctx, view, shown)


def _offer(ctx: PageContext, number: int) -> None:
    words = "can be accepted without discussion, if the room wants to."
    show(fill('<p>{} {}</p><p class="muted">{}</p>', counted(number, "statement"), words, RULE))
    reveal = partial(consensus.show_together, ctx.desk, ctx.assessment_id)
    act_button(ctx, "Show the list", "together_show", reveal)


def _list(ctx: PageContext, view: RoomView, ids: list[str]) -> None:
    """Each can be taken out with one key or click; what is left is recorded by one press."""
    show("<p>Read it out. Anyone can take a statement out: then it is talked about.</p>")
    keys = {one: f"together_{one}_{ctx.assessment_id[:8]}" for one in ids}
    for one, key in keys.items():
        statement = view.bank.statement(one)
        st.session_state.setdefault(key, True)
        st.checkbox(literal(f"{one} {statement.title}: {_rating(ctx, view, one)}"), key=key)
    number = sum(bool(st.session_state[key]) for key in keys.values())
    if number:
        words = f"Accept {'this one' if number == 1 else f'these {number}'}"
        act_button(ctx, words, "together_accept", partial(_accept, ctx, keys))


def _rating(ctx: PageContext, view: RoomView, statement_id: str) -> str:
    spread = consensus.spread_shown(ctx.desk, ctx.assessment_id, statement_id)
    return view.bank.label(spread.levels[0])


def _accept(ctx: PageContext, keys: dict[str, str]) -> None:
    wanted = [one for one, key in keys.items() if st.session_state.get(key)]
    consensus.accept_together(ctx.desk, ctx.assessment_id, wanted)
