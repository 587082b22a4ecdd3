"""Who may take everything out, and who may load it."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_copy(actor: Actor) -> None:
    """Raises Refused unless the person leads the assessment: a copy holds everything."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can make or load a complete copy.")


def user_can_copy(actor: Actor) -> bool:
    """Whether the panels are shown; the same rule as the act."""
    return actor.role is Role.LEAD
