"""Choices that save when they are made. The row is the truth; the widget is seeded from it.

A widget is seeded anew whenever the row's value is not the one it was last seeded with, so another
person's choice shows up here. A refused choice goes back to what stands, with the reason below it.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from assessment.access.errors import UserError
from assessment.ui.messages import keep_refusal, show_refusal


T = TypeVar("T")
EARLIEST = date(2000, 1, 1)
LATEST = date(2099, 12, 31)
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def literal(text: str) -> str:
    """Text as a label or caption shows it: no markdown in it takes effect."""
    return _PUNCTUATION.sub(r"\\\1", text)


def levels(
    label: str,
    *,
    key: str,
    stored: int | None,
    names: Sequence[str],
    descriptions: Sequence[str],
    on_pick: Callable[[int], object],
    disabled: bool = False,
) -> None:
    """The four levels as boxes, each with its words; nothing is chosen while `stored` is None.

    The key begins with "level", by which the style sheet knows the boxes.
    """
    _seed(key, stored)
    st.radio(
        label,
        range(len(names)),
        captions=[literal(words) for words in descriptions],
        format_func=lambda value: literal(names[value]),
        key=key,
        on_change=_pick(key, on_pick),
        disabled=disabled,
        width="stretch",
    )
    show_refusal(key)


def pick_level(
    label: str,
    *,
    key: str,
    stored: int | None,
    names: Sequence[str],
    on_pick: Callable[[int], object],
    disabled: bool = False,
) -> None:
    """The four levels as one row of words, for lists where their descriptions stand apart."""
    _seed(key, stored)
    st.radio(
        label,
        range(len(names)),
        format_func=lambda value: literal(names[value]),
        key=key,
        on_change=_pick(key, on_pick),
        disabled=disabled,
        horizontal=True,
        label_visibility="collapsed",
    )
    show_refusal(key)


def choose(
    label: str,
    options: Sequence[T],
    *,
    key: str,
    stored: T | None,
    words: Callable[[T], str],
    on_pick: Callable[[T | None], object],
    placeholder: str = "Choose",
    disabled: bool = False,
) -> None:
    """One of several, in a list; may be cleared again."""
    _seed(key, stored)
    st.selectbox(
        label,
        options if stored is None or stored in options else [*options, stored],
        index=None,
        format_func=words,
        key=key,
        placeholder=placeholder,
        on_change=_pick(key, on_pick),
        disabled=disabled,
    )
    show_refusal(key)


def choose_many(
    label: str,
    options: Sequence[T],
    *,
    key: str,
    stored: Sequence[T],
    words: Callable[[T], str],
    on_pick: Callable[[Sequence[T], Sequence[T]], object],
    disabled: bool = False,
) -> None:
    """Several of a few, as pills.

    `on_pick` is given what is picked now and what was before: the difference is this person's
    choice, and the rest may be another's.
    """
    known = [value for value in stored if value in options]
    _seed(key, known)
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda value: literal(words(value)),
        key=key,
        on_change=_pick(key, partial(_pick_many, key, on_pick)),
        disabled=disabled,
        wrap=True,
    )
    show_refusal(key)


def tick(
    label: str,
    *,
    key: str,
    stored: bool,
    on_pick: Callable[[bool], object],
    disabled: bool = False,
) -> None:
    """Yes or no."""
    _seed(key, stored)
    st.checkbox(literal(label), key=key, on_change=_pick(key, on_pick), disabled=disabled)
    show_refusal(key)


def day_field(
    label: str,
    *,
    key: str,
    stored: date | None,
    on_pick: Callable[[date | None], object],
    earliest: date = EARLIEST,
    latest: date = LATEST,
    hint: str | None = None,
    disabled: bool = False,
) -> None:
    """A date in British order, which may be cleared."""
    _seed(key, stored)
    st.date_input(
        label,
        value=None,
        min_value=min(earliest, stored) if stored else earliest,
        max_value=max(latest, stored) if stored else latest,
        format="DD/MM/YYYY",
        help=hint,
        key=key,
        on_change=_pick(key, on_pick),
        disabled=disabled,
    )
    show_refusal(key)


def whole_number(
    label: str,
    *,
    key: str,
    stored: int | None,
    on_pick: Callable[[int | None], object],
    least: int,
    most: int,
    hint: str | None = None,
    disabled: bool = False,
) -> None:
    """A count, which may be left empty."""
    _seed(key, stored)
    st.number_input(
        label,
        min_value=least,
        max_value=most,
        value=None,
        step=1,
        help=hint,
        key=key,
        on_change=_pick(key, on_pick),
        disabled=disabled,
        width=240,
    )
    show_refusal(key)


def _seed(key: str, stored: Any) -> None:
    seeded = _seeded(key)
    if key not in st.session_state or st.session_state.get(seeded) != stored:
        st.session_state[key] = stored
        st.session_state[seeded] = stored


def _seeded(key: str) -> str:
    return f"{key}:seeded"


def _pick(key: str, on_pick: Callable[[Any], object]) -> Callable[[], None]:
    """Save what was chosen; a refusal puts the widget back to what stands."""

    def run() -> None:
        try:
            on_pick(st.session_state[key])
        except UserError as error:
            keep_refusal(key, error)
            st.session_state.pop(_seeded(key), None)

    return run


def _pick_many(
    key: str, on_pick: Callable[[Sequence[T], Sequence[T]], object], picked: Sequence[T]
) -> None:
    on_pick(picked, st.session_state.get(_seeded(key), ()))
    # A second choice may come before the page is drawn again: it follows on this one.
    st.session_state[_seeded(key)] = picked
