"""Sheets, columns and lines of a pack: what is read is what is written."""

from dataclasses import dataclass

from assessment.documents.reading import SheetLimit


START, VIEW, LAST, ABOUT = "Start here", "Your view", "Last time", "About this pack"


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, its heading, its width, and whether it is filled in."""

    field: str
    heading: str
    width: float
    style: str = "row"
    filled_in: bool = False


# Widths add up to what an A4 page across holds in letters that can be read.
COLUMNS = (
    Column("id", "Id", 6, "strong"),
    Column("domain", "Domain", 13),
    Column("statement", "Statement", 40),
    Column("levels", "What each level looks like", 56),
    Column("answer", "Answer", 20, "answer", filled_in=True),
    Column("reason", "Why, in a few words (optional)", 28, "fill", filled_in=True),
    Column("confidence", "How sure (optional)", 13, "fill", filled_in=True),
    Column("prisons", "Which prisons (optional)", 16, "fill", filled_in=True),
    Column("people", "How many people it rests on (optional)", 11, "fill", filled_in=True),
)
NEEDED = ("id", "answer")
PLACES = {column.field: place for place, column in enumerate(COLUMNS)}

# Lines of the sheet About this pack, by what they hold.
LINES = {
    "area": "Area",
    "assessment": "Assessment",
    "agency": "Agency",
    "statements": "Statements",
    "names_shown": "Agencies’ names at the reveal",
    "prisons": "Prisons",
    "made_at": "Made",
    "marking": "Handling marking",
    "partnership_id": "Area, by number",
    "assessment_id": "Assessment, by number",
    "agency_id": "Agency, by number",
    "edition": "Edition of the statements",
    "check": "Check",
}
NAMES_WORDS = {True: "may be shown", False: "are not shown"}

LIMITS = {
    VIEW: SheetLimit(rows=700, columns=40),
    ABOUT: SheetLimit(rows=100, columns=20),
}
