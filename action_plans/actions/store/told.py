"""What is told of an action as it goes: notes, moves of its due date, and what came of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from action_plans.actions.model import DateMove, ImpactAnswer, ProgressNote
from action_plans.actions.store.tables import action, date_move, impact_answer, progress_note
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


# By the field of an action that holds it.
TOLD: Mapping[str, tuple[sa.Table, type[ProgressNote | DateMove | ImpactAnswer]]] = {
    "notes": (progress_note, ProgressNote),
    "moves": (date_move, DateMove),
    "impacts": (impact_answer, ImpactAnswer),
}
# Begun in a review, and then nothing was said after all.
_says_nothing = sa.and_(progress_note.c.report.is_(None), progress_note.c.text == "")


def told_queries(which: sa.ColumnElement[bool]) -> Mapping[str, sa.Select[Any]]:
    """What asks for all that is told of the actions that `which` chooses, by field."""
    return {name: _query(table, which) for name, (table, _) in TOLD.items()}


def rows_told(
    tx: Reading, name: str, query: sa.Select[Any], given: Mapping[str, str]
) -> Mapping[str, Sequence[Any]]:
    """What a query of `told_queries` finds for its field, by the id of the action."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    _, kind = TOLD[name]
    for row in tx.all(query, **given):
        found[row["action_id"]].append(kind.model_validate(dict(row)))
    return found


def add_note(tx: Writing, note: ProgressNote, event: ActivityEvent) -> None:
    """Keep a progress note."""
    tx.insert(progress_note, note.model_dump(), event)


def note_row(tx: Reading, note_id: str) -> ProgressNote | None:
    """One note, also one that says nothing any more."""
    row = tx.first(sa.select(progress_note).where(progress_note.c.id == note_id))
    return ProgressNote.model_validate(dict(row)) if row else None


def change_note(tx: Writing, note_id: str, values: Mapping[str, Any], event: ActivityEvent) -> None:
    """Change a note of a review that is still running."""
    tx.update(progress_note, note_id, values, event)


def add_move(tx: Writing, move: DateMove, event: ActivityEvent) -> None:
    """Keep a move of a due date."""
    tx.insert(date_move, move.model_dump(), event)


def move_row(tx: Reading, move_id: str) -> DateMove | None:
    """One move of a due date."""
    row = tx.first(sa.select(date_move).where(date_move.c.id == move_id))
    return DateMove.model_validate(dict(row)) if row else None


def change_move(tx: Writing, move_id: str, values: Mapping[str, Any], event: ActivityEvent) -> None:
    """Say why, or correct where to while nobody has said why."""
    tx.update(date_move, move_id, values, event)


def drop_move(tx: Writing, move_id: str, event: ActivityEvent) -> None:
    """The date was put back before anybody said why: there was no move."""
    tx.delete(date_move, move_id, event)


def add_impact(tx: Writing, answer: ImpactAnswer, event: ActivityEvent) -> None:
    """Keep what was answered about an action's effect. There is no changing one."""
    tx.insert(impact_answer, answer.model_dump(), event)


def _query(table: sa.Table, which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    query = sa.select(table).join(action, action.c.id == table.c.action_id).where(which)
    if table is progress_note:
        query = query.where(sa.not_(_says_nothing))
    return query.order_by(table.c.at, table.c.id)
