"""A big, realistic report: 46 statements, 40 actions, every field filled.

`sample()` marks each text with a sentinel of its own ("… §17") and gives each date its own day, so
that a test can ask whether a format shows it. `sample(marked=False)` reads as a real one would.
`flooded(text)` puts one text into every text field.
"""

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from assessment.privacy.audience import Audience
from exports.report.model import (
    ActionLine,
    AgencyLine,
    DifferentViewLine,
    DomainCount,
    DomainSection,
    EvidenceLine,
    LevelLine,
    MeetingLine,
    MoveLine,
    NextStep,
    NoteLine,
    OnTimeLine,
    Report,
    Returning,
    ReturningLine,
    ShortfallLine,
    SourceLine,
    StatementLine,
    Summary,
    ViewLine,
)
from exports.report.review_model import ModeratedLine, ReviewedLine, ReviewLine, StrengthLine


Say = Callable[[str], str]

LABELS = ("Not met", "Partly met", "Mostly met", "Fully met")
DOMAINS = (
    ("G", "Governance and assurance", 12),
    ("D", "Data management", 12),
    ("P", "Pathways and professional relationships", 11),
    ("A", "People dropping out", 11),
)
TITLES = (
    "Named accountable lead", "A shared local plan", "Treatment partners at the board table",
    "Unplanned and early releases", "Learning from deaths and near misses",
    "Referral before release", "Medication without a gap", "First appointment in three weeks",
    "Names of contacts kept up to date", "Own release pack", "Visiting staff have access",
    "Reasons people do not arrive",
)  # fmt: skip
STATEMENTS = (
    "One named senior person answers to the local partnership board for how well people are "
    "connected to treatment when they leave prison.",
    "Every person who needs treatment after release has an appointment with a named worker, in "
    "writing, before the gate opens.",
    "When somebody does not arrive, an agreed agency tries to reach them within two working days "
    "and says what it found.",
)
WHY = (
    "The role is written down and known to the core partners, but there is no deputy and the "
    "board has not had a report since March. Probation and the prison each named somebody else.",
    "The route works for planned releases. It fails on Fridays, and for people released from "
    "court, whom nobody expects.",
)
ACTIONS = (
    "Agree who issues a bridging prescription, and for how long",
    "Check how the national notification process works in this region",
    "Write a one-page role note for the lead and a deputy, and put it to the board",
    "Give every visiting worker a prison pass before the new contract starts",
    "Ask ten people on their first day out what they were told, and act on it",
)
AGENCIES = (
    "Aldermoor Council public health", "Probation Service, Aldermoor", "HMP Wexcombe",
    "Turning Tide community treatment", "Inside Health prison treatment",
    "NHS England Health and Justice", "First Day Out lived-experience group",
)  # fmt: skip
PRISONS = ("HMP Wexcombe", "HMP Stonebridge")
STATUSES = (
    ("Off track", "red", "◆"), ("At risk", "amber", "▲"), ("On track", "green", "▶"),
    ("Not started", "grey", "○"), ("Complete", "blue", "✓"),
)  # fmt: skip
FIRST_DAY = date(2026, 1, 1)


