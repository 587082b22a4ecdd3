"""Actions that a reviewing area's challenge raised: how they come about, and how that is said."""

from action_plans.actions.model import Action, Source
from action_plans.actions.permissions import check_user_can_edit_actions
from action_plans.actions.rules.words import origin_words
from action_plans.actions.service.raising import raise_action
from action_plans.actions.service.reading import actions_of
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import Challenge, Outcome
from assessment.peer_review.permissions import user_can_read_reviews


NOT_CONFIRMED = (
    "No action yet: the lead confirms the agency’s reply first. Then an accepted challenge can "
    "raise one."
)
NOT_ACCEPTED = (
    "This challenge was not accepted, so no action comes of it. Take the confirmation back to "
    "decide otherwise."
)


def raise_from_challenge(
    desk: Desk, challenge_id: str, what: str, *, action_id: str = "", confirmed: bool = False
) -> str:
    """Raise an action that names the challenge it comes from; gives its id.

    The agency that replied is proposed as its owner, and is asked like any other.

    Raises:
        Refused: the reply is not confirmed, or the challenge was not accepted.
        NotFound: no such challenge. Otherwise as `raise_action`.
    """
    check_user_can_edit_actions(desk.actor)
    with desk.store.writing():
        challenge, rating, one = reviews.challenge_of(desk, challenge_id)
        check_can_raise(challenge)
        return raise_action(
            desk,
            one.assessment_id,
            [rating.statement_id],
            what,
            owner_agency_id=challenge.agency_id,
            source=Source.PEER_REVIEW,
            challenge_id=challenge_id,
            action_id=action_id,
            confirmed=confirmed,
        )


def check_can_raise(challenge: Challenge) -> None:
    """Raises Refused unless the challenge was accepted at least in part, and that is confirmed."""
    if challenge.confirmed_at is None:
        raise Refused(NOT_CONFIRMED)
    if challenge.outcome is Outcome.NOT_ACCEPTED:
        raise Refused(NOT_ACCEPTED)


def actions_of_challenge(desk: Desk, challenge_id: str) -> tuple[Action, ...]:
    """The actions that a challenge raised, by number; those put away are left out."""
    with desk.store.reading():
        _, _, one = reviews.challenge_of(desk, challenge_id)
        area = partnerships.partnership_of(desk, one.assessment_id)
        every = actions_of(desk, area)
    return tuple(action for action in every if action.challenge_id == challenge_id)


def action_origin(desk: Desk, action: Action) -> str:
    """ "Review by Brackley, statement G02"; nothing where no challenge raised it, nor for whoever
    may not read reviews."""
    if action.challenge_id is None or action.source is not Source.PEER_REVIEW:
        return ""
    if not user_can_read_reviews(desk.actor):
        return ""
    _, rating, one = reviews.challenge_of(desk, action.challenge_id)
    return origin_words(one.reviewing_area, rating.statement_id)


def is_of_a_draft(desk: Desk, action: Action) -> bool:
    """Whether it comes of a review that was not released, which other bodies hear nothing of."""
    if action.challenge_id is None or action.source is not Source.PEER_REVIEW:
        return False
    return not reviews.is_released(desk, action.challenge_id)


def source_told(desk: Desk, action: Action) -> Source | None:
    """Where the need was seen; None for whoever hears nothing of a review before its release."""
    hidden = not user_can_read_reviews(desk.actor) and is_of_a_draft(desk, action)
    return None if hidden else action.source
