"""Who may bring in statements or change a threshold."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_change_statements(actor: Actor) -> None:
    """Raises Refused unless the person leads the assessment."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can change the statements.")


def user_can_change_statements(actor: Actor) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD
