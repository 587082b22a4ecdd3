"""What the room agrees of a statement: the rating, and how it was reached; `words` says why.

`seen` says which decision the screen showed: its `decided_at`, or None when it showed none.
Words are no decision: a colleague's sentence never stands in the way of a rating, nor the reverse.
"""

from datetime import datetime
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.consensus import store
from assessment.consensus.model import AgreedRating, HowReached
from assessment.consensus.permissions import check_user_can_record_rating
from assessment.consensus.rules.differences import agrees
from assessment.consensus.service.gathering import views_asked_for
from assessment.consensus.service.saving import found_or_begun, write
from assessment.consensus.service.showing import Coming, spread_shown, views_coming_in
from assessment.partnership import service as partnerships
from assessment.store.work import Writing
from assessment.views import service as views_service


Seen = datetime | None | Unchecked

# Ways of reaching a rating that only a person can tell.
TOLD = frozenset({HowReached.MOST_AGENCIES, HowReached.CHAIR_DECIDED})
# What is no longer true of a statement once the room takes it up and decides.
ENDED_BY_TALKING = frozenset({HowReached.DEFERRED, HowReached.WITHOUT_DISCUSSION})


def record_rating(
    desk: Desk, assessment_id: str, statement_id: str, rating: int, *, seen: Seen = UNCHECKED
) -> AgreedRating:
    """Record what the room agrees: 0 to 3, by the people of the current meeting; gives what stands.

    Raises:
        ChangedMeanwhile: another screen decided something else; nothing was changed.
        Refused: the assessment is agreed. BadInput: no statement of its set.
    """
    values = {"rating": rating, "not_applicable": False}
    return _decide(desk, assessment_id, statement_id, "agreed_rating.recorded", values, seen)


def record_unless_coming_in(
    desk: Desk, assessment_id: str, statement_id: str, rating: int, *, seen: Seen = UNCHECKED
) -> AgreedRating | Coming:
    """Record the rating and give what stands, unless first views that are being gathered would end.

    Then nothing is written, and how many of them have come is given. Raises as `record_rating`
    does.
    """
    with desk.store.writing():
        one = partnerships.assessment(desk, assessment_id)
        check_user_can_record_rating(desk.actor, one.status)
        partnerships.check_statements_here(desk, one, [statement_id])
        coming = views_coming_in(desk, assessment_id, statement_id)
        if coming is not None:
            return coming
        return record_rating(desk, assessment_id, statement_id, rating, seen=seen)


def record_agreed(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    rating: int,
    how: HowReached | None = None,
    *,
    seen: Seen = UNCHECKED,
) -> None:
    """Record the rating and how it was reached in one act; `how` is found where it is not told.

    What only people can tell and was chosen before, most agencies or the chair, stays. Otherwise:
    with different views recorded, most agencies; after a reveal in which at least two judged the
    statement and every view is this rating, all agreed; else after discussion. A spread that has
    not been shown decides nothing, so that no screen gives it away.

    Raises as `record_rating` does; ValueError for a way in which no rating is reached.
    """
    if how in ENDED_BY_TALKING:
        raise ValueError(f"no rating of the room is reached so: {how}")
    with desk.store.writing() as tx:
        row = store.rating_row(tx, assessment_id, statement_id)
        told = how or (row.how if row and row.how in TOLD else None)
        found = told or _how_reached(desk, tx, assessment_id, statement_id, rating)
        values = {"rating": rating, "not_applicable": False, "how": found}
        _decide(desk, assessment_id, statement_id, "agreed_rating.recorded", values, seen)


def record_without_discussion(
    desk: Desk, assessment_id: str, statement_id: str, rating: int
) -> None:
    """Record a rating accepted together with others; only accept_together may ask for it."""
    how = HowReached.WITHOUT_DISCUSSION
    values = {"rating": rating, "not_applicable": False, "how": how}
    _decide(desk, assessment_id, statement_id, "agreed_rating.accepted", values, UNCHECKED)


def clear_rating(
    desk: Desk, assessment_id: str, statement_id: str, *, seen: Seen = UNCHECKED
) -> None:
    """Back to not yet rated; words, evidence and views stay. Raises as `record_rating` does."""
    cleared: dict[str, Any] = {"rating": None, "not_applicable": False, "how": None}
    _decide(desk, assessment_id, statement_id, "agreed_rating.cleared", cleared, seen)


