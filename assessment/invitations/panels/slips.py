"""Codes that have just been made: on screen this once, as slips to print and hand out."""

from collections.abc import Mapping
from typing import Protocol, cast

import streamlit as st

from assessment.invitations.rules.links import join_link, qr_svg
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


ONCE = (
    "These codes are shown only now: nothing but a hash of each is kept. Save the slips or copy "
    "the codes before you leave this page. Each is for its own agency alone."
)


class Printed(Protocol):
    """What the deed that prints slips gives: a file."""

    @property
    def data(self) -> bytes:
        """Its bytes."""
        ...


def keep_to_show(assessment_id: str, made: Mapping[str, str]) -> None:
    """Hold codes for this session's screen: they are kept nowhere else, and leave with it."""
    st.session_state[_key(assessment_id)] = {**to_show(assessment_id), **made}


def to_show(assessment_id: str) -> Mapping[str, str]:
    """The codes made in this session, by agency."""
    made: Mapping[str, str] = st.session_state.get(_key(assessment_id), {})
    return made


def _key(assessment_id: str) -> str:
    return f"codes_{assessment_id}"


def slips(
    ctx: PageContext, made: Mapping[str, str], names: Mapping[str, str], address: str
) -> None:
    """A slip for each agency: its code, and where there is a room its link and QR code."""
    show(fill("<h2>Codes to hand out</h2><p><strong>{}</strong></p>", ONCE))
    _to_print(ctx, made, address)
    with st.container(key="slips"):
        for agency_id, code in made.items():
            if agency_id in names:
                _slip(names[agency_id], code, address)


def _to_print(ctx: PageContext, made: Mapping[str, str], address: str) -> None:
    """The same slips as a file to print and cut apart, made on the click."""
    if "join_slips" not in ctx.deeds:
        return
    st.download_button(
        "Save the slips to print",
        lambda: cast(Printed, ctx.deeds["join_slips"](made, address)).data,
        file_name=str(ctx.deeds["join_slips_name"]()),
        mime="application/pdf",
        key="slips_to_print",
        on_click="ignore",
    )


def _slip(name: str, code: str, address: str) -> None:
    with st.container(key=f"row_slip_{code}", horizontal=True, vertical_alignment="center"):
        if address:
            link = join_link(address, code)
            st.image(qr_svg(link), width=150, alt=f"QR code that joins for {name}")
        show(
            fill('<h3>{}</h3><p class="say">{}</p>', name, code),
            fill("<p>Open {} and type the code, or point a camera here.</p>", address)
            if address
            else "",
            '<p class="muted">Capitals and the hyphen make no difference.</p>',
        )
