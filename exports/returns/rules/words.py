"""What stands in the cells of a returned plan, read as the plan knows it."""

import re

from action_plans.actions.model import HEARD, MOVE_WORDS, REPORTED_WORDS, MoveReason, Reported
from assessment.access.errors import LikelyIdentifier, TooLong
from assessment.access.texts import accept_words
from assessment.documents.characters import letters
from assessment.documents.reading import Cell
from assessment.privacy.guard import place


_NUMBER = re.compile(r"(?:no\.?|number|#)?\s*(\d{1,9})(?:\.0+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[:;–—-]\s*|\s*,\s+")


class Unusable(Exception):
    """A cell's words cannot be taken; says why, and never what stands there."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def read_number(cell: Cell) -> int | None:
    """The action's number: 12, "12", "No. 12"; None for anything else."""
    if isinstance(cell, bool):
        return None
    found = _NUMBER.fullmatch(str(cell).strip())
    return int(found[1]) if found else None


def read_report(cell: Cell) -> Reported | None:
    """What a cell says of how the action goes, by its words; None where it says none of them."""
    wanted = {letters(REPORTED_WORDS[one]): one for one in HEARD}
    return wanted.get(letters(cell))


def read_reason(cell: Cell) -> tuple[MoveReason | None, str]:
    """Why a date moves: one of the reasons, with or without more words; or just words.

    "Staffing: two posts are vacant" is both. Words alone are another reason.
    """
    text = str(cell).strip()
    if not text:
        return None, ""
    wanted = {letters(words): one for one, words in MOVE_WORDS.items()}
    first, *rest = _BETWEEN.split(text, maxsplit=1)
    for words, more in ((text, ""), (first, "".join(rest))):
        if letters(words) in wanted:
            return wanted[letters(words)], more.strip()
    return MoveReason.OTHER, text


def accepted(text: str, limit: int) -> str:
    """The words as they may be stored. Raises Unusable where they may not."""
    try:
        return accept_words(text.strip(), limit=limit)
    except TooLong as error:
        raise Unusable(f"{error.length:,} characters; there is room for {error.limit:,}") from error
    except LikelyIdentifier as error:
        kinds = {f"{one.kind.words} at {place(text.strip(), one)}" for one in error.findings}
        raise Unusable(f"this looks like {', '.join(sorted(kinds))}") from error
