"""Moves of a due date: each is kept with where from, where to and, once somebody says so, why.

The date is saved when it is chosen, like everything else; why is asked right there, and until it
is answered the move says of itself that it is not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from action_plans.actions import store
from action_plans.actions.model import MOVE_MORE, DateMove, MoveReason
from action_plans.actions.service.changes import Change, changing
from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import NotFound
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.typed import Typed
from assessment.access.wording import local_day


def keep_move(change: Change, to_on: date | None) -> None:
    """The due date goes from where it stands to `to_on`; called before the action is written.

    While nobody has said why, and on the same day, another choice corrects the move; a date that
    is put back takes it away.
    """
    last = _unexplained_today(change)
    if last is None:
        _add(change, to_on)
    elif last.from_on == to_on:
        store.drop_move(change.tx, last.id, change.event("action.move_taken_back"))
    else:
        values = {"to_on": to_on, "saved_at": change.desk.now()}
        store.change_move(change.tx, last.id, values, change.event("action.move_corrected"))


def forget_moves(change: Change) -> None:
    """The first date was a slip, so that it was moved was none."""
    for move in change.action.moves:
        store.drop_move(change.tx, move.id, change.event("action.move_taken_back"))


def explain_move(
    desk: Desk,
    move_id: str,
    reason: MoveReason | None,
    *,
    seen: MoveReason | None | Unchecked = UNCHECKED,
) -> None:
    """Say why a date was moved, or with None that it is not known yet.

    Raises:
        NotFound: there is no such move. ChangedMeanwhile: another screen said something else.
    """
    with _moving(desk, move_id) as (change, move):
        if move.reason is not reason:
            check_unmoved(change.tx, "date_move", move, ("reason",), seen=seen, stands=move.reason)
        values = {"reason": reason, "saved_at": desk.now()}
        if move.reason is not reason:
            store.change_move(change.tx, move_id, values, change.event("action.move_explained"))


def edit_move_words(desk: Desk, move_id: str, typed: Typed) -> None:
    """Save what was typed about a move. Raises StaleEdit, LikelyIdentifier, TooLong, NotFound."""
    with drafting(desk, typed) as draft, _moving(desk, move_id) as (change, move):
        text = draft.accepted("date_move", move, "words", limit=MOVE_MORE)
        if text != move.words:
            event = change.event("action.move_words_edited", typed.spell)
            values = {"words": text, "saved_at": desk.now()}
            store.change_move(change.tx, move_id, values, event)


def _add(change: Change, to_on: date | None) -> None:
    now = change.desk.now()
    move = DateMove(
        id=change.desk.new_id(),
        action_id=change.action.id,
        at=now,
        from_on=change.action.due_on,
        to_on=to_on,
        saved_at=now,
    )
    store.add_move(change.tx, move, change.event("action.due_moved"))


def _unexplained_today(change: Change) -> DateMove | None:
    last = change.action.moves[-1] if change.action.moves else None
    if last is None or last.reason or last.words or local_day(last.at) != change.desk.today():
        return None
    return last


@contextmanager
def _moving(desk: Desk, move_id: str) -> Iterator[tuple[Change, DateMove]]:
    with desk.store.writing() as tx:
        move = store.move_row(tx, move_id)
        if move is None:
            raise NotFound("That date was put back meanwhile. Nothing was changed.")
        with changing(desk, move.action_id) as change:
            yield change, move
