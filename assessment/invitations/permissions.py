"""Who may hand out codes, and who may join by one."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status


CODES_STOPPED = (
    "The ratings of this assessment are agreed, so its codes have stopped and no new ones are "
    "made. The lead can still record a different view of any agency."
)
NOT_ASKED_YET = (
    "Your code is right, but first views are not asked for yet. Try again once the lead for the "
    "assessment says so."
)
_CODES_STAND = frozenset({Status.PREPARING, Status.VIEWS, Status.CONSENSUS})


def check_user_can_invite(actor: Actor) -> None:
    """Raises Refused unless the person leads: codes and devices are the lead's."""
    if not user_can_invite(actor):
        raise Refused("Only the lead for the assessment can make codes and see who joined.")


def user_can_invite(actor: Actor) -> bool:
    """Whether the page of codes is this person's; the same rule as the write."""
    return actor.role is Role.LEAD


def check_user_can_make_codes(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads and the ratings are still open."""
    check_user_can_invite(actor)
    if status not in _CODES_STAND:
        raise Refused(CODES_STOPPED)


def user_can_make_codes(actor: Actor, status: Status) -> bool:
    """Whether the buttons that make codes are live; the same rule as the write."""
    return user_can_invite(actor) and status in _CODES_STAND


def check_user_can_join(actor: Actor) -> None:
    """Raises Refused unless the person stands at the door of the room, as nobody yet."""
    if not user_can_join(actor):
        raise Refused("Codes are typed on the devices of agencies, not here.")


def user_can_join(actor: Actor) -> bool:
    """Whether a code can be typed here; the same rule as the write."""
    return actor.role is Role.STRANGER


def check_user_can_pass_laptop(actor: Actor) -> None:
    """Raises Refused unless it is done at the lead's own laptop."""
    if not user_can_pass_laptop(actor):
        raise Refused("Only at the laptop of the lead for the assessment can turns be given.")


def user_can_pass_laptop(actor: Actor) -> bool:
    """Whether the page that passes the laptop is this person's; the same rule as the write."""
    return actor.role is Role.LEAD
