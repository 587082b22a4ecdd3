"""What people read when something cannot be done. Bugs are left to Streamlit and the log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

import streamlit as st
from markupsafe import Markup

from assessment.access.errors import BadInput, UserError
from assessment.ui.html import fill, joined, show


P = ParamSpec("P")
_REFUSALS, _READ, _PAGE = "refusals", "refusals_read", "refusals_page"
_TOLD = "told"
_MOST = 20


@contextmanager
def errors_shown() -> Iterator[None]:
    """Run a part of a page; a UserError becomes a calm message in its place."""
    try:
        yield
    except UserError as error:
        show(message(error))


def message(error: UserError) -> Markup:
    """The words of an error as HTML; problems with input are listed, the first twenty."""
    problems = error.problems if isinstance(error, BadInput) else ()
    items = joined(fill("<li>{}</li>", problem) for problem in problems[:_MOST])
    more = f"And {len(problems) - _MOST} more." if len(problems) > _MOST else ""
    return fill(
        '<div class="trouble" role="alert"><p>{}</p>{}{}</div>',
        error.message,
        fill('<ul class="list">{}</ul>', items) if problems else "",
        fill("<p>{}</p>", more) if more else "",
    )


def keep_refusal(key: str, error: UserError, *, stays: bool = False) -> None:
    """Remember a refusal raised in a callback, where a message would land at the page's top.

    Only the error's own words are kept; they never hold what was typed. It is drawn once, or where
    it `stays` until the person acts again or turns to another page: one that follows the room is
    drawn anew at any moment, and would take the words away before they are read.
    """
    st.session_state.setdefault(_REFUSALS, {})[key] = error
    read = st.session_state.setdefault(_READ, {})
    read.pop(key, None)
    if stays:
        read[key] = False


def show_refusal(key: str) -> None:
    """Draw the refusal kept under this key, beside the field it is about."""
    kept, read = st.session_state.get(_REFUSALS, {}), st.session_state.get(_READ, {})
    error = kept.get(key) if key in read else kept.pop(key, None)
    if error is not None:
        if key in read:
            read[key] = True
        show(message(error))


def acts() -> None:
    """The person acts again: what was refused before, and has been drawn, has had its time."""
    kept, read = st.session_state.get(_REFUSALS, {}), st.session_state.get(_READ, {})
    for key in [key for key, drawn in read.items() if drawn]:
        kept.pop(key, None)
        del read[key]


def at_page(address: str) -> None:
    """Said at the start of each run; what was drawn on another page is not drawn again."""
    if st.session_state.get(_PAGE) != address:
        st.session_state[_PAGE] = address
        acts()


def tell(words: str) -> None:
    """Remember what was done, for the page that is shown next to say."""
    st.session_state[_TOLD] = words


def show_told() -> None:
    """Say what was done, once."""
    words = st.session_state.pop(_TOLD, "")
    if words:
        show(fill('<p role="status">{}</p>', words))


def guarded(
    key: str, act: Callable[P, object], on_refusal: Callable[[], object] | None = None
) -> Callable[P, None]:
    """A callback that keeps the refusal of `act` for `show_refusal(key)` to draw.

    `on_refusal` ends it then, where a page has other parts drawn again.
    """

    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        acts()
        try:
            act(*args, **kwargs)
        except UserError as error:
            keep_refusal(key, error, stays=True)
            if on_refusal:
                on_refusal()

    return run
