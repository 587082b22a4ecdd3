"""What the board paper is made of: what was chosen for it, and the words it then says.

The choice is made of numbers and plain facts. The words come from the report alone, so a paper can
hold nothing that its audience's report does not.
"""

from collections.abc import Mapping
from datetime import date

from assessment.access.frozen import Frozen
from exports.report.paper.model import Table


class Asked(Frozen):
    """Something the board is asked to agree: what is asked, and the action or statement it is of.

    `ask` ends where the action's or the statement's own words begin. What is asked for `money` is
    not asked of those who are not told what actions cost.
    """

    ask: str
    action: int | None = None
    statement: str = ""
    money: bool = False


class Since(Frozen):
    """What there was last time. Without a day nothing was, and everything so far counts.

    `what` names it in the middle of a sentence; `ratings` are those of the assessment `before`.
    """

    what: str = ""
    day: date | None = None
    before: str = ""
    ratings: Mapping[str, int] = {}


class Changed(Frozen):
    """What changed since: ids of statements rated higher or lower, and numbers of actions."""

    since: Since = Since()
    higher: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    finished: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    raised: tuple[int, ...] = ()


class Choice(Frozen):
    """What goes into the paper, the most important first."""

    agree: tuple[Asked, ...] = ()
    commit: tuple[int, ...] = ()
    stuck: tuple[int, ...] = ()
    changed: Changed = Changed()


class Part(Frozen):
    """A table under its heading; `more` says how many it has no room for."""

    heading: str
    table: Table
    more: str = ""


class BoardPaper(Frozen):
    """The paper in the order in which it is read; nothing here is worked out again.

    `crowded` says that it holds more text than is usual, for a format that cannot try sizes.
    """

    title: str
    marking: str
    running_head: str
    copy_words: str
    stage: str
    where_we_stand: tuple[str, ...]
    parts: tuple[Part, ...]
    stuck: Part
    changed_heading: str
    changed: tuple[str, ...]
    meetings: tuple[str, ...]
    full: str
    crowded: bool = False
