"""One plain reading of any text, with the way back to the characters as they were typed.

Digits of every script, full-width letters, odd spaces and dashes, and characters that show
nothing are ways in which a number is pasted from a PDF or a phone and still read by people.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache


_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_PLAIN = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_BLANKS, " "),
    "\u2044": "/",
    "\u2215": "/",
}
_ESCAPED_SPACE = "%20"


@dataclass(frozen=True, slots=True)
class Folded:
    """A plain reading of a text; `starts` and `ends` say where each character stood before."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the original that a slice of the reading stands for."""
        return self.starts[start], self.ends[end - 1]


def readings(text: str) -> tuple[Folded, ...]:
    """The readings to search: unseen characters left out and, if there are any, read as spaces.

    Both are needed: one may stand inside a number, or be all that parts a number from a word.
    """
    without = _fold(text, unseen="")
    if not any(_is_unseen(char) for char in set(text)):
        return (without,)
    return without, _fold(text, unseen=" ")


def _fold(text: str, *, unseen: str) -> Folded:
    if text.isascii() and text.isprintable() and _ESCAPED_SPACE not in text:
        return Folded(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    while place < len(text):
        width = len(_ESCAPED_SPACE) if text.startswith(_ESCAPED_SPACE, place) else 1
        char = text[place]
        piece = " " if width > 1 else unseen if _is_unseen(char) else _plain(char)
        pieces.append(piece)
        starts.extend([place] * len(piece))
        ends.extend([place + width] * len(piece))
        place += width
    return Folded("".join(pieces), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Cc"} and not char.isspace()


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if char.isspace():
        return " "
    if char in _PLAIN:
        return _PLAIN[char]
    return "".join(_plain_part(part) for part in unicodedata.normalize("NFKD", char))


def _plain_part(part: str) -> str:
    if unicodedata.combining(part) or unicodedata.category(part) in {"Mn", "Me"}:
        return ""
    digit = unicodedata.decimal(part, None)
    return str(digit) if digit is not None else _PLAIN.get(part, part)
