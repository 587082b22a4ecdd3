"""One line to name something new, with a button: nothing typed is lost when it is refused."""

from collections.abc import Callable

import streamlit as st

from assessment.access.errors import LikelyIdentifier, UserError
from assessment.access.texts import NAME
from assessment.ui.fields import literal
from assessment.ui.messages import keep_refusal, show_refusal


Add = Callable[[str, bool], object]


def add_form(
    label: str,
    button: str,
    *,
    key: str,
    on_add: Add,
    primary: bool = False,
    live: bool = True,
) -> None:
    """A field and its button. `on_add(name, confirmed)` keeps the name or raises a UserError.

    A name that looks like an identifier stays in the field, unsaved, with a box to say that it is
    none; any other refusal is said below the field.
    """
    with st.form(f"{key}_form", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(literal(label), key=key, max_chars=NAME, disabled=not live, width=480)
            st.form_submit_button(
                button,
                type="primary" if primary else "secondary",
                on_click=_submit,
                args=(key, on_add),
                disabled=not live,
            )
        if st.session_state.get(_asks(key)):
            st.checkbox("It identifies nobody: keep it", key=_confirmed(key))
    show_refusal(key)


def _submit(key: str, on_add: Add) -> None:
    confirmed = bool(st.session_state.get(_confirmed(key)))
    st.session_state[_asks(key)] = False
    try:
        on_add(st.session_state[key], confirmed)
    except UserError as error:
        st.session_state[_asks(key)] = isinstance(error, LikelyIdentifier)
        keep_refusal(key, error)
    else:
        st.session_state[key] = ""


def _asks(key: str) -> str:
    return f"{key}:asks"


def _confirmed(key: str) -> str:
    return f"{key}_confirmed"
