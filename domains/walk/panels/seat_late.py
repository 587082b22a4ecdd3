"""A choice that was on its way while its statement was revealed: it is not taken in silence.

The reveal puts another question in the old one's place, and Streamlit drops what still comes for a
field that is gone. What is left to see is a run that nobody asked for: the page was not opened, the
room had not moved, and nothing that stands on the page was chosen.
"""

import time

import streamlit as st

from assessment.ui.html import fill, show


TOO_LATE = (
    "Your last choice came as this statement was revealed, and was not taken. What you choose now "
    "stands beside as a later view."
)
ON_ITS_WAY_SECONDS = 10.0
_KNOWN, _REVEALED, _LATE = "seat_known", "seat_revealed", "seat_late"


def whole_page() -> None:
    """The run that begins draws the whole page: nothing of the one before waits on it."""
    st.session_state[_KNOWN] = True


def followed() -> None:
    """The run that comes was asked for by the page itself."""
    st.session_state[_KNOWN] = True


def heard() -> None:
    """Something was chosen in a field that stands on the page, and what was said is over."""
    st.session_state[_KNOWN] = True
    st.session_state.pop(_LATE, None)


def revealed(statement_id: str) -> None:
    """The question about this statement is put anew from here on."""
    st.session_state[_REVEALED] = (statement_id, time.monotonic())


def say(statement_id: str) -> None:
    """Say that the last choice was not taken, where one came too late for this statement."""
    known = st.session_state.pop(_KNOWN, False)
    which, at = st.session_state.get(_REVEALED, ("", 0.0))
    if not known and which == statement_id and time.monotonic() - at < ON_ITS_WAY_SECONDS:
        st.session_state[_LATE] = statement_id
    if st.session_state.get(_LATE) == statement_id:
        show(fill('<div class="trouble" role="alert"><p>{}</p></div>', TOO_LATE))
