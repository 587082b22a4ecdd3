"""Who may see what is held, and who may remove it."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_see_holdings(actor: Actor) -> None:
    """Everyone who may open the assessment may know what is held: the page names no one."""
    if actor.role not in Role:
        raise Refused("Only people who take part can see what is held.")


def check_user_can_remove(actor: Actor) -> None:
    """Raises Refused unless the person leads the assessment."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can remove texts, names or assessments.")


def user_can_remove(actor: Actor) -> bool:
    """Whether the panels are shown; the same rule as the act."""
    return actor.role is Role.LEAD
