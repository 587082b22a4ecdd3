"""The facilitator's screen, for a projector: one statement at a time, in large type.

Nothing drawn here before the spread is shown holds an answer, nor does any widget's state. Where
the room is stands in the workshop's row: after a crash the screen is back on its statement.
"""

import streamlit as st

from assessment.consensus.permissions import user_can_lead_workshop
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, settled_words
from assessment.ui.context import PageContext
from assessment.ui.following import about_to_draw, follow_the_room
from assessment.ui.html import fill, show
from assessment.ui.top import at_top
from domains.walk.model import RoomView
from domains.walk.panels.room_names import choose_names, ready_for_views
from domains.walk.panels.room_parts import refusals
from domains.walk.panels.room_pause import moment, needs_a_moment, not_begun, on_break
from domains.walk.panels.room_statement import statement_in_the_room
from domains.walk.panels.room_top import clock_line
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
    view = room_view(ctx.desk, ctx.assessment_id)
    whose = "" if view.here else partnerships.area_and_title(ctx.desk, view.assessment)
    clock_line(view, ctx.desk.now(), whose)


@st.fragment(key=ROOM)
def _room(ctx: PageContext) -> None:
    """One fragment, so that a click is one short run."""
    about_to_draw(ctx)
    view = room_view(ctx.desk, ctx.assessment_id)
    at_top("room", _on_the_wall(view))
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


def _on_the_wall(view: RoomView) -> str:
    """What the room looks at: a statement, or its spread."""
    here = view.here
    return f"{here.id}, {'spread' if here.spread else 'unseen'}" if here else ""


def _place(ctx: PageContext, view: RoomView) -> None:
    here = view.here
    if here is None:
        not_begun(ctx, view)
    elif needs_a_moment(ctx, here):
        moment(ctx, view, here)
    else:
        statement_in_the_room(ctx, view, here)
