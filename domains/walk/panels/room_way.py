"""The foot of the room's screen: previous, next, any other, later; what to ask for; the keys."""

from functools import partial

import streamlit as st

from assessment.consensus import service as consensus
from assessment.consensus.rules.agenda import AgendaItem
from assessment.evidence.panels import prompts_panel
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, literal, tick
from assessment.ui.html import fill, joined, show
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.room_parts import act_button, park


KEYS = (
    ("N", "next statement"),
    ("P", "previous statement"),
    ("Shift + B", "come back to this"),
    ("Shift + S", "show the spread; while someone is still thinking it asks first"),
    ("Shift + W", "show who sees it differently, where that was agreed"),
)


def way_on(ctx: PageContext, view: RoomView, here: RoomStatement, live: bool) -> None:
    """One row: where else to go, and out of here. `live` says whether keys of their own work."""
    before, after = view.agenda.before(here.id), view.agenda.next_after(here.id)
    settled = here.item.settled
    with st.container(key="foot", horizontal=True, vertical_alignment="bottom"):
        if before:
            _go(ctx, view, here, before, "Previous", "P" if live else None)
        if not settled:
            later, keys = partial(park, ctx, here, after), "Shift+B" if live else None
            act_button(ctx, "Come back to this", "room_park", later, shortcut=keys)
        if after:
            _go(ctx, view, here, after, "Next", "N" if live else None, primary=settled)
        elif settled and st.button("Go to the results", key="room_results", type="primary"):
            ctx.go("results")
        if st.button("Leave the room screen", key="room_leave"):
            ctx.go("agenda")


def _go(
    ctx: PageContext,
    view: RoomView,
    here: RoomStatement,
    item: AgendaItem,
    way: str,
    shortcut: str | None,
    *,
    primary: bool = False,
) -> None:
    there = item.statement_id
    # A title about deaths is not read out before the gentle words.
    title = f" {view.bank.statement(there).title}" if primary and not item.gentle_words else ""
    go = partial(consensus.go_to, ctx.desk, ctx.assessment_id, there, seen=here.id)
    key = f"room_{way.lower()}"
    act_button(ctx, f"{way}: {there}{title}", key, go, primary=primary, shortcut=shortcut)


def on_demand(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """What is there when the room asks for it, and not before."""
    left, right = st.columns(2, gap="small")
    with left, st.expander("Evidence to ask for"):
        prompts_panel(here.statement)
        words = literal(f"Open the page of {here.id}: evidence and actions")
        if st.button(words, key="room_statement"):
            ctx.go("statement", id=here.id)
    with right, st.expander("Another statement, keyboard", key="room_keyboard"):
        _any_other(ctx, view, here)
        _keyboard(ctx, view)


def _any_other(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    titles = {one.id: f"{one.id} {one.title}" for one in view.bank.statements}
    choose(
        "Go to another statement",
        [item.statement_id for item in view.agenda.order if item.statement_id != here.id],
        key=f"room_any_{here.id}_{ctx.assessment_id[:8]}",
        stored=None,
        words=titles.__getitem__,
        on_pick=partial(_jump, ctx, here.id),
    )


def _jump(ctx: PageContext, here: str, there: str | None) -> None:
    if there:
        consensus.go_to(ctx.desk, ctx.assessment_id, there, seen=here)
        ctx.changed()


def _keyboard(ctx: PageContext, view: RoomView) -> None:
    rows = joined(fill("<li><kbd>{}</kbd> {}</li>", *row) for row in KEYS)
    show(
        fill('<h2>Keyboard</h2><ul class="list">{}</ul>', rows),
        '<p class="muted">None of them works while you write or key views.</p>',
    )
    tick(
        "Keyboard shortcuts",
        key=f"room_shortcuts_{ctx.assessment_id[:8]}",
        stored=view.shortcuts,
        on_pick=partial(_shortcuts, ctx),
    )


def _shortcuts(ctx: PageContext, on: bool) -> None:
    consensus.set_shortcuts(ctx.desk, ctx.assessment_id, on)
    ctx.changed()
