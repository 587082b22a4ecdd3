"""Where the room is open, what it opens, and how many devices have reached it."""

import os

import streamlit as st

from assessment.invitations import service
from assessment.invitations.rules.links import qr_svg, room_address
from assessment.invitations.rules.reach import IN_THE_CLEAR, OPENS, reach_words
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown


URL = "THROUGHCARE_ROOM_URL"
OTHERS = "THROUGHCARE_ROOM_OTHERS"
PORT = "THROUGHCARE_ROOM_PORT"
# Whoever tries it with a phone in the hand looks for it here; that somebody joined comes by
# following, at once. A look costs about 10 ms on the one laptop that has this page open.
EVERY_SECONDS = 3.0


def room_open(ctx: PageContext) -> None:
    """The address and its QR code; nothing where this copy serves this computer only."""
    address = room_address(os.environ.get(URL, ""))
    if not address:
        return
    show("<h2>The room is open</h2>")
    with st.container(key="row_room_open", horizontal=True, vertical_alignment="center"):
        st.image(qr_svg(address), width=150, alt="QR code of the room’s address")
        show(
            fill('<p class="say">{}</p>', address),
            fill("<p>{}</p><p>{}</p>", OPENS, IN_THE_CLEAR),
            *(fill("<p>Should that not open: {}</p>", one) for one in _others()),
        )
    _reached(ctx)


@st.fragment(run_every=EVERY_SECONDS)
def _reached(ctx: PageContext) -> None:
    with errors_shown():
        reach = service.reach_of(ctx.desk, os.environ.get(PORT, ""))
        show(fill("<p><strong>{}</strong></p>", reach_words(reach)))


def _others() -> list[str]:
    given = os.environ.get(OTHERS, "").split()
    return [address for address in map(room_address, given) if address]
