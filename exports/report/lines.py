"""Rows as lines of the report: every id becomes a name, every enum its words."""

from action_plans.actions.model import (
    EFFORT_WORDS,
    KIND_WORDS,
    REPORTED_WORDS,
    SOURCE_WORDS,
    Action,
    ProgressNote,
)
from action_plans.actions.rules.holding_up import standing_in_the_way
from action_plans.actions.rules.priority import priority_of
from action_plans.actions.rules.status import WORST_FIRST, status_of
from action_plans.actions.rules.words import answer_words, owner_words
from assessment.access.wording import local_day
from assessment.bank.model import EVIDENCE_WORDS, SAFETY_WORDS, ScaleLevel, Source, Statement
from assessment.bank.rules.defaults import shown
from assessment.consensus.model import (
    HOW_WORDS,
    STANCE_WORDS,
    AgreedRating,
    DifferentView,
    HowReached,
)
from assessment.evidence.model import STRENGTH_WORDS, Evidence
from assessment.partnership.model import Agency, Meeting
from assessment.results.model import StatementResult
from assessment.views.model import ANSWER_WORDS, Answer, ShownView
from exports.report.gathered import Gathered
from exports.report.model import (
    ActionLine,
    AgencyLine,
    DifferentViewLine,
    EvidenceLine,
    LevelLine,
    MeetingLine,
    NoteLine,
    SourceLine,
    StatementLine,
    ViewLine,
)


def scale_line(level: ScaleLevel) -> LevelLine:
    """One level of the scale with its meaning."""
    return LevelLine(value=level.value, label=level.label, words=level.meaning)


def statement_line(g: Gathered, result: StatementResult) -> StatementLine:
    """A statement in scope, with what the partnership said of it."""
    statement = g.bank.statement(result.id)
    rating = g.ratings.get(result.id)
    return StatementLine(
        id=statement.id,
        domain=g.bank.domain(statement.domain).title,
        title=statement.title,
        statement=shown(statement.statement),
        plain=shown(statement.plain),
        levels=level_lines(g, statement),
        core=statement.core,
        safety=safety_words(statement),
        rating=result.rating,
        provisional=result.provisional,
        standing=f"{result.words}, provisional" if result.provisional else result.words,
        how_reached=how_words(rating),
        because=rating.because if rating and rating.how is HowReached.CHAIR_DECIDED else "",
        not_applicable_reason=rating.not_applicable_reason
        if rating and rating.not_applicable
        else "",
        rationale=rating.rationale if rating else "",
        decided_on=local_day(rating.decided_at) if rating and rating.decided_at else None,
        present=present_at(g, rating),
        prisons=g.prison_list(rating.prisons) if rating else (),
        spread=g.spread_words(result.id),
        views=tuple(shown_line(g, view) for view in g.shown.get(result.id, ())),
        different_views=tuple(
            view_line(g, view) for view in g.views if view.statement_id == result.id
        ),
        evidence=tuple(
            number for number, item in numbered_evidence(g) if result.id in item.statements
        ),
        actions=tuple(action.number for action in g.actions_on(result.id)),
        no_action_reason=g.no_action.get(result.id, ""),
        sources=statement.sources,
    )


def level_lines(g: Gathered, statement: Statement) -> tuple[LevelLine, ...]:
    """The four levels in this statement's words."""
    return tuple(
        LevelLine(value=level.value, label=level.label, words=shown(words))
        for level, words in zip(g.bank.scale, statement.levels, strict=True)
    )


def safety_words(statement: Statement) -> str:
    """Why a statement is safety-critical; nothing when it is not."""
    return SAFETY_WORDS[statement.safety] if statement.safety else ""


def how_words(rating: AgreedRating | None) -> str:
    """How a rating was reached; the reason of a chair's decision stands apart."""
    if rating is None or rating.how is None:
        return ""
    return HOW_WORDS[rating.how].removesuffix(", because …")


def present_at(g: Gathered, rating: AgreedRating | None) -> tuple[str, ...]:
    """The agencies that were there when it was decided."""
    if rating is None or rating.meeting_id is None:
        return ()
    for meeting in g.meetings:
        if meeting.id == rating.meeting_id:
            return g.agency_list(meeting.present)
    return ()


