"""Use cases of agreeing ratings. Every one saves at once; there is no Save button to forget."""

from collections.abc import Sequence
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput, ChangedMeanwhile, NotFound
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.bank import service as bank_service
from assessment.consensus import store
from assessment.consensus.model import AgreedRating, DifferentView, HowReached, Stance
from assessment.consensus.permissions import (
    check_user_can_record_different_view,
    check_user_can_record_rating,
)
from assessment.consensus.rules.finish import LeftForLater, left_for_later
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing


def ratings_of(desk: Desk, assessment_id: str) -> dict[str, AgreedRating]:
    """What is agreed so far, by statement id."""
    with desk.store.reading() as tx:
        return store.ratings(tx, assessment_id)


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


def finish_later(desk: Desk, assessment_id: str) -> tuple[LeftForLater, ...]:
    """What the room left for later: missing words and evidence, for each agency."""
    bank = bank_service.bank_of(desk, partnerships.assessment(desk, assessment_id).bank_id)
    in_scope = partnerships.scope(desk, assessment_id)
    return left_for_later(
        ratings_of(desk, assessment_id),
        evidence_service.evidence_of(desk, assessment_id),
        [statement.id for statement in bank.statements if statement.id in in_scope],
    )


def record_rating(
    desk: Desk, assessment_id: str, statement_id: str, rating: int, *, version: int | None = None
) -> None:
    """Record what the room agrees: 0 to 3, by the people of the current meeting.

    `version` is the row's version on the screen that was clicked, or None when it showed no row.

    Raises:
        ChangedMeanwhile: another screen recorded something else; nothing was changed.
    """
    _decide(
        desk,
        assessment_id,
        statement_id,
        "agreed_rating.recorded",
        {"rating": rating, "not_applicable": False},
        version=version,
    )


def clear_rating(desk: Desk, assessment_id: str, statement_id: str) -> None:
    """Back to not yet rated. Words, evidence and different views stay."""
    cleared: dict[str, Any] = {"rating": None, "not_applicable": False, "how": None}
    _decide(desk, assessment_id, statement_id, "agreed_rating.cleared", cleared)


def record_how(desk: Desk, assessment_id: str, statement_id: str, how: HowReached | None) -> None:
    """Record how it was reached. "Come back to this" takes no rating with it, and leaves none."""
    values: dict[str, Any] = {"how": how}
    if how is HowReached.DEFERRED:
        values |= {"rating": None, "not_applicable": False}
    _decide(desk, assessment_id, statement_id, "agreed_rating.how_recorded", values)


