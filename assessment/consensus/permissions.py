"""Who may record what the room agrees, and what may follow once it is agreed.

What is open at which status stands in one table: assessment.partnership.rules.record.
"""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status
from assessment.partnership.rules.record import Part, check_is_open, is_open


def check_user_can_record_rating(actor: Actor, status: Status) -> None:
    """Raises Refused unless the lead is at work on an assessment that is not yet agreed."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can record what the room agrees.")
    check_is_open(Part.RATINGS, status)


def user_can_record_rating(actor: Actor, status: Status) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD and is_open(Part.RATINGS, status)


def check_user_can_edit_words(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads. Words may follow until the assessment is closed."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can write why it is rated so.")
    check_is_open(Part.WORDS, status)


def user_can_edit_words(actor: Actor, status: Status) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD and is_open(Part.WORDS, status)


def check_user_can_record_different_view(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads. A different view can come late, until closed."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can record a different view.")
    check_is_open(Part.DIFFERENT_VIEWS, status)


def user_can_record_different_view(actor: Actor, status: Status) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD and is_open(Part.DIFFERENT_VIEWS, status)


def check_user_can_lead_workshop(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads, while ratings are still open."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can lead the room through its statements.")
    check_is_open(Part.RATINGS, status)


def user_can_lead_workshop(actor: Actor, status: Status) -> bool:
    """Whether the workshop's controls are live; the same rule as the write."""
    return actor.role is Role.LEAD and is_open(Part.RATINGS, status)
