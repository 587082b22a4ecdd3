"""Who may bring a plan back."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_bring_back(actor: Actor) -> None:
    """Raises Refused unless the person leads the assessment: applying a file changes the plan."""
    if not user_can_bring_back(actor):
        raise Refused("Only the lead for the assessment can read a plan that came back.")


def user_can_bring_back(actor: Actor) -> bool:
    """Whether the page's buttons are live; the same rule as the act."""
    return actor.role is Role.LEAD