class _Maker:
    """Hands out texts and days, none of them twice when marked."""

    def __init__(self, *, marked: bool) -> None:
        self._marked = marked
        self._numbers = itertools.count(1)
        self._days = itertools.count(0)

    def say(self, text: str) -> str:
        return f"{text} §{next(self._numbers)}§" if self._marked else text

    def day(self) -> date:
        step = 1 if self._marked else 3
        return FIRST_DAY + timedelta(days=next(self._days) * step % 700)

    def statement(self, letter: str, number: int, title: str, order: int) -> StatementLine:
        # Every seventh is unrated in one of the three ways.
        rating = None if order % 7 == 6 else (order * 5 + 1) % 4
        provisional = rating == 3 and order % 8 == 2
        say = self.say
        return StatementLine(
            id=f"{letter}{number:02}",
            domain=title,
            title=say(TITLES[order % len(TITLES)]),
            statement=say(STATEMENTS[order % len(STATEMENTS)]),
            plain=say("Someone senior is in charge of this, and everybody knows who it is."),
            levels=tuple(self.level(value) for value in range(4)),
            core=order % 2 == 0,
            safety=say("medication gaps") if order % 6 == 3 else "",
            rating=rating,
            provisional=provisional,
            standing=standing(rating, provisional, order),
            how_reached=say("Agreed after discussion"),
            because=say("The chair heard all views first") if order % 5 == 0 else "",
            not_applicable_reason=say("No prison in the area holds women") if order == 6 else "",
            rationale=say(WHY[order % len(WHY)]),
            decided_on=self.day(),
            present=tuple(AGENCIES[: 4 + order % 3]),
            prisons=PRISONS[: order % 3],
            spread=say("Two say Partly met, four say Mostly met"),
            views=(self.view(order, later=False), self.view(order, later=True)),
            different_views=self.views(order),
            moderated=self.moderated(order),
            reviewed=self.reviewed(order),
            evidence=(f"E{order % 30 + 1}", f"E{order % 7 + 31}"),
            actions=(order % 40 + 1,),
            no_action_reason=say("The national work is due in April") if order % 9 == 0 else "",
            sources=("OHID23", "CDP"),
        )

    def level(self, value: int) -> LevelLine:
        words = (
            "Nobody is named, or each agency assumes that another one leads.",
            "Someone leads in practice, but the role is not written down.",
            "The lead is named in writing, but there is no deputy or no regular report.",
            "The lead and a deputy are named in writing, and the board had a report this half-year",
        )[value]
        return LevelLine(value=value, label=LABELS[value], words=self.say(words))

    def view(self, order: int, *, later: bool) -> ViewLine:
        return ViewLine(
            agency=self.say(AGENCIES[order % len(AGENCIES)]),
            said=self.say(LABELS[order % 4]),
            reason=self.say("The list of releases comes on the day."),
            people=8 if order == 3 else None,
            later=later,
        )

    def moderated(self, order: int) -> tuple[ModeratedLine, ...]:
        if order % 6 != 2:
            return ()
        return tuple(
            ModeratedLine(
                review=self.say(review),
                rating=order % 4,
                standing=self.say(LABELS[order % 4]),
                set_on=self.day(),
                because=self.say("The minutes that we found since settle it."),
                draft=draft,
            )
            for review, draft in (("Review 1", False), ("Review 2 (draft)", True))
        )

    def reviewed(self, order: int) -> tuple[ReviewedLine, ...]:
        if order % 6 != 2:
            return ()
        say = self.say
        return (
            ReviewedLine(
                review=say("Review 1"),
                reviewer=say("Commissioner, Brackley Council"),
                said=say("Partly met"),
                compared=say("Would rate lower"),
                line=say("No minutes were among what we were given"),
                comment=say("The list of who comes is from 2024."),
                question=say("Who chairs when the director is away?"),
                evidence_asked=say("Kits handed out at the gate"),
                borrow=say("The Friday call to the prison pharmacy"),
                replied_by=say("Aldermoor Council public health"),
                reply=say("We have minutes since the spring."),
                outcome=say("Accept in part"),
                outcome_reason=say("Half of it is done."),
                answer=say("Thank you, that answers it."),
            ),
        )

    def review(self, number: int, *, draft: bool) -> ReviewLine:
        say = self.say
        return ReviewLine(
            name=say(f"Review {number}"),
            by=say("Brackley"),
            state=say("Draft, facts being checked" if draft else "Released on 3 December 2026"),
            draft=draft,
            same=7,
            higher=1,
            lower=3,
            cannot_tell=1,
            challenges=4,
            closed=2,
            strengths=(StrengthLine(statement=say("P08 No gap"), words=say("The Friday call")),),
        )

    def views(self, order: int) -> tuple[DifferentViewLine, ...]:
        if order % 4:
            return ()
        reason = "We see people turned away at the gate on most Fridays; the lists come too late."
        return (
            DifferentViewLine(
                agency=AGENCIES[order % len(AGENCIES)],
                rating=LABELS[(order + 1) % 4],
                reason=self.say(reason),
                recorded_on=self.day(),
            ),
        )

    def domain(self, letter: str, title: str, size: int, first: int) -> DomainSection:
        lines = tuple(
            self.statement(letter, number, title, first + number) for number in range(1, size + 1)
        )
        return DomainSection(count=count_of(letter, title, lines), statements=lines)

    def action(self, number: int) -> ActionLine:
        word, colour, symbol = STATUSES[number * len(STATUSES) // 41]
        due = self.day()
        say = self.say
        return ActionLine(
            number=number,
            what=say(ACTIONS[number % len(ACTIONS)]),
            kind=say("Improve"),
            why=say("People arrive on a Friday with no medicine and no appointment."),
            statements=(f"G{number % 12 + 1:02}", f"P{number % 11 + 1:02}"),
            prisons=PRISONS[: number % 3],
            owner=say("Probation Service, Aldermoor: senior probation officer"),
            answer=say("Agreed by the senior probation officer, 12 November 2026"),
            supporters=tuple(say(name) for name in AGENCIES[2:4]),
            measure=say("Share of planned releases with an appointment in writing"),
            baseline=say("41 of 96"),
            target=say("90 of 96"),
            effort=say("Medium"),
            resources=say("Half a day a week of a pharmacist"),
            resources_available=say("No"),
            budget_agreed="Not known",
            cost=12_000 + number,
            funder=say("NHS England Health and Justice"),
            waiting=say("The new contract (Turning Tide community treatment)"),
            start=self.day(),
            original_due=self.day(),
            due=None if number == 7 else due,
            no_due_reason=say("Waits for the regional contract") if number == 7 else "",
            review=self.day(),
            late_from=None if word == "Complete" or number == 7 else due,
            days_overdue=None if word == "Complete" else 1000 + number,
            status=say(word),
            status_colour=colour,
            symbol=symbol,
            status_reason=say("More than a month past its date."),
            in_the_way=say("In the way: the contract is not signed"),
            priority=say("High"),
            place=None if word == "Complete" else number,
            priority_reason=say("Safety-critical, and the rating is Partly met"),
            source=say("This assessment") if number != 3 else "",  # `came_from` says it
            came_from=say("Review by Brackley, statement G02") if number == 3 else "",
            completed_on=self.day() if word == "Complete" else None,
            shown_by=say("Audit of 30 releases") if word == "Complete" else "",
            notes=number % 3,
            progress=self.notes(number),
            moves=self.moves(number),
        )

    def moves(self, number: int) -> tuple[MoveLine, ...]:
        if number % 8 != 2:
            return ()
        return (
            MoveLine(
                at=self.day(),
                said=self.say("From 1 October 2026 to 1 February 2027"),
                why=self.say("Staffing: the pharmacist's post is empty"),
            ),
        )

    def notes(self, number: int) -> tuple[NoteLine, ...]:
        return tuple(
            NoteLine(
                at=self.day(),
                by=self.say("Probation"),
                report=self.say("On track"),
                text=self.say("Met the prison pharmacy; the draft is with its governor."),
            )
            for _ in range(number % 3)
        )

    def evidence(self, number: int) -> EvidenceLine:
        return EvidenceLine(
            number=f"E{number}",
            title=self.say("Board minutes that show the report"),
            owner=self.say("Aldermoor Council"),
            kind=self.say("Process"),
            dated=self.day(),
            kept=self.say("Public health shared drive, board papers"),
            link=f"https://www.example.org/board/papers/2026/{number}",
            strength=self.say("Seen"),
            statements=(f"G{number % 12 + 1:02}", f"D{number % 12 + 1:02}"),
            prisons=PRISONS[: number % 3],
        )


def standing(rating: int | None, provisional: bool, order: int) -> str:
    """The words for how a statement stands."""
    if rating is None:
        words = {6: "Not applicable here", 13: "To come back to"}
        return words.get(order, "Not yet rated")
    return f"{LABELS[rating]}, provisional" if provisional else LABELS[rating]


def count_of(letter: str, title: str, lines: tuple[StatementLine, ...]) -> DomainCount:
    """Counts that agree with the lines."""
    stands = [line.standing for line in lines]
    return DomainCount(
        id=letter,
        title=title,
        in_scope=len(lines),
        rated=sum(line.rating is not None for line in lines),
        at_level=tuple(sum(line.rating == level for line in lines) for level in range(4)),
        provisional=sum(line.provisional for line in lines),
        not_applicable=stands.count("Not applicable here"),
        to_come_back_to=stands.count("To come back to"),
        not_yet_rated=stands.count("Not yet rated"),
    )


def _domains(maker: _Maker) -> Iterator[DomainSection]:
    first = 0
    for letter, title, size in DOMAINS:
        yield maker.domain(letter, maker.say(title), size, first)
        first += size


def _summary(maker: _Maker, domains: tuple[DomainSection, ...]) -> Summary:
    say = maker.say
    lines = [line for domain in domains for line in domain.statements]
    short = [line for line in lines if line.safety and line.rating != 3][:4]
    return Summary(
        where_we_stand=(
            say("39 of 46 statements are rated; 9 are fully met, 4 of them provisional."),
            say("Governance is strongest. People dropping out is weakest."),
            say("Four safety-critical statements fall short, and each has an action."),
            say("Of 40 actions 8 are off track, and 6 still wait for their owner's answer."),
            say("The plan is led by public health and reviewed every quarter."),
        ),
        shortfalls=tuple(
            ShortfallLine(
                id=line.id,
                title=line.title,
                safety=line.safety,
                rating=line.rating,
                provisional=line.provisional,
                standing=line.standing,
                action=say("Action 3: on track") if line is not short[1] else "",
                no_action_reason="" if line is not short[1] else say("Waits for the contract"),
            )
            for line in short
        ),
        decisions=(
            say("Who issues a bridging prescription, and for how long (P08)."),
            say("A lead and a deputy for continuity of care (G01)."),
            say("Half a day a week of a pharmacist until the new contract starts."),
        ),
        next_steps=tuple(
            NextStep(
                action=number,
                what=say(ACTIONS[number % len(ACTIONS)]),
                owner=say("Probation Service, Aldermoor"),
                answer=say("Proposed, not yet asked"),
                due=maker.day(),
            )
            for number in range(1, 5)
        ),
        meetings=(
            say("Actions are reviewed every quarter, next on 14 January 2027."),
            say("The partnership assesses itself again in November 2027."),
        ),
    )


def sample(*, marked: bool = True) -> Report:
    """A full report of an area that does not exist."""
    maker = _Maker(marked=marked)
    say = maker.say
    domains = tuple(_domains(maker))
    return Report(
        audience=Audience.OWN,
        copy_for=say("Copy for our own partnership"),
        left_out=(),
        area="Aldermoor",
        authorities=(say("Aldermoor Council"), say("Wexcombe Borough Council")),
        probation_region=say("South Central"),
        title="The assessment of November 2026",
        marking="OFFICIAL",
        stage=say("Agreed on 21 November 2026"),
        made_at=datetime(2026, 11, 22, 11, 2, 14, tzinfo=UTC),
        today=date(2026, 11, 22),
        statements_name=say("Throughcare statements"),
        statements_version=say("version 1.0"),
        wording_notice=say(
            "The wording of the statements is this toolkit's own. It is not the wording of the "
            "Office for Health Improvement and Disparities."
        ),
        scale=tuple(LevelLine(value=i, label=label, words="") for i, label in enumerate(LABELS)),
        in_scope=46,
        total=48,
        scope_words=say("All statements that the partnership chose, over two sessions"),
        rated=sum(domain.count.rated for domain in domains),
        summary=_summary(maker, domains),
        domains=domains,
        actions=tuple(maker.action(number) for number in range(1, 41)),
        on_time=tuple(
            OnTimeLine(
                whose=say(name),
                by_date=3,
                later=4,
                still=1,
                said=say("38% done by the date first set: 3 of 8 actions."),
            )
            for name in ("All actions together", *AGENCIES)
        ),
        evidence=tuple(maker.evidence(number) for number in range(1, 38)),
        agencies=tuple(
            AgencyLine(
                name=name,
                types=(say("Local authority drug and alcohol commissioner"),),
                role=say("Head of service"),
                observer=order == 5,
            )
            for order, name in enumerate(AGENCIES)
        ),
        meetings=tuple(
            MeetingLine(held_on=maker.day(), present=AGENCIES[:order]) for order in (4, 5, 6)
        ),
        prisons=PRISONS,
        out_of_scope=(say("A12 Long-term follow-up"), say("D13 Linked research data")),
        sources=tuple(_source(maker, code) for code in ("OHID23", "CDP")),
        reviews=(maker.review(1, draft=False), maker.review(2, draft=True)),
        returning=Returning(
            partnership_id="area-1",
            assessment_id="assessment-1",
            actions=tuple(
                ReturningLine(number=number, action_id=f"action-{number}")
                for number in range(1, 41)
            ),
        ),
    )


def _source(maker: _Maker, code: str) -> SourceLine:
    return SourceLine(
        code=code,
        title=maker.say("Guidance for the self-assessment tool"),
        publisher=maker.say("Office for Health Improvement and Disparities"),
        dated=maker.say("12 June 2023"),
        link=f"https://www.gov.uk/{code.lower()}",
        note=maker.say("Read in full"),
    )


def flooded(text: str) -> Report:
    """A smaller report with `text` in every text field that a person or their bank may fill.

    What stands at the head of every page takes its beginning only, as the app limits those.
    """
    kept = {"symbol", "status_colour", "number", "id", "code", "audience", "copy_for"}
    kept |= {"partnership_id", "assessment_id", "action_id"}

    def poured(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: poured(inner, key) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(poured(inner, name) for inner in value)
        return text if isinstance(value, str) and name not in kept else value

    heads = {name: text[:60] or "-" for name in ("area", "title", "marking")}
    return Report.model_validate(poured(trimmed(sample()).model_dump()) | heads)


def trimmed(report: Report) -> Report:
    """The same report with a few of each thing, for tests that need no bulk."""
    domains = tuple(
        part.model_copy(update={"statements": part.statements[:3]}) for part in report.domains[:2]
    )
    return report.model_copy(
        update={
            "domains": domains,
            "actions": report.actions[:3],
            "evidence": report.evidence[:3],
        }
    )
