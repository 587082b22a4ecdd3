"""Choices that save when they are made. The row is the truth; the widget is seeded from it.

A widget is seeded anew whenever the row's value is not the one it was last seeded with, so another
person's choice shows up here. A refused choice goes back to what stands, with the reason below it;
`on_refusal` ends its callback, where a page has other parts drawn again.

What is seeded over somebody's own choice comes as a new widget. A browser that has not drawn it
yet still tells its old value, as a screen that follows the room does each second; to Streamlit
that looks like a choice, and it would write over what another person has just chosen.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, TypeVar

import streamlit as st

from assessment.access.errors import UserError
from assessment.ui.messages import acts, keep_refusal, show_refusal


T = TypeVar("T")
EARLIEST = date(2000, 1, 1)
LATEST = date(2099, 12, 31)
_FIELDS, _NOTHING = "fields", object()
# What would be read as markdown where it stands, and no more: a screen reader is told the label of
# a field as it was given, each backslash aloud.
_MARKS = re.compile(r"[\\`*_\[\]<~$]|(?<=[-=])>|:(?=[^\s\d])|&(?=#?\w+;)|(?<=\S)\.(?=\S)")
_AT_THE_START = re.compile(r"^\s*(?:\d+(?=[.)])|(?=[-+#>=|]))", re.MULTILINE)


@lru_cache(maxsize=2_048)  # the same few titles and levels, for everyone and at each click
def literal(text: str) -> str:
    """Text as a label or caption shows it: no markdown in it takes effect."""
    return _AT_THE_START.sub(r"\g<0>\\", _MARKS.sub(r"\\\g<0>", text))


def levels(
    label: str,
    *,
    key: str,
    stored: int | None,
    names: Sequence[str],
    descriptions: Sequence[str],
    on_pick: Callable[[int], object],
    on_refusal: Callable[[], object] | None = None,
    disabled: bool = False,
) -> None:
    """The four levels as boxes, each with its words; nothing is chosen while `stored` is None.

    The key begins with "level", by which the style sheet knows the boxes.
    """
    place = _seed(key, stored)
    st.radio(
        label,
        range(len(names)),
        captions=[literal(words) for words in descriptions],
        format_func=lambda value: literal(names[value]),
        key=place,
        on_change=_pick(key, place, on_pick, on_refusal),
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
    place = _seed(key, stored)
    st.radio(
        label,
        range(len(names)),
        format_func=lambda value: literal(names[value]),
        key=place,
        on_change=_pick(key, place, on_pick),
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
    on_refusal: Callable[[], object] | None = None,
    placeholder: str = "Choose",
    disabled: bool = False,
) -> None:
    """One of several, in a list; may be cleared again."""
    place = _seed(key, stored)
    st.selectbox(
        label,
        options if stored is None or stored in options else [*options, stored],
        index=None,
        format_func=words,
        key=place,
        placeholder=placeholder,
        on_change=_pick(key, place, on_pick, on_refusal),
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
    place = _seed(key, known)
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda value: literal(words(value)),
        key=place,
        on_change=_pick(key, place, partial(_pick_many, key, on_pick)),
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
    on_refusal: Callable[[], object] | None = None,
    disabled: bool = False,
) -> bool:
    """Yes or no; gives what is ticked now, saved or not."""
    place = _seed(key, stored)
    ticked = st.checkbox(
        literal(label),
        key=place,
        on_change=_pick(key, place, on_pick, on_refusal),
        disabled=disabled,
    )
    show_refusal(key)
    return bool(ticked)


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
) -> date | None:
    """A date in British order, which may be cleared; gives what stands in the box, saved or not."""
    place = _seed(key, stored)
    day: date | None = st.date_input(
        label,
        value=None,
        min_value=min(earliest, stored) if stored else earliest,
        max_value=max(latest, stored) if stored else latest,
        format="DD/MM/YYYY",
        help=hint,
        key=place,
        on_change=_pick(key, place, on_pick),
        disabled=disabled,
    )
    show_refusal(key)
    return day


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
    place = _seed(key, stored)
    st.number_input(
        label,
        min_value=least,
        max_value=most,
        value=None,
        step=1,
        help=hint,
        key=place,
        on_change=_pick(key, place, on_pick),
        disabled=disabled,
        width=240,
    )
    show_refusal(key)


def show_stored(key: str) -> None:
    """Called in a callback: a new widget shows what the row holds, not what was chosen."""
    _next_place(key)


@dataclass
class _Field:
    """What a session keeps of one field: which widget stands for it, and what that was given."""

    turn: int = 0
    seeded: Any = _NOTHING


def _field(key: str) -> _Field:
    """All of them are kept under one name: Streamlit goes through all its names for each widget."""
    fields: dict[str, _Field] = st.session_state.setdefault(_FIELDS, {})
    return fields.setdefault(key, _Field())


def _seed(key: str, stored: Any) -> str:
    """What the row holds, given to the widget; gives the key under which the widget stands."""
    state, field, place = st.session_state, _field(key), _place(key)
    moved = field.seeded is not _NOTHING and field.seeded != stored
    if moved and place in state and state[place] != stored:
        place = _next_place(key)
    if moved or place not in state:
        state[place] = field.seeded = stored
    return place


def _place(key: str) -> str:
    """The key of the widget that stands for the field now; the first is the field's own."""
    turn = _field(key).turn
    return f"{key}~{turn}" if turn else key


def _next_place(key: str) -> str:
    _field(key).turn += 1
    return _place(key)


def _pick(
    key: str,
    place: str,
    on_pick: Callable[[Any], object],
    on_refusal: Callable[[], object] | None = None,
) -> Callable[[], None]:
    """Save what was chosen; after a refusal a new widget shows what stands.

    What is still told of a widget that has been replaced is no choice.
    """

    def run() -> None:
        if place != _place(key):
            return
        acts()
        try:
            on_pick(st.session_state[place])
        except UserError as error:
            keep_refusal(key, error, stays=True)
            _next_place(key)
            if on_refusal:
                on_refusal()

    return run


def _pick_many(
    key: str, on_pick: Callable[[Sequence[T], Sequence[T]], object], picked: Sequence[T]
) -> None:
    field = _field(key)
    on_pick(picked, () if field.seeded is _NOTHING else field.seeded)
    # A second choice may come before the page is drawn again: it follows on this one.
    field.seeded = picked
