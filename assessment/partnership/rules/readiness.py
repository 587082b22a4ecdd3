"""What is ready and what is still to be done before the meeting, in words fit for a projector.

Every line speaks of the arrangement, never of a person's rank. An absent NDTMS team is no failing:
the guidance asks for it where possible.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from assessment.access.frozen import Frozen
from assessment.access.wording import counted, listed, long_date
from assessment.bank.model import AgencyType
from assessment.partnership.model import (
    Agency,
    Assessment,
    CanCommit,
    Meeting,
    Prison,
)
from assessment.partnership.rules.scope import SessionPlan
from assessment.partnership.rules.suggestions import core_only, suggested, wished_for


class ReadinessLine(Frozen):
    """One point: settled or not, in a sentence, and the section of Prepare where it is set."""

    ok: bool
    words: str
    to: str


class Preparation(Frozen):
    """All that readiness looks at."""

    assessment: Assessment
    prisons: tuple[Prison, ...]
    agencies: tuple[Agency, ...]
    meetings: tuple[Meeting, ...]
    types: tuple[AgencyType, ...]
    plan: SessionPlan
    statements: int


def lines(preparation: Preparation) -> tuple[ReadinessLine, ...]:
    """Every point, in the order of the sections."""
    return (
        _prisons(preparation.prisons),
        *_invited(preparation.types, preparation.agencies),
        *_representatives(preparation.agencies),
        *_commitment(preparation.agencies),
        _lead(preparation),
        _scope(preparation.plan, preparation.statements),
        _dates(preparation.meetings, preparation.plan),
    )


def _prisons(prisons: Sequence[Prison]) -> ReadinessLine:
    if not prisons:
        words = "No prison is named yet. A rating can say which prison it is about."
        return ReadinessLine(ok=False, words=words, to="area")
    outside = sum(not prison.in_area for prison in prisons)
    where = f", {outside} of them outside the area" if outside else ""
    words = f"{counted(len(prisons), 'prison')} named{where}."
    return ReadinessLine(ok=True, words=words, to="area")


def _invited(types: Sequence[AgencyType], agencies: Sequence[Agency]) -> Iterator[ReadinessLine]:
    core = core_only(types)
    missing = suggested(core, agencies)
    if missing:
        words = f"Not on the list yet, from the guidance’s core: {listed(_names(missing))}."
    else:
        words = f"All {len(core)} kinds of core agency in the guidance are on the list."
    yield ReadinessLine(ok=not missing, words=words, to="agencies")
    for kind in suggested(wished_for(types), agencies):
        yield ReadinessLine(
            ok=True,
            words=f"{kind.short}: not on the list. The guidance asks for it where possible, "
            "so you can go on without.",
            to="agencies",
        )


def _representatives(agencies: Sequence[Agency]) -> Iterator[ReadinessLine]:
    unnamed = [agency.name for agency in agencies if not (agency.role or agency.observer)]
    if unnamed:
        words = f"Who speaks for it is not set yet: {listed(unnamed)}."
        yield ReadinessLine(ok=False, words=words, to="agencies")
    elif agencies:
        words = "Every agency’s representative is set."
        yield ReadinessLine(ok=True, words=words, to="agencies")


def _commitment(agencies: Sequence[Agency]) -> Iterator[ReadinessLine]:
    asked = [agency for agency in agencies if not agency.observer]
    for agency in asked:
        if agency.can_commit is CanCommit.MUST_CHECK:
            with_whom = f" with {agency.check_with}" if agency.check_with else ""
            words = f"{agency.name} needs to check{with_whom} before committing staff time."
            yield ReadinessLine(ok=False, words=words, to="agencies")
    unknown = [a.name for a in asked if a.can_commit is CanCommit.NOT_KNOWN]
    if unknown:
        words = f"Not known yet whether staff time can be committed: {listed(unknown)}."
        yield ReadinessLine(ok=False, words=words, to="agencies")


def _lead(preparation: Preparation) -> ReadinessLine:
    assessment = preparation.assessment
    named = _name_of(assessment.lead_agency_id, preparation.agencies)
    who = ", ".join(part for part in (assessment.lead_role, named) if part)
    words = (
        f"Lead for the assessment: {who}." if who else "No lead for the assessment is named yet."
    )
    return ReadinessLine(ok=bool(who), words=words, to="agencies")


def _scope(plan: SessionPlan, statements: int) -> ReadinessLine:
    if not plan.statements:
        return ReadinessLine(ok=False, words=plan.words, to="scope")
    words = f"{plan.statements} of {statements} statements in scope: {plan.time}."
    return ReadinessLine(ok=True, words=words, to="scope")


def _dates(meetings: Sequence[Meeting], plan: SessionPlan) -> ReadinessLine:
    if not meetings:
        return ReadinessLine(ok=False, words="No meeting has a date yet.", to="meetings")
    held = _days(meeting.held_on for meeting in meetings)
    if len(meetings) < plan.sessions:
        have = "has a date" if len(meetings) == 1 else "have dates"
        words = f"{plan.sessions} sessions are needed; {len(meetings)} {have}: {held}."
        return ReadinessLine(ok=False, words=words, to="meetings")
    what = "Meeting" if len(meetings) == 1 else "Meetings"
    return ReadinessLine(ok=True, words=f"{what} on {held}.", to="meetings")


def _days(days: Iterable[date]) -> str:
    return listed([long_date(day) for day in sorted(days)])


def _names(types: Iterable[AgencyType]) -> list[str]:
    return [kind.short for kind in types]


def _name_of(agency_id: str | None, agencies: Iterable[Agency]) -> str:
    return next((agency.name for agency in agencies if agency.id == agency_id), "")
