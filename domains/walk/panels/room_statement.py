"""One statement on the room's screen: before its spread, after it, and once it has its rating."""

import streamlit as st

from assessment.consensus.model import AgreedRating
from assessment.ui.context import PageContext
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.last_time import last_time_in_the_room
from domains.walk.panels.room_differ import different_view_field
from domains.walk.panels.room_keying import is_keying, keying_button, keying_row
from domains.walk.panels.room_record import change_it, record_row, stands, why
from domains.walk.panels.room_spread import names_button, question, spread_in_words, who_differs
from domains.walk.panels.room_top import dots, levels_floor, statement_said, thresholds_note
from domains.walk.panels.room_waiting import show_the_spread, who_has_answered
from domains.walk.panels.room_way import on_demand, way_on


def statement_in_the_room(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """The statement, and of its views only what has been shown; then what stands of it."""
    statement_said(here.statement)
    if here.spread:
        dots(here.spread, view.bank.labels())
    levels_floor(view.bank, here.statement, brief=here.item.settled)
    if here.spread is None:
        _before(ctx, view, here)
    else:
        spread_in_words(view, here.spread)
        who_differs(ctx, view, here)
    if here.item.settled and here.rating:
        _after(ctx, view, here, here.rating)
    elif here.spread:
        question(here)
        with st.container(key="room_deciding", horizontal=True, vertical_alignment="bottom"):
            record_row(ctx, view, here)
            names_button(ctx, view, here)
    if here.spread or here.item.settled or not here.asked:
        last_time_in_the_room(ctx, here.id)
    way_on(ctx, view, here, live=view.shortcuts and not is_keying(ctx, here))
    on_demand(ctx, view, here)
    thresholds_note(here.statement)


def _before(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """Before the spread: who has answered, or the keys for views called out; and the button."""
    if is_keying(ctx, here):
        keying_row(ctx, view, here)
    else:
        who_has_answered(view, here)
    with st.container(key="room_waiting", horizontal=True):
        asking = show_the_spread(ctx, view, here)
        if here.asked and not asking:
            keying_button(ctx, here)


def _after(ctx: PageContext, view: RoomView, here: RoomStatement, rating: AgreedRating) -> None:
    """What stands; words and a different view can follow, and nothing more is needed."""
    stands(view, rating)
    left, right = st.columns(2, gap="medium")
    with left:
        why(ctx, rating)
    with right:
        different_view_field(ctx, view, here)
    names_button(ctx, view, here)
    change_it(ctx, view, here, rating)
