"""The plan's columns, in their order: one registry for the screen and for every file.

A format takes the whole of `PLAN`, or those its audience may have, and decides only type and
place. A column that is added here is in all of them.
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

    `width` is in characters. `on_screen` are those that the plan's table in the app has room for.
    """

    key: str
    heading: str
    shape: Shape
    width: int
    value: Callable[[PlanRow], Value]
    on_screen: bool = False


def _due(row: PlanRow) -> Value:
    return row.due or row.no_due_reason


PLAN: tuple[Column, ...] = (
    Column("number", "No.", Shape.NUMBER, 6, lambda r: r.number, on_screen=True),
    Column("what", "What", Shape.TEXT, 44, lambda r: r.what, on_screen=True),
    Column("owner", "Owner", Shape.LINE, 26, lambda r: r.owner, on_screen=True),
    Column("answer", "Owner’s answer", Shape.LINE, 24, lambda r: r.answer, on_screen=True),
    Column("due", "Due", Shape.DAY, 19, _due, on_screen=True),
    Column("original_due", "First due", Shape.DAY, 19, lambda r: r.original_due, on_screen=True),
    Column("review", "Review", Shape.DAY, 19, lambda r: r.review, on_screen=True),
    Column(
        "status", "Status", Shape.CHOICE, 15, lambda r: f"{r.symbol} {r.status}", on_screen=True
    ),
    Column("status_reason", "Why this status", Shape.TEXT, 26, lambda r: r.status_reason),
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
    Column("source", "Comes from", Shape.CHOICE, 20, lambda r: r.source),
    Column("notes", "Progress notes", Shape.NUMBER, 14, lambda r: r.notes),
)  # fmt: skip
