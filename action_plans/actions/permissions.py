"""Who may change the action plan."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_edit_actions(actor: Actor) -> None:
    """Raises Refused unless the person leads the assessment."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can change the action plan.")


def user_can_edit_actions(actor: Actor) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD
