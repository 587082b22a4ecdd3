"""Writes a Word document in which text stays text.

    document = Document(About(title="…", marking="OFFICIAL", running_head="…", made_at=now))
    document.heading("Where we stand", 2)
    document.text("What anybody typed, <b> and {MERGEFIELD} included")
    document.table(table)                  # of exports.report.paper.model, its heads repeated
    data = document.finished()

The parts are written as elements and never through a template of text, so no word can become
markup, a field or a link. python-docx keeps the package, the styles, the head and the foot.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import docx
from docx.shared import Mm

from assessment.documents.characters import writable
from exports.report.paper.model import Fact, Rating, Status, Table
from exports.word.elements import Run, element, field, inside, paragraph, run, style_id
from exports.word.look import FACT, LABEL, QUIET, SMALL, WIDTH, dress
from exports.word.tables import rating_runs, status_runs, table_of


_LABEL_WIDTH = 2100
_PROPERTY = 255


@dataclass(frozen=True)
class About:
    """What the file says of itself, and what stands at the head and foot of each page."""

    title: str
    marking: str
    running_head: str
    made_at: datetime
    comments: str = ""
    base: float = 10.5


class Document:
    """A document in memory. `finished()` gives its bytes."""

    def __init__(self, about: About) -> None:
        self._native = docx.Document()
        dress(self._native, base=about.base)
        self._page(about)
        self._properties(about)
        self._body = self._native.element.body
        self._end = self._body[-1]  # the section's own settings stay last

    def heading(self, text: str, level: int) -> None:
        """A real heading, of level 1 to 3; level 0 is the document's title."""
        self._add(paragraph("Title" if level == 0 else f"Heading{level}", [(text, "")]))

    def text(self, text: str, style: str = "Normal", *, mark: str = "") -> None:
        """A paragraph; `mark` is a character style for the whole of it."""
        self._add(paragraph(style_id(style), [(text, mark)]))

    def quiet(self, text: str) -> None:
        """A lesser line; nothing where there is none."""
        if text:
            self._add(paragraph(QUIET, [(text, "")]))

    def boxes(self, rating: Rating, marks: Sequence[str] = ()) -> None:
        """A rating's box and what stands beside it."""
        runs = [*rating_runs(rating), *((f"    {mark}", SMALL) for mark in marks)]
        self._add(paragraph("Normal", runs, keep=True))

    def status(self, status: Status, reason: str) -> None:
        """How an action goes, and why."""
        runs = [*status_runs(status), *([(f"    {reason}", SMALL)] if reason else [])]
        self._add(paragraph("Normal", runs, keep=True))

    def key(self, boxes: Iterable[Rating]) -> None:
        """Boxes side by side."""
        runs = [run for box in boxes for run in (*rating_runs(box), ("   ", ""))]
        self._add(paragraph("Normal", runs))

    def listed(self, lines: Iterable[str], *, numbered: bool = False) -> None:
        """A real list."""
        style = "ListNumber" if numbered else "ListBullet"
        for line in lines:
            self._add(paragraph(style, [(line, "")]))

    def facts(self, facts: Iterable[Fact]) -> None:
        """A label and what stands under it, its lines hanging beside the label."""
        for fact in facts:
            self._add(_fact(fact))

    def table(self, table: Table) -> None:
        """A table with its row of heads on every page it reaches, or what is said without rows."""
        if not table.rows:
            self.quiet(table.empty)
            return
        self._add(table_of(table))

    def finished(self) -> bytes:
        """The document as bytes."""
        data = io.BytesIO()
        self._native.save(data)
        return data.getvalue()

    def _add(self, element: Any) -> None:
        self._end.addprevious(element)

    def _page(self, about: About) -> None:
        section = self._native.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(22), Mm(19)
        section.header_distance, section.footer_distance = Mm(11), Mm(10)
        head, foot = section.header.paragraphs[0]._p, section.footer.paragraphs[0]._p
        _replace(head, _edge("Header", [(about.marking, "Strong"), ("\t", ""),
                                        (about.running_head, "")]))  # fmt: skip
        numbers = _edge("Footer", [(about.marking or "Throughcare", "Strong"), ("\tPage ", "")])
        numbers.append(field("PAGE"))
        numbers.append(run(" of "))
        numbers.append(field("NUMPAGES"))
        _replace(foot, numbers)

    def _properties(self, about: About) -> None:
        own = self._native.core_properties
        own.title = writable(about.title)[:_PROPERTY]
        own.category = writable(about.marking)[:_PROPERTY]
        own.comments = writable(about.comments)[:_PROPERTY]
        own.author, own.last_modified_by, own.keywords, own.subject = "Throughcare", "", "", ""
        own.revision = 1
        # The package says itself that these are in universal time.
        own.created = own.modified = about.made_at.astimezone(UTC).replace(tzinfo=None)


def _edge(style: str, runs: Iterable[Run]) -> Any:
    """A line of the head or the foot: left, and at the right margin after a tab."""
    found = paragraph(style, runs)
    found[0].append(inside("w:tabs", element("w:tab", val="right", pos=str(WIDTH))))
    return found


def _replace(old: Any, new: Any) -> None:
    old.getparent().replace(old, new)


def _fact(fact: Fact) -> Any:
    found = paragraph(FACT, [(fact.label, LABEL), ("\t", ""), ("\n".join(fact.lines), "")])
    wide = str(_LABEL_WIDTH)
    found[0].append(inside("w:tabs", element("w:tab", val="left", pos=wide)))
    found[0].append(element("w:ind", left=wide, hanging=wide))
    return found
