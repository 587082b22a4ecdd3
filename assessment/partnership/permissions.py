"""Who may prepare an assessment and move it on."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_prepare(actor: Actor) -> None:
    """Raises Refused unless the person leads: area, agencies, scope and meetings are the lead's."""
    if not user_can_prepare(actor):
        raise Refused("Only the lead for the assessment can change how it is prepared.")


def user_can_prepare(actor: Actor) -> bool:
    """Whether the fields of the Prepare pages are live; the same rule as the write."""
    return actor.role is Role.LEAD


def check_user_can_move_assessment(actor: Actor) -> None:
    """Raises Refused unless the person leads: starting, agreeing, reopening and closing."""
    if not user_can_move_assessment(actor):
        raise Refused("Only the lead for the assessment can move it to its next stage.")


def user_can_move_assessment(actor: Actor) -> bool:
    """Whether the buttons that move an assessment are live; the same rule as the write."""
    return actor.role is Role.LEAD
