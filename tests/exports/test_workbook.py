"""The workbook shows every field as plain values, and other programs open it."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from action_plans.actions.columns import PLAN
from assessment.access.wording import long_date
from assessment.privacy.audience import Audience
from exports.report.model import Report
from exports.report.profile import for_audience
from exports.workbook.make import make
from exports.workbook.plan import plan_columns, printed
from exports.workbook.returning import BASES, FORMAT, LINES, SHEET, check_of
from tests.exports.conftest import Office
from tests.exports.fields import missing
from tests.exports.hostile import ALL, LONG
from tests.exports.sample import flooded, sample


SHEETS = [
    "Summary", "Action plan", "Money", "Progress notes", "Moved dates", "Done on time",
    "Statements", "Results", "Evidence", "First views", "Different views", "Review by another area",
    "What peer reviewers said", "Who took part", "The statements", "Sources", "Read me", SHEET,
]  # fmt: skip


@pytest.fixture(scope="module")
def data() -> bytes:
    return make(sample()).data


@pytest.fixture(scope="module")
def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def _cells(book: openpyxl.Workbook) -> list[object]:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


def _text(book: openpyxl.Workbook) -> str:
    def said(value: object) -> str:
        day = value.date() if isinstance(value, datetime) else value
        return long_date(day) if isinstance(day, date) else str(value)

    return "\n".join(said(cell.value) for cell in _cells(book) if cell.value is not None)


def test_every_field_is_in_the_workbook(book: openpyxl.Workbook) -> None:
    assert missing(sample(), _text(book)) == []


def test_it_opens_at_the_summary_which_stands_alone(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == SHEETS
    assert book.active is not None
    assert book.active.title == "Summary"
    summary = book["Summary"]
    heads = [cell.value for cell in summary["A"]]
    for head in ("Safety-critical shortfalls", "The board is asked to agree", "When we meet"):
        assert head in heads
    assert summary.max_column == 1
    assert not summary.merged_cells.ranges
    assert summary.column_dimensions["A"].width < 50  # a phone held upright
    answer = sample().summary.where_we_stand[0]
    assert answer in [cell.value for cell in summary["A"][:4]]


def test_the_summary_holds_no_single_agencys_view(book: openpyxl.Workbook) -> None:
    said = "\n".join(str(cell.value) for row in book["Summary"].iter_rows() for cell in row)
    views = [view for line in sample().statements() for view in line.different_views]
    assert views
    assert not [view for view in views if view.reason in said]


def test_dates_are_dates_and_numbers_are_numbers(book: openpyxl.Workbook) -> None:
    plan = book["Action plan"]
    heads = [cell.value for cell in plan[1]]
    assert isinstance(plan.cell(2, heads.index("Due") + 1).value, datetime)
    assert isinstance(plan.cell(2, heads.index("First due") + 1).value, datetime)
    assert plan.cell(2, 1).value == 1
    assert plan.cell(2, heads.index("Due") + 1).number_format == "d mmmm yyyy"


def test_the_plan_filters_freezes_and_prints_on_a3(book: openpyxl.Workbook) -> None:
    plan = book["Action plan"]
    assert plan.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(len(PLAN))}41"
    assert plan.freeze_panes == "C2"
    assert plan.print_title_rows == "$1:$1"
    assert (plan.page_setup.paperSize, plan.page_setup.orientation) == (8, "landscape")
    assert plan.sheet_properties.pageSetUpPr.fitToPage  # one page wide is what it then means
    assert plan.page_setup.fitToHeight == 0
    assert openpyxl.utils.get_column_letter(printed(PLAN)) in str(plan.print_area)


def test_a_status_is_a_symbol_and_a_word(book: openpyxl.Workbook) -> None:
    plan = book["Action plan"]
    heads = [cell.value for cell in plan[1]]
    said = [str(plan.cell(row, heads.index("Status") + 1).value) for row in range(2, 42)]
    assert {words[0] for words in said} == set("◆▲▶○✓")


def test_a_rating_has_blocks_words_and_the_ramps_fill(book: openpyxl.Workbook) -> None:
    fills = {}
    for row in book["Statements"].iter_rows(min_row=2, min_col=3, max_col=3):
        cell = row[0]
        fills[str(cell.value)] = str(cell.fill.fgColor.rgb)[-6:]
    assert fills["□□□ Not met"] == "F5F2FA"
    assert fills["■■■ Fully met"] == "3B215D"
    assert fills["■■■ Fully met, provisional"] == "FFFFFF"
    assert "– Not yet rated" in fills


# The formulas that we wrote: rows as #, the day that counts where a date was moved as DAY.
OURS = {
    "Summary": {
        "=IF(COUNT('Action plan'!$I$#:$I$#)=0,\"No action is overdue today.\","
        "IF(COUNT('Action plan'!$I$#:$I$#)=1,\"1 action is overdue today.\","
        "COUNT('Action plan'!$I$#:$I$#)&\" actions are overdue today.\"))"
    },
    "Days overdue": {
        '=IF(J#="Done","",IF(AND(MIN(E#)>0,MIN(E#)<TODAY()),TODAY()-MIN(E#),""))',
        '=IF(J#="Done","",IF(AND(MIN(E#,IF(J#="On track",MIN(E#),DAY))>0,'
        'MIN(E#,IF(J#="On track",MIN(E#),DAY))<TODAY()),'
        'TODAY()-MIN(E#,IF(J#="On track",MIN(E#),DAY)),""))',
    },
}


def _shape(formula: object) -> str:
    shape = re.sub(r"(\b[A-Z]{1,2}\$?)\d+\b", r"\1#", str(formula))
    return re.sub(r"DATE\([\d,]+\)", "DAY", shape)


def _formulas(book: openpyxl.Workbook) -> dict[str, set[str]]:
    """The shapes of every formula, by the heading over it; in a first column, by its sheet."""
    found: dict[str, set[str]] = {}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    head = sheet.cell(1, cell.column).value if cell.column > 1 else sheet.title
                    found.setdefault(str(head), set()).add(_shape(cell.value))
    return found


def moved() -> Report:
    """A report whose second action's date was moved and not reported on track since."""
    report = sample()
    first, second, *rest = report.actions
    held = second.model_copy(update={"late_from": date(2026, 10, 1)})
    return report.model_copy(update={"actions": (first, held, *rest)})


