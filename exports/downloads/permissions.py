"""Who may take files away."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.privacy.audience import Audience


ALLOWED = frozenset({Role.LEAD, Role.VIEWER})
# Their names say who reviewed, which stays with the partnership.
OF_REVIEWS = frozenset({
    "reviewer pack", "reviewer file", "visit_agenda", "feedback_letter", "feedback_letter_word",
    "strengths_to_borrow",
})  # fmt: skip


def check_user_can_download(actor: Actor) -> None:
    """Raises Refused for anyone who neither leads nor was given sight of the assessment."""
    if actor.role not in ALLOWED:
        raise Refused("Only the lead and the commissioners who were given sight can download.")


def check_user_can_make_for(actor: Actor, audience: Audience) -> None:
    """Raises Refused where a copy is not this person's to make: all but the board's are the lead's.

    Whoever makes one decides what leaves the partnership, or the area.
    """
    check_user_can_download(actor)
    if not user_can_make_for(actor, audience):
        raise Refused("Only the lead for the assessment can make a copy for others than the board.")


def user_can_make_for(actor: Actor, audience: Audience) -> bool:
    """Whether this audience is offered; the same rule as the making."""
    return actor.role is Role.LEAD or (audience is Audience.BOARD and actor.role in ALLOWED)


def user_can_download(actor: Actor) -> bool:
    """Whether the buttons are live; the same rule as the making."""
    return actor.role in ALLOWED


def user_can_read_name(actor: Actor, kind: str) -> bool:
    """Whether this person is told the names of the files of a kind that left."""
    return actor.role is Role.LEAD or kind not in OF_REVIEWS
