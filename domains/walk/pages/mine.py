"""An agency's own form on a device that joined by a code: one statement, following the room.

It stands here since it may look at where the room is; the form itself is a panel of first views.
The address holds the device's seat and the statement, so that a reload comes back to both.

All that can change is one fragment: a click, a turn to another statement and a reveal draw it once
each, and thirty devices that follow a reveal at once do not wait for each other's whole pages.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assessment.access.errors import UserError
from assessment.bank.model import Statement
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown, message
from assessment.ui.moves import listen
from assessment.ui.page import head
from assessment.views import service as views
from assessment.views.model import Way
from assessment.views.panels.form import own_form
from assessment.views.panels.form_start import form_start
from domains.walk.panels import seat_late, seat_way
from domains.walk.panels.seat_shown import what_the_room_sees
from domains.walk.service.seat import seat_marks, seat_state


SEAT, SHOWN = "seat", "seat_shown"
KEEP = (
    "Keep this page or its address: it brings you back to your answers. In this browser your code "
    "does so too; in another one it counts as another device."
)


def render(ctx: PageContext) -> None:
    """The form of the agency whose seat the address names, or the way back to the door."""
    seat = st.query_params.get("seat", "")
    try:
        mark = seat_marks(ctx.desk, [seat]).get(seat, "")
        desk = invitations.partner_desk(ctx.desk, seat)
        one = partnerships.assessment(desk, desk.actor.assessment_id)
        agency = partnerships.agency(desk, desk.actor.agency_id)
    except UserError as error:
        _no_seat(ctx, error)
        return
    here = replace(ctx, desk=desk, assessment_id=one.id, partnership_id=one.partnership_id)
    head(one.title, agency.name)
    seat_way.follow_the_address()
    seat_late.whole_page()
    _seat(here)
    show(fill('<p class="muted">{}</p>', KEEP))
    listen("seat", seat, mark, partial(_moved, here))


def _no_seat(ctx: PageContext, error: UserError) -> None:
    show("<h1>Your agency’s form</h1>", message(error))
    if st.button("Type a code", type="primary"):
        ctx.go("join")


@st.fragment(key=SEAT)
def _seat(ctx: PageContext) -> None:
    """Everything that may change while the page stays, in one picture of the data."""
    agency_id = ctx.desk.actor.agency_id
    with errors_shown(), ctx.desk.store.reading():
        asked = views.asked_of_agency(ctx.desk, ctx.assessment_id, agency_id)
        given = views.answered_here(ctx.desk, ctx.assessment_id, agency_id)
        form_start(ctx, len(asked), bool(given))
        if asked:
            _form_of_one(replace(ctx, changed=seat_late.heard), agency_id, asked, given)
        else:
            show("<p>No statement of this assessment is asked of your agency.</p>")


def _form_of_one(
    ctx: PageContext, agency_id: str, asked: Sequence[Statement], given: frozenset[str]
) -> None:
    one = seat_way.current(asked, given)
    state = seat_state(ctx.desk, one.id)
    st.session_state[SHOWN] = (one.id, state)
    with st.container(key="seat_room"):
        seat_way.where_the_room_is(state.room_at if state else None, one.id, asked)
    seat_way.progress(ctx, one.id, asked, given)
    following = asked[(asked.index(one) + 1) % len(asked)]
    if one.id in given or not seat_way.pause_first(one, following.id):
        seat_late.say(one.id)
        own_form(ctx, agency_id, one.id, Way.JOINED)
        with errors_shown():
            what_the_room_sees(ctx, one.id)
    seat_way.way_on(one, asked, given)


def _moved(ctx: PageContext) -> None:
    """The form anew, or the whole page where the assessment stands otherwise or the seat is gone.

    Also where what moved does not show on this statement: what a run drew last is lost where this
    one began in the moment at which it ended.
    """
    statement_id, before = st.session_state.get(SHOWN, ("", None))
    now = seat_state(ctx.desk, statement_id)
    if now is None or before is None or now.status != before.status:
        st.rerun()
    if now.reveal != before.reveal:
        seat_late.revealed(statement_id)
    seat_late.followed()
    st.rerun(SEAT)