def test_no_formula_is_there_but_ours_and_no_macro_or_link_to_another_file() -> None:
    data = make(moved()).data
    assert _formulas(openpyxl.load_workbook(io.BytesIO(data))) == OURS
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        sheets = b"".join(archive.read(name) for name in names if "/worksheets/" in name)
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]
    assert b"hyperlink" not in sheets
    rules = set(re.findall(rb"<formula>([^<]*)</formula>", sheets))
    assert rules == {b"ISNUMBER($I2)"}


def test_what_is_overdue_is_worked_out_on_opening_and_written_for_previews(data: bytes) -> None:
    report = sample()
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Action plan"]
    heads = [cell.value for cell in values[1]]
    place = heads.index("Days overdue") + 1
    shown = [values.cell(row, place).value for row in range(2, 42)]
    assert shown == [action.days_overdue for action in report.actions]
    summary = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Summary"]
    late = sum(action.days_overdue is not None for action in report.actions)
    assert f"{late} actions are overdue today." in [cell.value for cell in summary["A"]]


def test_every_sheet_carries_the_marking_and_page_numbers(book: openpyxl.Workbook) -> None:
    for sheet in book:
        assert "OFFICIAL" in str(sheet.oddFooter.left.text)
        assert "&P" in str(sheet.oddFooter.right.text).replace("&[Page]", "&P")


def test_properties_say_what_it_is_and_name_no_person(book: openpyxl.Workbook) -> None:
    assert book.properties.title == "Aldermoor: the assessment of November 2026"
    assert book.properties.creator in (None, "")
    assert book.properties.lastModifiedBy in (None, "")


def test_it_says_how_many_were_in_scope_and_whether_it_comes_back(book: openpyxl.Workbook) -> None:
    assert "46 of 48 statements in scope" in _text(book)
    assert "send the file back to the lead" in _text(book)
    public = make(for_audience(sample(), Audience.PUBLIC)).data
    assert "This file cannot be loaded back" in _text(openpyxl.load_workbook(io.BytesIO(public)))


def test_money_is_added_up_by_funder_of_what_is_still_open(book: openpyxl.Workbook) -> None:
    rows = list(book["Money"].iter_rows(values_only=True))
    still = [action for action in sample().actions if action.open]
    assert len(still) < len(sample().actions)
    whole = next(row for row in rows if row[0] == "All funders")
    assert whole[1:3] == (len(still), sum(action.cost or 0 for action in still))
    assert book["Money"]["C2"].number_format == "£#,##0"


def test_a_statement_has_its_evidence_by_name(book: openpyxl.Workbook) -> None:
    heads = [cell.value for cell in book["Statements"][1]]
    cell = str(book["Statements"].cell(2, heads.index("Evidence") + 1).value)
    titles = {line.number: line.title for line in sample().evidence}
    assert cell.splitlines() == [f"{n} {titles[n]}" for n in sample().statements()[0].evidence]


