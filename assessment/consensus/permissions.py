"""Who may record what the room agrees."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status


OPEN = frozenset({Status.PREPARING, Status.CONSENSUS})
CLOSED_WORDS = (
    "This assessment is agreed, so its ratings stand. "
    "Reopen it from the results page to change one; the reopening is recorded."
)


def check_user_can_record_rating(actor: Actor, status: Status) -> None:
    """Raises Refused unless the lead is at work on an assessment that is not yet agreed."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can record what the room agrees.")
    if status not in OPEN:
        raise Refused(CLOSED_WORDS)


def user_can_record_rating(actor: Actor, status: Status) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD and status in OPEN


def check_user_can_record_different_view(actor: Actor) -> None:
    """Raises Refused unless the person leads. A different view can come late, also when agreed."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can record a different view.")


def user_can_record_different_view(actor: Actor) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD
