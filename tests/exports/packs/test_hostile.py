"""Files that are no packs, and packs that somebody meddled with: refused plainly, in bounds."""

import openpyxl
import pytest

from assessment.access.desk import Desk
from assessment.documents.safety import FILE_LIMIT
from tests.assessment.documents.workbooks import compound_file, with_part, workbook
from tests.exports.hostile import FORMULAS
from tests.exports.packs.scene import changed, filled, read, row_of, scene


PDF = b"%PDF-1.7\n%\xe2\xe3\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00"


class TestWaysForward:
    @pytest.mark.parametrize("data", [PDF, PNG, JPEG, HEIC])
    def test_a_scan_is_keyed_in(self, data: bytes) -> None:
        assert "scan or a picture" in read(data, "scan").refused
        assert "Key in paper packs" in read(data, "scan").refused

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (compound_file("EncryptedPackage"), "without the password or the label"),
            (compound_file("DRMEncryptedDataSpace"), "without the password or the label"),
            (compound_file("Workbook"), "pick Excel Workbook (.xlsx)"),
            (b"id,answer\nP03,2\n", "plain text or CSV"),
            ("id;answer".encode("utf-16"), "plain text or CSV"),
            (b"", "is empty"),
            (b"PK\x03\x04 cut", "cut short"),
            (workbook({"Your view": [["Id", "Answer"]]}), "is not an agency pack"),
            (workbook({"Sheet1": [["Hello"]]}), "is not an agency pack"),
            (b"PK" + b"x" * FILE_LIMIT, "too large"),
        ],
    )
    def test_every_other_file_says_what_to_do(self, data: bytes, words: str) -> None:
        refused = read(data, "answers.file").refused
        assert words in refused
        assert "answers.file" in refused

    def test_an_opendocument_is_saved_as_a_workbook(self) -> None:
        data = with_part(b"PK\x05\x06" + b"\x00" * 18, "content.xml", b"<x/>")
        refused = read(with_part(data, "mimetype", b"ods"), "pack.ods").refused
        assert "OpenDocument" in refused
        assert "Excel Workbook (.xlsx)" in refused

    def test_macros_are_never_taken(self, desk: Desk) -> None:
        data = with_part(scene(desk).pack(), "xl/vbaProject.bin", b"\x00")
        assert "holds macros" in read(data).refused


class TestCells:
    @pytest.mark.parametrize("formula", [f for f in FORMULAS if f.startswith("=")])
    @pytest.mark.parametrize("place", [0, 1])
    def test_a_formula_is_named_by_its_cell(self, desk: Desk, formula: str, place: int) -> None:
        row: list[object] = [2, ""]
        row[place] = formula
        raw = read(scene(desk).filled({"P03": tuple(row)}))
        assert "some cells cannot be taken" in raw.refused
        assert any("holds a formula" in problem for problem in raw.problems)

    def test_a_cell_at_the_far_corner_is_refused_at_once(self, desk: Desk) -> None:
        def far(book: openpyxl.Workbook) -> None:
            book["Your view"]["XFD1048576"] = "x"

        raw = read(changed(scene(desk).filled({"P03": 2}), far))
        assert any("XFD1048576" in problem for problem in raw.problems)

    def test_ten_thousand_characters_are_a_mistake_and_no_more(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.filled({"P03": (2, "x" * 10_000), "G02": "y" * 10_000})
        (preview,) = here.preview(data)
        assert len(preview.mistakes) == 2
        assert len(preview.model_dump_json()) < 2_000

    def test_markup_is_kept_as_it_was_typed(self, desk: Desk) -> None:
        here = scene(desk)
        text = "<script>alert(1)</script> {{ 7 * 7 }} & “quotes”"
        here.keep(here.filled({"P03": (2, text)}))
        assert here.views()["P03"].reason == text

    def test_an_id_that_would_tell_an_answer_is_not_repeated(self, desk: Desk) -> None:
        here = scene(desk)

        def pasted(book: openpyxl.Workbook) -> None:
            sheet = book["Your view"]
            sheet.cell(row_of(sheet, "P03"), 1, "Partly met")

        (preview,) = here.preview(changed(filled(here.pack(), {"P03": 1}), pasted))
        assert preview.mistakes
        assert "Partly" not in preview.model_dump_json()
