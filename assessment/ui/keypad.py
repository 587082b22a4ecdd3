"""A grid of statements and agencies that is answered by keystroke, and shows no answer.

A cell is not asked, open or answered; which answer it has is neither sent to the browser nor drawn.
Keys leave in batches, at most 400 ms after they were pressed, and a batch is repeated every 2 s
until the server says it has dealt with it: a slow or killed server loses nothing that was keyed. On
request the browser shows, in the row one is in, what was keyed in this browser since the page was
opened, from its own memory.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

import streamlit as st

from assessment.access.errors import UserError


_HERE = Path(__file__).parent
_grid = st.components.v2.component(
    "throughcare.keypad",
    html=(_HERE / "keypad.html").read_text(encoding="utf-8"),
    css=(_HERE / "keypad.css").read_text(encoding="utf-8"),
    js=(_HERE / "keypad.js").read_text(encoding="utf-8"),
)

# All that the browser is told of a cell.
NOT_ASKED, OPEN, FILLED = "-ox"
Pair = tuple[str, str]


class Keyed(NamedTuple):
    """One key in one cell. `key` is empty where an answer is taken back.

    `replace`: the person has said that it takes the place of what was given online.
    """

    row: str
    column: str
    key: str
    replace: bool = False

    @property
    def cell(self) -> Pair:
        """Row and column."""
        return (self.row, self.column)


OnKeys = Callable[[Sequence[Keyed]], Collection[Pair]]


def keypad(
    rows: Sequence[Pair],
    columns: Sequence[Pair],
    asked: Collection[Pair],
    filled: Collection[Pair],
    on_keys: OnKeys,
    *,
    key: str,
    keys: Mapping[str, str],
    label: str = "Views",
    head: str = "Statement",
    along: Literal["row", "column"] = "column",
    disabled: bool = False,
    focused: bool = False,
    then: Callable[[], object] | None = None,
) -> None:
    """Draw the grid, inside the fragment that has just read `asked` and `filled`.

    `rows` are ids with titles, `columns` ids with names; ids hold no spaces. `asked` and `filled`
    are pairs of row and column id. `keys` are the keys that answer, with the words of each for the
    line under the grid; the cursor then goes on to the next asked cell, down the column or along
    the row. Arrows move; Backspace takes back.

    `on_keys` stores a batch and gives the pairs that it left alone because something else was
    given there online (the grid counts them and offers to replace them), or raises a UserError:
    then nothing of the batch is taken as stored, and the grid shows the words and keeps the keys.
    It may be given the same batch twice. `then` ends the callback of a batch that was stored.
    `focused`: it was asked for just now, and the first key goes into it.
    """
    data = {
        "key": key,
        "label": label,
        "head": head,
        "rows": [list(row) for row in rows],
        "columns": [list(column) for column in columns],
        "cells": [
            "".join(_state((row, column), asked, filled) for column, _name in columns)
            for row, _title in rows
        ],
        "keys": [list(pair) for pair in keys.items()],
        "along": along,
        "disabled": disabled,
        "focused": focused,
        "answer": _answers().get(key, "null"),
    }
    known = _Known(frozenset(asked), frozenset(keys))
    _grid(key=key, data=data, on_batch_change=partial(_receive, key, known, on_keys, then))


class _Known(NamedTuple):
    """What a batch may name: cells that are asked, and keys that answer."""

    asked: frozenset[Pair]
    keys: frozenset[str]


def _state(cell: Pair, asked: Collection[Pair], filled: Collection[Pair]) -> str:
    if cell not in asked:
        return NOT_ASKED
    return FILLED if cell in filled else OPEN


def _receive(key: str, known: _Known, on_keys: OnKeys, then: Callable[[], object] | None) -> None:
    """Hand a batch to the page and remember what came of it, for the grid to hear."""
    batch = st.session_state[key].batch
    keyed = read_batch(batch, known.asked, known.keys)
    if keyed is not None:
        answer = {"spell": batch["spell"], "upto": batch["upto"], **outcome(on_keys, keyed)}
        # As one string: in a nested dict Streamlit would look for data frames, with all of pandas.
        _answers()[key] = json.dumps(answer)
        if then and not answer["message"]:
            then()


def read_batch(
    batch: Any, asked: Collection[Pair], keys: Collection[str]
) -> tuple[Keyed, ...] | None:
    """A batch as sent by the grid, without cells that are not asked; None if not of its making."""
    try:
        found = [
            Keyed(str(row), str(column), str(key), replace is True)
            for row, column, key, replace in batch["keys"]
        ]
        if not isinstance(batch["spell"], str) or not isinstance(batch["upto"], int):
            return None
    except (KeyError, TypeError, ValueError):
        return None
    return tuple(one for one in found if one.cell in asked and one.key in {"", *keys})


def outcome(on_keys: OnKeys, keyed: Sequence[Keyed]) -> dict[str, Any]:
    """Store, and say what came of it: the cells left alone, or the words of a refusal."""
    try:
        left = on_keys(keyed) if keyed else ()
    except UserError as error:
        return {"kept_back": [], "message": error.unsaved}
    return {"kept_back": sorted([row, column] for row, column in left), "message": ""}


def _answers() -> dict[str, str]:
    """What each grid heard last, all under one name: see `fields._field`."""
    answers: dict[str, str] = st.session_state.setdefault("keypad_answers", {})
    return answers
