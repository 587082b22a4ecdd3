"""The PIN that shuts the lead's screens, and the field that opens them again."""

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.access.errors import BadInput, UserError
from assessment.ui.fields import literal
from assessment.ui.html import show
from assessment.ui.messages import keep_refusal, show_refusal


NEW, AGAIN, GIVEN = "pin_new", "pin_again", "pin_given"
OTHER, OTHER_PIN = "turn_other", "pin_other"
NOT_THE_SAME = "The two PINs differ. Nothing was changed; type both again."
_LONGEST = 8


def choose_pin(start: Callable[[str], object]) -> None:
    """Two fields and the button that begins; `start` takes the PIN."""
    with st.form("pin_form", border=False, clear_on_submit=True):
        _field("PIN of 4 to 8 figures", NEW)
        _field("The same again", AGAIN)
        st.form_submit_button(
            "Start with the first", type="primary", on_click=_start, args=(start,)
        )
    show_refusal(NEW)
    show(
        '<p class="muted">Forgotten later? On this computer, run: '
        "<code>python3 run.py throughcare unlock</code></p>"
    )


def give_pin(end: Callable[[str], object]) -> None:
    """One field and a button, for the lead; a refusal stands below."""
    with st.form("pin_form", border=False, clear_on_submit=True):
        _field("Your PIN", GIVEN)
        st.form_submit_button("Take the laptop back", on_click=_end, args=(end,))
    show_refusal(GIVEN)


def other_turn(names: Mapping[str, str], begin: Callable[[str, str], object]) -> None:
    """Another agency first, for the lead alone: whoever holds the laptop could open any form.

    `names` are the agencies whose turn is still to come, by id; `begin` takes one and the PIN.
    """
    with st.expander("Somebody else first?"), st.form("turn_form", border=False):
        st.selectbox(
            "Whose turn comes first",
            list(names),
            format_func=lambda agency: literal(names[agency]),
            key=OTHER,
            width=420,
        )
        _field("PIN of the lead", OTHER_PIN)
        st.form_submit_button("Begin this turn", on_click=_other, args=(begin,))
    show_refusal(OTHER)


def _field(label: str, key: str) -> None:
    # "one-time-code" keeps browsers from offering to remember it.
    st.text_input(
        label,
        key=key,
        type="password",
        max_chars=_LONGEST,
        autocomplete="one-time-code",
        width=320,
    )


def _start(start: Callable[[str], object]) -> None:
    try:
        if st.session_state[NEW] != st.session_state[AGAIN]:
            raise BadInput(NOT_THE_SAME)
        start(st.session_state[NEW])
    except UserError as error:
        keep_refusal(NEW, error)


def _other(begin: Callable[[str, str], object]) -> None:
    pin = st.session_state.pop(OTHER_PIN)
    try:
        begin(st.session_state[OTHER], pin)
    except UserError as error:
        keep_refusal(OTHER, error)


def _end(end: Callable[[str], object]) -> None:
    try:
        end(st.session_state[GIVEN])
    except UserError as error:
        keep_refusal(GIVEN, error)
