"""The sheet of the plan: the registry's columns, what is overdue today, and cells for the owners.

The one formula of the workbook stands in Days overdue. It counts from the day of opening, by the
rule of `action_plans/actions/rules/status.py`: from the due date, or from the one that counted
before it where that is earlier and nobody has reported the action on track since.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from xlsxwriter.utility import xl_col_to_name

from action_plans.actions.columns import FACTS, PLAN, Column, Shape
from action_plans.actions.model import MOVE_WORDS, REPORTED_WORDS, Reported
from assessment.documents.writing import Sheet, Workbook
from exports.report.model import ActionLine, Report
from exports.workbook.heights import fit
from exports.workbook.page import set_page
from exports.workbook.returning import comes_back


NAME = "Action plan"
NOTHING = "No action yet."
# So many characters side by side fit an A3 page on its side in letters that can be read.
PRINTED = 300
# Rows below the last for what owners add; their drop-downs reach so far.
NEW_ROWS = 200
_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
_CHOICES = {
    "reported": tuple(REPORTED_WORDS.values()),
    "move_reason": tuple(MOVE_WORDS.values()),
}
_SYMBOLS = {"◆": "off track", "▲": "at risk", "▶": "on track", "○": "grey", "✓": "complete"}


def plan_columns(report: Report) -> tuple[Column, ...]:
    """The columns that this copy holds; those for owners to fill in only where it comes back."""
    some = PLAN if comes_back(report) else FACTS
    return tuple(one for one in some if one.asked or report.holds(ActionLine, one.key))


def printed(columns: Sequence[Column]) -> int:
    """How many of the first columns are printed."""
    wide = 0
    for count, column in enumerate(columns):
        wide += column.width
        if wide > PRINTED:
            return count
    return len(columns)


def add_plan(book: Workbook, report: Report) -> None:
    """Filters, heads that stay, a print on A3, and where owners may write, drop-downs."""
    sheet = book.sheet(NAME)
    columns = plan_columns(report)
    set_page(sheet, report, a3=True)
    for index, column in enumerate(columns):
        sheet.native.set_column(index, index, column.width)
    _heads(sheet, columns, returns=comes_back(report))
    for row, action in enumerate(report.actions, 1):
        _action(book, sheet, row, columns, action, returns=comes_back(report))
    if not report.actions:
        sheet.put(1, 1, NOTHING, "plain")
    last = max(1, len(report.actions))
    sheet.native.autofilter(0, 0, last, len(columns) - 1)
    sheet.native.freeze_panes(1, 2)
    sheet.native.repeat_rows(0)
    sheet.native.print_area(0, 0, last, printed(columns) - 1)
    _coloured(book, sheet, columns, last)
    if comes_back(report):
        _ruled(sheet, columns, last + NEW_ROWS)


def _heads(sheet: Sheet, columns: Sequence[Column], *, returns: bool) -> None:
    for index, column in enumerate(columns):
        sheet.put(
            0, index, column.heading, "head fill" if returns and column.given_back else "head"
        )
    fit(sheet, 0, ((column.heading, column.width - 3) for column in columns))


def _action(
    book: Workbook,
    sheet: Sheet,
    row: int,
    columns: Sequence[Column],
    action: ActionLine,
    *,
    returns: bool,
) -> None:
    values = [column.value(action) for column in columns]
    for index, (column, value) in enumerate(zip(columns, values, strict=True)):
        if column.key == "days_overdue" and action.open:
            counted = overdue_formula(row + 1, columns, action)
            look = book.format("number")
            sheet.native.write_formula(row, index, counted, look, "" if value is None else value)
        else:
            sheet.put(row, index, value, _style(column, returns=returns))
    fit(sheet, row, ((value, column.width) for column, value in zip(columns, values, strict=True)))


def _style(column: Column, *, returns: bool) -> str:
    if returns and column.given_back:
        return "fill"
    if column.shape is Shape.POUNDS:
        return "pounds"
    return "number" if column.shape is Shape.NUMBER else "wrap"


def overdue_formula(row: int, columns: Sequence[Column], action: ActionLine) -> str:
    """The days since the day that counts, as of the day of opening; nothing once reported done."""
    places = {column.key: f"{xl_col_to_name(i)}{row}" for i, column in enumerate(columns)}
    due, reported = places["due"], places.get("reported", "")
    until = f"MIN({due},{_earlier(action, reported, due)})" if _held(action) else f"MIN({due})"
    late = f'IF(AND({until}>0,{until}<TODAY()),TODAY()-{until},"")'
    done = f'{reported}="{REPORTED_WORDS[Reported.DONE]}"'
    return f'=IF({done},"",{late})' if reported else f"={late}"


def _held(action: ActionLine) -> bool:
    return action.late_from is not None and action.late_from != action.due


def _earlier(action: ActionLine, reported: str, due: str) -> str:
    day = action.late_from or _LAST
    held = f"DATE({day.year},{day.month},{day.day})"
    on_track = f'{reported}="{REPORTED_WORDS[Reported.ON_TRACK]}"'
    return f"IF({on_track},MIN({due}),{held})" if reported else held


def _coloured(book: Workbook, sheet: Sheet, columns: Sequence[Column], last: int) -> None:
    """A status by its shape; what is overdue today stands out. Never by colour alone."""
    keys = [column.key for column in columns]
    status, overdue = keys.index("status"), keys.index("days_overdue")
    for symbol, style in _SYMBOLS.items():
        rule = {"type": "text", "criteria": "begins with", "value": symbol}
        look = {"format": book.format(style)}
        sheet.native.conditional_format(1, status, last, status, {**rule, **look})
    first = f"${xl_col_to_name(overdue)}2"
    rule = {"type": "formula", "criteria": f"=ISNUMBER({first})"}
    look = {"format": book.format("overdue")}
    sheet.native.conditional_format(1, overdue, last, overdue, {**rule, **look})


def _ruled(sheet: Sheet, columns: Sequence[Column], last: int) -> None:
    """Drop-downs and days where owners write, also for the rows they add."""
    for index, column in enumerate(columns):
        for rule in _rules(column):
            sheet.native.data_validation(1, index, last, index, rule)


def _rules(column: Column) -> Iterator[dict[str, object]]:
    if column.key in _CHOICES:
        yield {
            "validate": "list",
            "source": list(_CHOICES[column.key]),
            "error_title": "Please choose",
            "error_message": "Choose one of the words in the list, or leave it empty.",
        }
    elif column.given_back and column.shape is Shape.DAY:
        yield {
            "validate": "date",
            "criteria": "between",
            "minimum": _FIRST,
            "maximum": _LAST,
            "error_title": "Please give a day",
            "error_message": "Type a day, such as 21 November 2026.",
        }
