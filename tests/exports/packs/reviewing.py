"""A round of review whose packs can be made, and packs filled in as a person would."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import openpyxl

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.evidence import service as evidence
from assessment.peer_review import service as reviews
from assessment.peer_review.model import DocumentWay
from assessment.privacy.audience import Audience
from exports.audiences import service as audiences
from exports.audiences.model import Choice
from exports.packs import service
from tests.assessment.peer_review.reviewed import Reviewed, reviewed
from tests.exports.packs.scene import changed


FIELDS = ("rating", "line", "comment", "question", "evidence_asked", "borrow", "for_visit")
WHY = "Minutes say so since the spring"
TITLE = "Minutes of the board"


@dataclass(frozen=True)
class Round:
    """A round with a document and a reason; `one` is what it rests on."""

    one: Reviewed

    @property
    def desk(self) -> Desk:
        """The lead's desk."""
        return self.one.desk

    def pack(self, reviewer_id: str = "") -> bytes:
        """A first file; the first reviewer's unless said."""
        who = reviewer_id or self.one.first
        return service.make_reviewer_pack(self.desk, who, self.one.round_id).data

    def second(self) -> bytes:
        """The first reviewer's second file."""
        return service.make_second_file(self.desk, self.one.first, self.one.round_id).data

    def keep(self, data: bytes, *, leave_out: bool = False) -> int:
        """Read a file and keep it."""
        raw = service.read_reviewer_pack(self.desk, self.one.round_id, data, "back.xlsx")
        return service.keep_reviewer_pack(self.desk, self.one.round_id, raw, leave_out=leave_out)

    def said(self) -> dict[str, tuple[object, str]]:
        """What is kept of the first reviewer: rating and line by statement."""
        found = reviews.ratings(self.desk, self.one.round_id)
        mine = [each for each in found if each.reviewer_id == self.one.first]
        return {each.statement_id: (each.said, each.line) for each in mine}


def round_of(desk: Desk, *, read: bool = True, blind: bool = True) -> Round:
    """A round over an agreed assessment; its texts read through and kept, unless not."""
    one = reviewed(desk)
    aid = one.assessment_id
    document = evidence.add_evidence(desk, aid, "G02", TITLE)
    reviews.set_document_way(desk, one.round_id, document, DocumentWay.ON_THE_DAY)
    consensus.edit_words(desk, aid, "G02", "rationale", Typed.over("", WHY))
    reviews.set_blind(desk, one.round_id, blind)
    if read:
        read_all(desk, one.round_id, aid)
    return Round(one)


def read_all(desk: Desk, round_id: str, assessment_id: str, choice: Choice = Choice.KEEP) -> None:
    """Decide the same of every text that waits."""
    for text in service.texts_unread(desk, round_id):
        audiences.decide(desk, assessment_id, Audience.REVIEWER, text.digest, choice)


def rated(data: bytes, ratings: Mapping[str, object | tuple[object, ...]]) -> bytes:
    """A first file with ratings filled in: a value, or a tuple in the order of FIELDS."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book["Your ratings"]
        heads = [str(cell.value) for cell in sheet[2]]
        at = heads.index("Your rating") + 1
        for row in range(3, sheet.max_row + 1):
            given = ratings.get(str(sheet.cell(row, 1).value))
            values = given if isinstance(given, tuple) else (given,)
            for column, value in enumerate(values, at):
                if value is not None:
                    sheet.cell(row, column, value)

    return changed(data, fill)


def sheets_of(data: bytes) -> dict[str, list[list[str]]]:
    """Every sheet's cells as words."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
        for sheet in book.worksheets
    }
