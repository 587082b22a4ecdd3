"""A paper in Word, for those who must edit it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from exports.visits.model import Facts, Grid, Heading, Listed, NewPage, Sheet, Words
from exports.word.document import About, Document


def in_word(sheet: Sheet, made_at: datetime) -> bytes:
    """The Word document, in the PDF's words and order."""
    document = Document(
        About(
            title=sheet.title,
            marking=sheet.marking,
            running_head=sheet.running_head,
            made_at=made_at,
        )
    )
    if sheet.first_line:
        document.text(sheet.first_line, mark="Strong")
    document.heading(sheet.heading, 0)
    document.text(sheet.lead)
    for block in sheet.blocks:
        _PLACED[type(block)](document, block)
    return document.finished()


def _words(document: Document, words: Words) -> None:
    for line in words.lines:
        (document.quiet if words.quiet else document.text)(line)


_PLACED: Mapping[type, Callable[[Document, Any], None]] = {
    Heading: lambda document, one: document.heading(one.text, one.level),
    Words: _words,
    Listed: lambda document, one: document.listed(one.lines),
    Facts: lambda document, one: document.facts(one.facts),
    Grid: lambda document, one: document.table(one.table),
    NewPage: lambda document, one: None,
}
