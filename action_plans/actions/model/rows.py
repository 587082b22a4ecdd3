"""An action, what is told of it as it goes, and the reason for none."""

from datetime import date, datetime

from action_plans.actions.model.choices import (
    Answer,
    Effort,
    Impact,
    Kind,
    Level,
    MoveReason,
    Reported,
    Source,
    YesNo,
)
from assessment.access.frozen import Frozen


class ProgressNote(Frozen):
    """A dated note on how it goes. `said_by` is a role or agency.

    Notes are added to and never overwritten, but for the one of a review that is still running:
    its `at` is when it was last said.
    """

    id: str
    action_id: str
    at: datetime
    said_by: str = ""
    report: Reported | None = None
    text: str = ""
    version: int = 1

    @property
    def saved_at(self) -> datetime:
        """When it was last said: a draft asks for it by this name."""
        return self.at


class DateMove(Frozen):
    """One move of a due date: from, to, when, and why once somebody said so."""

    id: str
    action_id: str
    at: datetime
    from_on: date | None = None
    to_on: date | None = None
    reason: MoveReason | None = None
    words: str = ""
    saved_at: datetime
    version: int = 1


class ImpactAnswer(Frozen):
    """What was answered when impact was asked; `ask_on` is when to ask again."""

    id: str
    action_id: str
    at: datetime
    answer: Impact
    words: str = ""
    ask_on: date | None = None
    version: int = 1


class Dates(Frozen):
    """The dates a person can set. The original due date is not among them: it stays."""

    start_on: date | None = None
    due_on: date | None = None
    review_on: date | None = None


class Outcome(Frozen):
    """What of an action says whether its statements still ask for one; read alone for that."""

    opened_in: str
    statements: tuple[str, ...] = ()
    answer: Answer = Answer.PROPOSED
    stopped_on: date | None = None
    stopped_reason: str = ""
    stopped_approved_by: str = ""
    completed_on: date | None = None
    archived_at: datetime | None = None

    @property
    def stopped(self) -> bool:
        """Stopped for good reason: with a reason and somebody's approval."""
        return bool(self.stopped_on and self.stopped_reason and self.stopped_approved_by)

    @property
    def open(self) -> bool:
        """Still to be done: neither finished, nor stopped, nor put away."""
        return not (self.completed_on or self.stopped or self.archived_at)


class Action(Outcome):
    """What, who and by when are all it needs; everything else can follow or stay empty.

    `number` is its name in the room, given once within the partnership and never again.
    `original_due_on` is the first due date that was set; `moved_at` is when the due date was last
    moved, and `held_to` the date that counted until then. `completed_on` says that it was
    finished; it counts as complete only with `shown_by`, and `impact_due_on` is when its effect is
    asked about. `reviewed_on` is the last review that ended while it was open. `starter` holds the
    words it was started from, if any; the drafts are what somebody is writing. `challenge_id` is
    what a reviewing area challenged, where it was raised from that.
    """

    id: str
    partnership_id: str
    number: int
    what: str
    kind: Kind = Kind.IMPROVE
    why: str = ""
    prisons: tuple[str, ...] = ()
    owner_agency_id: str | None = None
    owner_role: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    declined_because: str = ""
    supporters: tuple[str, ...] = ()
    measure: str = ""
    baseline: str = ""
    target: str = ""
    effort: Effort | None = None
    resources: str = ""
    resources_available: YesNo | None = None
    budget_agreed: YesNo | None = None
    cost_pounds: int | None = None
    funder_agency_id: str | None = None
    funder: str = ""
    start_on: date | None = None
    original_due_on: date | None = None
    due_on: date | None = None
    moved_at: datetime | None = None
    held_to: date | None = None
    no_due_reason: str = ""
    review_on: date | None = None
    blocked_by: str = ""
    waiting_for: str = ""
    waiting_agency_id: str | None = None
    shown_by: str = ""
    impact_due_on: date | None = None
    effect_draft: str = ""
    reviewed_on: date | None = None
    priority_override: Level | None = None
    priority_reason: str = ""
    source: Source = Source.SELF_ASSESSMENT
    challenge_id: str | None = None
    starter: str = ""
    note_draft: str = ""
    created_at: datetime
    saved_at: datetime
    notes: tuple[ProgressNote, ...] = ()
    moves: tuple[DateMove, ...] = ()
    impacts: tuple[ImpactAnswer, ...] = ()
    version: int = 1

    @property
    def moved(self) -> bool:
        """Whether its due date is another than the one first set."""
        return self.original_due_on is not None and self.due_on != self.original_due_on

    @property
    def owned(self) -> bool:
        """Whether an agency or at least a role is named."""
        return bool(self.owner_agency_id or self.owner_role)

    @property
    def impact(self) -> ImpactAnswer | None:
        """What was answered last about its effect."""
        return self.impacts[-1] if self.impacts else None

    @property
    def held_up(self) -> bool:
        """Whether something stands in its way, or it waits for something."""
        return bool(self.blocked_by.strip() or self.waiting_for.strip() or self.waiting_agency_id)

    @property
    def undated(self) -> bool:
        """Still to be done, with neither a date nor a reason for none."""
        return self.open and self.due_on is None and not self.no_due_reason.strip()

    def dates(self) -> Dates:
        """The dates as a person would set them."""
        return Dates(start_on=self.start_on, due_on=self.due_on, review_on=self.review_on)


class NoActionReason(Frozen):
    """Why a statement rated at the lowest level gets no action for now."""

    id: str
    assessment_id: str
    statement_id: str
    reason: str
    saved_at: datetime
    version: int = 1
