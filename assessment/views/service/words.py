"""What goes with an agency's view: its reason, how sure, how many people, which prisons."""

from collections.abc import Collection
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.store.work import Writing
from assessment.views import store
from assessment.views.model import MOST_PEOPLE, Confidence, View
from assessment.views.service.giving import (
    GIVE_FIRST,
    check_is_from_here,
    is_late,
    open_to_give,
    view_event,
)


def edit_reason(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, typed: Typed
) -> None:
    """Save the short reason typed beside a view.

    Raises:
        BadInput: no answer was chosen yet. Refused: see `give`.
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    with drafting(desk, typed) as draft:
        one = open_to_give(desk, draft.tx, assessment_id, [statement_id], [agency_id])
        row = _standing(desk, draft.tx, one, statement_id, agency_id)
        text = draft.accepted("view", row, "reason", limit=PARAGRAPH)
        event = view_event(desk, one, row.id, "view.reason_edited", typed.spell)
        if text != row.reason:
            store.change_view(draft.tx, row.id, {"reason": text, "saved_at": desk.now()}, event)


def set_confidence(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, value: Confidence | None
) -> None:
    """Say how sure the agency is of the evidence. Raises as `edit_reason` does."""
    _set(desk, assessment_id, statement_id, agency_id, {"confidence": value})


def set_people(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, people: int | None
) -> None:
    """Say how many people the view rests on, 1 to 10,000. Raises as `edit_reason` does."""
    if people is not None and not 1 <= people <= MOST_PEOPLE:
        raise BadInput(f"Say how many people as a number from 1 to {MOST_PEOPLE:,}.")
    _set(desk, assessment_id, statement_id, agency_id, {"people": people})


def set_view_prisons(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    agency_id: str,
    prisons: Collection[str],
    *,
    seen: Collection[str] | None = None,
) -> None:
    """Say which prisons the view is about; see Writing.relink for `seen`.

    Raises:
        BadInput: a prison of another area. Otherwise as `edit_reason` does.
    """
    with desk.store.writing() as tx:
        one = open_to_give(desk, tx, assessment_id, [statement_id], [agency_id])
        row = _standing(desk, tx, one, statement_id, agency_id)
        partnerships.check_prisons_here(desk, one.partnership_id, prisons)
        event = view_event(desk, one, row.id, "view.prisons_set")
        store.link_prisons(tx, row.id, prisons, event, seen)


def _standing(desk: Desk, tx: Writing, one: Assessment, statement_id: str, agency_id: str) -> View:
    """The view that words belong to now. Raises BadInput while there is none of here."""
    late = is_late(tx, one, statement_id)
    row = store.view_row(tx, one.id, statement_id, agency_id, after_reveal=late)
    if row is None:
        raise BadInput(GIVE_FIRST)
    check_is_from_here(desk, row)
    return row


def _set(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, values: dict[str, Any]
) -> None:
    with desk.store.writing() as tx:
        one = open_to_give(desk, tx, assessment_id, [statement_id], [agency_id])
        row = _standing(desk, tx, one, statement_id, agency_id)
        if any(getattr(row, name) != value for name, value in values.items()):
            changed = values | {"saved_at": desk.now()}
            event = view_event(desk, one, row.id, f"view.{next(iter(values))}_set")
            store.change_view(tx, row.id, changed, event)
