"""The door of the room: a code is typed, or comes with the link, and opens one agency's form."""

import streamlit as st

from assessment.access.errors import UserError
from assessment.invitations import service
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import keep_refusal, show_refusal
from assessment.ui.network import BROWSER
from assessment.ui.page import head


KEY = "join_code"
SEATS = "seats"
LEAD = (
    "Type the code of your agency. It stands on the slip from the lead for the assessment, and "
    "opens the statements that your agency is asked about."
)


def render(ctx: PageContext) -> None:
    """A field and a button; a code in the address joins at once, and leaves the address."""
    code = st.query_params.get("code", "")
    seat = _seat_of(ctx, code) if code else st.session_state.pop(f"{KEY}:seat", "")
    if seat:
        ctx.go("mine", seat=seat)
    head("", "Join the room", LEAD)
    with st.form(f"{KEY}_form", border=False):
        st.text_input(
            "Code of your agency",
            key=KEY,
            max_chars=40,
            autocomplete="off",
            placeholder="BCDF-GHJK",
            width=320,
        )
        st.form_submit_button("Join", type="primary", on_click=_join_typed, args=(ctx,))
    show_refusal(KEY)
    show(
        '<p class="muted">Nothing is installed and no name is asked for: your device speaks for '
        "your agency. The lead for the assessment sees that it joined.</p>"
    )


def _join_typed(ctx: PageContext) -> None:
    try:
        st.session_state[f"{KEY}:seat"] = _join(ctx, st.session_state[KEY])
    except UserError as error:
        keep_refusal(KEY, error)


def _seat_of(ctx: PageContext, code: str) -> str:
    """The seat that the code in the address opens; empty, with the reason kept, if none does."""
    del st.query_params["code"]
    try:
        return _join(ctx, code)
    except UserError as error:
        keep_refusal(KEY, error)
        return ""


def _join(ctx: PageContext, code: str) -> str:
    """Join once: coming back by the same code in the same browser is the same device."""
    seats: dict[str, str] = st.session_state.setdefault(SEATS, {})
    if not service.is_seat(ctx.desk, seats.get(code, "")):
        source = str(st.context.ip_address or "this computer")
        browser = str(st.context.cookies.get(BROWSER, ""))
        seats[code] = service.join(ctx.desk, code, source, browser)
    return seats[code]
