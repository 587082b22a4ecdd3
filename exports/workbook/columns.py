"""Which columns each sheet has, how wide they are, and what stands in them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from action_plans.priorities.rules.money import FunderTotal
from assessment.access.frozen import Frozen
from assessment.access.wording import listed
from assessment.ui.symbols import BLOCKS
from exports.report.model import (
    ActionLine,
    AgencyLine,
    DifferentViewLine,
    DomainCount,
    EvidenceLine,
    MeetingLine,
    MoveLine,
    NoteLine,
    OnTimeLine,
    Report,
    SourceLine,
    StatementLine,
    ViewLine,
)
from exports.report.paper.front import unrated_words
from exports.report.paper.parts import rating, rating_of
from exports.report.review_model import ModeratedLine, ReviewedLine, ReviewLine


Value = str | int | date | None
Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A head, a width in Excel's characters, and where a row's value comes from.

    `of` names the field of the report where not everyone is given it: the column goes with it.
    """

    head: str
    width: float
    value: Callable[[Row], Value]
    of: tuple[type[Frozen], str] | None = None
    style: str = "wrap"


def level_style(level: int | None, *, provisional: bool) -> str:
    """The named style of a rating's cell."""
    if level is None:
        return "unrated"
    return "provisional" if provisional else f"level{level}"


def standing_words(line: StatementLine) -> str:
    """■■□ Mostly met: the symbol and its words, as everywhere."""
    box = rating_of(line)
    return f"{box.symbol} {box.words}"


def moderated_words(line: ModeratedLine) -> str:
    """The same of a rating that was set after a review."""
    box = rating(line.rating, line.standing)
    return f"{box.symbol} {box.words}"


def yes(flag: bool) -> str:
    """A flag as a word, nothing where it is not so."""
    return "Yes" if flag else ""


def after_review(line: StatementLine) -> str:
    """Mostly met (Review 1): what the partnership said after each review."""
    return "\n".join(f"{one.standing} ({one.review})" for one in line.moderated)


NOTES: tuple[Column[tuple[ActionLine, NoteLine]], ...] = (
    Column("Action", 8, lambda pair: pair[0].number),
    Column("What", 44, lambda pair: pair[0].what),
    Column("Date", 19, lambda pair: pair[1].at),
    Column("By", 26, lambda pair: pair[1].by),
    Column("Reported", 16, lambda pair: pair[1].report),
    Column("Note", 70, lambda pair: pair[1].text),
)

MOVES: tuple[Column[tuple[ActionLine, MoveLine]], ...] = (
    Column("Action", 8, lambda pair: pair[0].number),
    Column("What", 44, lambda pair: pair[0].what),
    Column("Moved on", 19, lambda pair: pair[1].at),
    Column("How", 44, lambda pair: pair[1].said),
    Column("Why", 60, lambda pair: pair[1].why),
)

ON_TIME: tuple[Column[OnTimeLine], ...] = (
    Column("Whose", 44, lambda line: line.whose),
    Column("Done by the date first set", 14, lambda line: line.by_date),
    Column("Done after it", 12, lambda line: line.later),
    Column("Still open", 12, lambda line: line.still),
    Column("In words", 70, lambda line: line.said),
)

FUNDERS: tuple[Column[FunderTotal], ...] = (
    Column("Funder", 44, lambda f: f.funder),
    Column("Open actions", 12, lambda f: f.actions),
    Column("Asked for", 16, lambda f: f.total, style="pounds"),
    Column("Agreed", 16, lambda f: f.agreed, style="pounds"),
    Column("Not agreed", 16, lambda f: f.not_agreed, style="pounds"),
    Column("Not known", 16, lambda f: f.not_known, style="pounds"),
    Column("Without a cost", 12, lambda f: f.uncosted),
)

