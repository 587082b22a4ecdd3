"""Workbooks in which text stays text, and names that harm no folder."""

import io
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.cell import Cell

from assessment.documents.names import clean_name
from assessment.documents.writing import (
    CUT_NOTE,
    About,
    Sheet,
    Workbook,
    cell_text,
    file_name,
    sheet_name,
)


NOW = datetime.fromisoformat("2026-11-22T10:00+00:00")


def written(fill: Callable[[Sheet], None]) -> openpyxl.Workbook:
    book = Workbook(About(title="Plan", made_at=NOW, marking="OFFICIAL"), {"own": {"bold": True}})
    fill(book.sheet("Sheet"))
    return openpyxl.load_workbook(io.BytesIO(book.finished()), rich_text=True)


def cell_of(value: object, style: str = "text") -> Cell:
    return written(lambda sheet: sheet.put(0, 0, value, style))["Sheet"]["A1"]  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2", "@SUM(A1)", "1234", "https://example.org", "{=A1}"]
)
def test_text_is_a_string_cell_whatever_it_begins_with(text: str) -> None:
    cell = cell_of(text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_values_keep_their_types() -> None:
    values = [3, 2.5, True, date(2026, 11, 22), None, "", 10**17, float("nan"), date(1850, 1, 2)]
    book = written(lambda sheet: sheet.row(0, values))
    assert [cell.value for cell in next(book["Sheet"].iter_rows(max_col=9))] == [
        3,
        2.5,
        True,
        datetime.fromisoformat("2026-11-22"),
        None,
        None,
        "1" + "0" * 17,
        "nan",
        "1850-01-02",
    ]


def test_a_date_reads_as_one_in_any_style() -> None:
    assert cell_of(date(2026, 11, 22), "own").number_format == "d mmmm yyyy"


def test_over_long_text_is_cut_where_the_cell_says_so() -> None:
    kept = cell_text("😀" * 20_000)
    assert kept.endswith(CUT_NOTE)
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767
    assert cell_of("x" * 40_000).value == "x" * (32_767 - len(CUT_NOTE)) + CUT_NOTE


def test_only_web_addresses_become_links() -> None:
    def fill(sheet: Sheet) -> None:
        sheet.link(0, 0, "https://www.gov.uk/a b".replace(" ", "%20"), "GOV.UK")
        sheet.link(1, 0, "file:///etc/passwd", "a file")
        sheet.link(2, 0, "internal:Sheet!A1", "inside")

    sheet = written(fill)["Sheet"]
    assert sheet["A1"].hyperlink.target == "https://www.gov.uk/a%20b"
    assert sheet["A2"].value == "a file (file:///etc/passwd)"
    assert [sheet["A2"].hyperlink, sheet["A3"].hyperlink] == [None, None]


def test_the_file_says_what_it_is() -> None:
    properties = written(lambda sheet: None).properties
    assert (properties.title, properties.category) == ("Plan", "OFFICIAL")
    assert properties.created == datetime.fromisoformat("2026-11-22T10:00")


def test_sheet_names_are_made_to_fit_and_never_clash() -> None:
    book = Workbook(About(title="x", made_at=NOW))
    long = "Agency: 'HMP/YOI' [north] and everybody else besides"
    names = [book.sheet(name).name for name in (long, long, "History", "", "'quoted'")]
    assert names[1].endswith(" 2")
    assert openpyxl.load_workbook(io.BytesIO(book.finished())).sheetnames == names


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_make_sheet_names_that_excel_takes(texts: list[str]) -> None:
    book = Workbook(About(title="x", made_at=NOW))
    for text in ["first", *texts]:
        book.sheet(text)
    assert len(openpyxl.load_workbook(io.BytesIO(book.finished())).sheetnames) == len(texts) + 1


def test_a_sheet_name_is_numbered_when_taken_in_other_letter_case() -> None:
    assert sheet_name("ACTIONS", taken={"actions"}) == "ACTIONS 2"


def test_a_file_name_says_marking_area_what_and_date() -> None:
    name = file_name("OFFICIAL", "Aldermoor", "action plan", date(2026, 11, 22), "xlsx")
    assert name == "OFFICIAL Aldermoor action plan 2026-11-22.xlsx"


def test_a_long_name_gives_up_its_area_first_and_no_half_word() -> None:
    area, what = (
        "Cambridge and the Fens",
        "page after the workshop, only for Cambridge Council housing",
    )
    name = file_name("OFFICIAL", area, what, date(2026, 11, 22), "pdf")
    assert name == f"OFFICIAL Cambridge and {what} 2026-11-22.pdf"


def test_however_long_a_name_it_says_that_its_area_is_fictional() -> None:
    area = "Aldermarch and the Fells (fictional)"
    what = "page after the workshop, only for Aldermarch Council public health"
    name = file_name("OFFICIAL", area, what, date(2026, 11, 22), "pdf")
    assert name == f"OFFICIAL Aldermarch and (fictional) {what} 2026-11-22.pdf"


def test_welsh_and_other_letters_stay() -> None:
    name = file_name("SWYDDOGOL", "Tŷ Ŵyn", "cynllun", date(2026, 1, 2), ".PDF")
    assert name == "SWYDDOGOL Tŷ Ŵyn cynllun 2026-01-02.pdf"


@example("-", "-")
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_texts_make_a_file_name_that_any_system_takes(marking: str, area: str) -> None:
    name = file_name(marking, area, "plan", date(2026, 11, 22), "xlsx")
    assert name.endswith("2026-11-22.xlsx")
    assert len(name) <= 121
    assert len(name.encode()) <= 210
    assert not set(name) & set('<>:"/\\|?*\n\r\t\x00\u202e')
    assert name[0] not in ".- "


@pytest.mark.parametrize("name", ["con", "NUL.txt", "com1", "LPT²", "Aux"])
def test_names_that_windows_keeps_for_devices_are_not_used(name: str) -> None:
    assert clean_name(name) == f"_{name}"


def test_path_parts_cannot_leave_the_folder() -> None:
    assert clean_name("../../etc/passwd\x00.exe") == "etc passwd .exe"
