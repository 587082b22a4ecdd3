"""A sheet with one table at its top: what most sheets are."""

from collections.abc import Sequence

from assessment.documents.writing import Sheet, Workbook
from exports.report.model import Report
from exports.workbook.columns import Column, Row
from exports.workbook.heights import fit
from exports.workbook.page import set_page


def add_listing(
    book: Workbook,
    report: Report,
    name: str,
    columns_of_it: Sequence[Column[Row]],
    rows: Sequence[Row],
    nothing: str,
    *,
    a3: bool = False,
) -> Sheet:
    """A sheet with one table at its top: heads that stay and repeat, filters, wrapped text."""
    sheet = book.sheet(name)
    shown = held(report, columns_of_it)
    set_page(sheet, report, a3=a3)
    for index, column in enumerate(shown):
        sheet.native.set_column(index, index, column.width)
    fill(sheet, 0, shown, rows)
    sheet.native.freeze_panes(1, 0)
    sheet.native.repeat_rows(0)
    if rows:
        sheet.native.autofilter(0, 0, len(rows), len(shown) - 1)
    else:
        sheet.put(1, 0, nothing, "plain")
    return sheet


def held(report: Report, given: Sequence[Column[Row]]) -> Sequence[Column[Row]]:
    """The columns that this copy may hold."""
    return [column for column in given if column.of is None or report.holds(*column.of)]


def fill(sheet: Sheet, first: int, shown: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
    """Heads in a row, and the rows of the table under them, as high as they need."""
    heads = [column.head for column in shown]
    widths = [column.width for column in shown]
    styles = [column.style for column in shown]
    sheet.row(first, heads, "head")
    fit(sheet, first, zip(heads, (width - 3 for width in widths), strict=True))
    for number, row in enumerate(rows, first + 1):
        values = [column.value(row) for column in shown]
        sheet.row(number, values, styles)
        fit(sheet, number, zip(values, widths, strict=True))
