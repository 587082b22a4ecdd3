"""Who may keep the evidence register, and until when."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status
from assessment.partnership.rules.record import Part, check_is_open, is_open


def check_user_can_edit_evidence(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads. Evidence may follow until the assessment is closed.

    From then on it stands, since a second kind of it turns a provisional rating firm.
    """
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can change evidence.")
    check_is_open(Part.EVIDENCE, status)


def user_can_edit_evidence(actor: Actor, status: Status) -> bool:
    """Whether the controls are live; the same rule as the write."""
    return actor.role is Role.LEAD and is_open(Part.EVIDENCE, status)
