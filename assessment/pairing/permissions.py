"""Who may pair the areas of a region."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_pair(actor: Actor) -> None:
    """Raises Refused unless the person leads here; a device of the room never sees other areas."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead can pair the areas of a region here.")
