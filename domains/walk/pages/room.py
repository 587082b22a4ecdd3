"""The facilitator's screen, for a projector: one statement at a time, in large type.

Nothing drawn here before the spread is shown holds an answer, nor does any widget's state. Where
the room is stands in the workshop's row: after a crash the screen is back on its statement.
"""

import streamlit as st

from assessment.consensus.model import AgreedRating
from assessment.consensus.permissions import user_can_lead_workshop
from assessment.partnership.rules.record import Part, settled_words
from assessment.ui.context import PageContext
from assessment.ui.following import about_to_draw, follow_the_room
from assessment.ui.html import fill, show
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.room_differ import different_view_field
from domains.walk.panels.room_keying import is_keying, keying_button, keying_row
from domains.walk.panels.room_names import choose_names, ready_for_views
from domains.walk.panels.room_parts import refusals
from domains.walk.panels.room_pause import moment, needs_a_moment, not_begun, on_break
from domains.walk.panels.room_record import change_it, record_row, stands, why
from domains.walk.panels.room_spread import names_button, question, spread_in_words, who_differs
from domains.walk.panels.room_top import (
    clock_line,
    dots,
    levels_floor,
    statement_said,
    thresholds_note,
)
from domains.walk.panels.room_waiting import show_the_spread, who_has_answered
from domains.walk.panels.room_way import on_demand, way_on
from domains.walk.service.room import room_view


ROOM, CLOCK = "room", "room_clock"
CLOCK_SECONDS = 20.0


def render(ctx: PageContext) -> None:
    """The room's statement, or what comes before it."""
    about_to_draw(ctx)
    with st.container(key="projector"):
        _clock(ctx)
        _room(ctx.redrawing(ROOM, CLOCK))
    follow_the_room(ctx, st.rerun)


@st.fragment(run_every=CLOCK_SECONDS, key=CLOCK)
def _clock(ctx: PageContext) -> None:
    clock_line(room_view(ctx.desk, ctx.assessment_id), ctx.desk.now())


@st.fragment(key=ROOM)
def _room(ctx: PageContext) -> None:
    """One fragment, so that a click is one short run."""
    about_to_draw(ctx)
    view = room_view(ctx.desk, ctx.assessment_id)
    status = view.assessment.status
    if not user_can_lead_workshop(ctx.desk.actor, status):
        show(fill("<h1>Ratings stand</h1><p>{}</p>", settled_words(Part.RATINGS, status)))
        if st.button("Leave the room screen", key="room_leave"):
            ctx.go("home")
    elif not ready_for_views(view):
        choose_names(ctx, view)
    elif not on_break(ctx, view):
        _place(ctx, view)
    refusals()


def _place(ctx: PageContext, view: RoomView) -> None:
    here = view.here
    if here is None:
        not_begun(ctx, view)
    elif needs_a_moment(ctx, here):
        moment(ctx, view, here)
    else:
        _statement(ctx, view, here)


def _statement(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
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
