"""The report of the sample, put together; and less of it, or another text in all of it."""

from datetime import UTC, date, datetime
from typing import Any

from assessment.privacy.audience import Audience
from exports.report.model import (
    AgencyLine,
    DomainSection,
    EvidenceLine,
    LevelLine,
    MeetingLine,
    NextStep,
    OnTimeLine,
    Report,
    Returning,
    ReturningLine,
    ShortfallLine,
    SourceLine,
    Summary,
)
from exports.report.review_model import ReviewLine, StrengthLine
from tests.exports.sample.maker import Maker
from tests.exports.sample.plan import action
from tests.exports.sample.statements import all_domains
from tests.exports.sample.words import ACTIONS, AGENCIES, LABELS, PRISONS


def sample(*, marked: bool = True) -> Report:
    """A full report of an area that does not exist."""
    maker = Maker(marked=marked)
    say = maker.say
    domains = tuple(all_domains(maker))
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
        actions=tuple(action(maker, number) for number in range(1, 41)),
        on_time=_on_time(maker),
        evidence=tuple(_evidence(maker, number) for number in range(1, 38)),
        agencies=_agencies(maker),
        meetings=tuple(
            MeetingLine(held_on=maker.day(), present=AGENCIES[:order]) for order in (4, 5, 6)
        ),
        prisons=PRISONS,
        out_of_scope=(say("A12 Long-term follow-up"), say("D13 Linked research data")),
        sources=tuple(_source(maker, code) for code in ("OHID23", "CDP")),
        reviews=(_review(maker, 1, draft=False), _review(maker, 2, draft=True)),
        returning=_returning(),
    )


def _on_time(maker: Maker) -> tuple[OnTimeLine, ...]:
    say = maker.say
    return tuple(
        OnTimeLine(
            whose=say(name),
            by_date=3,
            later=4,
            still=1,
            said=say("38% done by the date first set: 3 of 8 actions."),
        )
        for name in ("All actions together", *AGENCIES)
    )


def _agencies(maker: Maker) -> tuple[AgencyLine, ...]:
    say = maker.say
    return tuple(
        AgencyLine(
            name=name,
            types=(say("Local authority drug and alcohol commissioner"),),
            role=say("Head of service"),
            observer=order == 5,
        )
        for order, name in enumerate(AGENCIES)
    )


def _returning() -> Returning:
    return Returning(
        partnership_id="area-1",
        assessment_id="assessment-1",
        actions=tuple(
            ReturningLine(number=number, action_id=f"action-{number}") for number in range(1, 41)
        ),
    )


def _summary(maker: Maker, domains: tuple[DomainSection, ...]) -> Summary:
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


def _evidence(maker: Maker, number: int) -> EvidenceLine:
    return EvidenceLine(
        number=f"E{number}",
        title=maker.say("Board minutes that show the report"),
        owner=maker.say("Aldermoor Council"),
        kind=maker.say("Process"),
        dated=maker.day(),
        kept=maker.say("Public health shared drive, board papers"),
        link=f"https://www.example.org/board/papers/2026/{number}",
        strength=maker.say("Seen"),
        statements=(f"G{number % 12 + 1:02}", f"D{number % 12 + 1:02}"),
        prisons=PRISONS[: number % 3],
    )


def _review(maker: Maker, number: int, *, draft: bool) -> ReviewLine:
    say = maker.say
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


def _source(maker: Maker, code: str) -> SourceLine:
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
