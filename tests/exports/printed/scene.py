"""A workshop with two agencies, and a reader of printed sheets."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
import pypdf

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.views import service as views
from assessment.views.model import Given, Said, Way
from exports.printed import service
from exports.printed.model import Kind
from exports.report.made import Made
from tests.exports.packs.scene import Scene


def give(here: Scene, agency_id: str, said: Mapping[str, Said], reason: str = "") -> None:
    """An agency's first views, keyed from its paper."""
    given = [
        Given(statement_id=statement, agency_id=agency_id, said=answer, reason=reason)
        for statement, answer in said.items()
    ]
    views.give_many(here.desk, here.assessment_id, given, way=Way.PAPER)


def agree(here: Scene, statement: str, rating: int, *, spread: bool = True, names: bool) -> None:
    """The room agrees a rating, after showing the spread, and the names, where it does."""
    where = (here.desk, here.assessment_id, statement)
    if spread:
        views.show_spread(*where)
    if names:
        views.show_names(*where)
    consensus.record_rating(*where, rating)


def make(here: Scene, kind: Kind, agency_id: str = "", desk: Desk | None = None) -> Made:
    """A sheet as the lead makes it."""
    return service.make(desk or here.desk, here.assessment_id, kind, agency_id)


def pages(data: bytes) -> Sequence[str]:
    """The words of each page, in one line."""
    read = pypdf.PdfReader(io.BytesIO(data)).pages
    return [re.sub(r"\s+", " ", page.extract_text().replace("\u200b", "")) for page in read]


def text(data: bytes) -> str:
    """The words of all pages, in one line."""
    return " ".join(pages(data))


def tags(data: bytes) -> Sequence[tuple[str, str]]:
    """Every structure element of the tag tree in order: its tag, and the words of a picture."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [(str(one.S), str(one.get("/Alt", ""))) for one in _elements(pdf)]


def _elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield element
            kids = element.get("/K", [])
            waiting.extend(reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]))
