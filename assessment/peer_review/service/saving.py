"""The ways of saving that rounds, reviewers, ratings and challenges share."""

from collections.abc import Callable, Mapping
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import NotFound
from assessment.access.seen import UNCHECKED, Row, check_unmoved
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.peer_review import store
from assessment.peer_review.model import (
    Challenge,
    Kept,
    PeerReviewer,
    ReviewerRating,
    ReviewRound,
)
from assessment.peer_review.permissions import check_user_can_lead_review
from assessment.peer_review.store import findings as finding_store
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


NO_ROUND = "That review is not here. Choose one from the page Reviews by other areas."
NO_REVIEWER = "That peer reviewer is not here. Choose one from the review’s page."
NO_CHALLENGE = "That challenge is not here. Choose one from the review’s page."
NO_RATING = "That rating is not here. Choose one from the review’s page."


def found_round(tx: Reading, round_id: str) -> ReviewRound:
    """One round. Raises NotFound."""
    found = store.round_row(tx, round_id)
    if found is None:
        raise NotFound(NO_ROUND)
    return found


def found_reviewer(tx: Reading, reviewer_id: str) -> PeerReviewer:
    """One reviewer. Raises NotFound."""
    found = store.reviewer_row(tx, reviewer_id)
    if found is None:
        raise NotFound(NO_REVIEWER)
    return found


def found_rating(tx: Reading, rating_id: str) -> ReviewerRating:
    """One reviewer's rating. Raises NotFound."""
    found = finding_store.rating_row(tx, rating_id)
    if found is None:
        raise NotFound(NO_RATING)
    return found


def found_challenge(tx: Reading, challenge_id: str) -> Challenge:
    """One challenge. Raises NotFound."""
    found = finding_store.challenge_row(tx, challenge_id)
    if found is None:
        raise NotFound(NO_CHALLENGE)
    return found


def check_leads(desk: Desk, one: ReviewRound) -> None:
    """Raises Refused unless this person leads the review, and its assessment is not closed."""
    status = partnerships.assessment(desk, one.assessment_id).status
    check_user_can_lead_review(desk.actor, status)


def set_values(
    desk: Desk,
    tx: Writing,
    one: ReviewRound,
    kept: Kept,
    row: Row,
    what: str,
    **values: Any,
) -> None:
    """Write what differs of a row of a round, and when; nothing at all when nothing differs."""
    if any(getattr(row, name) != value for name, value in values.items()):
        event = event_of(desk, one, kept, row.id, what)
        store.change(tx, kept, row.id, values | {"saved_at": desk.now()}, event)


def set_choice(
    desk: Desk,
    tx: Writing,
    one: ReviewRound,
    kept: Kept,
    row: Row,
    field: str,
    value: object,
    seen: object = UNCHECKED,
) -> None:
    """Save one choice; raises ChangedMeanwhile when the screen showed something else."""
    stands = getattr(row, field)
    if stands != value:
        check_unmoved(tx, kept, row, (field,), seen=seen, stands=stands)
        set_values(desk, tx, one, kept, row, f"{kept}.{field}_set", **{field: value})


def save_text(
    desk: Desk,
    kept: Kept,
    find: Callable[[Writing], tuple[ReviewRound, Any]],
    field: str,
    limit: int,
    typed: Typed,
    check: Callable[[str], None] | None = None,
) -> None:
    """Save what was typed into one text of a row that `find` gives, with its round.

    `find` asks whether the person may; `check` refuses words that cannot stand there.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    with drafting(desk, typed) as draft:
        one, row = find(draft.tx)
        text = draft.accepted(kept, row, field, limit=limit)
        if check is not None and draft.refusal is None:
            check(text)
        if text != getattr(row, field):
            event = event_of(desk, one, kept, row.id, f"{kept}.{field}_edited", typed.spell)
            values: Mapping[str, Any] = {field: text, "saved_at": desk.now()}
            store.change(draft.tx, kept, row.id, values, event)


def event_of(
    desk: Desk, one: ReviewRound, kept: Kept, row_id: str, what: str, spell: str = ""
) -> ActivityEvent:
    """The activity event of an act on a row of a round."""
    return desk.event(
        what,
        subject_table=kept,
        subject_id=row_id,
        partnership_id=partnerships.partnership_of(desk, one.assessment_id),
        assessment_id=one.assessment_id,
        spell=spell or None,
    )