def record_how(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    how: HowReached | None,
    *,
    seen: Seen = UNCHECKED,
) -> None:
    """Record how it was reached. "Come back to this" takes no rating with it, and leaves none.

    Raises:
        BadInput: "without discussion", which only a list accepted together can say.
        Otherwise as `record_rating` does.
    """
    if how is HowReached.WITHOUT_DISCUSSION:
        raise BadInput(
            "Only statements accepted together from the agenda are agreed without discussion."
        )
    values: dict[str, Any] = {"how": how}
    if how is HowReached.DEFERRED:
        values |= {"rating": None, "not_applicable": False}
    _decide(desk, assessment_id, statement_id, "agreed_rating.how_recorded", values, seen)


def record_not_applicable(
    desk: Desk, assessment_id: str, statement_id: str, typed: Typed, *, seen: Seen = UNCHECKED
) -> None:
    """Record that the statement is not applicable here, because …; without a reason it is not.

    Where that stands already, only the reason changes.

    Raises:
        BadInput: no reason. ChangedMeanwhile, Refused: see `record_rating`.
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    what, field = "agreed_rating.not_applicable", "not_applicable_reason"
    with drafting(desk, typed) as draft:
        partnerships.at_work(desk, assessment_id, statement_id, check_user_can_record_rating)
        row = store.rating_row(draft.tx, assessment_id, statement_id)
        reason = draft.accepted("agreed_rating", row, field, limit=PARAGRAPH, needed=True)
        if not reason.strip():
            raise BadInput("Not saved yet: say in a few words why it is not applicable here.")
        if row and row.not_applicable:
            write(desk, draft.tx, row, what, {field: reason}, typed.spell)
            return
        values = {"rating": None, "not_applicable": True, field: reason}
        _decide(desk, assessment_id, statement_id, what, values, seen, typed.spell)


def let_settled_stand(desk: Desk, assessment_id: str) -> None:
    """Freeze the first views of every statement rated already, where views are asked for late.

    Whoever answers then answers after the room. Raises Refused: see `views.freeze`.
    """
    with desk.store.writing() as tx:
        for statement_id, rating in store.ratings(tx, assessment_id).items():
            if rating.rating is not None or rating.not_applicable:
                _freeze(desk, assessment_id, statement_id)


def _how_reached(
    desk: Desk, tx: Writing, assessment_id: str, statement_id: str, rating: int
) -> HowReached:
    differing = store.different_views(tx, assessment_id)
    if any(view.statement_id == statement_id for view in differing):
        return HowReached.MOST_AGENCIES
    reveal = views_service.reveal_of(desk, assessment_id, statement_id)
    if reveal is not None and reveal.spread_at is not None:
        spread = spread_shown(desk, assessment_id, statement_id)
        if agrees(spread) and spread.levels == (rating,):
            return HowReached.ALL_AGREED
    return HowReached.AFTER_DISCUSSION


def _decide(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    what: str,
    values: dict[str, Any],
    seen: Seen,
    spell: str | None = None,
) -> AgreedRating:
    """One decision of the room, given as it stands: who was there is of the current meeting."""
    with desk.store.writing() as tx:
        partnerships.at_work(desk, assessment_id, statement_id, check_user_can_record_rating)
        row = found_or_begun(desk, tx, assessment_id, statement_id)
        if all(getattr(row, name) == value for name, value in values.items()):
            return row
        columns = ("decided_at",)
        check_unmoved(tx, "agreed_rating", row, columns, seen=seen, stands=row.decided_at)
        meeting = partnerships.current_meeting(desk, assessment_id)
        whole = values | {
            "meeting_id": meeting.id if meeting else None,
            "decided_at": desk.now(),
        }
        if row.how in ENDED_BY_TALKING:
            whole.setdefault("how", None)
        if whole.get("rating") is not None or whole.get("not_applicable"):
            _freeze(desk, assessment_id, statement_id)
        return write(desk, tx, row, what, whole, spell)


def _freeze(desk: Desk, assessment_id: str, statement_id: str) -> None:
    """Once the room has decided, no view that comes is a first view any more."""
    if views_asked_for(desk, assessment_id):
        views_service.freeze(desk, assessment_id, statement_id)
