"""Words typed into a plain field and kept by a button: nothing typed is lost when it is refused.

Where a row stands already, `autosave_text` saves while one types. This is for words that begin
something or go with an act. What looks like an identifier stays in the field, unsaved, with the
same two ways on as that box has: take it out, or say that it identifies nobody.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from assessment.access.errors import LikelyIdentifier, UserError
from assessment.access.texts import tidy
from assessment.privacy.guard import find_identifiers, removed
from assessment.ui.html import show
from assessment.ui.messages import keep_refusal, show_refusal


Keep = Callable[[str, bool], object]
Button = Callable[..., Any]


def keep_words(key: str, keep: Keep, *, confirmed: bool = False) -> None:
    """The callback of the field's own button: `keep(words, confirmed)` stores or raises UserError.

    `key` is the field's. What becomes of its words then is for `keep` to say.
    """
    st.session_state[_asks(key)] = False
    try:
        keep(st.session_state.get(key, ""), confirmed)
    except UserError as error:
        st.session_state[_asks(key)] = isinstance(error, LikelyIdentifier)
        keep_refusal(key, error)


def refused_words(key: str, keep: Keep, button: Button = st.button) -> None:
    """Why the words were refused, and for a likely identifier the two ways on.

    Drawn beside the field; inside a form with `button=st.form_submit_button`, so that what was
    typed since is counted in.
    """
    show_refusal(key)
    if st.session_state.pop(_taken_out(key), False):
        show('<p role="status">It is taken out of the field. Nothing is saved yet.</p>')
    if st.session_state.get(_asks(key)):
        with st.container(horizontal=True):
            button("Remove it", key=f"{key}_remove", on_click=_take_out, args=(key,))
            button(
                "Keep it, it identifies nobody",
                key=f"{key}_keep",
                on_click=partial(keep_words, key, keep, confirmed=True),
            )


def _take_out(key: str) -> None:
    words = tidy(st.session_state.get(key, ""))
    st.session_state[key] = removed(words, find_identifiers(words))
    st.session_state[_asks(key)] = False
    st.session_state[_taken_out(key)] = True


def _asks(key: str) -> str:
    return f"{key}:asks"


def _taken_out(key: str) -> str:
    return f"{key}:taken_out"
