"""The sheets and columns of a workbook of statements: what is read is what the templates write."""

from dataclasses import dataclass

from assessment.bank.model import EVIDENCE_WORDS, EXPECTED_WORDS, LEVELS, SAFETY_WORDS, Wording
from assessment.documents.characters import letters
from assessment.documents.reading import SheetLimit


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, its heading, and its width in characters."""

    field: str
    heading: str
    width: int = 20


READ_ME, ABOUT, STATEMENTS = "Read me", "About", "Statements"

ABOUT_ROWS = (
    ("name", "Name"),
    ("version", "Version"),
    ("wording", "Whose wording"),
    ("notice", "Notice"),
    ("language", "Language"),
)

STATEMENT_COLUMNS = (
    Column("id", "Id", 10),
    Column("domain", "Domain", 10),
    Column("title", "Title", 28),
    Column("statement", "Statement", 50),
    Column("plain", "Plain words", 50),
    *(Column(f"level{value}", f"Level {value}", 40) for value in range(LEVELS)),
    Column("evidence", "Evidence", 50),
    Column("agencies", "Agencies", 14),
    Column("actions", "Action starters", 50),
    Column("sources", "Sources", 14),
    Column("core", "Core", 8),
    Column("safety", "Safety", 18),
)

# The other lists, by the name they have among the statements' parts.
LISTS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "scale": (
        "Scale",
        (Column("value", "Value", 8), Column("label", "Label"), Column("meaning", "Meaning", 60)),
    ),
    "agency_types": (
        "Agency types",
        (
            Column("code", "Code", 10),
            Column("name", "Name", 60),
            Column("short", "Short name", 24),
            Column("expected", "Expected", 16),
        ),
    ),
    "domains": (
        "Domains",
        (Column("id", "Id", 8), Column("title", "Title", 40), Column("summary", "Summary", 80)),
    ),
    "sources": (
        "Sources",
        (
            Column("code", "Code", 12),
            Column("title", "Title", 60),
            Column("publisher", "Publisher", 40),
            Column("dated", "Dated", 24),
            Column("link", "Link", 40),
            Column("note", "Note", 60),
        ),
    ),
}

LIMITS = {
    ABOUT: SheetLimit(rows=40, columns=10),
    STATEMENTS: SheetLimit(rows=400, columns=40),
    **{sheet: SheetLimit(rows=300, columns=20) for sheet, _ in LISTS.values()},
}

# Headings that people use for the same thing, as `key` makes them.
OTHER_HEADINGS = {
    "reference": "id",
    "ref": "id",
    "number": "id",
    "no": "id",
    "heading": "title",
    "shorttitle": "title",
    "wording": "statement",
    "statementwording": "statement",
    "plain": "plain",
    "plainenglish": "plain",
    "plainsentence": "plain",
    "agencytypes": "agencies",
    "partners": "agencies",
    "actions": "actions",
    "safetycritical": "safety",
    "short": "short",
}


def choices() -> dict[str, str]:
    """What may be typed for a fixed choice, by key: its words or its own name."""
    pairs = [*SAFETY_WORDS.items(), *EXPECTED_WORDS.items(), *EVIDENCE_WORDS.items()]
    by_words = {letters(words): kind.value for kind, words in pairs}
    by_name = {letters(kind.value): kind.value for kind, _ in pairs}
    return by_words | by_name | {letters(one.value): one.value for one in Wording}
