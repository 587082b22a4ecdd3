"""Cuts a text to what a line or two of a cell can hold, however wide its letters are set.

What the fonts lack is set as its name in brackets (see exports.pdf.letters), and takes that room.
"""

import unicodedata
from functools import cache
from itertools import accumulate
from typing import Any

from exports.pdf.fonts import FILES, characters


_WIDE = frozenset("WMŴ@%—…mw")


def cut(words: str, room: int) -> str:
    """A text on one line, no wider than `room` small letters; an ellipsis says that it was cut."""
    flat = " ".join(words.split())
    ends = accumulate(map(_width, flat))
    fitting = sum(1 for end in ends if end <= room)
    return flat if fitting == len(flat) else f"{flat[:fitting].rstrip()}…"


def width(value: Any) -> float:
    """How wide all texts in a value are set one after the other, in small letters."""
    if isinstance(value, str):
        return sum(map(_width, value))
    if isinstance(value, dict):
        return sum(map(width, value.values()))
    return sum(map(width, value)) if isinstance(value, tuple) else 0


@cache
def _width(letter: str) -> float:
    if not letter.isascii() and not any(ord(letter) in characters(name) for name in FILES):
        return len(unicodedata.name(letter, "")) + 2
    if letter in _WIDE:
        return 1.9
    return 1.3 if letter.isupper() else 1
