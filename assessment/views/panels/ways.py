"""The five ways to give a view, each with the page where it begins."""

from typing import NamedTuple

import streamlit as st

from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.views.model import WAY_WORDS, Way


PRINT = "print"


class Offered(NamedTuple):
    """A way, what it is in one sentence, and its button with the page it leads to.

    `to_print` is a second button where there are sheets to hand out first. `early`: it is of use
    before views are asked for.
    """

    way: Way
    words: str
    button: str
    page: str
    to_print: str = ""
    early: bool = False


WAIT = (
    "Cards, paper packs and codes can be made and handed out now. The other buttons work once "
    "first views are asked for, above."
)
WAYS = (
    Offered(
        Way.CALLED_OUT,
        "Views are held up on cards, spoken, or typed into the call’s chat, and keyed on the "
        "facilitator’s screen. No second device is needed.",
        "Open the facilitator’s screen",
        "room",
        "Print the cards",
    ),
    Offered(
        Way.PACK,
        "One workbook for each agency, sent by secure mail and sent back filled in.",
        "Make packs and read them back",
        "packs",
    ),
    Offered(
        Way.JOINED,
        "From a phone or PC on the same network, with one code for each agency.",
        "Make the codes",
        "codes",
        early=True,
    ),
    Offered(
        Way.LAPTOP,
        "In private and in turn, on this laptop; it shows nothing but that agency’s form.",
        "Pass the laptop",
        "laptop",
    ),
    Offered(
        Way.PAPER,
        "A pack printed in large type, keyed in afterwards with one key for each statement.",
        "Key in paper packs",
        "keypad",
        "Print paper packs",
    ),
)


def ways(ctx: PageContext, live: bool, *, asked: bool = True) -> None:
    """Each way that has a page here; it waits until views are `asked` for, what is handed out
    before does not."""
    if not asked:
        show(fill('<p class="muted">{}</p>', WAIT))
    for one in WAYS:
        if one.page not in ctx.links:
            continue
        with st.container(key=f"row_way_{one.way}", horizontal=True, vertical_alignment="center"):
            show(fill("<h3>{}</h3><p>{}</p>", WAY_WORDS[one.way], one.words))
            if (
                one.to_print
                and PRINT in ctx.links
                and st.button(one.to_print, key=f"print_{one.way}")
            ):
                ctx.go(PRINT)
            waits = not live and not (one.early and not asked)
            if st.button(one.button, key=f"way_{one.way}", disabled=waits):
                ctx.go(one.page)
