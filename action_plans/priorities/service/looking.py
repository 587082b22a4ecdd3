"""The names that the groups of the plan go by."""

from action_plans.priorities.rules.groups import Names
from assessment.access.desk import Desk
from assessment.bank import service as banks
from assessment.partnership import service as partnerships


def names_of(desk: Desk, assessment_id: str) -> Names:
    """Agencies, prisons and domains by id, in the order in which groups stand."""
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        bank = banks.bank_of(desk, one.bank_id)
        return Names(
            agencies=partnerships.agency_names(desk, one.partnership_id),
            prisons=partnerships.prison_names(desk, one.partnership_id),
            domains={domain.id: domain.title for domain in bank.domains},
            domain_of={statement.id: statement.domain for statement in bank.statements},
        )
