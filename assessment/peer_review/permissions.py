"""Who may lead a review, give a peer reviewer's rating, and open an invitation link."""

from assessment.access.actor import Actor, Role
from assessment.access.errors import Refused
from assessment.partnership.model import Status
from assessment.partnership.rules.record import CLOSED_WORDS


NOT_YOURS = (
    "This invitation is for one peer reviewer in one round, and can reach nothing else. What you "
    "saved before is safe."
)
NOT_AGREED = (
    "Another area tests agreed ratings. Record the assessment as agreed first, on the results page."
)
OVER = "This review is over, or it was taken back. What was saved before is safe."
NOT_FOR_YOU = "Only the partnership can read what its reviews by other areas found."
LEADS_TO_READ = (
    "Only the lead for the assessment reads a review by another area. What is released of it "
    "stands on the results page."
)


def check_user_can_begin_round(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads an assessment whose ratings are agreed."""
    check_user_can_lead_review(actor, status)
    if status is not Status.AGREED:
        raise Refused(NOT_AGREED)


def user_can_begin_round(actor: Actor, status: Status) -> bool:
    """Whether the button that begins a round is live; the same rule as the write."""
    return actor.role is Role.LEAD and status is Status.AGREED


def check_user_can_lead_review(actor: Actor, status: Status) -> None:
    """Raises Refused unless the person leads, until the assessment is closed."""
    if actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can change a review by another area.")
    if status is Status.CLOSED:
        raise Refused(CLOSED_WORDS)


def user_can_lead_review(actor: Actor, status: Status) -> bool:
    """Whether the fields of a round are live; the same rule as the write."""
    return actor.role is Role.LEAD and status is not Status.CLOSED


def check_user_can_read_reviews(actor: Actor) -> None:
    """Raises Refused unless the person leads: drafts, and who said what, are the partnership's.

    Whoever was given sight reads what a release decides, and nothing else of a review.
    """
    if not user_can_read_reviews(actor):
        raise Refused(LEADS_TO_READ if actor.role is Role.VIEWER else NOT_FOR_YOU)


def user_can_read_reviews(actor: Actor) -> bool:
    """Whether what reviewers wrote is on this person's screens; the same rule as the reading."""
    return actor.role is Role.LEAD


def check_user_can_read_released(actor: Actor) -> None:
    """Raises Refused unless the person belongs here: a reviewer or a device reads its own only."""
    if actor.role not in {Role.LEAD, Role.VIEWER}:
        raise Refused(NOT_FOR_YOU)


def is_reviewer(actor: Actor, assessment_id: str, reviewer_id: str) -> bool:
    """Whether this person is that peer reviewer, here for that assessment."""
    here = (actor.assessment_id, actor.reviewer_id) == (assessment_id, reviewer_id)
    return actor.role is Role.REVIEWER and here


def check_user_can_rate(actor: Actor, assessment_id: str, reviewer_id: str) -> None:
    """Raises Refused unless it is the peer reviewer: nobody rates in their place."""
    if not is_reviewer(actor, assessment_id, reviewer_id):
        raise Refused(NOT_YOURS)


def check_user_can_go_on(
    actor: Actor, assessment_id: str, reviewer_id: str, status: Status
) -> None:
    """Raises Refused unless it is the peer reviewer or the lead, until the assessment is closed.

    For what a reviewer does by their link, and the lead where it came back in a file.
    """
    if actor.role is Role.LEAD:
        check_user_can_lead_review(actor, status)
        return
    check_user_can_rate(actor, assessment_id, reviewer_id)
    if status is Status.CLOSED:
        raise Refused(OVER)


def user_can_rate(actor: Actor, assessment_id: str, reviewer_id: str) -> bool:
    """Whether a reviewer's form is live for this person; the same rule as the write."""
    return is_reviewer(actor, assessment_id, reviewer_id)


def check_user_can_see_given(actor: Actor, assessment_id: str, reviewer_id: str) -> None:
    """Raises Refused unless it is the peer reviewer, or the lead who makes their pack."""
    if actor.role is not Role.LEAD:
        check_user_can_rate(actor, assessment_id, reviewer_id)


def check_user_can_open_link(actor: Actor) -> None:
    """Raises Refused unless the person stands at a door, as nobody yet."""
    if actor.role is not Role.STRANGER:
        raise Refused("Invitation links are opened by peer reviewers, not here.")
