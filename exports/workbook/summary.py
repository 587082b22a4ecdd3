"""The first sheet: it stands alone, and reads in a phone's mail preview.

One narrow column with the answer first: a preview shows the first column of the first sheet, and
whatever stands beside it or is merged across is off the edge of a phone.
"""

from collections.abc import Iterator, Sequence

from xlsxwriter.utility import xl_col_to_name

from assessment.documents.writing import Sheet, Workbook
from assessment.privacy.audience import left_out_words
from exports.report.model import ActionLine, Report
from exports.report.paper.build import KEY_NOTE
from exports.report.paper.front import front_of
from exports.report.paper.model import Cell, Front, Pair, Rating, Table
from exports.workbook.columns import level_style
from exports.workbook.heights import fit
from exports.workbook.money import money_sentence
from exports.workbook.page import set_page
from exports.workbook.plan import NAME as PLAN_SHEET
from exports.workbook.plan import plan_columns
from exports.workbook.readme import loading_back
from exports.workbook.styles import STYLES


WIDTH = 46  # what a phone held upright shows in letters that can be read

Line = tuple[str, str]  # words and their style


def add_summary(book: Workbook, report: Report) -> None:
    """Where we stand, what is overdue, what is unsafe, what is asked, who does what, and when."""
    front = front_of(report)
    sheet = book.sheet("Summary")
    sheet.native.set_column(0, 0, WIDTH)
    set_page(sheet, report, landscape=False)
    row = _lines(sheet, 0, _answer(front))
    row = _overdue(book, sheet, row, report)
    _lines(sheet, row, (*_asked(front), *_money(report), *_about(report, front)))
    sheet.native.activate()


def _lines(sheet: Sheet, row: int, lines: Sequence[Line]) -> int:
    """Puts lines one under the other; gives the row after them."""
    for line, style in lines:
        sheet.put(row, 0, line, style)
        points = float(STYLES[style].get("font_size", 11))
        fit(sheet, row, ((line, WIDTH),), points=points)
        row += 1
    return row


def _answer(front: Front) -> list[Line]:
    return [
        (f"{front.copy_for}.", "muted"),
        (front.title, "title"),
        *((line, "lead") for line in front.where_we_stand),
    ]


def _overdue(book: Workbook, sheet: Sheet, row: int, report: Report) -> int:
    """How many actions are past their date on the day of opening, and when this was made."""
    if not report.actions:
        return row
    count = sum(action.days_overdue is not None for action in report.actions)
    look = book.format("lead strong")
    sheet.native.write_formula(row, 0, overdue_formula(report), look, overdue_words(count))
    fit(sheet, row, ((overdue_words(count), WIDTH),), points=12)
    return row + 1


def overdue_formula(report: Report) -> str:
    """The same words of what the plan's sheet counts as overdue today."""
    place = [column.key for column in plan_columns(report)].index("days_overdue")
    column = xl_col_to_name(place)
    count = f"COUNT('{PLAN_SHEET}'!${column}$2:${column}${len(report.actions) + 1})"
    none, one = overdue_words(0), overdue_words(1)
    more = overdue_words(2).removeprefix("2")
    return f'=IF({count}=0,"{none}",IF({count}=1,"{one}",{count}&"{more}"))'


def overdue_words(count: int) -> str:
    """How many actions are past their date today, in a sentence."""
    if count == 0:
        return "No action is overdue today."
    return "1 action is overdue today." if count == 1 else f"{count} actions are overdue today."


def _asked(front: Front) -> Iterator[Line]:
    yield from _table(front.shortfalls)
    yield from _section("The board is asked to agree")
    # Numbered as in the PDF; the sheet has no list of its own.
    decisions = (f"{number}. {line}" for number, line in enumerate(front.decisions, 1))
    yield from ((line, "plain") for line in tuple(decisions) or (front.no_decisions,))
    yield from _table(front.next_steps)
    if front.more_steps:
        yield front.more_steps, "muted"
    yield from _section("When we meet")
    yield from ((line, "plain") for line in front.meetings or (front.no_meetings,))


def _money(report: Report) -> Iterator[Line]:
    if report.holds(ActionLine, "cost"):
        yield from _section("What it costs")
        yield money_sentence(report), "plain"


def _about(report: Report, front: Front) -> Iterator[Line]:
    yield from _section("About this file")
    lines = (
        f"{front.scope}. {front.stage}",
        *front.area_lines,
        left_out_words(report.left_out),
        KEY_NOTE,
        front.notice,
        loading_back(report),
    )
    yield from ((line, "muted") for line in lines)


def _section(head: str) -> Iterator[Line]:
    yield "", "plain"
    yield head, "section"


def _table(table: Table) -> Iterator[Line]:
    """A table's rows as paragraphs: the first cell stands out, the others follow under it."""
    yield from _section(table.caption)
    if not table.rows:
        yield table.empty, "plain"
    heads = [column.head for column in table.columns]
    for row in table.rows:
        yield from _first(row[0])
        for head, cell in zip(heads[1:], row[1:], strict=True):
            yield _under(head, cell)


def _first(cell: Cell) -> Iterator[Line]:
    if isinstance(cell, Pair):
        yield cell.main, "strong plain"
        if cell.under:
            yield cell.under, "muted"
    else:
        yield _said(cell), "strong plain"


def _under(head: str, cell: Cell) -> Line:
    if isinstance(cell, Rating):
        return _said(cell), level_style(cell.level, provisional=cell.provisional)
    return f"{head}: {_said(cell)}", "plain"


def _said(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Pair):
        return "\n".join(part for part in (cell.main, cell.under) if part)
    if isinstance(cell, Rating):
        return f"{cell.symbol} {cell.words}"
    raise TypeError(f"no place on the summary for {type(cell).__name__}")
