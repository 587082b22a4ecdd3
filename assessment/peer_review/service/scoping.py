"""Which statements a round takes."""

from collections.abc import Collection

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.bank import service as bank_service
from assessment.consensus import service as consensus
from assessment.consensus.model import AgreedRating
from assessment.partnership import service as partnerships
from assessment.peer_review import store
from assessment.peer_review.model import Kept, ReviewRound
from assessment.peer_review.rules.scope import Candidate, proposed
from assessment.peer_review.service import saving
from assessment.peer_review.service.refusing import check_reads
from assessment.views import service as views_service


GONE_OUT = (
    "This review is with the reviewing area already, so its statements stand. Begin another "
    "review to have others tested."
)


def proposal(desk: Desk, assessment_id: str) -> tuple[str, ...]:
    """The statements that the rule takes now, the most telling first; see rules.scope.

    Raises Refused for whoever does not belong here: the order follows the agreed ratings.
    """
    check_reads(desk)
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        in_scope = partnerships.scope(desk, assessment_id)
        agreed = consensus.ratings_of(desk, assessment_id)
        widths = _widths(desk, assessment_id, in_scope)
        bank = bank_service.bank_of(desk, one.bank_id)
    return proposed(
        Candidate(
            statement_id=each.id,
            safety=each.safety is not None,
            rating=_rating(agreed.get(each.id)),
            width=widths.get(each.id, 0),
        )
        for each in bank.statements
        if each.id in in_scope
    )


def propose(desk: Desk, round_id: str) -> None:
    """Make the round's statements those that the rule takes now. Raises as `set_scope`."""
    with desk.store.reading() as tx:
        assessment_id = saving.found_round(tx, round_id).assessment_id
    set_scope(desk, round_id, proposal(desk, assessment_id))


def set_scope(
    desk: Desk, round_id: str, statements: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Make these the round's statements; with `seen`, by the difference to that.

    Raises:
        Refused: not the lead, closed, or with the reviewing area already.
        BadInput: no statement of the assessment's set.
    """
    with desk.store.writing() as tx:
        one = saving.found_round(tx, round_id)
        saving.check_leads(desk, one)
        _check_not_out(one)
        assessment = partnerships.assessment(desk, one.assessment_id)
        new = set(statements) - store.statements(tx, round_id)
        partnerships.check_statements_here(desk, assessment, new)
        event = saving.event_of(desk, one, Kept.ROUND, one.id, "review_round.scope_set")
        store.link_statements(tx, round_id, statements, event, seen)


def _check_not_out(one: ReviewRound) -> None:
    if one.sent_at is not None:
        raise Refused(GONE_OUT)


def _rating(agreed: AgreedRating | None) -> int | None:
    return agreed.rating if agreed else None


def _widths(desk: Desk, assessment_id: str, among: Collection[str]) -> dict[str, int]:
    """How far first views lay apart: of revealed statements alone, since a place in the list
    would tell of the others."""
    return {
        statement_id: consensus.spread_shown(desk, assessment_id, statement_id).width or 0
        for statement_id, reveal in views_service.reveals_of(desk, assessment_id).items()
        if reveal.spread_at is not None and statement_id in among
    }
