"""The tables at the back: evidence, who took part, meetings, the statements' words, sources."""

from exports.report.model import (
    AgencyLine,
    EvidenceLine,
    LevelLine,
    MeetingLine,
    Report,
    StatementLine,
)
from exports.report.paper.model import (
    Cell,
    Column,
    Fact,
    Pair,
    Table,
    Wording,
    WordingPart,
)
from exports.report.paper.parts import day, headline, joined, rating


def evidence_of(report: Report) -> Table:
    """References only: what stays with its owner, and where."""
    columns = (
        Column(head="What", share=33),
        Column(head="Whose and when", share=20),
        Column(head="Kind and how far looked at", share=17),
        Column(head="Kept at", share=30),
    )
    shown = len(columns) if report.holds(EvidenceLine, "kept") else len(columns) - 1
    return Table(
        caption="Evidence",
        columns=columns[:shown],
        rows=tuple(_evidence_row(line)[:shown] for line in report.evidence),
        empty="No evidence is recorded yet.",
    )


def _evidence_row(line: EvidenceLine) -> tuple[Pair, ...]:
    about = "; ".join(part for part in (", ".join(line.statements), joined(line.prisons)) if part)
    return (
        Pair(main=f"{line.number} {line.title}", under=f"For {about}" if about else ""),
        Pair(main=line.owner, under=day(line.dated)),
        Pair(main=line.kind, under=line.strength),
        Pair(main=line.kept, link=line.link),
    )


def agencies_of(report: Report) -> Table:
    """Roles, never people."""
    columns = (
        Column(head="Agency", share=38),
        Column(head="Kind of agency", share=34),
        Column(head="Represented by", share=28),
    )
    shown = len(columns) if report.holds(AgencyLine, "role") else len(columns) - 1
    return Table(
        caption="Who took part",
        columns=columns[:shown],
        rows=tuple(_agency_row(line)[:shown] for line in report.agencies),
        empty="No agency is recorded yet.",
    )


def _agency_row(line: AgencyLine) -> tuple[Cell, ...]:
    under = "Observer, not asked to rate" if line.observer else ""
    return (Pair(main=line.name, under=under), joined(line.types), line.role)


def meetings_of(report: Report) -> Table:
    """Each meeting and the agencies that were there, for those who are given that."""
    columns = (Column(head="Held on", share=24), Column(head="Agencies there", share=76))
    shown = len(columns) if report.holds(MeetingLine, "present") else 1
    return Table(
        caption="Meetings held",
        columns=columns[:shown],
        rows=tuple(
            (day(line.held_on), joined(line.present, "No attendance is recorded"))[:shown]
            for line in report.meetings
        ),
        empty="No meeting is recorded yet.",
    )


def wordings_of(report: Report) -> tuple[WordingPart, ...]:
    """The statements' own words: plain sentence, four levels, sources."""
    return tuple(
        WordingPart(
            title=headline(part.count.title),
            statements=tuple(_wording(line) for line in part.statements),
        )
        for part in report.domains
    )


def _wording(line: StatementLine) -> Wording:
    return Wording(
        id=line.id,
        title=headline(line.title),
        plain=line.plain,
        levels=tuple(map(_level, line.levels)),
        sources=", ".join(line.sources),
    )


def _level(level: LevelLine) -> Fact:
    symbol = rating(level.value, level.label).symbol
    return Fact(label=f"{symbol} {level.label}", lines=(level.words,) if level.words else ())


def sources_of(report: Report) -> Table:
    """What the statements rest on."""
    return Table(
        caption="Sources",
        columns=(
            Column(head="Code", share=14),
            Column(head="Source", share=50),
            Column(head="Published by", share=36),
        ),
        rows=tuple(
            (
                line.code,
                Pair(main=line.title, under=line.note, link=line.link),
                Pair(main=line.publisher, under=line.dated),
            )
            for line in report.sources
        ),
        empty="The statements cite no source.",
    )