def record_not_applicable(desk: Desk, assessment_id: str, statement_id: str, typed: Typed) -> None:
    """Record that the statement is not applicable here, because …; without a reason it is not.

    Raises:
        BadInput: no reason. StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    field = "not_applicable_reason"
    with drafting(desk, typed) as draft:
        row = store.rating_row(draft.tx, assessment_id, statement_id)
        reason = draft.accepted("agreed_rating", row, field, limit=PARAGRAPH, needed=True)
        if not reason.strip():
            raise BadInput("Not saved yet: say in a few words why it is not applicable here.")
        _decide(
            desk,
            assessment_id,
            statement_id,
            "agreed_rating.not_applicable",
            {"rating": None, "not_applicable": True, field: reason},
            spell=typed.spell,
        )


def edit_words(desk: Desk, assessment_id: str, statement_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into `rationale` or `because`.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    with drafting(desk, typed) as draft:
        _check_can_record(desk, assessment_id)
        row = _row(desk, draft.tx, assessment_id, statement_id)
        before = getattr(row, field)
        text = draft.accepted("agreed_rating", row, field, limit=PARAGRAPH)
        event = _event(desk, row, f"agreed_rating.{field}_edited", spell=typed.spell)
        if text != before:
            store.change_rating(draft.tx, row.id, {field: text, "saved_at": desk.now()}, event)


def set_words_from(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str | None
) -> None:
    """Say which agency will write what was left for later."""
    with desk.store.writing() as tx:
        _check_can_record(desk, assessment_id)
        row = _row(desk, tx, assessment_id, statement_id)
        event = _event(desk, row, "agreed_rating.words_from_set")
        store.change_rating(tx, row.id, {"words_from": agency_id}, event)


def set_prisons(desk: Desk, assessment_id: str, statement_id: str, prisons: Sequence[str]) -> None:
    """Say which prisons it is about or hold it back."""
    with desk.store.writing() as tx:
        _check_can_record(desk, assessment_id)
        row = _row(desk, tx, assessment_id, statement_id)
        event = _event(desk, row, "agreed_rating.prisons_set")
        store.link_prisons(tx, row.id, prisons, event)


def record_different_view(desk: Desk, assessment_id: str, statement_id: str, agency_id: str) -> str:
    """An agency sees it differently: its view is kept beside the agreed rating. Gives its id.

    Its rating and reason follow. It can come late, also after the assessment is agreed.
    """
    check_user_can_record_different_view(desk.actor)
    now = desk.now()
    view = DifferentView(
        id=desk.new_id(),
        assessment_id=assessment_id,
        statement_id=statement_id,
        agency_id=agency_id,
        recorded_at=now,
        saved_at=now,
    )
    with desk.store.writing() as tx:
        present = store.different_views(tx, assessment_id)
        for other in present:
            if (other.statement_id, other.agency_id) == (statement_id, agency_id):
                return other.id
        store.add_different_view(tx, view, _view_event(desk, view, "different_view.recorded"))
    return view.id


def set_different_rating(
    desk: Desk, view_id: str, stance: Stance | None, rating: int | None = None
) -> None:
    """What the agency says instead: a rating, that it does not know, or not applicable here."""
    rated = rating if stance is Stance.RATED else None
    _change_view(desk, view_id, "different_view.rated", {"stance": stance, "rating": rated})


def edit_different_reason(desk: Desk, view_id: str, typed: Typed) -> None:
    """Save what was typed into the reason. Raises as accept_text does."""
    with drafting(desk, typed) as draft:
        view = different_view(desk, view_id)
        text = draft.accepted("different_view", view, "reason", limit=PARAGRAPH)
        if text != view.reason:
            what = "different_view.reason_edited"
            _change_view(desk, view_id, what, {"reason": text}, spell=typed.spell)


def put_view_away(desk: Desk, view_id: str) -> None:
    """Take a different view out of use; `put_view_back` undoes it."""
    _change_view(desk, view_id, "different_view.put_away", {"archived_at": desk.now()})


def put_view_back(desk: Desk, view_id: str) -> None:
    """Bring a different view back."""
    _change_view(desk, view_id, "different_view.put_back", {"archived_at": None})


def different_view(desk: Desk, view_id: str) -> DifferentView:
    """One different view. Raises NotFound."""
    with desk.store.reading() as tx:
        view = store.different_view_row(tx, view_id)
    if view is None:
        raise NotFound("That different view is not here any more.")
    return view


def _decide(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    what: str,
    values: dict[str, Any],
    *,
    version: int | None = None,
    spell: str | None = None,
) -> None:
    """One decision of the room: who was there comes from the current meeting."""
    with desk.store.writing() as tx:
        _check_can_record(desk, assessment_id)
        meeting = partnerships.current_meeting(desk, assessment_id)
        now = desk.now()
        whole = values | {
            "meeting_id": meeting.id if meeting else None,
            "decided_at": now,
            "saved_at": now,
        }
        row = _row(desk, tx, assessment_id, statement_id)
        if all(getattr(row, name) == value for name, value in values.items()):
            return
        if row.how is HowReached.DEFERRED:
            whole.setdefault("how", None)
        event = _event(desk, row, what, spell=spell)
        moved_on = store.change_rating(tx, row.id, whole, event, version=version)
        if moved_on:
            raise ChangedMeanwhile(moved_on.saved_at)


def _check_can_record(desk: Desk, assessment_id: str) -> None:
    """The permission, and the first rating of all moves the assessment on from preparing."""
    status = partnerships.assessment(desk, assessment_id).status
    check_user_can_record_rating(desk.actor, status)
    if status is Status.PREPARING:
        partnerships.begin_consensus(desk, assessment_id)


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


def _change_view(
    desk: Desk, view_id: str, what: str, values: dict[str, Any], spell: str | None = None
) -> None:
    check_user_can_record_different_view(desk.actor)
    view = different_view(desk, view_id)
    with desk.store.writing() as tx:
        event = _view_event(desk, view, what, spell)
        store.change_different_view(tx, view_id, values | {"saved_at": desk.now()}, event)


def _event(desk: Desk, row: AgreedRating, what: str, spell: str | None = None) -> ActivityEvent:
    return desk.event(
        what,
        subject_table="agreed_rating",
        subject_id=row.id,
        partnership_id=partnerships.partnership_of(desk, row.assessment_id),
        assessment_id=row.assessment_id,
        spell=spell,
    )


def _view_event(
    desk: Desk, view: DifferentView, what: str, spell: str | None = None
) -> ActivityEvent:
    return desk.event(
        what,
        subject_table="different_view",
        subject_id=view.id,
        partnership_id=partnerships.partnership_of(desk, view.assessment_id),
        assessment_id=view.assessment_id,
        spell=spell,
    )
