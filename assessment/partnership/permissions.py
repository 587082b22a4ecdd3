"""Who may prepare an assessment and move it on."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status
from assessment.partnership.rules.record import Part, check_is_open, is_open


def check_user_can_prepare(actor: Actor) -> None:
    """Raises Refused unless the person leads: area, agencies, scope and meetings are the lead's."""
    if not user_can_prepare(actor):
        raise Refused("Only the lead for the assessment can change how it is prepared.")


def user_can_prepare(actor: Actor) -> bool:
    """Whether the fields of the Prepare pages are live; the same rule as the write."""
    return actor.role is Role.LEAD


def check_user_can_change(actor: Actor, part: Part, status: Status) -> None:
    """Raises Refused unless the person leads and this part of the record is still open."""
    check_user_can_prepare(actor)
    check_is_open(part, status)


def user_can_change(actor: Actor, part: Part, status: Status) -> bool:
    """Whether the fields of a part of the record are live; the same rule as the write."""
    return user_can_prepare(actor) and is_open(part, status)


def check_user_can_move_assessment(actor: Actor) -> None:
    """Raises Refused unless the person leads: starting, agreeing, reopening and closing."""
    if not user_can_move_assessment(actor):
        raise Refused("Only the lead for the assessment can move it to its next stage.")


def user_can_move_assessment(actor: Actor) -> bool:
    """Whether the buttons that move an assessment are live; the same rule as the write."""
    return actor.role is Role.LEAD
