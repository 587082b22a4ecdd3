"""The reveal in its steps: first views are frozen, then the spread is shown, then who."""

from typing import Any

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.store.work import Writing
from assessment.views import store
from assessment.views.model import Reveal
from assessment.views.permissions import check_user_can_reveal


NAMES_NOT_SHOWN = (
    "It was agreed beforehand that no names are shown, and every form said so. "
    "Ask instead: what might one of us see that others can’t?"
)
SPREAD_FIRST = "Show the spread first: the shape, then a silence, then who sees it differently."


def freeze(desk: Desk, assessment_id: str, statement_id: str) -> None:
    """Let the first views of a statement stand as they are, without showing them.

    For a rating that the room records before any reveal. Raises Refused: see `show_spread`.
    """
    with desk.store.writing() as tx:
        _row(desk, tx, assessment_id, statement_id)


def show_spread(desk: Desk, assessment_id: str, statement_id: str) -> None:
    """Open the spread of a statement to the room, without names, and freeze its first views.

    It cannot be undone. Nothing when it is shown already.

    Raises:
        Refused: someone other than the lead, or the assessment is closed.
        BadInput: no statement of its set.
    """
    with desk.store.writing() as tx:
        row = _row(desk, tx, assessment_id, statement_id)
        if row.spread_at is None:
            _write(desk, tx, row, "reveal.spread_shown", {"spread_at": desk.now()})


def show_names(desk: Desk, assessment_id: str, statement_id: str) -> None:
    """Open who sees it differently, where that was agreed before views were asked for.

    Raises:
        Refused: no names were agreed, the spread is not shown yet, or see `show_spread`.
    """
    with desk.store.writing() as tx:
        asking = store.asking_row(tx, assessment_id)
        if asking is None or not asking.names_shown:
            raise Refused(NAMES_NOT_SHOWN)
        row = store.reveal_row(tx, assessment_id, statement_id)
        if row is None or row.spread_at is None:
            raise Refused(SPREAD_FIRST)
        _check(desk, assessment_id, statement_id)
        if row.names_at is None:
            _write(desk, tx, row, "reveal.names_shown", {"names_at": desk.now()})


def _check(desk: Desk, assessment_id: str, statement_id: str) -> Assessment:
    one = partnerships.assessment(desk, assessment_id)
    check_user_can_reveal(desk.actor, one.status)
    partnerships.check_statements_here(desk, one, [statement_id])
    return one


def _row(desk: Desk, tx: Writing, assessment_id: str, statement_id: str) -> Reveal:
    one = _check(desk, assessment_id, statement_id)
    row = store.reveal_row(tx, assessment_id, statement_id)
    if row is not None:
        return row
    now = desk.now()
    blank = Reveal(
        id=desk.new_id(),
        assessment_id=assessment_id,
        statement_id=statement_id,
        frozen_at=now,
        saved_at=now,
    )
    event = desk.event(
        "reveal.frozen",
        subject_table="reveal",
        subject_id=blank.id,
        partnership_id=one.partnership_id,
        assessment_id=assessment_id,
    )
    return store.add_reveal(tx, blank, event)


def _write(desk: Desk, tx: Writing, row: Reveal, what: str, values: dict[str, Any]) -> None:
    event = desk.event(
        what,
        subject_table="reveal",
        subject_id=row.id,
        partnership_id=partnerships.partnership_of(desk, row.assessment_id),
        assessment_id=row.assessment_id,
    )
    store.change_reveal(tx, row.id, values | {"saved_at": desk.now()}, event)
