"""Who may make the papers of a visit."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused


def check_user_can_make_visit_papers(actor: Actor) -> None:
    """Raises Refused unless the person leads: the papers go from the lead to the other area."""
    if not user_can_make_visit_papers(actor):
        raise Refused("Only the lead for the assessment can make the papers of a visit.")


def user_can_make_visit_papers(actor: Actor) -> bool:
    """Whether the page's buttons are live; the same rule as the making."""
    return actor.role is Role.LEAD
