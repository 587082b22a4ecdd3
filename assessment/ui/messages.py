"""What people read when something cannot be done. Bugs are left to Streamlit and the log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

import streamlit as st
from markupsafe import Markup

from assessment.access.errors import BadInput, UserError
from assessment.ui.html import fill, joined, show


P = ParamSpec("P")
_REFUSALS = "refusals"
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


def keep_refusal(key: str, error: UserError) -> None:
    """Remember a refusal raised in a callback, where a message would land at the page's top.

    Only the error's own words are kept; they never hold what was typed.
    """
    st.session_state.setdefault(_REFUSALS, {})[key] = error


def show_refusal(key: str) -> None:
    """Draw the refusal kept under this key, once, beside the field it is about."""
    error = st.session_state.get(_REFUSALS, {}).pop(key, None)
    if error is not None:
        show(message(error))


def tell(words: str) -> None:
    """Remember what was done, for the page that is shown next to say."""
    st.session_state[_TOLD] = words


def show_told() -> None:
    """Say what was done, once."""
    words = st.session_state.pop(_TOLD, "")
    if words:
        show(fill('<p role="status">{}</p>', words))


def guarded(key: str, act: Callable[P, object]) -> Callable[P, None]:
    """A callback that keeps the refusal of `act` for `show_refusal(key)` to draw."""

    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            act(*args, **kwargs)
        except UserError as error:
            keep_refusal(key, error)

    return run
