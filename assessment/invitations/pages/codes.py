"""The lead's codes: make them, hand them out, see who joined, end a device."""

import os
from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.invitations import service
from assessment.invitations.panels.devices import agency_codes, by_agency
from assessment.invitations.panels.reach import room_open
from assessment.invitations.panels.slips import keep_to_show, slips, to_show
from assessment.invitations.permissions import user_can_make_codes
from assessment.invitations.rules.links import in_the_way, room_address
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.ui.context import PageContext
from assessment.ui.following import follow_the_room
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.page import head


PAGE = "codes_page"
ROOM_VARIABLE = "THROUGHCARE_ROOM_URL"
LEAD = (
    "Each agency joins by a code of its own, from a phone or a PC on the same network, and sees "
    "the statements and its own answers, nothing else."
)


def render(ctx: PageContext) -> None:
    """The whole page in one fragment, drawn again whenever somebody joins."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    head(partnerships.area_and_title(ctx.desk, one), "Codes to join", LEAD)
    room_open(ctx)
    _page(ctx)
    follow_the_room(ctx, st.rerun)


@st.fragment(key=PAGE)
def _page(ctx: PageContext) -> None:
    with ctx.desk.store.reading():
        one = partnerships.assessment(ctx.desk, ctx.assessment_id)
        everyone = partnerships.agencies(ctx.desk, one.partnership_id)
        asked = partnerships.agencies_asked(ctx.desk, one.id)
        codes = service.codes_of(ctx.desk, one.id)
        devices = by_agency(service.devices_of(ctx.desk, one.id))
        wrong = service.wrong_codes(ctx.desk)
    address = room_address(os.environ.get(ROOM_VARIABLE, ""))
    live = user_can_make_codes(ctx.desk.actor, one.status)
    for words in in_the_way(one.status, address):
        show(fill("<p><strong>{}</strong></p>", words))
    _make(ctx, [each for each in asked if each.id not in codes], live)
    made = to_show(one.id)
    if made:
        slips(ctx, made, {each.id: each.name for each in asked}, address)
    show("<h2>Agencies and their devices</h2>", _watching(everyone))
    for each in [each for each in everyone if not each.observer]:
        remake = partial(_remake, ctx, each.id) if each in asked else None
        mine = devices.get(each.id, ())
        agency_codes(ctx, each.name, each.id, codes.get(each.id), mine, remake, live=live)
    if wrong:
        words = f"{counted(wrong, 'wrong code')} typed in the last ten minutes."
        show(fill('<p class="muted">{}</p>', words))


def _make(ctx: PageContext, without: list[Agency], live: bool) -> None:
    """One button for all that have none: slips that were handed out stay right."""
    if without:
        act = guarded(PAGE, partial(_make_all, ctx))
        words = f"Make codes for {counted(len(without), 'agency', 'agencies')}"
        st.button(words, key="codes_make", type="primary", on_click=act, disabled=not live)
    show_refusal(PAGE)


def _watching(everyone: tuple[Agency, ...]) -> str:
    observers = sum(each.observer for each in everyone)
    if not observers:
        return ""
    return fill('<p class="muted">{}, without a code.</p>', counted(observers, "observer"))


def _make_all(ctx: PageContext) -> None:
    keep_to_show(ctx.assessment_id, service.make_codes(ctx.desk, ctx.assessment_id))


def _remake(ctx: PageContext, agency_id: str) -> None:
    code = service.make_code(ctx.desk, ctx.assessment_id, agency_id)
    keep_to_show(ctx.assessment_id, {agency_id: code})
