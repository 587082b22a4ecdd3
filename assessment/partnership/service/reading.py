"""What there is to know of a partnership and its assessments."""

from functools import partial

from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.bank import service as bank_service
from assessment.bank.model import AgencyType
from assessment.partnership import store
from assessment.partnership.model import (
    Agency,
    Assessment,
    Authority,
    Meeting,
    Partnership,
    Prison,
    ScopeKind,
)
from assessment.partnership.rules import asked as asked_rules
from assessment.partnership.rules import meetings as meeting_rules
from assessment.partnership.rules import readiness as readiness_rules
from assessment.partnership.rules import scope as scope_rules
from assessment.partnership.rules import status as status_rules
from assessment.partnership.rules import suggestions as suggestion_rules


def partnerships(
    desk: Desk, *, named: str = "", most: int | None = None
) -> tuple[Partnership, ...]:
    """Partnerships in use, the first made first: all, or those with `named` in their name."""
    with desk.store.reading() as tx:
        return store.partnership_rows(tx, named, most)


def areas_left(desk: Desk) -> tuple[Partnership, ...]:
    """Partnerships without an assessment, as after the last one was removed for good."""
    with desk.store.reading() as tx:
        return store.areas_left(tx)


def partnership(desk: Desk, partnership_id: str) -> Partnership:
    """One partnership. Raises NotFound."""
    with desk.store.reading() as tx:
        found = store.partnership_row(tx, partnership_id)
    if found is None:
        raise NotFound("That area is not here. Choose one from the home page.")
    return found


def partnership_of(desk: Desk, assessment_id: str) -> str:
    """The id of the partnership that an assessment belongs to. Raises NotFound."""
    return assessment(desk, assessment_id).partnership_id


def area_and_title(desk: Desk, one: Assessment) -> str:
    """Whose assessment, and which: the small line above the heading of every page of it.

    Agencies serve several areas, so the name of the assessment alone does not tell whose it is.
    """
    return f"{partnership(desk, one.partnership_id).name}. {one.title}"


def authorities(
    desk: Desk, partnership_id: str, *, archived: bool = False
) -> tuple[Authority, ...]:
    """The local authorities of an area, in the order in which they were added."""
    with desk.store.reading() as tx:
        return store.authority_rows(tx, partnership_id, archived=archived)


def prisons(desk: Desk, partnership_id: str, *, archived: bool = False) -> tuple[Prison, ...]:
    """The prisons of an area, in the order in which they were added."""
    with desk.store.reading() as tx:
        return store.prison_rows(tx, partnership_id, archived=archived)


def agencies(desk: Desk, partnership_id: str, *, archived: bool = False) -> tuple[Agency, ...]:
    """The agencies that take part, in the order in which they were added."""
    with desk.store.reading() as tx:
        return store.agency_rows(tx, partnership_id, archived=archived)


def agency(desk: Desk, agency_id: str) -> Agency:
    """One agency, put away or not. Raises NotFound."""
    with desk.store.reading() as tx:
        found = tx.once(("agency", agency_id), partial(store.agency_row, tx, agency_id))
    if found is None:
        raise NotFound("That agency is not here. Choose one from the list.")
    return found


def agencies_asked(desk: Desk, assessment_id: str) -> tuple[Agency, ...]:
    """The agencies of which a statement in scope asks something, in their order."""
    with desk.store.reading():
        one = assessment(desk, assessment_id)
        chosen = scope(desk, assessment_id)
        bank = bank_service.bank_of(desk, one.bank_id)
        everyone = agencies(desk, one.partnership_id)
    return asked_rules.asked_any([s for s in bank.statements if s.id in chosen], everyone)


def agency_names(desk: Desk, partnership_id: str) -> dict[str, str]:
    """Names by id, also of agencies put away: what was recorded of them keeps its name."""
    with desk.store.reading() as tx:
        rows = [store.agency_rows(tx, partnership_id, archived=a) for a in (False, True)]
    return {agency.id: agency.name for some in rows for agency in some}


def prison_names(desk: Desk, partnership_id: str) -> dict[str, str]:
    """Names by id, also of prisons put away."""
    with desk.store.reading() as tx:
        rows = [store.prison_rows(tx, partnership_id, archived=a) for a in (False, True)]
    return {prison.id: prison.name for some in rows for prison in some}


def suggested_agencies(desk: Desk, assessment_id: str) -> tuple[AgencyType, ...]:
    """The types in the guidance's list that no agency here has yet."""
    one = assessment(desk, assessment_id)
    types = bank_service.bank_of(desk, one.bank_id).agency_types
    return suggestion_rules.suggested(types, agencies(desk, one.partnership_id))


def assessments(desk: Desk, partnership_id: str) -> tuple[Assessment, ...]:
    """The assessments of a partnership, the newest first."""
    with desk.store.reading() as tx:
        return store.assessment_rows(tx, partnership_id)


def assessment(desk: Desk, assessment_id: str) -> Assessment:
    """One assessment. Raises NotFound."""
    with desk.store.reading() as tx:
        name = ("assessment", assessment_id)
        found = tx.once(name, partial(store.assessment_row, tx, assessment_id))
    if found is None:
        raise NotFound("That assessment is not here. Choose one from the home page.")
    return found


def scope(desk: Desk, assessment_id: str) -> frozenset[str]:
    """The ids of the statements in scope."""
    with desk.store.reading() as tx:
        one = assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, one.bank_id)
        apart = one.scope_kind is ScopeKind.CHOSEN
        chosen = store.chosen_statements(tx, assessment_id) if apart else frozenset()
    return scope_rules.in_scope(
        one.scope_kind,
        (statement.id for statement in bank.statements),
        (statement.id for statement in bank.core_statements()),
        chosen,
    )


def meetings(desk: Desk, assessment_id: str) -> tuple[Meeting, ...]:
    """The meetings of an assessment with who was there, the earliest first."""
    with desk.store.reading() as tx:
        return store.meeting_rows(tx, assessment_id)


def current_meeting(desk: Desk, assessment_id: str) -> Meeting | None:
    """The meeting that a rating made now belongs to."""
    return meeting_rules.current(meetings(desk, assessment_id), desk.today())


def chosen_statements(desk: Desk, assessment_id: str) -> frozenset[str]:
    """The chosen set, also while core or all is in scope instead."""
    with desk.store.reading() as tx:
        return store.chosen_statements(tx, assessment_id)


def session_plan(desk: Desk, assessment_id: str) -> scope_rules.SessionPlan:
    """The sessions and minutes that the statements in scope take."""
    return scope_rules.minutes(len(scope(desk, assessment_id)))


def readiness(desk: Desk, assessment_id: str) -> tuple[readiness_rules.ReadinessLine, ...]:
    """What is ready and what is still to be done, in words fit for a projector."""
    one = assessment(desk, assessment_id)
    bank = bank_service.bank_of(desk, one.bank_id)
    return readiness_rules.lines(
        readiness_rules.Preparation(
            assessment=one,
            prisons=prisons(desk, one.partnership_id),
            agencies=agencies(desk, one.partnership_id),
            meetings=meetings(desk, assessment_id),
            types=bank.agency_types,
            plan=scope_rules.minutes(len(scope(desk, assessment_id))),
            statements=len(bank.statements),
        )
    )


def agreement(desk: Desk, assessment_id: str, unrated: int) -> status_rules.Agreement:
    """What is missing before the assessment can be agreed, and the question about the unrated."""
    return status_rules.agreement(assessment(desk, assessment_id), unrated)