def view_line(g: Gathered, view: DifferentView) -> DifferentViewLine:
    """An agency that sees it differently."""
    if view.rating is not None:
        words = g.bank.label(view.rating)
    else:
        words = STANCE_WORDS.get(view.stance, "") if view.stance else ""
    return DifferentViewLine(
        agency=g.agency(view.agency_id),
        rating=words,
        reason=view.reason,
        recorded_on=local_day(view.recorded_at),
    )


def shown_line(g: Gathered, view: ShownView) -> ViewLine:
    """A view as the room saw it."""
    said = view.said
    return ViewLine(
        agency=g.agency(view.agency_id),
        said=ANSWER_WORDS[said] if isinstance(said, Answer) else g.bank.label(said),
        reason=view.reason,
        people=view.people,
        later=view.after_reveal,
    )


def numbered_evidence(g: Gathered) -> tuple[tuple[str, Evidence], ...]:
    """E1, E2 … in the order in which it was added."""
    return tuple((f"E{n}", item) for n, item in enumerate(g.evidence, 1))


def evidence_line(g: Gathered, number: str, item: Evidence) -> EvidenceLine:
    """A reference, with what is known of it."""
    return EvidenceLine(
        number=number,
        title=item.title,
        owner=g.agency(item.owner_agency_id),
        kind=EVIDENCE_WORDS[item.kind] if item.kind else "",
        dated=item.dated,
        kept=item.kept,
        link=item.link,
        strength=STRENGTH_WORDS[item.strength] if item.strength else "",
        statements=item.statements,
        prisons=g.prison_list(item.prisons),
    )


def action_lines(g: Gathered) -> tuple[ActionLine, ...]:
    """The plan, worst first; within a status by priority."""

    def rank(action: Action) -> tuple[object, ...]:
        state = WORST_FIRST.index(status_of(action, g.today).state)
        return (state, priority_of(action, g.footing).rank)

    return tuple(action_line(g, action) for action in sorted(g.actions, key=rank))


def action_line(g: Gathered, action: Action) -> ActionLine:
    """One action with its status, its priority and their reasons."""
    status = status_of(action, g.today)
    priority = priority_of(action, g.footing)
    return ActionLine(
        number=action.number,
        what=action.what,
        kind=KIND_WORDS[action.kind],
        why=action.why,
        statements=action.statements,
        prisons=g.prison_list(action.prisons),
        owner=owner_words(action, g.agency(action.owner_agency_id)),
        answer=answer_words(action),
        supporters=g.agency_list(action.supporters),
        measure=action.measure,
        baseline=action.baseline,
        target=action.target,
        effort=EFFORT_WORDS[action.effort] if action.effort else "",
        resources=action.resources,
        start=action.start_on,
        original_due=action.original_due_on,
        due=action.due_on,
        no_due_reason=action.no_due_reason,
        review=action.review_on,
        status=status.words,
        status_colour=status.colour,
        symbol=status.symbol,
        status_reason=status.reason,
        in_the_way=standing_in_the_way(action),
        priority=priority.words,
        priority_reason=priority.reason,
        source=SOURCE_WORDS[action.source],
        completed_on=action.completed_on,
        shown_by=action.shown_by,
        notes=tuple(note_line(note) for note in action.notes),
    )


def note_line(note: ProgressNote) -> NoteLine:
    """A progress note."""
    return NoteLine(
        at=local_day(note.at),
        by=note.said_by,
        report=REPORTED_WORDS[note.report] if note.report else "",
        text=note.text,
    )


def agency_line(g: Gathered, agency: Agency) -> AgencyLine:
    """Who takes part, by role; people's names stay in the app."""
    return AgencyLine(
        name=agency.name,
        types=tuple(g.bank.agency_type(code).name for code in agency.types if known(g, code)),
        role=agency.role,
        observer=agency.observer,
    )


def known(g: Gathered, code: str) -> bool:
    """Whether the statements of this assessment know an agency type."""
    return any(agency_type.code == code for agency_type in g.bank.agency_types)


def meeting_line(g: Gathered, meeting: Meeting) -> MeetingLine:
    """A meeting and who was there."""
    return MeetingLine(held_on=meeting.held_on, present=g.agency_list(meeting.present))


def source_line(source: Source) -> SourceLine:
    """A source that statements cite."""
    return SourceLine(**source.model_dump())
