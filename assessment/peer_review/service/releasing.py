"""From drafts to what others may read: facts checked, released, closed, and told next time."""

from collections import Counter
from collections.abc import Iterable

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.peer_review import store
from assessment.peer_review.model import (
    Findings,
    Kept,
    ReviewerRating,
    ReviewRound,
    SaidLastTime,
)
from assessment.peer_review.permissions import check_user_can_lead_review
from assessment.peer_review.rules.agreement import Agreement, agreement
from assessment.peer_review.service import saving
from assessment.peer_review.service.reading import (
    moderated,
    returned_ratings,
    round_of,
    rounds,
)
from assessment.peer_review.service.refusing import check_reads, check_reads_released
from assessment.peer_review.service.setting_up import changing
from assessment.peer_review.store import findings as finding_store
from assessment.store.work import Reading


NOT_BACK = "No peer reviewer’s ratings are in yet, so there is nothing to check or release."
NOT_CHECKED = (
    "Not released: record first that the facts in what the peer reviewers wrote were checked."
)
IS_RELEASED = "This review was released, so it stands."


def check_facts(desk: Desk, round_id: str) -> None:
    """Record that the area has checked the facts in what reviewers wrote. Raises Refused."""
    with changing(desk, round_id) as (tx, one):
        if one.returned_at is None:
            raise Refused(NOT_BACK)
        what = "review_round.facts_checked"
        saving.set_values(desk, tx, one, Kept.ROUND, one, what, facts_checked_at=desk.now())


def release(desk: Desk, round_id: str) -> None:
    """From now on the board's, the region's and the public's copies hold what it found.

    Raises:
        Refused: not the lead, no ratings are in, or the facts were not checked.
    """
    with changing(desk, round_id) as (tx, one):
        if one.facts_checked_at is None:
            raise Refused(NOT_CHECKED if one.returned_at else NOT_BACK)
        if one.released_at is None:
            what = "review_round.released"
            saving.set_values(desk, tx, one, Kept.ROUND, one, what, released_at=desk.now())


def take_release_back(desk: Desk, round_id: str) -> None:
    """Undo `release` for copies made from now on; those made already cannot be called back."""
    with changing(desk, round_id) as (tx, one):
        what = "review_round.release_taken_back"
        saving.set_values(desk, tx, one, Kept.ROUND, one, what, released_at=None)


def close_round(desk: Desk, round_id: str) -> None:
    """End a round: its links open nothing from now on. `open_round_again` undoes it."""
    with changing(desk, round_id) as (tx, one):
        what = "review_round.closed"
        saving.set_values(desk, tx, one, Kept.ROUND, one, what, closed_at=desk.now())


def open_round_again(desk: Desk, round_id: str) -> None:
    """Undo `close_round`."""
    with changing(desk, round_id) as (tx, one):
        what = "review_round.opened_again"
        saving.set_values(desk, tx, one, Kept.ROUND, one, what, closed_at=None)


def set_pass_on(desk: Desk, rating_id: str, wanted: bool) -> None:
    """Say whether a strength to borrow may be passed on. Raises Refused, NotFound."""
    with desk.store.writing() as tx:
        row = saving.found_rating(tx, rating_id)
        one = saving.found_round(tx, saving.found_reviewer(tx, row.reviewer_id).round_id)
        status = partnerships.assessment(desk, one.assessment_id).status
        check_user_can_lead_review(desk.actor, status)
        what = "reviewer_rating.pass_on_set"
        saving.set_values(desk, tx, one, Kept.RATING, row, what, pass_on=wanted)


def strengths_to_pass_on(desk: Desk, round_id: str) -> tuple[ReviewerRating, ...]:
    """The ratings whose strengths may be passed on: ticked one by one, and with a shared mailbox
    to ask at; none without."""
    with desk.store.reading() as tx:
        return _to_pass_on(round_of(desk, round_id), returned_ratings(tx, round_id))


def _to_pass_on(one: ReviewRound, found: Iterable[ReviewerRating]) -> tuple[ReviewerRating, ...]:
    if not one.mailbox.strip():
        return ()
    return tuple(each for each in found if each.pass_on and each.borrow.strip())


