"""The one gate for text that a person typed: length, likely identifiers, and others' edits."""

import unicodedata
from datetime import datetime

from assessment.access.errors import LikelyIdentifier, StaleEdit, TooLong
from assessment.access.typed import Typed, text_hash
from assessment.privacy.beginnings import without_beginnings
from assessment.privacy.guard import new_findings
from assessment.privacy.people import not_meant


# Every limit on text, in characters, in one place; columns are made as wide.
NAME = 200
LINE = 500
PARAGRAPH = 4_000
LINK = 2_000


def accept_text(
    typed: Typed,
    *,
    stored: str,
    limit: int,
    place: tuple[str, str] = ("", ""),
    changed_by: str = "",
    changed_at: datetime | None = None,
) -> str:
    """The text as it may be stored: NFC, without control characters, within the limit.

    `stored` is what the row holds now. The box says what it believed to be stored and what it
    has sent since; anything else there is another person's edit. `place` is the table and column:
    a name is meant to stand in some.

    Raises:
        StaleEdit: someone else's text stands there.
        TooLong: over the limit.
        LikelyIdentifier: the guard saw something new and it was not confirmed.
    """
    text = tidy(typed.text)
    if text == stored:
        return text
    if text_hash(stored) not in {typed.seen, *typed.trail}:
        raise StaleEdit(stored, changed_by, changed_at)
    return accept_words(text, stored=stored, limit=limit, confirmed=typed.confirmed, place=place)


def accept_words(
    text: str,
    *,
    stored: str = "",
    limit: int,
    confirmed: bool = False,
    place: tuple[str, str] = ("", ""),
) -> str:
    """Like `accept_text` where no one else can be editing: names, short lines, imported text."""
    text = tidy(text)
    if len(text) > limit:
        raise TooLong(limit, len(text))
    findings = () if confirmed else not_meant(*place, new_findings(text, stored))
    if findings:
        kept = without_beginnings(stored, text, findings)
        raise LikelyIdentifier(findings, kept=None if kept == stored else kept)
    return text


def tidy(text: str) -> str:
    """NFC, one kind of line end, no control, surrogate or direction-override characters."""
    # Taken out first: what they stood between may join to one letter, or to one line end.
    kept = "".join(c for c in text if c in "\n\r\t" or not _unwanted(c))
    return unicodedata.normalize("NFC", kept.replace("\r\n", "\n").replace("\r", "\n"))


def _unwanted(character: str) -> bool:
    # Not category Cn: an emoji newer than this Python would be taken out of what was typed.
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
        or "\ufdd0" <= character <= "\ufdef"
        or ord(character) & 0xFFFE == 0xFFFE
    )
