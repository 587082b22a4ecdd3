"""Files that are no plan of this area's own, or were meddled with: each gets a plain answer."""

import openpyxl
import pytest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.privacy.audience import Audience
from exports.report.service import copy_of
from exports.workbook.make import make
from exports.workbook.returning import BASES, LINES, SHEET, check_of
from tests.assessment.documents.workbooks import compound_file, with_part, workbook
from tests.desk import begin_area
from tests.exports.returns.scene import (
    PLAN,
    REVIEW,
    Edit,
    Scene,
    changed,
    read,
    scene,
)


@pytest.fixture
def here(desk: Desk) -> Scene:
    return scene(desk)


def forged(book: openpyxl.Workbook) -> None:
    """An action's number becomes a word, and the check is made to fit."""
    sheet = book[SHEET]
    sheet.cell(10, 1, "twelve")
    texts = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    facts = dict(zip(LINES, (row[1] for row in texts[1:7]), strict=True))
    sheet.cell(7, 2, check_of(facts, [row[: len(BASES)] for row in texts[9:]]))


class TestOtherFiles:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"%PDF-1.7\n", "is not an Excel workbook"),
            (b"No.,What\n1,x\n", "is not an Excel workbook"),
            (b"", "is empty"),
            (compound_file("Workbook"), "pick Excel Workbook (.xlsx)"),
            (compound_file("EncryptedPackage"), "without the password or the label"),
            (workbook({PLAN: [["No.", "What", "Due"]]}), "does not say which plan it is"),
            (workbook({"Sheet1": [["Hello"]]}), "does not say which plan it is"),
        ],
    )
    def test_each_gets_a_plain_answer(self, data: bytes, words: str) -> None:
        refused = read(data, "plan.file").refused
        assert words in refused
        assert "plan.file" in refused

    def test_an_opendocument_is_saved_as_a_workbook(self) -> None:
        data = with_part(b"PK\x05\x06" + b"\x00" * 18, "content.xml", b"<x/>")
        assert "OpenDocument" in read(with_part(data, "mimetype", b"ods")).refused

    @pytest.mark.parametrize(
        ("edit", "words"),
        [
            (lambda book: book[SHEET].cell(10, 4, "2027-01-01"), "was changed"),
            (lambda book: book[SHEET].cell(6, 2, "2020-01-01T09:00:00+00:00"), "was changed"),
            (lambda book: book[SHEET].delete_rows(10), "was changed"),
            (lambda book: book[SHEET].cell(10, 1, "=1"), "some cells cannot be taken"),
            (lambda book: book[SHEET].cell(2, 2, "0"), "an earlier version"),
            (lambda book: book[SHEET].cell(2, 2, "2"), "another version"),
            (lambda book: book[SHEET].cell(2, 2, "²"), "another version"),
            (forged, "was changed"),
            (lambda book: book.remove(book[SHEET]), "does not say which plan it is"),
            (lambda book: book.remove(book[PLAN]), "has no sheet “Action plan”"),
            (lambda book: book[PLAN].cell(1, 1, "Number"), "has no sheet “Action plan”"),
        ],
    )
    def test_a_file_that_was_meddled_with(self, here: Scene, edit: Edit, words: str) -> None:
        assert words in read(changed(here.leaves(), edit)).refused

    def test_other_areas_and_assessments_are_refused_by_name(self, here: Scene) -> None:
        bank = partnerships.assessment(here.desk, here.assessment_id).bank_id
        later = partnerships.start_assessment(here.desk, here.partnership_id, bank, REVIEW)
        other = begin_area(here.desk, "Wexcombe")
        elsewhere = Scene(here.desk, other.partnership_id, other.assessment_id, "")
        after = Scene(here.desk, here.partnership_id, later, "")
        data = here.leaves()
        assert "is a plan of Aldermoor, and this is Wexcombe" in elsewhere.preview(data).refused
        assert "another assessment" in after.preview(data).refused

    def test_a_copy_for_a_reader_outside_does_not_come_back(self, here: Scene) -> None:
        data = make(copy_of(here.desk, here.assessment_id, Audience.PUBLIC)).data
        assert "for a reader outside the partnership" in read(data).refused
