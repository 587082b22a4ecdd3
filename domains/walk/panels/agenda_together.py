"""Statements on which first views agree, accepted together: the whole list is read first."""

from functools import partial

import streamlit as st

from assessment.consensus import service as consensus
from assessment.consensus.rules.together import ENOUGH
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from domains.walk.model import RoomView
from domains.walk.panels.room_parts import act_button, remember


RULE = (
    "Only where at least three agencies gave the same rating, nobody said don’t know, everyone "
    "here has answered, Fully met has two kinds of evidence, and it is not safety-critical."
)
NONE = "No statement can be accepted together."
OFFER = (
    "What enough agencies see alike can be accepted without discussion, if the room wants to. The "
    "list shows the spread of each statement in it to the room."
)


def together(ctx: PageContext, view: RoomView) -> None:
    """The offer to show the list; then, once it is shown, the list with its ratings to accept.

    How many there are is not said before: the last view to come in would be told by it.
    """
    show("<h2>Accept together</h2>")
    sealed = [item for item in view.agenda.items if not item.revealed]
    if any(item.answered >= ENOUGH for item in sealed):
        _offer(ctx)
    else:
        show(fill('<p class="muted">{} {}</p>', NONE, RULE))
    revealed = {item.statement_id for item in view.agenda.order if item.revealed}
    shown = [one for one in consensus.together(ctx.desk, ctx.assessment_id) if one in revealed]
    if shown:
        _list(ctx, view, shown)
    elif sealed and st.session_state.get(_asked(ctx)):
        show(fill('<p role="status">{}</p>', NONE))


def _offer(ctx: PageContext) -> None:
    show(fill('<p>{}</p><p class="muted">{}</p>', OFFER, RULE))
    act_button(ctx, "Show the list", "together_show", partial(_show_the_list, ctx))


def _show_the_list(ctx: PageContext) -> None:
    consensus.show_together(ctx.desk, ctx.assessment_id)
    remember(_asked(ctx), True)


def _asked(ctx: PageContext) -> str:
    return f"together_asked_{ctx.assessment_id}"


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
