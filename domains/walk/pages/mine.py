"""An agency's own form on a device that joined by a code: one statement, following the room.

The address holds the device's seat and the statement, so that a reload comes back to both.
"""

from dataclasses import replace
from functools import partial

import streamlit as st

from assessment.access.errors import UserError
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.moves import listen
from assessment.ui.page import head
from domains.walk.panels import seat_late, seat_way
from domains.walk.panels.seat_form import moved, seat_form
from domains.walk.service.seat import seat_marks


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
    head(partnerships.area_and_title(desk, one), agency.name)
    seat_way.follow_the_address()
    seat_late.whole_page()
    seat_form(here)
    show(fill('<p class="muted">{}</p>', KEEP))
    listen("seat", seat, mark, partial(moved, here))


def _no_seat(ctx: PageContext, error: UserError) -> None:
    show("<h1>Your agency’s form</h1>", message(error))
    if st.button("Type a code", type="primary"):
        ctx.go("join")
