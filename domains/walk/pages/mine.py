"""An agency's own form on a device that joined by a code: one statement, following the room.

It stands here since it may look at where the room is; the form itself is a panel of first views.
The address holds the device's seat and the statement, so that a reload comes back to both.
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
from assessment.ui.following import follow_the_room
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown, message
from assessment.ui.page import head
from assessment.views import service as views
from assessment.views.model import Way
from assessment.views.panels.form import own_form
from assessment.views.panels.form_start import form_start
from domains.walk.panels import seat_way
from domains.walk.panels.seat_shown import what_the_room_sees
from domains.walk.service.seat import SeatState, seat_state


TOP, FORM, SHOWN = "seat_top", "seat_form", "seat_shown"
KEEP = (
    "Keep this page or its address: it brings you back to your answers. A code that is typed or "
    "scanned again counts as another device."
)


def render(ctx: PageContext) -> None:
    """The form of the agency whose seat the address names, or the way back to the door."""
    try:
        desk = invitations.partner_desk(ctx.desk, st.query_params.get("seat", ""))
        one = partnerships.assessment(desk, desk.actor.assessment_id)
        agency = partnerships.agency(desk, desk.actor.agency_id)
        here = replace(ctx, desk=desk, assessment_id=one.id, partnership_id=one.partnership_id)
        asked = views.asked_of_agency(desk, one.id, agency.id)
    except UserError as error:
        _no_seat(ctx, error)
        return
    head(one.title, agency.name)
    form_start(here, agency.id)
    if asked:
        _form_of_one(here, agency.id, asked)
    else:
        show("<p>No statement of this assessment is asked of your agency.</p>")
    show(fill('<p class="muted">{}</p>', KEEP))


def _no_seat(ctx: PageContext, error: UserError) -> None:
    show("<h1>Your agency’s form</h1>", message(error))
    if st.button("Type a code", type="primary"):
        ctx.go("join")


def _form_of_one(ctx: PageContext, agency_id: str, asked: Sequence[Statement]) -> None:
    given = views.answered_here(ctx.desk, ctx.assessment_id, agency_id)
    one = _current(asked, given)
    state = seat_state(ctx.desk, one.id)
    st.session_state[SHOWN] = state
    seat_way.where_the_room_is(state.room_at if state else None, one.id, asked)
    _top(ctx, agency_id, one.id)
    following = asked[(asked.index(one) + 1) % len(asked)]
    if one.id in given or not seat_way.pause_first(one, following.id):
        _form(ctx, agency_id, one.id)
    seat_way.way_on(one, asked, given)
    follow_the_room(ctx, partial(_redraw, ctx, one.id))


def _current(asked: Sequence[Statement], given: frozenset[str]) -> Statement:
    """The statement of the address; else the first without an answer, which it names from now."""
    wanted = st.query_params.get(seat_way.STATEMENT)
    ids = {one.id: one for one in asked}
    if wanted not in ids:
        wanted = next((one.id for one in asked if one.id not in given), asked[0].id)
        seat_way.turn_to(wanted)
    return ids[wanted]


@st.fragment(key=TOP)
def _top(ctx: PageContext, agency_id: str, statement_id: str) -> None:
    with errors_shown():
        seat_way.progress(ctx, agency_id, statement_id)


@st.fragment(key=FORM)
def _form(ctx: PageContext, agency_id: str, statement_id: str) -> None:
    own_form(ctx.redrawing(TOP, FORM), agency_id, statement_id, Way.JOINED)
    with errors_shown():
        what_the_room_sees(ctx, statement_id)


def _redraw(ctx: PageContext, statement_id: str) -> None:
    """Only when something shows that did not: others' saves alone change nothing here."""
    now: SeatState | None = seat_state(ctx.desk, statement_id)
    if st.session_state.get(SHOWN) != now:
        st.rerun()
