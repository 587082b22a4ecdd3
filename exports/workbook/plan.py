"""The sheet of the plan: the registry's columns, what is overdue today, and cells for the owners.

Days overdue is a formula. It counts to the day of opening by the rule of
`action_plans/actions/rules/status.py`: from the due date, or from the one that counted before it
where that is earlier and nobody has reported the action on track since.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from xlsxwriter.utility import xl_col_to_name

from action_plans.actions.columns import FACTS, PLAN, Column, Shape
from action_plans.actions.model import MOVE_WORDS, REPORTED_WORDS, Reported
from assessment.documents.writing import Value, Workbook, cell_text
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
    plan = _Plan(book, report)
    for row, action in enumerate(report.actions, 1):
        plan.write(row, action)
    last = max(1, len(report.actions))
    plan.frame(last)
    plan.mark_overdue(last)
    if comes_back(report):
        plan.rule(last + NEW_ROWS)
    if not report.actions:
        plan.sheet.put(1, 1, NOTHING, "plain")


class _Plan:
    """The sheet while it is being written."""

    def __init__(self, book: Workbook, report: Report) -> None:
        self.sheet = book.sheet(NAME)
        self._book = book
        self._columns = plan_columns(report)
        self._styles = [_style(one, returns=comes_back(report)) for one in self._columns]
        set_page(self.sheet, report, a3=True)
        for index, (column, style) in enumerate(zip(self._columns, self._styles, strict=True)):
            self.sheet.native.set_column(index, index, column.width)
            self.sheet.put(0, index, column.heading, "head fill" if style == "fill" else "head")
        fit(self.sheet, 0, ((column.heading, column.width - 3) for column in self._columns))

    def write(self, row: int, action: ActionLine) -> None:
        """One action; what is overdue is a formula while it is open."""
        fitted: list[tuple[Value, float]] = []
        for index, column in enumerate(self._columns):
            value = column.value(action)
            fitted.append((value, column.width))
            if column.key == "days_overdue" and action.open:
                self._formula(row, index, action)
            elif column.key == "status" and action.symbol and action.status:
                self._status(row, index, action)
            else:
                self.sheet.put(row, index, value, self._styles[index])
        fit(self.sheet, row, fitted)

    def frame(self, last: int) -> None:
        """What is filtered, stays in sight, and is printed."""
        native = self.sheet.native
        native.autofilter(0, 0, last, len(self._columns) - 1)
        native.freeze_panes(1, 2)
        native.repeat_rows(0)
        native.print_area(0, 0, last, printed(self._columns) - 1)

    def mark_overdue(self, last: int) -> None:
        """The date and the days of what is overdue stand out on whichever day it is opened."""
        keys = [column.key for column in self._columns]
        counted = f"${xl_col_to_name(keys.index('days_overdue'))}2"
        look = self._book.format("overdue")
        rule = {"type": "formula", "criteria": f"=ISNUMBER({counted})", "format": look}
        for key in ("due", "days_overdue"):
            place = keys.index(key)
            self.sheet.native.conditional_format(1, place, last, place, rule)

    def rule(self, last: int) -> None:
        """Drop-downs and days where owners write, also for the rows they add."""
        for index, column in enumerate(self._columns):
            for rule in _rules(column):
                self.sheet.native.data_validation(1, index, last, index, rule)

    def _formula(self, row: int, index: int, action: ActionLine) -> None:
        """With the value of today beside it: a preview works nothing out."""
        formula = overdue_formula(self._places(row), action)
        days = "" if action.days_overdue is None else action.days_overdue
        self.sheet.native.write_formula(row, index, formula, self._book.format("number"), days)

    def _places(self, row: int) -> dict[str, str]:
        """The cell of each column in a row, as a formula names it."""
        return {one.key: f"{xl_col_to_name(i)}{row + 1}" for i, one in enumerate(self._columns)}

    def _status(self, row: int, index: int, action: ActionLine) -> None:
        """Its shape in its colour, its word in ink."""
        shape = self._book.format(f"status {action.status_colour}")
        words, ink = cell_text(f" {action.status}"), self._book.format("wrap")
        self.sheet.native.write_rich_string(row, index, shape, action.symbol, words, ink)


def _style(column: Column, *, returns: bool) -> str:
    if returns and column.given_back:
        return "fill"
    if column.shape is Shape.POUNDS:
        return "pounds"
    return "number" if column.shape is Shape.NUMBER else "wrap"


def overdue_formula(places: Mapping[str, str], action: ActionLine) -> str:
    """The days since the day that counts, as of the day of opening; nothing once reported done.

    `places` are the cells of the action's row by the key of their column.
    """
    due, reported = places["due"], places.get("reported", "")
    day = f"MIN({due})"
    if action.late_from and action.late_from != action.due:
        day = f"MIN({due},{_held(action.late_from, due, reported)})"
    late = f'IF(AND({day}>0,{day}<TODAY()),TODAY()-{day},"")'
    done = REPORTED_WORDS[Reported.DONE]
    return f'=IF({reported}="{done}","",{late})' if reported else f"={late}"


def _held(day: date, due: str, reported: str) -> str:
    """The date that counted until it was moved, for as long as nobody says: on track."""
    held = f"DATE({day.year},{day.month},{day.day})"
    on_track = REPORTED_WORDS[Reported.ON_TRACK]
    return f'IF({reported}="{on_track}",MIN({due}),{held})' if reported else held


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
