"""Who may ask for first views, give one, and open them to the room."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status
from assessment.partnership.rules.record import Part, check_is_open, is_open
from assessment.views.model import View


NOT_YOURS = (
    "This device gives the view of one agency in one assessment, and can reach nothing else. "
    "Ask the lead for the assessment for the code of the other agency."
)


def check_user_can_ask(actor: Actor) -> None:
    """Raises Refused unless the person leads: how views are asked for is the lead's."""
    if not user_can_ask(actor):
        raise Refused("Only the lead for the assessment can choose how first views are asked for.")


def user_can_ask(actor: Actor) -> bool:
    """Whether the fields of the page First views are live; the same rule as the write."""
    return actor.role is Role.LEAD


def check_user_can_give(actor: Actor, assessment_id: str, agency_id: str, status: Status) -> None:
    """Raises Refused unless the lead keys it, or a partner gives their own agency's view."""
    if actor.role is not Role.LEAD and not speaks_for(actor, assessment_id, agency_id):
        raise Refused(NOT_YOURS)
    check_is_open(Part.VIEWS, status)


def user_can_give(actor: Actor, assessment_id: str, agency_id: str, status: Status) -> bool:
    """Whether a form for this agency's view is live; the same rule as the write."""
    mine = actor.role is Role.LEAD or speaks_for(actor, assessment_id, agency_id)
    return mine and is_open(Part.VIEWS, status)


def user_can_key(actor: Actor, status: Status) -> bool:
    """Whether a grid that keys views for agencies is live: the lead's, while views are open."""
    return actor.role is Role.LEAD and is_open(Part.VIEWS, status)


def check_user_can_read_own(actor: Actor, assessment_id: str, agency_id: str) -> None:
    """Raises Refused unless the person speaks for the agency: the lead keys blind."""
    if not speaks_for(actor, assessment_id, agency_id):
        raise Refused(NOT_YOURS)


def is_from_here(actor: Actor, view: View) -> bool:
    """Whether this person may be shown, and may change, a view of their own agency.

    Whoever has an agency's code can join as it, the lead who made the codes too. So a joined device
    is shown what was given on it, and of everything else only that there is an answer.
    """
    return not actor.device_id or actor.device_id == view.device_id


def speaks_for(actor: Actor, assessment_id: str, agency_id: str) -> bool:
    """Whether this person is here for this agency, in this assessment."""
    here = (actor.assessment_id, actor.agency_id) == (assessment_id, agency_id)
    return actor.role is Role.PARTNER and here


def check_user_can_reveal(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads; views are opened until the assessment is closed."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can show the spread.")
    check_is_open(Part.VIEWS, status)


def user_can_reveal(actor: Actor, status: Status) -> bool:
    """Whether the button that shows the spread is live; the same rule as the write."""
    return actor.role is Role.LEAD and is_open(Part.VIEWS, status)
