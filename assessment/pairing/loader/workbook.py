"""Writes the table of a region as a workbook, and reads it back."""

from collections.abc import Sequence
from datetime import datetime

from assessment.documents.reading import Row, Sheet, SheetLimit, read_sheets
from assessment.documents.refusal import UnusableFile
from assessment.documents.writing import About, Workbook
from assessment.pairing.loader.table import HEADS, LONGEST, area_of, check
from assessment.pairing.model import MOST_AREAS, Area, same


SHEET = "Who reviews whom"
_WIDTHS = (28, 30, 34, 34, 26, 26, 60)
_COLUMNS = 20
_LAST = MOST_AREAS + 1
HOW = "Several in one cell stand one a line, or with a semicolon between them."


def written(rows: Sequence[tuple[Area, Sequence[str]]], made_at: datetime) -> bytes:
    """Each area with what stands against its pair; without areas, a table to fill in."""
    book = Workbook(About(title=SHEET, made_at=made_at))
    sheet = book.sheet(SHEET)
    for column, width in enumerate(_WIDTHS):
        sheet.native.set_column(column, column, width)
    sheet.row(0, HEADS, "head")
    for number, (area, against) in enumerate(rows, 1):
        sheet.row(number, _cells(area, against), "wrap")
    # The list of areas is the sheet's own first column, so that rows may be added.
    rule = {"validate": "list", "source": f"=$A$2:$A${_LAST}", "error_type": "warning"}
    sheet.native.data_validation(1, 5, _LAST - 1, 5, rule)
    sheet.native.freeze_panes(1, 1)
    sheet.native.repeat_rows(0)
    sheet.native.set_landscape()
    sheet.native.fit_to_pages(1, 0)
    sheet.put(max(len(rows), 8) + 3, 0, HOW, "muted")
    return book.finished()


def _cells(area: Area, against: Sequence[str]) -> tuple[str, ...]:
    several = ("\n".join(names) for names in (area.neighbours, area.providers, area.prisons))
    return (area.name, *several, area.reviewed_by, area.reviewer, "\n".join(against))


def read(data: bytes, file_name: str) -> tuple[Area, ...]:
    """The areas of a workbook, in its order.

    Raises:
        UnusableFile: no workbook of plain values, without this sheet or its first column, an area
            that stands in it twice, or more than a region has.
    """
    limit = SheetLimit(_LAST + 20, _COLUMNS)
    sheet = read_sheets(data, file_name, {SHEET: limit}).get(SHEET)
    if sheet is None or not sheet.rows:
        raise UnusableFile(f"{file_name} has no sheet “{SHEET}” with a table in it.")
    heads = _heads(sheet.rows[0])
    if HEADS[0] not in heads:
        raise UnusableFile(f"The first row of “{SHEET}” has no column “{HEADS[0]}”.")
    rows = (
        {head: _said(sheet, row, column) for head, column in heads.items()}
        for row in sheet.rows[1:]
    )
    found = tuple(
        area_of(said) for said in rows if said[HEADS[0]] and not same(said[HEADS[0]], HOW)
    )
    check(found, file_name)
    return found


def _heads(row: Row) -> dict[str, int]:
    """Columns by their heads, wherever somebody moved them."""
    given = {column: str(value) for column, value in row.cells.items()}
    return {head: column for head in HEADS for column, text in given.items() if same(head, text)}


def _said(sheet: Sheet, row: Row, column: int) -> str:
    text = str(row.cells.get(column, "")).strip()
    if len(text) > LONGEST:
        raise UnusableFile(f"{sheet.place(row.number, column)} holds too much text.")
    return text
