"""On an agency's device: its form of one statement, and the room beside it, as one fragment.

It stands here since it may look at where the room is; the form itself is a panel of first views.

All that can change is one fragment: a click, a turn to another statement and a reveal draw it once
each, and thirty devices that follow a reveal at once do not wait for each other's whole pages.
"""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from assessment.bank.model import Statement
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import errors_shown
from assessment.ui.top import next_at_top
from assessment.views import service as views
from assessment.views.model import Way
from assessment.views.panels.form import own_form
from assessment.views.panels.form_start import form_start
from domains.walk.panels import seat_late, seat_way
from domains.walk.panels.seat_shown import what_the_room_sees
from domains.walk.service.seat import seat_state


SEAT, SHOWN = "seat", "seat_shown"


@st.fragment(key=SEAT)
def seat_form(ctx: PageContext) -> None:
    """Everything that may change while the page stays, in one picture of the data."""
    agency_id = ctx.desk.actor.agency_id
    with errors_shown(), ctx.desk.store.reading():
        asked = views.asked_of_agency(ctx.desk, ctx.assessment_id, agency_id)
        given = views.answered_here(ctx.desk, ctx.assessment_id, agency_id)
        form_start(ctx, len(asked), bool(given))
        if asked:
            _form_of_one(replace(ctx, changed=seat_late.heard), agency_id, asked, given)
        else:
            show(seat_way.NOTHING_ASKED)


def _form_of_one(
    ctx: PageContext, agency_id: str, asked: Sequence[Statement], given: frozenset[str]
) -> None:
    one = seat_way.current(asked, given)
    state = seat_state(ctx.desk, one.id)
    st.session_state[SHOWN] = (one.id, state)
    with st.container(key="seat_room"):
        seat_way.where_the_room_is(state.room_at if state else None, one.id, asked)
    next_at_top(SEAT, one.id)
    seat_way.progress(ctx, one.id, asked, given)
    following = asked[(asked.index(one) + 1) % len(asked)]
    if one.id in given or not seat_way.pause_first(one, following.id):
        seat_late.say(one.id)
        own_form(ctx, agency_id, one.id, Way.JOINED)
        with errors_shown():
            what_the_room_sees(ctx, one.id)
    seat_way.way_on(one, asked, given)


def moved(ctx: PageContext) -> None:
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
