"""What there is to know of rounds: for the partnership that is reviewed, never for reviewers."""

from assessment.access.desk import Desk
from assessment.bank import service as bank_service
from assessment.bank.model import Statement
from assessment.partnership import service as partnerships
from assessment.peer_review import store
from assessment.peer_review.model import (
    Challenge,
    Conflict,
    ModeratedRating,
    PeerReviewer,
    Question,
    ReviewerRating,
    ReviewRound,
    RoundDocument,
)
from assessment.peer_review.rules.stage import Standing, standing_of, waits_blind
from assessment.peer_review.service.refusing import check_reads
from assessment.peer_review.service.saving import (
    found_challenge,
    found_rating,
    found_reviewer,
    found_round,
)
from assessment.peer_review.store import findings as finding_store
from assessment.store.work import Reading


def rounds(desk: Desk, assessment_id: str, *, archived: bool = False) -> tuple[ReviewRound, ...]:
    """The rounds of an assessment in their order: those in use, or those put away."""
    check_reads(desk)
    with desk.store.reading() as tx:
        found = store.rounds(tx, assessment_id)
    return tuple(one for one in found if bool(one.archived_at) is archived)


def blind_waiting(desk: Desk, assessment_id: str) -> tuple[ReviewRound, ...]:
    """The rounds in which a peer reviewer is still to rate without knowing the area's ratings."""
    with desk.store.reading():
        found = rounds(desk, assessment_id)
        return tuple(one for one in found if waits_blind(one, reviewers(desk, one.id)))


def round_of(desk: Desk, round_id: str) -> ReviewRound:
    """One round, put away or not. Raises NotFound; Refused for whoever does not belong here."""
    check_reads(desk)
    with desk.store.reading() as tx:
        return found_round(tx, round_id)


def standing(desk: Desk, round_id: str) -> Standing:
    """How far a round has come, in words, and what to do next."""
    with desk.store.reading() as tx:
        one = round_of(desk, round_id)
        scope = store.statements(tx, round_id)
        answered = sum(each.answer is not None for each in conflicts(desk, round_id))
        return standing_of(
            one,
            reviewers(desk, round_id),
            len(scope),
            desk.today(),
            unanswered=len(Question) - answered,
        )


def conflicts(desk: Desk, round_id: str) -> tuple[Conflict, ...]:
    """The answers of the conflict note, in the order in which it asks."""
    check_reads(desk)
    with desk.store.reading() as tx:
        found = {one.question: one for one in store.conflicts(tx, round_id)}
    return tuple(found[question] for question in Question if question in found)


def reviewers(desk: Desk, round_id: str, *, archived: bool = False) -> tuple[PeerReviewer, ...]:
    """The peer reviewers of a round in the order added: those in use, or those put away."""
    check_reads(desk)
    with desk.store.reading() as tx:
        found = store.reviewers(tx, round_id)
    return tuple(one for one in found if bool(one.archived_at) is archived)


def scope(desk: Desk, round_id: str) -> tuple[Statement, ...]:
    """The statements of a round in the set's own order.

    No other order is kept: one by how telling a statement is would give the area's ratings away.
    """
    with desk.store.reading() as tx:
        one = round_of(desk, round_id)
        chosen = store.statements(tx, round_id)
        assessment = partnerships.assessment(desk, one.assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
    return tuple(each for each in bank.statements if each.id in chosen)


def documents(desk: Desk, round_id: str) -> dict[str, RoundDocument]:
    """How documents are shown in a round, by evidence id; one nothing was said of is absent."""
    check_reads(desk)
    with desk.store.reading() as tx:
        return store.documents(tx, round_id)


def ratings(desk: Desk, round_id: str) -> tuple[ReviewerRating, ...]:
    """The ratings of the reviewers whose ratings are in, by statement and reviewer.

    What a reviewer is still writing is nobody else's to read.
    """
    check_reads(desk)
    with desk.store.reading() as tx:
        return returned_ratings(tx, round_id)


def returned_ratings(tx: Reading, round_id: str) -> tuple[ReviewerRating, ...]:
    """The same in a transaction; it asks nobody, so it stays in this slice."""
    back = {one.id for one in store.reviewers(tx, round_id) if one.returned_at}
    return tuple(one for one in finding_store.ratings(tx, round_id) if one.reviewer_id in back)


def challenges(desk: Desk, round_id: str) -> tuple[Challenge, ...]:
    """The challenges of a round, by statement; what a reviewer is still writing is not in them."""
    check_reads(desk)
    with desk.store.reading() as tx:
        return tuple(as_sent(one) for one in finding_store.challenges(tx, round_id))


def as_sent(one: Challenge) -> Challenge:
    """A challenge as others than its reviewer read it: an answer is none before it is sent."""
    return one if one.answered_at else one.model_copy(update={"answer": ""})


def challenge_of(desk: Desk, challenge_id: str) -> tuple[Challenge, ReviewerRating, ReviewRound]:
    """One challenge with the rating that raised it and its round. Raises NotFound."""
    check_reads(desk)
    with desk.store.reading() as tx:
        found = found_challenge(tx, challenge_id)
        rating = found_rating(tx, found.rating_id)
        reviewer = found_reviewer(tx, rating.reviewer_id)
        return as_sent(found), rating, found_round(tx, reviewer.round_id)


def moderated(desk: Desk, round_id: str) -> dict[str, ModeratedRating]:
    """The moderated ratings that stand, by statement id."""
    check_reads(desk)
    with desk.store.reading() as tx:
        found = finding_store.moderated(tx, round_id)
    return {key: one for key, one in found.items() if one.stands}