def released_findings(desk: Desk, assessment_id: str) -> tuple[Findings, ...]:
    """What released rounds found, fit for other bodies' copies; a draft is in none of it.

    Also for whoever was given sight; raises Refused for others than they and the lead.
    """
    check_reads_released(desk)
    with desk.store.reading() as tx:
        found = [one for one in store.rounds(tx, assessment_id) if one.released_at is not None]
        return tuple(_findings(desk, tx, one) for one in found if one.archived_at is None)


def is_released(desk: Desk, challenge_id: str) -> bool:
    """Whether the round of a challenge was released. Raises as `released_findings`; NotFound."""
    check_reads_released(desk)
    with desk.store.reading() as tx:
        rating = saving.found_rating(tx, saving.found_challenge(tx, challenge_id).rating_id)
        reviewer = saving.found_reviewer(tx, rating.reviewer_id)
        return saving.found_round(tx, reviewer.round_id).released_at is not None


def findings(desk: Desk, round_id: str) -> Findings:
    """What one round found, a draft or not: for the own partnership, which marks a draft so."""
    with desk.store.reading() as tx:
        return _findings(desk, tx, round_of(desk, round_id))


def _findings(desk: Desk, tx: Reading, one: ReviewRound) -> Findings:
    ratings = returned_ratings(tx, one.id)
    counts = _counts(desk, one, ratings)
    raised = finding_store.challenges(tx, one.id)
    return Findings(
        round_id=one.id,
        number=one.number,
        released_at=one.released_at,
        same=counts[Agreement.SAME],
        higher=counts[Agreement.HIGHER],
        lower=counts[Agreement.LOWER],
        cannot_tell=counts[Agreement.CANNOT_TELL],
        challenges=len(raised),
        closed=sum(each.closed_at is not None for each in raised),
        moderated=tuple(
            each.model_copy(update={"reason": "", "present": (), "meeting_id": None})
            for each in finding_store.moderated(tx, one.id).values()
            if each.stands
        ),
        strengths=tuple((each.statement_id, each.borrow) for each in _to_pass_on(one, ratings)),
    )


def agreements(desk: Desk, round_id: str) -> dict[str, Agreement | None]:
    """How each rating that is in stands beside the area's, by the rating's id; computed now."""
    with desk.store.reading() as tx:
        one = round_of(desk, round_id)
        found = returned_ratings(tx, round_id)
        agreed = consensus.ratings_of(desk, one.assessment_id)
    own = {key: each.rating for key, each in agreed.items()}
    return {each.id: agreement(own.get(each.statement_id), each.said) for each in found}


def last_time(desk: Desk, assessment_id: str) -> dict[str, tuple[SaidLastTime, ...]]:
    """What peer reviewers said of the assessment before this one, by statement id.

    Of released rounds only, and of the latest earlier assessment of the area that has any.
    """
    check_reads(desk)
    with desk.store.reading():
        here = partnerships.assessment(desk, assessment_id)
        every = partnerships.assessments(desk, here.partnership_id)
        earlier = [
            each for each in every if (each.month, each.created_at) < (here.month, here.created_at)
        ]
        for each in sorted(earlier, key=lambda one: (one.month, one.created_at), reverse=True):
            said = _said_in(desk, each.id, each.title)
            if said:
                return said
    return {}


def _said_in(desk: Desk, assessment_id: str, title: str) -> dict[str, tuple[SaidLastTime, ...]]:
    found: dict[str, tuple[SaidLastTime, ...]] = {}
    for one in rounds(desk, assessment_id):
        if one.released_at is None:
            continue
        with desk.store.reading() as tx:
            raised = {each.rating_id: each for each in finding_store.challenges(tx, one.id)}
            ratings = returned_ratings(tx, one.id)
        set_there = moderated(desk, one.id)
        for each in ratings:
            challenge, set_as = raised.get(each.id), set_there.get(each.statement_id)
            said = SaidLastTime(
                statement_id=each.statement_id,
                reviewing_area=one.reviewing_area,
                assessment=title,
                rating=each,
                outcome=challenge.outcome if challenge and challenge.confirmed_at else None,
                moderated=set_as.rating if set_as else None,
            )
            found[each.statement_id] = (*found.get(each.statement_id, ()), said)
    return found


def _counts(
    desk: Desk, one: ReviewRound, found: tuple[ReviewerRating, ...]
) -> Counter[Agreement | None]:
    agreed = consensus.ratings_of(desk, one.assessment_id)
    own = {key: each.rating for key, each in agreed.items()}
    return Counter(agreement(own.get(each.statement_id), each.said) for each in found)