_STATEMENTS: tuple[Column[StatementLine], ...] = (
    Column("Id", 7, lambda s: s.id),
    Column("Statement", 30, lambda s: s.title),
    Column("Agreed rating", 25, standing_words),
    Column("How it was reached", 24, lambda s: s.how_reached, (StatementLine, "how_reached")),
    Column("Why", 50, lambda s: s.rationale),
    Column("Actions", 10, lambda s: ", ".join(map(str, s.actions))),
    Column("No action because", 26, lambda s: s.no_action_reason),
    Column("Safety-critical", 20, lambda s: s.safety),
    Column("Core", 8, lambda s: yes(s.core)),
    Column("Prisons", 24, lambda s: listed(s.prisons)),
    Column("First views", 36, lambda s: s.spread, (StatementLine, "spread")),
    Column(
        "Different views",
        11,
        lambda s: len(s.different_views),
        (StatementLine, "different_views"),
    ),
    Column("After review by another area", 30, after_review, (StatementLine, "moderated")),
    Column("Chair decided because", 26, lambda s: s.because, (StatementLine, "because")),
    Column("Not applicable because", 26, lambda s: s.not_applicable_reason),
    Column("Agreed on", 19, lambda s: s.decided_on),
    Column("In the room", 44, lambda s: listed(s.present), (StatementLine, "present")),
    Column("Domain", 30, lambda s: s.domain),
)


def statement_columns(report: Report) -> tuple[Column[StatementLine], ...]:
    """The agreed ratings with what they rest on: each piece of evidence by number and title."""
    titles = {line.number: line.title for line in report.evidence}
    evidence: Column[StatementLine] = Column("Evidence", 40, _evidence(titles))
    first, rest = _STATEMENTS[:5], _STATEMENTS[5:]
    return (*first, evidence, *rest)


def _evidence(titles: Mapping[str, str]) -> Callable[[StatementLine], str]:
    return lambda line: "\n".join(f"{one} {titles.get(one, '')}".strip() for one in line.evidence)


EVIDENCE: tuple[Column[EvidenceLine], ...] = (
    Column("No.", 7, lambda e: e.number),
    Column("What", 40, lambda e: e.title),
    Column("Whose", 28, lambda e: e.owner),
    Column("Kind", 14, lambda e: e.kind),
    Column("How far looked at", 18, lambda e: e.strength),
    Column("Dated", 19, lambda e: e.dated),
    Column("Kept at", 40, lambda e: e.kept, (EvidenceLine, "kept")),
    Column("Address", 40, lambda e: e.link, (EvidenceLine, "link")),
    Column("Statements", 18, lambda e: ", ".join(e.statements)),
    Column("Prisons", 24, lambda e: listed(e.prisons)),
)

FIRST_VIEWS: tuple[Column[tuple[StatementLine, ViewLine]], ...] = (
    Column("Statement", 36, lambda pair: f"{pair[0].id} {pair[0].title}"),
    Column("Agreed rating", 25, lambda pair: standing_words(pair[0])),
    Column("Agency", 34, lambda pair: pair[1].agency or "Names were not shown"),
    Column("Its view", 22, lambda pair: pair[1].said),
    Column("Its reason", 60, lambda pair: pair[1].reason),
    Column("People it rests on", 12, lambda pair: pair[1].people),
    Column("When", 19, lambda pair: "After the reveal" if pair[1].later else "First view"),
)

VIEWS: tuple[Column[tuple[StatementLine, DifferentViewLine]], ...] = (
    Column("Statement", 36, lambda pair: f"{pair[0].id} {pair[0].title}"),
    Column("Agreed rating", 25, lambda pair: standing_words(pair[0])),
    Column("Who sees it differently", 34, lambda pair: pair[1].agency),
    Column("Their rating", 18, lambda pair: pair[1].rating),
    Column("Their reason", 66, lambda pair: pair[1].reason),
    Column("Recorded on", 19, lambda pair: pair[1].recorded_on),
)

REVIEWS: tuple[Column[ReviewLine], ...] = (
    Column("Review", 36, lambda r: r.name),
    Column("Stage", 25, lambda r: r.state),
    Column("Same rating", 20, lambda r: r.same),
    Column("Higher", 20, lambda r: r.higher),
    Column("Lower", 20, lambda r: r.lower),
    Column("Could not be told", 20, lambda r: r.cannot_tell),
    Column("Challenges", 20, lambda r: r.challenges),
    Column("Closed", 20, lambda r: r.closed),
    Column("Strengths to borrow", 70, lambda r: strengths_words(r), (ReviewLine, "strengths")),
    Column("Reviewing area", 34, lambda r: r.by, (ReviewLine, "by")),
)

