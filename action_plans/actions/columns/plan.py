"""The plan's columns, in their order: one registry for the screen and for every file.

A format takes the whole of `PLAN`, or those its audience may have, and decides only type and
place. A column that is added here is in all of them. The workbook that comes back has some more
that are empty on leaving: owners fill them in, so no other format has anything to show of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from action_plans.actions.columns.row import PlanRow
from assessment.access.wording import listed


Value = str | int | date | None


class Shape(StrEnum):
    """What kind of value stands in a column, so that a format knows how to set it."""

    NUMBER = "number"
    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    POUNDS = "pounds"


@dataclass(frozen=True)
class Column:
    """One column: its key, which never changes, its heading, its values and how wide it is.

    The key is the field of `PlanRow` by which it is decided who is given the column. `width` is in
    characters. `on_screen` are those that the plan's table in the app has room for. Owners may
    change what is `given_back` in the workbook that comes back; what is `asked` too is empty until
    they do, and its key names no field.
    """

    key: str
    heading: str
    shape: Shape
    width: int
    value: Callable[[PlanRow], Value]
    on_screen: bool = False
    given_back: bool = False
    asked: bool = False


def _due(row: PlanRow) -> Value:
    return row.due or row.no_due_reason


def _empty(row: PlanRow) -> Value:
    """What an owner is to fill in."""
    return None


PLAN: tuple[Column, ...] = (
    Column("number", "No.", Shape.NUMBER, 6, lambda r: r.number, on_screen=True),
    Column("what", "What", Shape.TEXT, 44, lambda r: r.what, on_screen=True),
    Column("owner", "Owner", Shape.LINE, 26, lambda r: r.owner, on_screen=True),
    Column("answer", "Owner’s answer", Shape.LINE, 24, lambda r: r.answer, on_screen=True),
    Column("due", "Due", Shape.DAY, 19, _due, on_screen=True, given_back=True),
    Column("original_due", "First due", Shape.DAY, 19, lambda r: r.original_due, on_screen=True),
    Column(
        "review", "Review", Shape.DAY, 19, lambda r: r.review, on_screen=True, given_back=True
    ),
    Column(
        "status", "Status", Shape.CHOICE, 15, lambda r: f"{r.symbol} {r.status}", on_screen=True
    ),
    Column("days_overdue", "Days overdue", Shape.NUMBER, 10, lambda r: r.days_overdue),
    Column("reported", "Reported", Shape.CHOICE, 19, _empty, given_back=True, asked=True),
    Column(
        "move_reason", "Why the date moves", Shape.CHOICE, 26, _empty,
        given_back=True, asked=True,
    ),
    Column("note", "New progress note", Shape.TEXT, 40, _empty, given_back=True, asked=True),
    Column(
        "status_reason", "Why this status", Shape.TEXT, 26,
        lambda r: f"{r.status_reason} {r.in_the_way}".strip(),
    ),
    Column("priority", "Priority", Shape.CHOICE, 11, lambda r: r.priority, on_screen=True),
    Column("place", "Place by priority", Shape.NUMBER, 9, lambda r: r.place, on_screen=True),
    Column(
        "statements", "Statements", Shape.LINE, 14, lambda r: ", ".join(r.statements),
        on_screen=True,
    ),
    Column("measure", "Measure", Shape.TEXT, 30, lambda r: r.measure),
    Column("baseline", "Now", Shape.LINE, 16, lambda r: r.baseline),
    Column("target", "Target", Shape.LINE, 16, lambda r: r.target),
    Column("why", "Why", Shape.TEXT, 40, lambda r: r.why),
    Column("kind", "Kind", Shape.CHOICE, 14, lambda r: r.kind),
    Column("prisons", "Prisons", Shape.LINE, 24, lambda r: listed(r.prisons)),
    Column("supporters", "Supported by", Shape.LINE, 32, lambda r: listed(r.supporters)),
    Column("waiting", "Waiting for", Shape.LINE, 30, lambda r: r.waiting, on_screen=True),
    Column("effort", "Effort", Shape.CHOICE, 12, lambda r: r.effort, on_screen=True),
    Column("resources", "Resources", Shape.TEXT, 30, lambda r: r.resources),
    Column(
        "resources_available", "Resources available", Shape.CHOICE, 12,
        lambda r: r.resources_available,
    ),
    Column("budget_agreed", "Budget agreed", Shape.CHOICE, 12, lambda r: r.budget_agreed),
    Column("cost", "Cost", Shape.POUNDS, 12, lambda r: r.cost),
    Column("funder", "Funder", Shape.LINE, 26, lambda r: r.funder),
    Column("priority_reason", "Why this priority", Shape.TEXT, 32, lambda r: r.priority_reason),
    Column("start", "Start", Shape.DAY, 19, lambda r: r.start),
    Column("completed_on", "Completed on", Shape.DAY, 19, lambda r: r.completed_on),
    Column("shown_by", "Shown by", Shape.TEXT, 30, lambda r: r.shown_by),
    # Which area reviewed is for the own partnership; others read that one did.
    Column("source", "Comes from", Shape.CHOICE, 20, lambda r: r.came_from or r.source),
    Column("notes", "Progress notes", Shape.NUMBER, 14, lambda r: r.notes),
)  # fmt: skip

# What is said of an action: every column but those that wait for an owner's words.
FACTS = tuple(column for column in PLAN if not column.asked)
# What comes back changed or filled in.
RETURNING = tuple(column for column in PLAN if column.given_back)
