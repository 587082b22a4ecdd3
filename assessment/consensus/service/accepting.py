"""Statements that many agree on, accepted together: shown in full first, recorded as such."""

from collections.abc import Collection

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.frozen import Frozen
from assessment.access.wording import listed
from assessment.consensus.permissions import check_user_can_lead_workshop
from assessment.consensus.rules.spread import Spread
from assessment.consensus.rules.together import rating_together
from assessment.consensus.service.agreeing import record_without_discussion
from assessment.consensus.service.gathering import Gathered, gathered
from assessment.partnership import service as partnerships
from assessment.views import service as views_service


class Together(Frozen):
    """One statement of the list, revealed: the rating its first views gave, and their spread."""

    statement_id: str
    rating: int
    spread: Spread


def together(desk: Desk, assessment_id: str) -> tuple[str, ...]:
    """The ids of statements that may be accepted together, in their order; no rating with them.

    Raises:
        Refused: someone other than the lead asks.
    """
    return tuple(one.statement_id for one in _candidates(gathered(desk, assessment_id)))


def show_together(desk: Desk, assessment_id: str) -> tuple[Together, ...]:
    """Reveal every statement of the list and give it with its ratings. It cannot be undone.

    Raises:
        Refused: someone other than the lead, or the assessment is agreed.
    """
    with desk.store.writing():
        _check(desk, assessment_id)
        found = _candidates(gathered(desk, assessment_id))
        for one in found:
            views_service.show_spread(desk, assessment_id, one.statement_id)
    return found


def accept_together(desk: Desk, assessment_id: str, ids: Collection[str]) -> tuple[Together, ...]:
    """Record the rating that their first views gave for all of these, or for none.

    What is given back was revealed and recorded as agreed without discussion.

    Raises:
        Refused: one of them may not be accepted together any more, by its name; someone other
            than the lead; or the assessment is agreed.
    """
    with desk.store.writing():
        _check(desk, assessment_id)
        room = gathered(desk, assessment_id)
        found = tuple(one for one in _candidates(room) if one.statement_id in ids)
        _check_all_there(room, set(ids) - {one.statement_id for one in found})
        for one in found:
            views_service.show_spread(desk, assessment_id, one.statement_id)
            record_without_discussion(desk, assessment_id, one.statement_id, one.rating)
    return found


def _check(desk: Desk, assessment_id: str) -> None:
    status = partnerships.assessment(desk, assessment_id).status
    check_user_can_lead_workshop(desk.actor, status)


def _check_all_there(room: Gathered, gone: Collection[str]) -> None:
    """Names the statements and never why: the reason could be an answer."""
    if gone:
        titles = {one.id: one.title for one in room.bank.statements}
        names = listed([f"{one} {titles.get(one, '')}".strip() for one in sorted(gone)])
        cannot = "cannot be accepted without discussion any more"
        raise Refused(f"{names} {cannot}. Nothing was recorded. Look at the list again.")


def _candidates(room: Gathered) -> tuple[Together, ...]:
    found = ((one, rating_together(room.facts(one))) for one in room.statements)
    return tuple(
        Together(statement_id=one.id, rating=rating, spread=room.spread(one.id))
        for one, rating in found
        if rating is not None
    )
