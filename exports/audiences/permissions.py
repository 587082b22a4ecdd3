"""Who settles what a copy says."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_settle(actor: Actor) -> None:
    """Raises Refused unless the person leads: what leaves the area is the lead's to answer for."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can decide what leaves the area.")


def user_can_settle(actor: Actor) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD
