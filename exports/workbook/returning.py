"""The hidden sheet by which a plan is known when its workbook comes back.

    About this file | What this workbook is known by …
    Format          | 1
    Area, by number | …                              one line for each of LINES
    (an empty line)
    No. | Action | Reported | Due | …                BASES: number, id, the returning columns
    3   | 0192…  |          | 2026-12-01 | …         one line for each action, all of it text

Under a returning column stands what its cell held on leaving: a day as 2026-12-01, otherwise the
cell's own text. `check_of` over both blocks tells whether anybody changed them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from action_plans.actions.columns import RETURNING, Column
from assessment.documents.writing import Workbook, cell_text
from exports.report.model import ActionLine, Report
from exports.workbook.page import set_page


SHEET = "About this file"
FORMAT = "1"
TITLE = ("About this file", "By this the workbook is known when it comes back: please leave it.")
# The lines of the first block, by what they hold.
LINES = {
    "format": "Format",
    "partnership_id": "Area, by number",
    "assessment_id": "Assessment, by number",
    "audience": "Copy for",
    "made_at": "Made",
    "check": "Check",
}
BASES = ("No.", "Action, by number", *(column.heading for column in RETURNING))


def comes_back(report: Report) -> bool:
    """Whether owners may change the plan in this copy's workbook and send it back."""
    return report.returning is not None


def add_returning_sheet(book: Workbook, report: Report) -> None:
    """Adds the hidden sheet; nothing in a copy that does not come back."""
    if report.returning is None:
        return
    facts, bases = facts_of(report), bases_of(report)
    lines = {**facts, "check": check_of(facts, bases)}
    sheet = book.sheet(SHEET)
    set_page(sheet, report)
    sheet.row(0, TITLE, "muted")
    for row, (key, heading) in enumerate(LINES.items(), 1):
        sheet.row(row, [heading, lines[key]])
    first = len(LINES) + 2
    for row, line in enumerate([BASES, *bases], first):
        sheet.row(row, line)
    sheet.native.set_column(0, len(BASES) - 1, 24)
    sheet.native.hide()


def facts_of(report: Report) -> dict[str, str]:
    """The first block without its check; raises ValueError for a copy that does not come back."""
    if report.returning is None:
        raise ValueError("this copy does not come back")
    return {
        "format": FORMAT,
        "partnership_id": report.returning.partnership_id,
        "assessment_id": report.returning.assessment_id,
        "audience": report.audience.value,
        "made_at": report.made_at.isoformat(),
    }


def bases_of(report: Report) -> tuple[tuple[str, ...], ...]:
    """The second block without its heads."""
    known = report.returning.actions if report.returning else ()
    ids = {line.number: line.action_id for line in known}
    return tuple(
        (str(action.number), ids[action.number], *(base(column, action) for column in RETURNING))
        for action in report.actions
        if action.number in ids
    )


def base(column: Column, action: ActionLine) -> str:
    """What the cell of a returning column holds on leaving, as text."""
    value = column.value(action)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else cell_text(str(value))


def check_of(facts: Mapping[str, str], bases: Iterable[Sequence[str]]) -> str:
    """The digest of what the sheet says, its own line apart.

    Letters and digits count: spaces and signs change where programs write a cell anew.
    """
    lines = [[key, facts[key]] for key in LINES if key != "check"]
    whole = "\n".join("\t".join(map(_counts, line)) for line in [*lines, *bases])
    return sha256(whole.encode()).hexdigest()


def _counts(cell: str) -> str:
    # Excel writes a carriage return so, and whoever reads a cell takes it out.
    return "".join(c for c in cell.replace("_x000D_", "") if c.isalnum())
