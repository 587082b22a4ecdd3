"""A review meeting: a walk through the actions that need it, and the record it ends in."""

from datetime import date, datetime
from enum import StrEnum

from action_plans.actions.rules.status import State
from assessment.access.frozen import Frozen


MINUTES = 25  # a quarter's review of twenty actions
LEAST_MINUTES, MOST_MINUTES = 5, 240


class Why(StrEnum):
    """Why an action is gone through, in the order of the walk."""

    OVERDUE = "overdue"
    DUE = "due"
    STUCK = "stuck"
    IMPACT = "impact"
    FINISHED = "finished"


WHY_WORDS = {
    Why.OVERDUE: "Past its date",
    Why.DUE: "Due before the next review",
    Why.STUCK: "Stuck: off track, or something stands in the way",
    Why.IMPACT: "Done: its effect is asked about now",
    Why.FINISHED: "Recently finished",
}


class Review(Frozen):
    """One review meeting of a partnership.

    `present` are the agencies that were there. `place` is where the walk stands: 0 before it has
    set off, then the number of the action on screen, and one more than there are at its end.
    `next_on` is the day of the next one; it counts once this one has ended.
    """

    id: str
    partnership_id: str
    assessment_id: str
    held_on: date
    minutes: int = MINUTES
    present: tuple[str, ...] = ()
    place: int = 0
    begun_at: datetime
    set_off_at: datetime | None = None
    ended_at: datetime | None = None
    next_on: date | None = None
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None

    @property
    def running(self) -> bool:
        """Begun, and neither ended nor put away."""
        return self.ended_at is None and self.archived_at is None


class Turn(Frozen):
    """One action's turn in a review, laid down when the walk sets off.

    What is said in it is the action's own progress note under the same id. `stood` is the
    action's status before the walk, `stands` after it.
    """

    id: str
    review_id: str
    action_id: str
    place: int
    why: Why
    stood: State
    stands: State | None = None
    saved_at: datetime
    version: int = 1


class RecordLine(Frozen):
    """One action as the record tells of it: why it came up, what was said, how its status went.

    `said` is the report in words, empty where none was given; `line` the words that go with it.
    """

    action_id: str
    number: int
    what: str
    owner: str
    why: str
    said: str = ""
    line: str = ""
    stood: str
    stands: str
    due_on: date | None = None
    first_due_on: date | None = None

    @property
    def changed(self) -> bool:
        """Whether its status is another than before the review."""
        return self.stood != self.stands


class RecordMove(Frozen):
    """A due date that was moved while the review ran, and why."""

    number: int
    what: str
    from_on: date | None
    to_on: date | None
    first_due_on: date | None
    why: str


class RecordDone(Frozen):
    """An action that is done, with what shows it; `impact` says what is known of its effect."""

    number: int
    what: str
    done_on: date
    shown_by: str = ""
    impact: str = ""


class RecordImpact(Frozen):
    """What was answered about the effect of an action."""

    number: int
    what: str
    answer: str
    words: str = ""
    ask_on: date | None = None


class ReviewRecord(Frozen):
    """A review on one page: who was there, what was said, what changed, and when the next one is.

    `away` are the agencies that take part and were not there; nobody where attendance was not
    noted. `lines` are all actions that were gone through, in their order. `not_reached` are those
    that nobody came to; `no_update` those that somebody came to, and nothing had been heard of.
    The two are never the same, and neither means that there was no progress.
    """

    review_id: str
    area: str
    assessment: str
    held_on: date
    begun_at: datetime
    ended_at: datetime | None
    present: tuple[str, ...]
    away: tuple[str, ...]
    lines: tuple[RecordLine, ...]
    moves: tuple[RecordMove, ...]
    done: tuple[RecordDone, ...]
    impacts: tuple[RecordImpact, ...]
    no_update: tuple[RecordLine, ...]
    not_reached: tuple[RecordLine, ...]
    next_on: date | None

    @property
    def changed(self) -> tuple[RecordLine, ...]:
        """The actions whose status is another than before."""
        return tuple(line for line in self.lines if line.changed)
