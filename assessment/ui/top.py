"""A page that goes back to its top when what it shows has become another thing.

Streamlit does so from page to page. Where the next thing is shown on the same page, it leaves the
page scrolled as it was: one who pressed the button at the foot of a statement saw the foot of the
next, and a projector showed a spread above the edge of the wall.
"""

from pathlib import Path

import streamlit as st


_GONE = "gone_to"

_top = st.components.v2.component(
    "throughcare.top",
    html="",
    js=(Path(__file__).parent / "top.js").read_text(encoding="utf-8"),
)


def at_top(name: str, shows: str) -> None:
    """Go to the top once `shows` is another than before; a page places each `name` once.

    The first time nothing moves, nor where `shows` is empty.
    """
    _bring(name, shows, following=False)


def next_at_top(name: str, shows: str) -> None:
    """As `at_top`, but what is drawn next comes to the top, and what stands above it is passed."""
    _bring(name, shows, following=True)


def _bring(name: str, shows: str, *, following: bool) -> None:
    with st.container(key=f"top_{name}"):
        _top(key=f"top_of_{name}", data={"shows": shows, "next": following})


def leaving() -> None:
    """Somebody goes on, perhaps to the same page with another address."""
    st.session_state[_GONE] = st.session_state.get(_GONE, 0) + 1


def arrived() -> None:
    """The page is drawn from its top where somebody went on to it.

    After a restart of the server nobody is known to have gone anywhere, and nothing moves.
    """
    at_top("page", str(st.session_state.get(_GONE, "")))
