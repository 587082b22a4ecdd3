"""What the fictional area is told in: who takes part, what was agreed, shown and planned.

Agencies and prisons go by short keys. Days count from today, and yesterday is -1, so that the area
never grows old.
"""

from enum import StrEnum

from action_plans.actions.model import Effort, Impact, Kind, Level, MoveReason, Reported, YesNo
from assessment.access.frozen import Frozen
from assessment.bank.model import EvidenceKind
from assessment.consensus.model import HowReached, Stance
from assessment.evidence.model import Strength
from assessment.partnership.model import CanCommit
from assessment.peer_review.model import GivenRating, Outcome, Question, YesNoUnknown
from assessment.peer_review.model import Kind as ReviewedBy
from assessment.views.model import Way


class ToldPrison(Frozen):
    """A prison that people come home from."""

    name: str
    in_area: bool


class ToldAgency(Frozen):
    """An agency with the roles, never the names, of those who speak for it."""

    name: str
    types: tuple[str, ...]
    role: str = ""
    substitute_role: str = ""
    can_commit: CanCommit = CanCommit.NOT_KNOWN
    check_with: str = ""
    observer: bool = False


class Session(Frozen):
    """A meeting: its day, the domains gone through and who was there."""

    day: int
    domains: tuple[str, ...]
    present: tuple[str, ...]


class ToldArea(Frozen):
    """The area, who takes part in it and how it meets."""

    name: str
    probation_region: str
    authorities: tuple[str, ...]
    prisons: dict[str, ToldPrison]
    agencies: dict[str, ToldAgency]
    lead_agency: str
    lead_role: str
    plan_lead_agency: str
    plan_lead_role: str
    review_rhythm: str
    sessions: tuple[Session, ...]


class ToldView(Frozen):
    """A different view; with a day, it came after the meeting."""

    agency: str
    stance: Stance = Stance.RATED
    rating: int | None = None
    reason: str
    day: int | None = None


class ToldRating(Frozen):
    """What the room agreed of one statement; `not_applicable` holds the reason for that."""

    statement: str
    how: HowReached
    rating: int | None = None
    not_applicable: str = ""
    rationale: str = ""
    because: str = ""
    prisons: tuple[str, ...] = ()
    words_from: str = ""
    views: tuple[ToldView, ...] = ()


class FirstViews(Frozen):
    """What each agency said of one statement before the room met, by the keys of the keypad."""

    statement: str
    said: dict[str, str]
    reasons: dict[str, str] = {}


class LaterView(Frozen):
    """A view that an agency gave after the reveal, on a day."""

    statement: str
    agency: str
    said: str
    day: int


class ViewsTold(Frozen):
    """The first views: whether names were to be shown, and which way each agency's came."""

    names_shown: bool
    asked_day: int
    ways: dict[str, Way]
    people: dict[str, int]
    later: tuple[LaterView, ...]
    views: tuple[FirstViews, ...]


class Ratings(Frozen):
    """The ratings, in the order of the statements."""

    ratings: tuple[ToldRating, ...]


class ToldEvidence(Frozen):
    """A reference to something that shows how things are."""

    statements: tuple[str, ...]
    title: str
    owner: str
    kind: EvidenceKind
    dated: int | None = None
    kept: str = ""
    link: str = ""
    strength: Strength
    prisons: tuple[str, ...] = ()


class EvidenceTold(Frozen):
    """The evidence register."""

    evidence: tuple[ToldEvidence, ...]


class Deed(StrEnum):
    """What can become of an action."""

    AGREED = "agreed"
    DECLINED = "declined"
    NOTE = "note"
    MOVED = "moved"
    COMPLETED = "completed"
    STOPPED = "stopped"
    IMPACT = "impact"


class Happening(Frozen):
    """One thing that became of an action on a day. `by` is a role."""

    day: int
    what: Deed
    by: str = ""
    words: str = ""
    report: Reported | None = None
    due: int | None = None
    moved_for: MoveReason | None = None
    impact: Impact | None = None


class ToldAction(Frozen):
    """An action as it was raised in the last session, and what became of it.

    `paid_by` and `waits_on` are agencies; `funder` is one that takes no part.
    """

    statements: tuple[str, ...]
    what: str
    kind: Kind = Kind.IMPROVE
    why: str = ""
    owner: str
    owner_role: str
    said_yes: bool = False
    prisons: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    start: int | None = None
    due: int
    review: int | None = None
    effort: Effort
    measure: str = ""
    baseline: str = ""
    target: str = ""
    resources: str = ""
    available: YesNo | None = None
    budget: YesNo | None = None
    cost: int | None = None
    paid_by: str = ""
    funder: str = ""
    waiting_for: str = ""
    waits_on: str = ""
    priority: Level | None = None
    priority_reason: str = ""
    course: tuple[Happening, ...] = ()


class ToldReason(Frozen):
    """Why a statement rated 0 gets no action for now."""

    statement: str
    reason: str


class ToldPlan(Frozen):
    """The plan, when it was agreed and when it is gone through.

    The last of the `reviews` is held as a review meeting, where `review_present` are.
    """

    agreed_day: int
    reviews: tuple[int, ...]
    review_present: tuple[str, ...]
    next_review: int
    assess_again: int
    actions: tuple[ToldAction, ...]
    no_action: tuple[ToldReason, ...]


class ToldConflict(Frozen):
    """An answer of the conflict note."""

    answer: YesNoUnknown
    words: str = ""


class ToldReviewer(Frozen):
    """A peer reviewer by role, what they said, and the day on which it came back."""

    role: str
    organisation: str
    day: int
    ratings: tuple[GivenRating, ...]


class ToldReply(Frozen):
    """What the area replied to one challenge."""

    reviewer: str
    statement: str
    agency: str
    reply: str
    outcome: Outcome
    reason: str
    day: int


class ToldReview(Frozen):
    """A review by another area, which is not over: its facts are being checked."""

    area: str
    kind: ReviewedBy
    day: int
    visit: int
    visit_minutes: int
    visit_place: str
    gate_notice_days: int
    progress_check: int
    conflicts: dict[Question, ToldConflict]
    reviewers: dict[str, ToldReviewer]
    replies: tuple[ToldReply, ...]
