"""Who may print what is handed out."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_print(actor: Actor) -> None:
    """Raises Refused unless the person leads: sheets go from the lead to one agency each."""
    if not user_can_print(actor):
        raise Refused("Only the lead for the assessment can print what agencies are handed.")


def user_can_print(actor: Actor) -> bool:
    """Whether the page's buttons are live; the same rule as the making."""
    return actor.role is Role.LEAD
