"""A copy in each format: made on a click, then handed to the browser."""

from typing import Literal

import streamlit as st

from assessment.access.errors import UserError
from assessment.privacy.audience import Audience
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import keep_refusal, show_refusal
from exports.downloads import service
from exports.downloads.model import FORMATS, Format
from exports.downloads.permissions import user_can_make_for
from exports.report.made import Made


def formats(ctx: PageContext, audience: Audience, *, deliberate: bool, ready: bool) -> None:
    """A row for each format. `ready`: nothing in the copy waits to be read."""
    live = (
        ready
        and user_can_make_for(ctx.desk.actor, audience)
        and (deliberate or audience is not Audience.OWN)
    )
    # Until the texts are read, reading them is what comes first.
    first: Literal["primary", "secondary"] = "primary" if ready else "secondary"
    if st.button("Make all the files", type=first, key="make_all", disabled=not live):
        for wanted in Format:
            _make(ctx, wanted, audience, deliberate)
    for wanted in Format:
        _row(ctx, wanted, audience, deliberate, live)


def _row(
    ctx: PageContext, wanted: Format, audience: Audience, deliberate: bool, live: bool
) -> None:
    """Made on a click, after the permission check; then the browser is given it."""
    words, key = FORMATS[wanted], _key(ctx, wanted, audience)
    with st.container(key=f"row_{wanted}", horizontal=True, vertical_alignment="center"):
        show(fill("<p><strong>{}</strong><br>{}</p>", _capital(words.name), words.about))
        if st.button(f"Make the {words.name}", key=f"make_{wanted}", disabled=not live):
            _make(ctx, wanted, audience, deliberate)
    show_refusal(key)
    ready: Made | None = st.session_state.get(key)
    if ready is not None and live:
        _hand_over(wanted, ready)


def _make(ctx: PageContext, wanted: Format, audience: Audience, deliberate: bool) -> None:
    key = _key(ctx, wanted, audience)
    try:
        st.session_state[key] = service.make_file(
            ctx.desk, ctx.assessment_id, wanted, audience, deliberate=deliberate
        )
    except UserError as error:
        st.session_state.pop(key, None)
        keep_refusal(key, error)


def _hand_over(wanted: Format, ready: Made) -> None:
    st.download_button(
        f"Save {ready.file_name}",
        ready.data,
        file_name=ready.file_name,
        mime=FORMATS[wanted].media,
        key=f"save_{wanted}",
        on_click="ignore",
    )
    for note in ready.notes:
        show(fill("<p>{}</p>", note))


def _key(ctx: PageContext, wanted: Format, audience: Audience) -> str:
    """Where a file made on this visit waits to be saved; it is no record of anything."""
    return f"made_{wanted}_{audience}_{ctx.assessment_id}"


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
