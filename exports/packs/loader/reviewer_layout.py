"""Sheets, columns and lines of a reviewer pack: what is read is what is written."""

from assessment.documents.reading import SheetLimit
from exports.packs.loader.layout import Column


START, RATINGS, DOCUMENTS, ABOUT = "Start here", "Your ratings", "Documents", "About this pack"
REPLIES = "Both ratings"

RATED = (
    Column("id", "Id", 6, "strong"),
    Column("statement", "Statement", 36),
    Column("levels", "What each level looks like", 50),
    Column("documents", "What the area has to show", 30),
    Column("rating", "Your rating", 18, "answer", filled_in=True),
    Column("line", "Why, in one line", 30, "fill", filled_in=True),
    Column("comment", "Comment (optional)", 26, "fill", filled_in=True),
    Column("question", "Question to the area (optional)", 24, "fill", filled_in=True),
    Column("evidence_asked", "Evidence you would ask for (optional)", 24, "fill", filled_in=True),
    Column("borrow", "Good practice worth borrowing (optional)", 24, "fill", filled_in=True),
    Column("for_visit", "Talk about this at the visit?", 12, "fill", filled_in=True),
)
# In an open round the area's rating stands before the reviewer's own.
AREA = Column("area", "The area’s own rating, and why", 32)

REPLIED = (
    Column("id", "Id", 6, "strong"),
    Column("title", "Statement", 30),
    Column("own", "Your rating", 16),
    Column("area", "The area’s rating", 16),
    Column("reason", "Why the area rates it so", 44),
    Column("difference", "How they stand", 22),
    Column("reply", "The area’s reply", 44),
    Column("answer", "Your one answer (optional)", 36, "fill", filled_in=True),
)

LINES = {
    "area": "Area",
    "assessment": "Assessment",
    "reviewing_area": "Reviewing area",
    "reviewer": "Peer reviewer",
    "statements": "Statements",
    "made_at": "Made",
    "marking": "Handling marking",
    "file": "File",
    "assessment_id": "Assessment, by number",
    "round_id": "Review, by number",
    "reviewer_id": "Peer reviewer, by number",
    "edition": "Edition of the statements",
    "check": "Check",
}
FILE_WORDS = {False: "First: your own ratings", True: "Second: both ratings"}
YES = "Yes"

LIMITS = {
    RATINGS: SheetLimit(rows=200, columns=40),
    REPLIES: SheetLimit(rows=200, columns=40),
    ABOUT: SheetLimit(rows=100, columns=20),
}
