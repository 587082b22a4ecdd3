"""Who may make the folder."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_finish(actor: Actor) -> None:
    """Raises Refused unless the person leads: the folder holds every agency's own page."""
    if not user_can_finish(actor):
        raise Refused("Only the lead for the assessment can make the folder.")


def user_can_finish(actor: Actor) -> bool:
    """Whether the page's button is live; the same rule as the making."""
    return actor.role is Role.LEAD
