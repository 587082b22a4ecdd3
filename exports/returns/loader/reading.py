"""Reads a plan that came back as rows of cells; what they mean is for the rules to say.

Columns are found by their headings, wherever they stand now.
"""

from collections import Counter
from collections.abc import Mapping

from action_plans.actions.columns import PLAN, RETURNING
from assessment.documents.characters import letters
from assessment.documents.reading import Row, Sheet, SheetLimit, read_sheets
from assessment.documents.refusal import UnusableFile
from exports.returns.loader.about import about
from exports.returns.model import RawPlan, RawRow
from exports.workbook.returning import SHEET


PLAN_SHEET = "Action plan"
LIMITS = {
    PLAN_SHEET: SheetLimit(rows=5_000, columns=120, marked=True),
    SHEET: SheetLimit(rows=5_000, columns=30),
}
ONLY = "Only the Excel workbook can be read back, as it was sent out and saved as .xlsx."
NO_WORKBOOK = "{} is not an Excel workbook. " + ONLY + " Nothing was changed."
NO_HIDDEN_SHEET = (
    "{} does not say which plan it is: the hidden sheet “{}” is not in it. It is another file than "
    "the Excel workbook, was made by an earlier version or for a reader outside the partnership, "
    "or its sheets were copied into another workbook. Send out a new workbook; what was typed can "
    "be copied across. Nothing was changed."
)
NO_PLAN = (
    "{} has no sheet “{}” with a column No. and another that comes back. "
    + ONLY
    + " Nothing was changed."
)
_HEAD_WITHIN = 10
_SHOWN = 60


def read_plan(data: bytes, file_name: str) -> RawPlan:
    """The plan in the bytes; where it cannot be read, `refused` says why and what to do."""
    try:
        return _read(data, file_name)
    except UnusableFile as error:
        return RawPlan(file_name=file_name, refused=error.message, problems=error.problems)


def _read(data: bytes, file_name: str) -> RawPlan:
    sheets = _sheets(data, file_name)
    if SHEET not in sheets:
        raise UnusableFile(NO_HIDDEN_SHEET.format(file_name, SHEET))
    made, bases = about(sheets[SHEET], file_name)
    head = _head(sheets[PLAN_SHEET]) if PLAN_SHEET in sheets else None
    if head is None:
        raise UnusableFile(NO_PLAN.format(file_name, PLAN_SHEET))
    columns = _columns(head)
    return RawPlan(
        file_name=file_name,
        made=made,
        bases=bases,
        rows=tuple(
            _row(sheets[PLAN_SHEET], row, columns)
            for row in sheets[PLAN_SHEET].rows
            if row.number > head.number
        ),
        missing=tuple(one.heading for one in RETURNING if one.key not in columns.values()),
        unknown=tuple(_others(head)),
        twice=tuple(_twice(head)),
    )


def _sheets(data: bytes, file_name: str) -> dict[str, Sheet]:
    if data and not data.startswith((b"PK", bytes.fromhex("D0CF11E0A1B11AE1"))):
        raise UnusableFile(NO_WORKBOOK.format(file_name))
    try:
        return read_sheets(data, file_name, LIMITS)
    except UnusableFile as error:
        if error.problems:
            raise
        raise UnusableFile(f"{error.message} {ONLY}") from error


_KEYS = {letters(column.heading): column.key for column in PLAN}
_GIVEN_BACK = {column.key for column in RETURNING}


def _head(sheet: Sheet) -> Row | None:
    """The row of headings: it has the number, and at least one column that comes back."""
    for row in sheet.rows[:_HEAD_WITHIN]:
        found = set(_columns(row).values())
        if "number" in found and found & _GIVEN_BACK:
            return row
    return None


def _columns(head: Row) -> dict[int, str]:
    """Which column holds what; the first of two under one heading counts."""
    found: dict[str, int] = {}
    for at in sorted(head.cells):
        key = _KEYS.get(letters(head.cells[at]))
        if key:
            found.setdefault(key, at)
    return {at: key for key, at in found.items()}


def _others(head: Row) -> list[str]:
    said = [str(cell).strip() for _, cell in sorted(head.cells.items())]
    return [one[:_SHOWN] for one in said if letters(one) not in _KEYS]


def _twice(head: Row) -> list[str]:
    often = Counter(_KEYS.get(letters(cell), "") for cell in head.cells.values())
    headings = {column.key: column.heading for column in PLAN}
    return [headings[key] for key, number in often.items() if key and number > 1]


def _row(sheet: Sheet, row: Row, columns: Mapping[int, str]) -> RawRow:
    return RawRow(
        number=row.number,
        cells={columns[at]: value for at, value in row.cells.items() if at in columns},
        places={key: sheet.place(row.number, at) for at, key in columns.items()},
        unread={columns[at]: words for at, words in row.unread.items() if at in columns},
    )
