"""The lead's codes: make them, hand them out, see who joined, end a device."""

import os
from collections.abc import Mapping
from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.invitations import service
from assessment.invitations.panels.devices import agency_codes, by_agency
from assessment.invitations.panels.slips import slips
from assessment.invitations.permissions import user_can_make_codes
from assessment.invitations.rules.links import room_address
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
    "Each agency joins by a code of its own, from a phone or a PC in the same network, and sees "
    "the statements and its own answers, nothing else."
)
NO_ROOM = (
    "No other device can reach this copy yet: it serves this computer only. To let devices join, "
    "close it and start it with python3 run.py room. Codes made now stay right."
)


def render(ctx: PageContext) -> None:
    """The whole page in one fragment, drawn again whenever somebody joins."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    head(one.title, "Codes to join", LEAD)
    _page(ctx)
    follow_the_room(ctx, st.rerun)


@st.fragment(key=PAGE)
def _page(ctx: PageContext) -> None:
    with ctx.desk.store.reading():
        one = partnerships.assessment(ctx.desk, ctx.assessment_id)
        everyone = partnerships.agencies(ctx.desk, one.partnership_id)
        codes = service.codes_of(ctx.desk, one.id)
        devices = by_agency(service.devices_of(ctx.desk, one.id))
        wrong = service.wrong_codes(ctx.desk)
    asked = [each for each in everyone if not each.observer]
    address = room_address(os.environ.get(ROOM_VARIABLE, ""))
    live = user_can_make_codes(ctx.desk.actor, one.status)
    if not address:
        show(fill("<p><strong>{}</strong></p>", NO_ROOM))
    _make(ctx, [each for each in asked if each.id not in codes], live)
    made = _made(ctx)
    if made:
        slips(made, {each.id: each.name for each in asked}, address)
    show("<h2>Agencies and their devices</h2>", _watching(everyone))
    for each in asked:
        remake = partial(_remake, ctx, each.id)
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
    _show_once(ctx, service.make_codes(ctx.desk, ctx.assessment_id))


def _remake(ctx: PageContext, agency_id: str) -> None:
    _show_once(ctx, {agency_id: service.make_code(ctx.desk, ctx.assessment_id, agency_id)})


def _show_once(ctx: PageContext, made: Mapping[str, str]) -> None:
    """Codes are kept nowhere else: they leave this screen with its session."""
    st.session_state[_key(ctx)] = {**_made(ctx), **made}


def _made(ctx: PageContext) -> Mapping[str, str]:
    shown: Mapping[str, str] = st.session_state.get(_key(ctx), {})
    return shown


def _key(ctx: PageContext) -> str:
    return f"codes_{ctx.assessment_id}"
