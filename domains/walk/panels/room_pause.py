"""Screens of their own: a gentle word before a statement, a break, and the end of the list."""

from functools import partial

import streamlit as st

from assessment.consensus import service as consensus
from assessment.consensus.rules.agenda import AgendaItem
from assessment.consensus.rules.pace import clock_words
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.room_parts import act_button, park, remember


def needs_a_moment(ctx: PageContext, here: RoomStatement) -> bool:
    """Whether the gentle word comes first: until this screen goes on, or the room has seen it."""
    seen = here.item.revealed or here.item.settled or _gone_on(ctx, here.item) in st.session_state
    return bool(here.item.gentle_words) and not seen


def moment(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """What comes is said before it is shown, and the room may come back to it."""
    item = here.item
    show(
        '<h1 class="vh">Before the next statement</h1>',
        fill('<p class="say">{}</p>', item.gentle_words),
    )
    with st.container(horizontal=True):
        on = partial(remember, _gone_on(ctx, item), True)
        act_button(ctx, "Go on", "room_go_on", on, primary=True)
        later = partial(park, ctx, here, view.agenda.next_after(here.id))
        act_button(ctx, "Come back to it", "room_park", later)


def on_break(ctx: PageContext, view: RoomView) -> bool:
    """Whether the room has a break; it ends by itself or by hand."""
    until = view.agenda.pace.break_until
    if until is None:
        return False
    show(
        "<h1>Break</h1>",
        fill('<p class="say">We meet again at {}.</p>', clock_words(until, ctx.desk.now())),
    )
    end = partial(consensus.end_break, ctx.desk, ctx.assessment_id)
    with st.container(horizontal=True):
        act_button(ctx, "End the break", "room_end_break", end, primary=True)
        if st.button("Leave the room screen", key="room_leave"):
            ctx.go("agenda")
    return True


def not_begun(ctx: PageContext, view: RoomView) -> None:
    """Before the room has come to a statement, or once none is left."""
    first = view.agenda.next_after(None)
    if first is None:
        show("<h1>Every statement is settled</h1><p>Look at the results together.</p>")
        if st.button("Go to the results", key="room_results", type="primary"):
            ctx.go("results")
        return
    show(
        "<h1>Ready when you are</h1>", fill('<p class="say">{}</p>', " ".join(view.agenda.opening))
    )
    words = f"Begin with {first.statement_id} {view.bank.statement(first.statement_id).title}"
    begin = partial(consensus.go_to, ctx.desk, ctx.assessment_id, first.statement_id, seen=None)
    with st.container(horizontal=True):
        act_button(ctx, words, "room_begin", begin, primary=True)
        if st.button("Open the agenda", key="room_agenda"):
            ctx.go("agenda")


def _gone_on(ctx: PageContext, item: AgendaItem) -> str:
    return f"room_gone_on_{item.statement_id}_{ctx.assessment_id}"
