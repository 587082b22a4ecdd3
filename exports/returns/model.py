"""What a returned plan holds, and what applying it would do.

`RawPlan` is the file as cells. `Preview` is what it means for the plan as it stands now; `Choices`
is what the person at the screen decided on it. Only what stands in a preview is ever applied.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from action_plans.actions.columns import PLAN
from action_plans.actions.model import Action, MoveReason, Reported
from assessment.access.frozen import Frozen
from assessment.documents.mistakes import Mistake
from assessment.documents.reading import Cell
from assessment.partnership.model import Assessment, Partnership


class Field(StrEnum):
    """What of an action is taken from a file, by the keys of the plan's columns."""

    REPORTED = "reported"
    DUE = "due"
    REVIEW = "review"
    NOTE = "note"


MOVE_REASON = "move_reason"  # stands beside a due date, and is taken with it
SENT_BY = 150  # characters; "from a returned workbook" is said after it
HEADINGS = {column.key: column.heading for column in PLAN}


class MadeFor(Frozen):
    """What a file says of itself on its hidden sheet."""

    partnership_id: str
    assessment_id: str
    audience: str
    made_at: datetime


class Base(Frozen):
    """One action as the file was made with it; `values` are its returning cells by column."""

    action_id: str
    number: int
    values: dict[str, Cell]


class RawRow(Frozen):
    """One row of the plan as it stands in a file.

    Cells and their places go by the column's key; `unread` says of a cell why it cannot be taken.
    """

    number: int
    cells: dict[str, Cell] = {}
    places: dict[str, str] = {}
    unread: dict[str, str] = {}


class RawPlan(Frozen):
    """A file that came back: what it says of itself and its rows; or why it cannot be read.

    `missing` are the headings of returning columns that are not there, `unknown` those that no
    column of the plan has, `twice` those that stand over more than one column.
    """

    file_name: str
    made: MadeFor | None = None
    bases: tuple[Base, ...] = ()
    rows: tuple[RawRow, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    refused: str = ""
    problems: tuple[str, ...] = ()


class Ground(Frozen):
    """What a file is read against: the plan as it stands now."""

    area: Partnership
    assessment: Assessment
    actions: tuple[Action, ...]
    put_away: tuple[Action, ...]
    agencies: dict[str, str]
    scope: frozenset[str]
    titles: dict[str, str] = {}
    areas: dict[str, str] = {}


class Move(NamedTuple):
    """Why a due date moves: the reason, and more in words."""

    reason: MoveReason | None
    words: str = ""


NO_MOVE = Move(None)


class Change(Frozen):
    """One cell that says something else than the plan.

    `here` and `theirs` are both in words. A `conflict` was changed here as well since the file was
    made. `moves` says that a due date goes back, which needs its reason; `move` is the file's own.
    """

    key: str
    action_id: str
    number: int
    what: str
    field: Field
    here: str
    theirs: str
    reported: Reported | None = None
    day: date | None = None
    text: str = ""
    conflict: bool = False
    moves: bool = False
    move: Move = NO_MOVE

    @property
    def name(self) -> str:
        """As a list names it: No. 3, Due."""
        return f"No. {self.number}, {HEADINGS[self.field]}"

    @property
    def done(self) -> bool:
        """Whether it reports the action done: what shows it is asked then."""
        return self.reported is Reported.DONE


class Offer(Frozen):
    """A row without a number: an action that somebody proposes.

    Nobody owns it before they said yes; `suggested` is whom the row names, in its own words, and
    the agency and role stand where those are known here.
    """

    key: str
    row: int
    what: str
    suggested: str = ""
    agency_id: str | None = None
    role: str = ""
    due: date | None = None
    review: date | None = None
    statements: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Preview(Frozen):
    """What a file means for the plan now; `refused` says why nothing in it can be used."""

    file_name: str
    made_at: datetime | None = None
    changes: tuple[Change, ...] = ()
    offers: tuple[Offer, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str = ""
    problems: tuple[str, ...] = ()

    @property
    def plain(self) -> tuple[Change, ...]:
        """Changes that meet nothing changed here."""
        return tuple(one for one in self.changes if not one.conflict)

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """Changes of what was changed here too."""
        return tuple(one for one in self.changes if one.conflict)


class Choices(Frozen):
    """What the person decided on a preview, by the keys of its changes and offers.

    Plain changes are taken unless left out; of a conflict the file's side only when taken; a row
    is raised only when chosen. `moves` and `shown` answer what a change asks.
    """

    left_out: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()
    moves: dict[str, Move] = {}
    shown: dict[str, str] = {}
    sent_by: str = ""


class Applied(Frozen):
    """What applying a file did."""

    changes: tuple[Change, ...] = ()
    offers: tuple[Offer, ...] = ()
    numbers: tuple[int, ...] = ()
