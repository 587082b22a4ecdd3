"""Who may hold a review meeting."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_hold_reviews(actor: Actor) -> None:
    """Raises Refused unless the person leads the assessment."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can hold a review meeting.")


def user_can_hold_reviews(actor: Actor) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD
