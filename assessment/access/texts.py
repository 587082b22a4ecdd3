"""The one gate for text that a person typed: length, likely identifiers, and others' edits."""

import re
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

# Asked under the boxes of whoever gives a view or reviews, before the gate has to.
NO_NAMES = "No names of people, and nothing that tells who somebody is."

# Control characters but tab and line ends, surrogates, direction overrides, and what Unicode says
# is no character. Not category Cn: an emoji newer than this Python would be taken out of what was
# typed. One expression, since a set of statements passes through it whole.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(
        chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
    )
    + "]"
)


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


def holds_unwanted(text: str) -> bool:
    """Whether a character stands in it that `tidy` takes out."""
    return _UNWANTED.search(text) is not None


def tidy(text: str) -> str:
    """NFC, one kind of line end, no control, surrogate or direction-override characters.

    White space alone is nothing: a field that holds no word is an empty one, on every page and in
    every file. Around words it stays, since a box saves while somebody is typing.
    """
    # Taken out first: what they stood between may join to one letter, or to one line end.
    kept = _UNWANTED.sub("", text)
    if not kept.strip():
        return ""
    return unicodedata.normalize("NFC", kept.replace("\r\n", "\n").replace("\r", "\n"))
