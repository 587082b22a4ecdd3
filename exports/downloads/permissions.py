"""Who may take files away."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


ALLOWED = frozenset({Role.LEAD, Role.VIEWER})


def check_user_can_download(actor: Actor) -> None:
    """Raises Refused for anyone who neither leads nor was given sight of the assessment."""
    if actor.role not in ALLOWED:
        raise Refused("Only the lead and the commissioners who were given sight can download.")


def user_can_download(actor: Actor) -> bool:
    """Whether the buttons are live; the same rule as the making."""
    return actor.role in ALLOWED
