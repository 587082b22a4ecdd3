"""Reads once what packs are made of and read against."""

from assessment.access.desk import Desk
from assessment.bank import service as bank_service
from assessment.bank.rules.digest import digest
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency, Status
from assessment.views import service as views
from exports.packs.model import Ground
from exports.packs.permissions import check_user_can_use_packs


# As much of the digest of the statements as a person can compare.
_EDITION = 16


def ground_of(desk: Desk, assessment_id: str) -> Ground:
    """The assessment as packs see it.

    Raises:
        Refused: someone other than the lead, or first views are not asked for, or it is closed.
        NotFound: no such assessment.
    """
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        check_user_can_use_packs(desk.actor, one.status)
        bank = bank_service.bank_of(desk, one.bank_id)
        asking = views.asking_of(desk, assessment_id)
        return Ground(
            area=partnerships.partnership(desk, one.partnership_id),
            assessment=one,
            bank=bank,
            edition=digest(bank)[:_EDITION],
            names_shown=asking.names_shown if asking else None,
            agencies={each.id: each for each in _agencies(desk, one.partnership_id)},
            asked=views.asked(desk, assessment_id),
            prisons=partnerships.prison_names(desk, one.partnership_id),
            titles={
                each.id: each.title for each in partnerships.assessments(desk, one.partnership_id)
            },
        )


def late_statements(desk: Desk, ground: Ground) -> frozenset[str]:
    """Statements whose first views stand: what is given on them now is a later view."""
    if ground.assessment.status in {Status.AGREED, Status.CLOSED}:
        return frozenset(one.id for one in ground.bank.statements)
    return frozenset(views.reveals_of(desk, ground.assessment.id))


def _agencies(desk: Desk, partnership_id: str) -> tuple[Agency, ...]:
    """Those in use first, in their order; then those put away, which are refused by name."""
    return (
        *partnerships.agencies(desk, partnership_id),
        *partnerships.agencies(desk, partnership_id, archived=True),
    )