MODERATED: tuple[Column[tuple[StatementLine, ModeratedLine]], ...] = (
    Column("Statement", 36, lambda pair: f"{pair[0].id} {pair[0].title}"),
    Column("Agreed rating", 25, lambda pair: standing_words(pair[0])),
    Column("After the review", 20, lambda pair: moderated_words(pair[1])),
    Column("Which review", 20, lambda pair: pair[1].review),
    Column("Set on", 20, lambda pair: pair[1].set_on),
    Column("Why", 20, lambda pair: pair[1].because, (ModeratedLine, "because")),
)

REVIEWED: tuple[Column[tuple[StatementLine, ReviewedLine]], ...] = (
    Column("Statement", 36, lambda pair: f"{pair[0].id} {pair[0].title}"),
    Column("Agreed rating", 25, lambda pair: standing_words(pair[0])),
    Column("Review", 20, lambda pair: pair[1].review),
    Column("Peer reviewer", 30, lambda pair: pair[1].reviewer),
    Column("Their rating", 25, lambda pair: pair[1].said),
    Column("Beside ours", 20, lambda pair: pair[1].compared),
    Column("Why, in one line", 40, lambda pair: pair[1].line),
    Column("Comment", 40, lambda pair: pair[1].comment),
    Column("Question", 40, lambda pair: pair[1].question),
    Column("Evidence asked for", 40, lambda pair: pair[1].evidence_asked),
    Column("Worth borrowing", 40, lambda pair: pair[1].borrow),
    Column("Who replied", 30, lambda pair: pair[1].replied_by),
    Column("Reply", 40, lambda pair: pair[1].reply),
    Column("Outcome", 20, lambda pair: pair[1].outcome),
    Column("Why so", 40, lambda pair: pair[1].outcome_reason),
    Column("Their answer", 40, lambda pair: pair[1].answer),
)


def strengths_words(line: ReviewLine) -> str:
    """Each strength in a line of its own."""
    return "\n".join(f"{one.statement}: {one.words}" for one in line.strengths)


AGENCIES: tuple[Column[AgencyLine], ...] = (
    Column("Agency", 40, lambda a: a.name),
    Column("Kind of agency", 48, lambda a: "; ".join(a.types)),
    Column("Represented by", 34, lambda a: a.role, (AgencyLine, "role")),
    Column("Observer", 12, lambda a: yes(a.observer)),
)

MEETINGS: tuple[Column[MeetingLine], ...] = (
    Column("Held on", 40, lambda m: m.held_on),
    Column("Agencies there", 48, lambda m: listed(m.present), (MeetingLine, "present")),
)

SOURCES: tuple[Column[SourceLine], ...] = (
    Column("Code", 14, lambda s: s.code),
    Column("Source", 56, lambda s: s.title),
    Column("Published by", 36, lambda s: s.publisher),
    Column("Dated", 22, lambda s: s.dated),
    Column("Address", 44, lambda s: s.link),
    Column("Note", 40, lambda s: s.note),
)


def count_columns(labels: Iterable[str]) -> tuple[Column[DomainCount], ...]:
    """Statements in scope, rated, and at each level: one column for each level of the scale."""
    levels = tuple(
        Column(f"{BLOCKS[level]} {label}", 17, _at(level)) for level, label in enumerate(labels)
    )
    return (
        Column("Domain", 44, lambda c: c.title),
        Column("In scope", 11, lambda c: c.in_scope),
        Column("Rated", 11, lambda c: c.rated),
        *levels,
        Column("Provisional", 13, lambda c: c.provisional),
        Column("No rating", 34, unrated_words),
    )


def _at(level: int) -> Callable[[DomainCount], int]:
    return lambda count: count.at_level[level]


def wording_columns(labels: Iterable[str]) -> tuple[Column[StatementLine], ...]:
    """A statement's own words: itself, in plain words, its levels, its sources."""
    levels = tuple(
        Column(f"{BLOCKS[level]} {label}", 38, _words_at(level))
        for level, label in enumerate(labels)
    )
    return (
        Column("Id", 7, lambda s: s.id),
        Column("Title", 28, lambda s: s.title),
        Column("Statement", 44, lambda s: s.statement),
        Column("In plain words", 38, lambda s: s.plain),
        *levels,
        Column("Sources", 20, lambda s: ", ".join(s.sources)),
    )


def _words_at(level: int) -> Callable[[StatementLine], str]:
    return lambda line: next((words.words for words in line.levels if words.value == level), "")