_UNWRITABLE = dict.fromkeys([0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


def _unwritable_gone(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in plain if c >= " " or c in "\n\t").translate(_UNWRITABLE)


@pytest.mark.parametrize("text", [*ALL, LONG], ids=lambda text: ascii(text)[:24])
def test_hostile_text_stays_text_as_typed(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make(flooded(text)).data))
    cells = [cell for cell in _cells(book) if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "f"}
    found = _formulas(book)
    assert found["Days overdue"] <= OURS["Days overdue"]
    assert found | {"Days overdue": OURS["Days overdue"]} == OURS
    written = _unwritable_gone(text)
    assert sum(str(cell.value) == written for cell in cells) > 40


def test_a_text_over_excels_limit_says_that_it_was_cut() -> None:
    report = sample()
    actions = (report.actions[0].model_copy(update={"why": "x" * 40_000}),)
    book = openpyxl.load_workbook(
        io.BytesIO(make(report.model_copy(update={"actions": actions})).data)
    )
    plan: Worksheet = book["Action plan"]
    heads = [cell.value for cell in plan[1]]
    assert "cut here" in str(plan.cell(2, heads.index("Why") + 1).value)


def test_a_hidden_sheet_says_by_what_the_plan_is_known_when_it_comes_back(
    book: openpyxl.Workbook,
) -> None:
    sheet = book[SHEET]
    assert sheet.sheet_state == "hidden"
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    facts = {key: rows[line][1] for line, key in enumerate(LINES, 1)}
    assert (facts["format"], facts["audience"]) == (FORMAT, "own")
    assert facts["assessment_id"] == "assessment-1"
    heads, *bases = rows[len(LINES) + 2 :]
    assert tuple(heads) == BASES
    assert facts.pop("check") == check_of(facts, bases)
    first, report = bases[0], sample()
    assert first[:3] == ["1", "action-1", str(report.actions[0].due)]
    assert bases[6][2] == report.actions[6].no_due_reason
    assert len(bases) == len(report.actions)


@pytest.mark.parametrize("audience", list(Audience))
def test_only_copies_that_come_back_have_what_takes_them_back(audience: Audience) -> None:
    copy = for_audience(sample(), audience)
    book = openpyxl.load_workbook(io.BytesIO(make(copy).data))
    heads = {cell.value for cell in book["Action plan"][1]}
    returns = audience in (Audience.BOARD, Audience.OWN)
    assert (SHEET in book.sheetnames) == returns
    assert ("New progress note" in heads) == returns
    assert bool(book["Action plan"].data_validations.dataValidation) == returns
    assert heads == {column.heading for column in plan_columns(copy)}


@pytest.mark.slow
def test_libreoffice_saves_it_again_and_prints_it_and_loses_nothing(
    data: bytes, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "book.xlsx").write_bytes(data)
    again = openpyxl.load_workbook(office("xlsx", tmp_path / "book.xlsx") / "book.xlsx")
    before = openpyxl.load_workbook(io.BytesIO(data))
    assert again.sheetnames == before.sheetnames
    assert again[SHEET].sheet_state == "hidden"
    for sheet in before:
        assert _values(again[sheet.title]) == _values(sheet), sheet.title
    plan, was = again["Action plan"], before["Action plan"]
    # Without a window LibreOffice has no view to save, so what is frozen cannot be asked.
    assert plan.auto_filter.ref == was.auto_filter.ref
    assert plan.page_setup.paperSize == was.page_setup.paperSize
    assert plan.page_setup.orientation == "landscape"
    assert _rules(plan) == _rules(was)
    marked = [rule.formula for area in plan.conditional_formatting for rule in area.rules]
    assert marked == [["ISNUMBER($I2)"]] * len(marked) != []
    printed_on = office("pdf", tmp_path / "book.xlsx") / "book.pdf"
    assert printed_on.read_bytes().startswith(b"%PDF")


def _values(sheet: Worksheet) -> list[list[object]]:
    """What stands in each row, trailing empty cells and rows apart."""
    rows = [[_shape(v) if v else v for v in row] for row in sheet.iter_rows(values_only=True)]
    while rows and not any(rows[-1]):
        rows.pop()
    wide = max((i for row in rows for i, v in enumerate(row, 1) if v), default=0)
    return [row[:wide] for row in rows]


def _rules(sheet: Worksheet) -> set[tuple[str, str]]:
    return {(str(rule.sqref), str(rule.formula1)) for rule in sheet.data_validations.dataValidation}
