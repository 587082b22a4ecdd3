"""What the room agrees of a statement: the rating, how it was reached, and why.

`seen` says which decision the screen showed: its `decided_at`, or None when it showed none.
Words are no decision: a colleague's sentence never stands in the way of a rating, nor the reverse.
"""

from collections.abc import Collection
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
from assessment.consensus.permissions import check_user_can_edit_words, check_user_can_record_rating
from assessment.consensus.rules.differences import agrees
from assessment.consensus.service.gathering import views_asked_for
from assessment.consensus.service.showing import Coming, spread_shown, views_coming_in
from assessment.partnership import service as partnerships
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing
from assessment.views import service as views_service


Seen = datetime | None | Unchecked

# Ways of reaching a rating that only a person can tell.
TOLD = frozenset({HowReached.MOST_AGENCIES, HowReached.CHAIR_DECIDED})
# What is no longer true of a statement once the room takes it up and decides.
ENDED_BY_TALKING = frozenset({HowReached.DEFERRED, HowReached.WITHOUT_DISCUSSION})


def record_rating(
    desk: Desk, assessment_id: str, statement_id: str, rating: int, *, seen: Seen = UNCHECKED
) -> None:
    """Record what the room agrees: 0 to 3, by the people of the current meeting.

    Raises:
        ChangedMeanwhile: another screen decided something else; nothing was changed.
        Refused: the assessment is agreed. BadInput: no statement of its set.
    """
    values = {"rating": rating, "not_applicable": False}
    _decide(desk, assessment_id, statement_id, "agreed_rating.recorded", values, seen)


def record_unless_coming_in(
    desk: Desk, assessment_id: str, statement_id: str, rating: int, *, seen: Seen = UNCHECKED
) -> Coming | None:
    """Record the rating, unless that would end first views that are being gathered.

    Then nothing is written, and how many of them have come is given. Raises as `record_rating`
    does.
    """
    with desk.store.writing():
        one = partnerships.assessment(desk, assessment_id)
        check_user_can_record_rating(desk.actor, one.status)
        partnerships.check_statements_here(desk, one, [statement_id])
        coming = views_coming_in(desk, assessment_id, statement_id)
        if coming is None:
            record_rating(desk, assessment_id, statement_id, rating, seen=seen)
    return coming


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
            _write(desk, draft.tx, row, what, {field: reason}, typed.spell)
            return
        values = {"rating": None, "not_applicable": True, field: reason}
        _decide(desk, assessment_id, statement_id, what, values, seen, typed.spell)


def edit_words(desk: Desk, assessment_id: str, statement_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into `rationale` or `because`; open until the assessment is closed.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text. Refused, BadInput: see `at_work`.
    """
    with drafting(desk, typed) as draft:
        partnerships.at_work(desk, assessment_id, statement_id, check_user_can_edit_words)
        row = _row(desk, draft.tx, assessment_id, statement_id)
        text = draft.accepted("agreed_rating", row, field, limit=PARAGRAPH)
        what = f"agreed_rating.{field}_edited"
        _write(desk, draft.tx, row, what, {field: text}, typed.spell)


def set_words_from(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    agency_id: str | None,
    *,
    seen: str | None | Unchecked = UNCHECKED,
) -> None:
    """Say which agency will write what was left for later; open until the assessment is closed.

    Raises:
        ChangedMeanwhile: another screen chose another than the one `seen` here.
        BadInput: an agency of another area, or an observer. Refused: see `at_work`.
    """
    with desk.store.writing() as tx:
        one = partnerships.at_work(desk, assessment_id, statement_id, check_user_can_edit_words)
        partnerships.check_asked_here(desk, one.partnership_id, agency_id)
        row = _row(desk, tx, assessment_id, statement_id)
        if row.words_from != agency_id:
            column = ("words_from",)
            check_unmoved(tx, "agreed_rating", row, column, seen=seen, stands=row.words_from)
        _write(desk, tx, row, "agreed_rating.words_from_set", {"words_from": agency_id})


def set_prisons(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    prisons: Collection[str],
    seen: Collection[str] | None = None,
) -> None:
    """Say which prisons it is about or hold it back; with `seen`, by the difference to that.

    Raises:
        Refused: the assessment is agreed. BadInput: a prison of another area.
    """
    with desk.store.writing() as tx:
        one = partnerships.at_work(desk, assessment_id, statement_id, check_user_can_record_rating)
        partnerships.check_prisons_here(desk, one.partnership_id, set(prisons) - set(seen or ()))
        row = _row(desk, tx, assessment_id, statement_id)
        event = _event(desk, row, "agreed_rating.prisons_set")
        store.link_prisons(tx, row.id, prisons, event, seen)


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
) -> None:
    """One decision of the room: who was there comes from the current meeting."""
    with desk.store.writing() as tx:
        partnerships.at_work(desk, assessment_id, statement_id, check_user_can_record_rating)
        row = _row(desk, tx, assessment_id, statement_id)
        if all(getattr(row, name) == value for name, value in values.items()):
            return
        columns = ("decided_at",)
        check_unmoved(tx, "agreed_rating", row, columns, seen=seen, stands=row.decided_at)
        meeting = partnerships.current_meeting(desk, assessment_id)
        whole = values | {
            "meeting_id": meeting.id if meeting else None,
            "decided_at": desk.now(),
        }
        if row.how in ENDED_BY_TALKING:
            whole.setdefault("how", None)
        _write(desk, tx, row, what, whole, spell)
        if whole.get("rating") is not None or whole.get("not_applicable"):
            _freeze(desk, assessment_id, statement_id)


def let_settled_stand(desk: Desk, assessment_id: str) -> None:
    """Freeze the first views of every statement rated already, where views are asked for late.

    Whoever answers then answers after the room. Raises Refused: see `views.freeze`.
    """
    with desk.store.writing() as tx:
        for statement_id, rating in store.ratings(tx, assessment_id).items():
            if rating.rating is not None or rating.not_applicable:
                _freeze(desk, assessment_id, statement_id)


def _freeze(desk: Desk, assessment_id: str, statement_id: str) -> None:
    """Once the room has decided, no view that comes is a first view any more."""
    if views_asked_for(desk, assessment_id):
        views_service.freeze(desk, assessment_id, statement_id)


def _write(
    desk: Desk,
    tx: Writing,
    row: AgreedRating,
    what: str,
    values: dict[str, Any],
    spell: str | None = None,
) -> None:
    """Write what differs, and when; nothing at all when nothing differs."""
    if any(getattr(row, name) != value for name, value in values.items()):
        event = _event(desk, row, what, spell)
        store.change_rating(tx, row.id, values | {"saved_at": desk.now()}, event)


def _row(desk: Desk, tx: Writing, assessment_id: str, statement_id: str) -> AgreedRating:
    found = store.rating_row(tx, assessment_id, statement_id)
    if found is not None:
        return found
    blank = AgreedRating(
        id=desk.new_id(),
        assessment_id=assessment_id,
        statement_id=statement_id,
        saved_at=desk.now(),
    )
    return store.add_rating(tx, blank, _event(desk, blank, "agreed_rating.begun"))


def _event(desk: Desk, row: AgreedRating, what: str, spell: str | None = None) -> ActivityEvent:
    return desk.event(
        what,
        subject_table="agreed_rating",
        subject_id=row.id,
        partnership_id=partnerships.partnership_of(desk, row.assessment_id),
        assessment_id=row.assessment_id,
        spell=spell,
    )
