"""One line to name something new, with a button: nothing typed is lost when it is refused."""

from functools import partial

import streamlit as st

from assessment.access.texts import NAME
from assessment.ui.fields import literal
from assessment.ui.plain import Keep, keep_words, refused_words


def add_form(
    label: str,
    button: str,
    *,
    key: str,
    on_add: Keep,
    primary: bool = False,
    live: bool = True,
    limit: int = NAME,
) -> None:
    """A field and its button. `on_add(name, confirmed)` keeps the name or raises a UserError.

    A name that looks like an identifier stays in the field, unsaved, to be taken out or kept on
    purpose; any other refusal is said below the field.
    """
    keep = partial(_keep, key, on_add)
    with st.form(f"{key}_form", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(literal(label), key=key, max_chars=limit, disabled=not live, width=480)
            st.form_submit_button(
                button,
                type="primary" if primary else "secondary",
                on_click=keep_words,
                args=(key, keep),
                disabled=not live,
            )
        refused_words(key, keep, st.form_submit_button)


def _keep(key: str, on_add: Keep, name: str, confirmed: bool) -> None:
    on_add(name, confirmed)
    st.session_state[key] = ""
