"""Ordinary workbooks come out as they were typed; every other file is refused in words."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.documents.reading import SheetLimit, read_sheets
from assessment.documents.refusal import UnusableFile
from assessment.documents.safety import FILE_LIMIT
from assessment.documents.writing import About, Workbook
from tests.assessment.documents.workbooks import (
    compound_file,
    rewritten,
    with_part,
    with_sheet_xml,
    workbook,
)


WANTED = {"Statements": SheetLimit(rows=50, columns=10)}
ORDINARY = workbook({"Statements": [["id", "title"], ["G01", "Lead"]]})


def refusal(data: bytes, name: str = "own.xlsx") -> UnusableFile:
    with pytest.raises(UnusableFile) as caught:
        read_sheets(data, name, WANTED)
    return caught.value


def test_values_keep_their_types_and_empty_cells_are_absent() -> None:
    data = workbook(
        {
            "Statements": [
                ["words", 2, 2.5, True, None, datetime.fromisoformat("2026-11-22"), " "],
                [],
                ["end"],
            ]
        }
    )
    first, last = read_sheets(data, "own.xlsx", WANTED)["Statements"].rows
    assert first.cells == {1: "words", 2: 2, 3: 2.5, 4: True, 6: date(2026, 11, 22)}
    assert (last.number, last.cells) == (3, {1: "end"})


def test_sheets_are_found_whatever_the_letter_case_and_others_are_left_alone() -> None:
    data = workbook({"Notes": [["=1+1"]], "STATE MENTS": [["id"]]})
    sheets = read_sheets(data, "own.xlsx", WANTED)
    assert list(sheets) == ["Statements"]
    assert sheets["Statements"].place(7, 4) == "STATE MENTS, cell D7"


def test_line_breaks_of_excel_come_out_as_one_kind() -> None:
    data = workbook({"Statements": [["one_x000D_\ntwo"]]})
    assert read_sheets(data, "own.xlsx", WANTED)["Statements"].rows[0].cells[1] == "one\ntwo"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"id,title\nG01,Lead\n", "plain text or CSV"),
        ("id;titel\n".encode("utf-16"), "plain text or CSV"),
        (b"%PDF-1.7 \x00", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not an Excel workbook"),
        (compound_file("EncryptedPackage"), "encrypted, by a password or perhaps by a sensitivity"),
        (compound_file("\x06DataSpaces", "DRMEncryptedDataSpace"), "sensitivity label"),
        (compound_file("Workbook"), "older Excel form (.xls)"),
        (ORDINARY[: len(ORDINARY) // 2], "damaged or was cut short"),
        (ORDINARY[:10] + b"\x00" * 400, "damaged or was cut short"),
        (b"x" * (FILE_LIMIT + 1), "too large"),
    ],
)
def test_what_is_not_a_workbook_is_named_for_what_it_is(data: bytes, words: str) -> None:
    error = refusal(data, "mine.dat")
    assert error.message.startswith("mine.dat")
    assert words in error.message


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive(mimetype=b"application/vnd.oasis", content_dot_xml=b"<a/>"), "(.ods or .odt)"),
        (archive(xl__workbook_dot_bin=b"x"), "(.xlsb)"),
        (archive(word__document_dot_xml=b"<a/>"), "is a Word document"),
        (archive(anything=b"x"), "is not an Excel workbook"),
        (with_part(ORDINARY, "xl/vbaProject.bin", b"x"), "holds macros"),
        (with_part(ORDINARY, "xl/macrosheets/sheet1.xml", b"<a/>"), "holds macros"),
        (with_part(ORDINARY, "xl/externalLinks/externalLink1.xml", b"<a/>"), "Break Link"),
        (workbook({f"Sheet {n}": [["x"]] for n in range(61)}), "more than 60 sheets"),
    ],
)
def test_other_archives_and_risky_workbooks_are_refused_in_words(data: bytes, words: str) -> None:
    assert words in refusal(data).message


def test_a_zip_under_a_password_is_called_encrypted() -> None:
    data = bytearray(ORDINARY)
    # The flag stands at byte 6 of a local header and at byte 8 of its directory entry.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refusal(bytes(data)).message


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(with_sheet_xml(ORDINARY, b"<row/>" * 2_000_000), id="unpacks to much"),
        pytest.param(with_sheet_xml(ORDINARY, b"<row/>" * 400_000), id="many elements"),
        pytest.param(
            rewritten(
                ORDINARY,
                lambda name, part: b"<f/>" * 90_000 if name == "xl/styles.xml" else part,
            ),
            id="many styles",
        ),
        pytest.param(
            archive(**{"xl__workbook_dot_xml": b"", **{f"p{n}": b"" for n in range(400)}}),
            id="many parts",
        ),
    ],
)
def test_a_file_that_would_unpack_to_very_much_is_refused_before_it_is_read(data: bytes) -> None:
    assert "too large or too full" in refusal(data).message


def test_entities_are_never_expanded() -> None:
    head = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    cell = b'<row><c t="inlineStr"><is><t>&e;</t></is></c></row>'
    assert "cannot be read" in refusal(with_sheet_xml(ORDINARY, cell, head)).message


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "Statements, cell XFD1048576"),
        (b'<row r="51"><c r="A51"><v>1</v></c></row>', "Statements, cell A51"),
        (b'<row r="1"><c r="K1"><v>1</v></c></row>', "Statements, cell K1"),
        (b'<row r="99999999999"><c><v>1</v></c></row>', "Statements, cell A99999999999"),
    ],
)
def test_something_beyond_the_limit_is_named_and_never_cut_off_in_silence(
    rows: bytes, place: str
) -> None:
    (problem,) = refusal(with_sheet_xml(ORDINARY, rows)).problems
    assert problem.startswith(f"{place}: there is something here, beyond the 50 rows")


def test_an_empty_cell_far_off_does_no_harm() -> None:
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>'
    (row,) = read_sheets(with_sheet_xml(ORDINARY, rows), "own.xlsx", WANTED)["Statements"].rows
    assert row.cells == {1: 1}


def test_formulas_and_error_values_are_named_by_cell() -> None:
    data = workbook({"Statements": [["id"], ["G01", "=A1"], ["G02", None, "#N/A"]]})
    assert refusal(data).problems == (
        "Statements, cell B2: holds a formula. Copy the cell and paste it back as a value.",
        "Statements, cell C3: holds the error #N/A. Type the value itself.",
    )


def test_only_the_first_of_very_many_problems_are_listed() -> None:
    data = workbook({"Statements": [["=A1"] * 10] * 5})
    problems = refusal(data).problems
    assert len(problems) == 21
    assert problems[-1] == "and 30 more cells like these"


@given(st.text(max_size=60))
def test_any_text_written_is_read_back_as_typed_or_without_what_no_workbook_can_hold(
    text: str,
) -> None:
    book = Workbook(About(title="Test", made_at=datetime.fromisoformat("2026-11-22T10:00+00:00")))
    book.sheet("Statements").row(0, ["first", text])
    (row,) = read_sheets(book.finished(), "own.xlsx", WANTED)["Statements"].rows
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if _writable(c))
    assert row.cells.get(2, "") == (kept if kept.strip() else "")


def _writable(character: str) -> bool:
    code = ord(character)
    return (
        character in "\t\n"
        or (0x20 <= code <= 0xD7FF)
        or (code >= 0xE000 and code != 0xFFFE and code != 0xFFFF)
    )


def test_openpyxl_parses_with_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML
