"""Where the room is: its statement, its order, its time. Kept at once: a crash loses nothing.

Two screens may lead the room. Each choice says what its screen showed; only where another screen
chose something else of the same kind meanwhile is it refused.
"""

from datetime import datetime, timedelta
from typing import Any

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.consensus import store
from assessment.consensus.model import Arranged, HowReached, Workshop
from assessment.consensus.permissions import check_user_can_lead_workshop
from assessment.consensus.rules.pace import ONE_SESSION
from assessment.consensus.service.agreeing import Seen, record_how
from assessment.partnership import service as partnerships
from assessment.store.work import Writing


LONGEST_BREAK = 120


def workshop(desk: Desk, assessment_id: str) -> Workshop | None:
    """Where the room is; None until a workshop was begun or anything was arranged for it."""
    with desk.store.reading() as tx:
        return store.workshop_row(tx, assessment_id)


def begin_workshop(desk: Desk, assessment_id: str) -> None:
    """The room begins now; nothing when it began in this session already.

    A second session, another day, begins its time anew and stays on its statement.

    Raises:
        Refused: someone other than the lead, or the assessment is agreed.
    """
    with desk.store.writing() as tx:
        row = _row(desk, tx, assessment_id)
        now = desk.now()
        if row.began_at is None or now - row.began_at > ONE_SESSION:
            values = {"began_at": now, "break_until": None}
            if row.statement_id is not None:
                values["statement_since"] = now
            _write(desk, tx, row, "workshop.begun", values)


def go_to(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    *,
    seen: str | None | Unchecked = UNCHECKED,
) -> None:
    """Bring the room to a statement; `seen` is the one that the screen showed.

    Raises:
        ChangedMeanwhile: another screen went to yet another statement; the room stays there.
        BadInput: no statement of its set. Refused: see `begin_workshop`.
    """
    with desk.store.writing() as tx:
        one = partnerships.assessment(desk, assessment_id)
        partnerships.check_statements_here(desk, one, [statement_id])
        row = _row(desk, tx, assessment_id)
        if row.statement_id == statement_id:
            return
        column = ("statement_id",)
        check_unmoved(tx, "workshop", row, column, seen=seen, stands=row.statement_id)
        values = {"statement_id": statement_id, "statement_since": desk.now()}
        _write(desk, tx, row, "workshop.went_to", values)


def arrange(
    desk: Desk,
    assessment_id: str,
    how: Arranged,
    *,
    seen: Arranged | Unchecked = UNCHECKED,
) -> None:
    """Choose the order. Raises ChangedMeanwhile; Refused: see `begin_workshop`."""
    _choose(desk, assessment_id, "workshop.arranged", "arranged", how, seen)


def set_finish_at(
    desk: Desk,
    assessment_id: str,
    at: datetime | None,
    *,
    seen: datetime | None | Unchecked = UNCHECKED,
) -> None:
    """Set when the talking must end; None for no such time. Raises as `arrange` does.

    A time of the clock becomes an instant by rules.pace.finish_instant.
    """
    _choose(desk, assessment_id, "workshop.finish_set", "finish_at", at, seen)


def take_break(desk: Desk, assessment_id: str, minutes: int) -> None:
    """The room rests for so many minutes, 1 to 120, from now; again changes when it ends.

    Raises:
        BadInput: no such break. Refused: see `begin_workshop`.
    """
    if not 1 <= minutes <= LONGEST_BREAK:
        raise BadInput(f"A break can last from 1 to {LONGEST_BREAK} minutes.")
    with desk.store.writing() as tx:
        row = _row(desk, tx, assessment_id)
        until = desk.now() + timedelta(minutes=minutes)
        _write(desk, tx, row, "workshop.break_taken", {"break_until": until})


def end_break(desk: Desk, assessment_id: str) -> None:
    """The room goes on; nothing where it is not resting. Raises Refused: see `begin_workshop`."""
    with desk.store.writing() as tx:
        row = _row(desk, tx, assessment_id)
        _write(desk, tx, row, "workshop.break_ended", {"break_until": None})


def set_shortcuts(desk: Desk, assessment_id: str, on: bool) -> None:
    """Switch keyboard shortcuts on or off. Raises Refused: see `begin_workshop`."""
    _choose(desk, assessment_id, "workshop.shortcuts_set", "shortcuts", on, UNCHECKED)


def park(desk: Desk, assessment_id: str, statement_id: str, *, seen: Seen = UNCHECKED) -> None:
    """Come back to a statement later; it leaves no rating. Raises as `record_how` does."""
    record_how(desk, assessment_id, statement_id, HowReached.DEFERRED, seen=seen)


def _choose(
    desk: Desk, assessment_id: str, what: str, column: str, value: object, seen: object
) -> None:
    with desk.store.writing() as tx:
        row = _row(desk, tx, assessment_id)
        stands = getattr(row, column)
        if stands != value:
            check_unmoved(tx, "workshop", row, (column,), seen=seen, stands=stands)
            _write(desk, tx, row, what, {column: value})


def _row(desk: Desk, tx: Writing, assessment_id: str) -> Workshop:
    """The workshop's row, made where there is none, once this person may lead it."""
    one = partnerships.assessment(desk, assessment_id)
    check_user_can_lead_workshop(desk.actor, one.status)
    row = store.workshop_row(tx, assessment_id)
    if row is not None:
        return row
    blank = Workshop(id=desk.new_id(), assessment_id=assessment_id, saved_at=desk.now())
    return store.add_workshop(tx, blank, partnerships.event_on(desk, blank, "workshop.planned"))


def _write(desk: Desk, tx: Writing, row: Workshop, what: str, values: dict[str, Any]) -> None:
    if any(getattr(row, name) != value for name, value in values.items()):
        changed = values | {"saved_at": desk.now()}
        store.change_workshop(tx, row.id, changed, partnerships.event_on(desk, row, what))
