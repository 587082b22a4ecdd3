"""The ways of saving that the room's decisions and their words share."""

from typing import Any

from assessment.access.desk import Desk
from assessment.consensus import store
from assessment.consensus.model import AgreedRating
from assessment.partnership import service as partnerships
from assessment.store.work import Writing


def found_or_begun(desk: Desk, tx: Writing, assessment_id: str, statement_id: str) -> AgreedRating:
    """The statement's row, begun where nothing was kept of it yet."""
    found = store.rating_row(tx, assessment_id, statement_id)
    if found is not None:
        return found
    blank = AgreedRating(
        id=desk.new_id(),
        assessment_id=assessment_id,
        statement_id=statement_id,
        saved_at=desk.now(),
    )
    return store.add_rating(tx, blank, partnerships.event_on(desk, blank, "agreed_rating.begun"))


def write(
    desk: Desk,
    tx: Writing,
    row: AgreedRating,
    what: str,
    values: dict[str, Any],
    spell: str | None = None,
) -> AgreedRating:
    """Write what differs, and when; nothing at all when nothing differs. Gives what stands then."""
    if all(getattr(row, name) == value for name, value in values.items()):
        return row
    event = partnerships.event_on(desk, row, what, spell)
    whole = values | {"saved_at": desk.now()}
    version = store.change_rating(tx, row.id, whole, event)
    return row.model_copy(update=whole | {"version": version})
