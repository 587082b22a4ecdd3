"""An agency's part of the plan as a workbook of one sheet: to sort, to filter, to print."""

from collections.abc import Sequence
from datetime import datetime

from action_plans.actions.columns import PLAN, PlanRow
from assessment.access.wording import long_date
from assessment.documents.writing import About, Sheet, Workbook, cell_text
from assessment.partnership.model import Partnership
from exports.workbook.heights import fit


# The plan's columns that an agency works by, as wide as a landscape page has room for.
COLUMNS = {
    "number": 5, "what": 42, "due": 17, "original_due": 17, "status": 14, "owner": 26,
    "answer": 22, "supporters": 24, "waiting": 26, "statements": 11,
}  # fmt: skip
_A4 = 9
_BASE = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
_ROW = {**_BASE, "align": "left", "bottom": 1, "bottom_color": "#C9CED3"}
STYLES = {
    "cell": _ROW,
    "heads": {**_BASE, "bold": True, "align": "left", "bottom": 2, "bottom_color": "#16191D"},
    "heading": {**_BASE, "bold": True, "font_size": 16, "text_wrap": False},
    "line": {**_BASE, "font_color": "#4A525A", "text_wrap": False},
}
_WHY = 18  # characters of the first column: the part of the plan that a row belongs to


def agency_sheet(
    agency: str, area: Partnership, parts: Sequence[tuple[str, Sequence[PlanRow]]], now: datetime
) -> bytes:
    """The workbook: a row for each action under each part it is in, each part by date."""
    title = f"Actions of {agency}"
    book = Workbook(About(title=title, made_at=now, marking=area.marking), STYLES)
    sheet = book.sheet("Actions")
    columns = [column for key in COLUMNS for column in PLAN if column.key == key]
    marking = f"{area.marking}. " if area.marking else ""
    sheet.put(0, 0, title, "heading")
    sheet.put(1, 0, f"{marking}{area.name}, {long_date(now.date())}", "line")
    top = 3
    sheet.row(top, ["Part", *(column.heading for column in columns)], "heads")
    lines = [(part, row) for part, rows in parts for row in rows]
    widths = [_WHY, *COLUMNS.values()]
    for place, (part, row) in enumerate(lines, top + 1):
        values = [part, *(column.value(row) for column in columns)]
        sheet.row(place, values, "cell")
        fit(sheet, place, zip(values, widths, strict=True))
    _shape(sheet, widths, top, top + len(lines))
    _printed(sheet, area, top)
    return book.finished()


def _shape(sheet: Sheet, widths: Sequence[int], top: int, last: int) -> None:
    for place, width in enumerate(widths):
        sheet.native.set_column(place, place, width)
    sheet.native.freeze_panes(top + 1, 3)
    if last > top:
        sheet.native.autofilter(top, 0, last, len(widths) - 1)


def _printed(sheet: Sheet, area: Partnership, top: int) -> None:
    native = sheet.native
    native.set_paper(_A4)
    native.set_landscape()
    native.fit_to_pages(1, 0)
    native.repeat_rows(top)
    marking = " ".join(cell_text(area.marking).split())[:100].replace("&", "&&")
    native.set_header(f"&L&B {marking}")
    native.set_footer("&CThroughcare&RPage &P of &N")
