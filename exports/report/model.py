"""What leaves: one frozen view of an assessment, in words, that every format sets out.

Nothing here is a database row. Every rule has been applied: levels have their labels, dates are
dates, agencies and prisons are names, and what is provisional or proposed says so. A format
chooses type and place, never content; a test fails when a format misses a field. Who is given which
field stands in `assessment/privacy/audience.py`, and a new field needs a row there.
"""

from datetime import date, datetime

from action_plans.actions.columns import PlanRow
from assessment.access.frozen import Frozen
from assessment.privacy.audience import Audience, given
from exports.report.review_model import ModeratedLine, ReviewedLine, ReviewLine


class LevelLine(Frozen):
    """One level of the scale, with this statement's words for it where there are any."""

    value: int
    label: str
    words: str


class DifferentViewLine(Frozen):
    """An agency that sees it differently, in its recorded words."""

    agency: str
    rating: str
    reason: str
    recorded_on: date


class ViewLine(Frozen):
    """An agency's own view as the room was shown it.

    `agency` and `reason` are empty where names were not shown; `later`: given after the reveal,
    and not counted in the spread.
    """

    agency: str
    said: str
    reason: str
    people: int | None
    later: bool


class EvidenceLine(Frozen):
    """A reference to something kept elsewhere. `number` is E1, E2 … within this report."""

    number: str
    title: str
    owner: str
    kind: str
    dated: date | None
    kept: str
    link: str
    strength: str
    statements: tuple[str, ...]
    prisons: tuple[str, ...]


class StatementLine(Frozen):
    """One statement in scope and what the partnership said of it.

    `rating` is 0 to 3, or None; `standing` is the words for it ("Mostly met",
    "Fully met, provisional", "Not applicable here", "To come back to", "Not yet rated"). `spread`
    is how first views lay, in a sentence, and `views` what was shown, once it was revealed. What
    reviews by other areas came to stands beside it, and nothing overwrites the agreed rating.
    """

    id: str
    domain: str
    title: str
    statement: str
    plain: str
    levels: tuple[LevelLine, ...]
    core: bool
    safety: str
    rating: int | None
    provisional: bool
    standing: str
    how_reached: str
    because: str
    not_applicable_reason: str
    rationale: str
    decided_on: date | None
    present: tuple[str, ...]
    prisons: tuple[str, ...]
    spread: str
    views: tuple[ViewLine, ...]
    different_views: tuple[DifferentViewLine, ...]
    moderated: tuple[ModeratedLine, ...]
    reviewed: tuple[ReviewedLine, ...]
    evidence: tuple[str, ...]
    actions: tuple[int, ...]
    no_action_reason: str
    sources: tuple[str, ...]


class DomainCount(Frozen):
    """One domain: statements in scope, rated, and how many stand at each level.

    `at_level` has one count for each level, lowest first; `provisional` is how many of those at
    the highest are provisional.
    """

    id: str
    title: str
    in_scope: int
    rated: int
    at_level: tuple[int, ...]
    provisional: int
    not_applicable: int
    to_come_back_to: int
    not_yet_rated: int


class DomainSection(Frozen):
    """A domain with its statements in order."""

    count: DomainCount
    statements: tuple[StatementLine, ...]


class NoteLine(Frozen):
    """A dated progress note, never overwritten."""

    at: date
    by: str
    report: str
    text: str


class MoveLine(Frozen):
    """A due date that was moved: when, from what to what, and why."""

    at: date
    said: str
    why: str


class ActionLine(PlanRow):
    """One action with every fact of the plan's columns, its notes and how its date was moved.

    `answer` is the owner's: agreed by whom, proposed, or declined. `notes` counts `progress`.
    """

    progress: tuple[NoteLine, ...]
    moves: tuple[MoveLine, ...]


class OnTimeLine(Frozen):
    """What one agency, or all together, did by the dates first set, after them, and not yet.

    `said` is the share with its counts in a sentence.
    """

    whose: str
    by_date: int
    later: int
    still: int
    said: str


class ShortfallLine(Frozen):
    """A safety-critical statement that is not fully met, or not yet rated, and what is done.

    `action` says which actions and how they go; where there is none, `no_action_reason` says why.
    """

    id: str
    title: str
    safety: str
    rating: int | None
    provisional: bool
    standing: str
    action: str
    no_action_reason: str


class NextStep(Frozen):
    """Who does what in the next 30 days."""

    action: int
    what: str
    owner: str
    answer: str
    due: date


class Summary(Frozen):
    """Page one: it stands alone, and holds no single agency's view.

    `where_we_stand` is at most five sentences; `decisions` what the board is asked to agree;
    `next_steps` those of the next 30 days; `meetings` when the partnership meets.
    """

    where_we_stand: tuple[str, ...]
    shortfalls: tuple[ShortfallLine, ...]
    decisions: tuple[str, ...]
    next_steps: tuple[NextStep, ...]
    meetings: tuple[str, ...]


class AgencyLine(Frozen):
    """Who takes part. No person is named in a report: roles only."""

    name: str
    types: tuple[str, ...]
    role: str
    observer: bool


class MeetingLine(Frozen):
    """A meeting and the agencies that were there."""

    held_on: date
    present: tuple[str, ...]


class SourceLine(Frozen):
    """A source that statements cite."""

    code: str
    title: str
    publisher: str
    dated: str
    link: str
    note: str


class ReturningLine(Frozen):
    """By what an action is known when the workbook comes back."""

    number: int
    action_id: str


class Returning(Frozen):
    """By what the workbook is known when it comes back; no reader's words."""

    partnership_id: str
    assessment_id: str
    actions: tuple[ReturningLine, ...]


class Report(Frozen):
    """The whole of it, in the order in which it is read.

    `copy_for` is the first line of every format, `left_out` what this copy does not hold.
    `returning` is there in copies whose workbook comes back.
    """

    audience: Audience
    copy_for: str
    left_out: tuple[str, ...]
    area: str
    authorities: tuple[str, ...]
    probation_region: str
    title: str
    marking: str
    stage: str
    made_at: datetime
    today: date
    statements_name: str
    statements_version: str
    wording_notice: str
    scale: tuple[LevelLine, ...]
    in_scope: int
    total: int
    scope_words: str
    rated: int
    summary: Summary
    domains: tuple[DomainSection, ...]
    actions: tuple[ActionLine, ...]
    on_time: tuple[OnTimeLine, ...]
    evidence: tuple[EvidenceLine, ...]
    agencies: tuple[AgencyLine, ...]
    meetings: tuple[MeetingLine, ...]
    prisons: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    reviews: tuple[ReviewLine, ...] = ()
    returning: Returning | None = None

    def statements(self) -> tuple[StatementLine, ...]:
        """Every statement in scope, in order."""
        return tuple(line for domain in self.domains for line in domain.statements)

    def holds(self, kind: type[Frozen], field: str) -> bool:
        """Whether this copy may hold a field, such as a statement's `different_views`.

        A format leaves out the column or heading of what it may not hold: an empty one would say
        that there was nothing.
        """
        return given(self.audience, kind.__name__, field)
