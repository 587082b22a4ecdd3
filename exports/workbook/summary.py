"""The first sheet: it stands alone, and reads in a phone's mail preview."""

from assessment.documents.writing import Sheet, Value, Workbook
from exports.report.made import CANNOT_LOAD_BACK
from exports.report.model import Report
from exports.report.paper.build import KEY_NOTE
from exports.report.paper.front import front_of
from exports.report.paper.model import Cell, Front, Pair, Rating, Table
from exports.workbook.columns import level_style
from exports.workbook.heights import fit
from exports.workbook.page import set_page
from exports.workbook.styles import STYLES


_WIDTHS = (62, 26, 34)


def add_summary(book: Workbook, report: Report) -> None:
    """Where we stand, safety-critical shortfalls, decisions asked for, who does what, when."""
    front = front_of(report)
    sheet = book.sheet("Summary")
    for column, width in enumerate(_WIDTHS):
        sheet.native.set_column(column, column, width)
    set_page(sheet, report, landscape=False)
    row = _opening(sheet, front)
    row = _tabled(sheet, row, front.shortfalls)
    row = _listed(sheet, row, "The board is asked to agree", _decided(front))
    row = _tabled(sheet, row, front.next_steps)
    if front.more_steps:
        _line(sheet, row - 1, front.more_steps, "muted")
        row += 1
    row = _listed(sheet, row, "When we meet", front.meetings or (front.no_meetings,))
    for line in (front.notice, KEY_NOTE, CANNOT_LOAD_BACK):
        _line(sheet, row, line, "muted")
        row += 1
    sheet.native.activate()


def _decided(front: Front) -> tuple[str, ...]:
    """Numbered as in the PDF; the sheet has no list of its own."""
    numbered = (f"{number}. {line}" for number, line in enumerate(front.decisions, 1))
    return tuple(numbered) or (front.no_decisions,)


def _opening(sheet: Sheet, front: Front) -> int:
    lines = (
        (front.copy_words, "muted"),
        (front.title, "title"),
        (f"{front.scope}. {front.stage}", "muted"),
        *((line, "muted") for line in front.area_lines),
        ("", "plain"),
        *((line, "lead") for line in front.where_we_stand),
    )
    for row, (line, style) in enumerate(lines):
        _line(sheet, row, line, style)
    return len(lines) + 1


def _line(sheet: Sheet, row: int, line: str, style: str) -> None:
    sheet.put(row, 0, line, style)
    fit(sheet, row, ((line, _WIDTHS[0]),), points=float(STYLES[style]["font_size"]))


def _listed(sheet: Sheet, row: int, head: str, lines: tuple[str, ...]) -> int:
    _line(sheet, row, head, "section")
    for line in lines:
        row += 1
        _line(sheet, row, line, "plain")
    return row + 2


def _tabled(sheet: Sheet, row: int, table: Table) -> int:
    _line(sheet, row, table.caption, "section")
    if not table.rows:
        sheet.put(row + 1, 0, table.empty, "plain")
        return row + 3
    sheet.row(row + 1, [column.head for column in table.columns], "head")
    for number, cells in enumerate(table.rows, row + 2):
        ready = [_set(cell) for cell in cells]
        sheet.row(number, [value for value, _ in ready], [style for _, style in ready])
        fit(sheet, number, zip((value for value, _ in ready), _WIDTHS, strict=True))
    return row + len(table.rows) + 3


def _set(cell: Cell) -> tuple[Value, str]:
    if isinstance(cell, str):
        return cell, "wrap"
    if isinstance(cell, Pair):
        return "\n".join(part for part in (cell.main, cell.under) if part), "wrap"
    if isinstance(cell, Rating):
        words = f"{cell.symbol} {cell.words}"
        return words, level_style(cell.level, provisional=cell.provisional)
    raise TypeError(f"no place on the summary for {type(cell).__name__}")
