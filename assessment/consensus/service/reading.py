"""What there is to know of agreed ratings and different views."""

from collections.abc import Collection

from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.bank import service as bank_service
from assessment.consensus import store
from assessment.consensus.model import AgreedRating, DifferentView
from assessment.consensus.rules.finish import LeftForLater, left_for_later
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships


def ratings_of(
    desk: Desk, assessment_id: str, among: Collection[str] | None = None
) -> dict[str, AgreedRating]:
    """What is agreed so far, by statement id: of all statements, or of those `among` which."""
    with desk.store.reading() as tx:
        return store.ratings(tx, assessment_id, among)


def rating_of(desk: Desk, assessment_id: str, statement_id: str) -> AgreedRating | None:
    """What is agreed of one statement, or None."""
    with desk.store.reading() as tx:
        return store.rating_row(tx, assessment_id, statement_id)


def different_views_of(desk: Desk, assessment_id: str) -> tuple[DifferentView, ...]:
    """Every different view in use."""
    with desk.store.reading() as tx:
        return store.different_views(tx, assessment_id)


def archived_views(desk: Desk, assessment_id: str) -> tuple[DifferentView, ...]:
    """Different views that were put away."""
    with desk.store.reading() as tx:
        return store.different_views(tx, assessment_id, archived=True)


def different_view(desk: Desk, view_id: str) -> DifferentView:
    """One different view. Raises NotFound."""
    with desk.store.reading() as tx:
        view = store.different_view_row(tx, view_id)
    if view is None:
        raise NotFound("That different view is not here any more.")
    return view


def resting(desk: Desk, assessment_id: str) -> dict[str, frozenset[str]]:
    """What rests on which statements, in words: also what was put away, since it can come back."""
    with desk.store.reading():
        views = (*different_views_of(desk, assessment_id), *archived_views(desk, assessment_id))
        kept = (
            *evidence_service.register(desk, assessment_id),
            *evidence_service.archived_evidence(desk, assessment_id),
        )
        return {
            "what is agreed of it": frozenset(ratings_of(desk, assessment_id)),
            "a different view": frozenset(view.statement_id for view in views),
            "evidence": frozenset(on for item in kept for on in item.statements),
        }


def finish_later(desk: Desk, assessment_id: str) -> tuple[LeftForLater, ...]:
    """What the room left for later: missing words and evidence, for each agency."""
    bank = bank_service.bank_of(desk, partnerships.assessment(desk, assessment_id).bank_id)
    in_scope = partnerships.scope(desk, assessment_id)
    return left_for_later(
        ratings_of(desk, assessment_id),
        evidence_service.evidence_of(desk, assessment_id),
        [statement.id for statement in bank.statements if statement.id in in_scope],
    )
