"""Rows as lines of the report: every id becomes a name, every enum its words."""

from action_plans.actions.model import REPORTED_WORDS, DateMove, ProgressNote
from action_plans.actions.rules.words import move_words, why_moved
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
    MoveLine,
    NoteLine,
    Returning,
    ReturningLine,
    SourceLine,
    StatementLine,
    ViewLine,
)
from exports.report.reviews import moderated_lines, reviewed_lines


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
        moderated=moderated_lines(g.bank, g.reviews, result.id),
        reviewed=reviewed_lines(g.bank, g.reviews, result.id, g.agency_names),
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
    return tuple(
        ActionLine(
            **dict(row),
            progress=tuple(map(note_line, line.action.notes)),
            moves=tuple(map(move_line, line.action.moves)),
        )
        for line, row in zip(g.plan, g.plan_rows, strict=True)
    )


def returning(g: Gathered) -> Returning:
    """By what the workbook and its rows are known when it comes back."""
    return Returning(
        partnership_id=g.partnership.id,
        assessment_id=g.assessment.id,
        actions=tuple(
            ReturningLine(number=line.action.number, action_id=line.action.id) for line in g.plan
        ),
    )


def note_line(note: ProgressNote) -> NoteLine:
    """A progress note."""
    return NoteLine(
        at=local_day(note.at),
        by=note.said_by,
        report=REPORTED_WORDS[note.report] if note.report else "",
        text=note.text,
    )


def move_line(move: DateMove) -> MoveLine:
    """A move of a due date."""
    return MoveLine(at=local_day(move.at), said=move_words(move), why=why_moved(move))


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
