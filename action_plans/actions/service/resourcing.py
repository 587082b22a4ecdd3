"""What an action takes and from whom, and what it waits for; each choice saved when it is made.

`seen` is what the screen showed; where another screen has chosen something else meanwhile, that
is kept and ChangedMeanwhile raised.
"""

from action_plans.actions.model import COST_AT_MOST, YesNo
from action_plans.actions.rules.amounts import pounds
from action_plans.actions.service.changes import Change, changing
from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.partnership import service as partnerships


def set_resources_available(
    desk: Desk, action_id: str, value: YesNo | None, *, seen: YesNo | None | Unchecked = UNCHECKED
) -> None:
    """Say whether the staff time and money are there; None for not known."""
    with changing(desk, action_id) as change:
        change.choose("action.resources_set", "resources_available", value, seen)


def set_budget_agreed(
    desk: Desk, action_id: str, value: YesNo | None, *, seen: YesNo | None | Unchecked = UNCHECKED
) -> None:
    """Say whether its budget is agreed; None for not known."""
    with changing(desk, action_id) as change:
        change.choose("action.budget_set", "budget_agreed", value, seen)


def set_cost(
    desk: Desk, action_id: str, amount: int | None, *, seen: int | None | Unchecked = UNCHECKED
) -> None:
    """Say what it costs in whole pounds; None for not known. Raises BadInput outside the range."""
    if amount is not None and not 0 <= amount <= COST_AT_MOST:
        raise BadInput(f"Not saved: a cost is between £0 and {pounds(COST_AT_MOST)}.")
    with changing(desk, action_id) as change:
        change.choose("action.cost_set", "cost_pounds", amount, seen)


def set_funder_agency(
    desk: Desk, action_id: str, agency_id: str | None, *, seen: str | None | Unchecked = UNCHECKED
) -> None:
    """Say which agency pays for it. Raises BadInput for an agency of another area."""
    with changing(desk, action_id) as change:
        _check_agency(change, "funder_agency_id", agency_id)
        change.choose("action.funder_set", "funder_agency_id", agency_id, seen)


def set_waiting_agency(
    desk: Desk, action_id: str, agency_id: str | None, *, seen: str | None | Unchecked = UNCHECKED
) -> None:
    """Say which agency it waits for. Raises BadInput for an agency of another area."""
    with changing(desk, action_id) as change:
        _check_agency(change, "waiting_agency_id", agency_id)
        change.choose("action.waiting_set", "waiting_agency_id", agency_id, seen)


def _check_agency(change: Change, field: str, agency_id: str | None) -> None:
    if agency_id != getattr(change.action, field):
        partnerships.check_agencies_here(change.desk, change.action.partnership_id, [agency_id])
