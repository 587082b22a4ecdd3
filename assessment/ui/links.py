"""Links in our own HTML from one page of the app to another.

They are real links with an address: a keyboard reaches them, a screen reader lists them, and they
open in another tab. A click would load the whole app anew, though, and what this session alone
holds, such as codes that are shown once, would be gone. So a page that has such links hears of the
click, and turns to the other page as a button does.
"""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from assessment.ui.context import PageContext


_links = st.components.v2.component(
    "throughcare.links",
    html="",
    js=(Path(__file__).parent / "links.js").read_text(encoding="utf-8"),
)


def follow_links(ctx: PageContext) -> None:
    """Turn to the page of a link that was clicked on this page; a page places it once."""
    with st.container(key="follow_links"):
        heard = _links(key="links", on_followed_change=_nothing)
    if heard.followed:
        address = urlsplit(str(heard.followed))
        if address.path in ctx.links:
            ctx.go(address.path, **dict(parse_qsl(address.query)))


def _nothing() -> None:
    """Without a callback Streamlit would not tell what was clicked."""
