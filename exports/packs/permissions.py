"""Who may send packs out, and bring back what they hold."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status
from assessment.partnership.rules.record import Part, check_is_open, is_open


def check_user_can_use_packs(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads and first views are asked for.

    A pack that came back holds an agency's answers, so nobody else reads one either.
    """
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can make agency packs and read them.")
    check_is_open(Part.VIEWS, status)


def user_can_use_packs(actor: Actor, status: Status) -> bool:
    """Whether the page's buttons are live; the same rule as the act."""
    return actor.role is Role.LEAD and is_open(Part.VIEWS, status)


def check_user_can_use_reviewer_packs(actor: Actor) -> None:
    """Raises Refused unless the person leads: a reviewer pack holds a peer reviewer's own words."""
    if not user_can_use_reviewer_packs(actor):
        raise Refused("Only the lead for the assessment can make reviewer packs and read them.")


def user_can_use_reviewer_packs(actor: Actor) -> bool:
    """Whether the page's buttons are live; the same rule as the act."""
    return actor.role is Role.LEAD
