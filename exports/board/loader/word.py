"""The paper in Word, for those who must edit it."""

from datetime import datetime

from exports.board.model import BoardPaper, Part
from exports.word.document import About, Document


# Word has no way to try sizes, so the smaller one is for papers with more text than is usual.
_SIZE, _CROWDED = 9.5, 8


def in_word(paper: BoardPaper, made_at: datetime) -> bytes:
    """The Word document, in the PDF's words and order."""
    document = Document(
        About(
            title=paper.title,
            marking=paper.marking,
            running_head=paper.running_head,
            made_at=made_at,
            base=_CROWDED if paper.crowded else _SIZE,
        )
    )
    document.quiet(paper.copy_words)
    document.heading(paper.title, 0)
    document.quiet(paper.stage)
    document.heading("Where we stand", 2)
    document.listed(paper.where_we_stand)
    for part in paper.parts:
        _part(document, part)
    document.heading(paper.changed_heading, 2)
    document.listed(paper.changed)
    _part(document, paper.stuck)
    document.heading("Next review", 2)
    document.text(" ".join(paper.meetings))
    document.quiet(paper.full)
    return document.finished()


def _part(document: Document, part: Part) -> None:
    document.heading(part.heading, 2)
    document.table(part.table)
    document.quiet(part.more)
