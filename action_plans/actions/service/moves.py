"""Moves of a due date: each is kept with where from, where to and why.

A date that goes back, or away, is moved together with its reason; an earlier one needs none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from action_plans.actions.model import MOVE_MORE, DateMove, MoveReason
from action_plans.actions.rules.postponing import asks_why
from action_plans.actions.service.changes import Change, changing
from action_plans.actions.store import told
from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput, NotFound
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.typed import Typed
from assessment.access.wording import local_day


def keep_move(change: Change, to_on: date | None, why: MoveReason | None) -> None:
    """The due date goes from where it stands to `to_on`; called before the action is written.

    On the same day another choice corrects the move, with its words as they are; a date that is
    put back takes it away.
    """
    last = _moved_today(change)
    if last is None:
        _add(change, to_on, why)
    elif last.from_on == to_on:
        told.drop_move(change.tx, last.id, change.event("action.move_taken_back"))
    else:
        values = {"to_on": to_on, "reason": why or last.reason, "saved_at": change.desk.now()}
        told.change_move(change.tx, last.id, values, change.event("action.move_corrected"))


def forget_moves(change: Change) -> None:
    """The first date was a slip, so that it was moved was none."""
    for move in change.action.moves:
        told.drop_move(change.tx, move.id, change.event("action.move_taken_back"))


def explain_move(
    desk: Desk,
    move_id: str,
    reason: MoveReason | None,
    *,
    seen: MoveReason | None | Unchecked = UNCHECKED,
) -> None:
    """Put another reason in place of the one a date was moved with.

    Raises:
        BadInput: no reason, where the move needs one. NotFound: there is no such move.
        ChangedMeanwhile: another screen said something else.
    """
    with _moving(desk, move_id) as (change, move):
        if reason is None and asks_why(move.from_on, move.to_on):
            raise BadInput("A later date, or none, needs its reason. Choose another one instead.")
        if move.reason is not reason:
            check_unmoved(change.tx, "date_move", move, ("reason",), seen=seen, stands=move.reason)
        values = {"reason": reason, "saved_at": desk.now()}
        if move.reason is not reason:
            told.change_move(change.tx, move_id, values, change.event("action.move_explained"))


def edit_move_words(desk: Desk, move_id: str, typed: Typed) -> None:
    """Save what was typed about a move. Raises StaleEdit, LikelyIdentifier, TooLong, NotFound."""
    with drafting(desk, typed) as draft, _moving(desk, move_id) as (change, move):
        text = draft.accepted("date_move", move, "words", limit=MOVE_MORE)
        if text != move.words:
            event = change.event("action.move_words_edited", typed.spell)
            values = {"words": text, "saved_at": desk.now()}
            told.change_move(change.tx, move_id, values, event)


def _add(change: Change, to_on: date | None, why: MoveReason | None) -> None:
    now = change.desk.now()
    move = DateMove(
        id=change.desk.new_id(),
        action_id=change.action.id,
        at=now,
        from_on=change.action.due_on,
        to_on=to_on,
        reason=why,
        saved_at=now,
    )
    told.add_move(change.tx, move, change.event("action.due_moved"))


def _moved_today(change: Change) -> DateMove | None:
    last = change.action.moves[-1] if change.action.moves else None
    return last if last and local_day(last.at) == change.desk.today() else None


@contextmanager
def _moving(desk: Desk, move_id: str) -> Iterator[tuple[Change, DateMove]]:
    with desk.store.writing() as tx:
        move = told.move_row(tx, move_id)
        if move is None:
            raise NotFound("That date was put back meanwhile. Nothing was changed.")
        with changing(desk, move.action_id) as change:
            yield change, move
