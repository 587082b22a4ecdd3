"""The action plan's rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from action_plans.actions.model import (
    MOVE_MORE,
    NO_ACTION_REASON,
    NOTE_SAID_BY,
    STARTER,
    TEXTS,
    Action,
    DateMove,
    ImpactAnswer,
    NoActionReason,
    Outcome,
    ProgressNote,
)
from assessment.store.activity import ActivityEvent
from assessment.store.tables import (
    METADATA,
    archived_column,
    choice,
    day,
    id_column,
    instant,
    linked,
    reference,
    text,
    version_column,
)
from assessment.store.work import Reading, Writing


def _text(name: str, limit: int = 0) -> sa.Column[str]:
    return text(name, limit or TEXTS[name].limit, nullable=False)


action = sa.Table(
    "action",
    METADATA,
    id_column(),
    reference("partnership.id"),
    reference("assessment.id", name="opened_in"),
    sa.Column("number", sa.Integer(), nullable=False),
    _text("what"),
    choice("kind", nullable=False),
    _text("why"),
    reference("agency.id", name="owner_agency_id", nullable=True),
    _text("owner_role"),
    choice("answer", nullable=False),
    _text("answered_by"),
    day("answered_on"),
    _text("declined_because"),
    _text("measure"),
    _text("baseline"),
    _text("target"),
    choice("effort"),
    _text("resources"),
    choice("resources_available"),
    choice("budget_agreed"),
    sa.Column("cost_pounds", sa.Integer(), nullable=True),
    reference("agency.id", name="funder_agency_id", nullable=True),
    _text("funder"),
    day("start_on"),
    day("original_due_on"),
    day("due_on"),
    instant("moved_at", nullable=True),
    day("held_to"),
    _text("no_due_reason"),
    day("review_on"),
    _text("blocked_by"),
    _text("waiting_for"),
    reference("agency.id", name="waiting_agency_id", nullable=True),
    day("stopped_on"),
    _text("stopped_reason"),
    _text("stopped_approved_by"),
    day("completed_on"),
    _text("shown_by"),
    day("impact_due_on"),
    _text("effect_draft"),
    day("reviewed_on"),
    choice("priority_override"),
    _text("priority_reason"),
    choice("source", nullable=False),
    reference("challenge.id", nullable=True),
    _text("starter", STARTER),
    _text("note_draft"),
    instant("created_at"),
    instant("saved_at"),
    version_column(),
    archived_column(),
    sa.UniqueConstraint("partnership_id", "number"),
    sa.CheckConstraint("number >= 1", name="numbered_from_one"),
    sa.CheckConstraint("what <> ''", name="says_what"),
    sa.CheckConstraint("cost_pounds IS NULL OR cost_pounds >= 0", name="costs_nought_or_more"),
    sa.CheckConstraint("answer <> 'declined' OR declined_because <> ''", name="declined_because"),
    sa.CheckConstraint(
        "stopped_on IS NULL OR (stopped_reason <> '' AND stopped_approved_by <> '')",
        name="stopped_with_reason",
    ),
    sa.CheckConstraint("due_on IS NULL OR original_due_on IS NOT NULL", name="first_due_kept"),
    sa.CheckConstraint("start_on IS NULL OR due_on IS NULL OR start_on <= due_on", name="in_order"),
    sa.CheckConstraint(
        "priority_override IS NULL OR priority_reason <> ''", name="override_with_reason"
    ),
)

action_statement = sa.Table(
    "action_statement",
    METADATA,
    linked("action.id"),
    sa.Column("statement_id", sa.String(40), primary_key=True),
)

action_prison = sa.Table("action_prison", METADATA, linked("action.id"), linked("prison.id"))

action_supporter = sa.Table("action_supporter", METADATA, linked("action.id"), linked("agency.id"))

progress_note = sa.Table(
    "progress_note",
    METADATA,
    id_column(),
    reference("action.id"),
    instant("at"),
    _text("said_by", NOTE_SAID_BY),
    choice("report"),
    _text("text", TEXTS["note_draft"].limit),
    version_column(),
)

date_move = sa.Table(
    "date_move",
    METADATA,
    id_column(),
    reference("action.id"),
    instant("at"),
    day("from_on"),
    day("to_on"),
    choice("reason"),
    _text("words", MOVE_MORE),
    instant("saved_at"),
    version_column(),
)

impact_answer = sa.Table(
    "impact_answer",
    METADATA,
    id_column(),
    reference("action.id"),
    instant("at"),
    choice("answer", nullable=False),
    _text("words", TEXTS["effect_draft"].limit),
    day("ask_on"),
    version_column(),
    sa.CheckConstraint("answer <> 'seen' OR words <> ''", name="seen_says_what"),
    sa.CheckConstraint("answer <> 'too_early' OR ask_on IS NOT NULL", name="asked_again"),
)

no_action_reason = sa.Table(
    "no_action_reason",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("statement_id", sa.String(40), nullable=False),
    _text("reason", NO_ACTION_REASON),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id", "statement_id"),
)

Link = Literal["statements", "prisons", "supporters"]
_LINKS: dict[Link, tuple[sa.Table, str]] = {
    "statements": (action_statement, "statement_id"),
    "prisons": (action_prison, "prison_id"),
    "supporters": (action_supporter, "agency_id"),
}
_TOLD: dict[str, tuple[sa.Table, type[ProgressNote | DateMove | ImpactAnswer]]] = {
    "notes": (progress_note, ProgressNote),
    "moves": (date_move, DateMove),
    "impacts": (impact_answer, ImpactAnswer),
}
_partnership = sa.table("partnership", sa.column("id"))
# Begun in a review, and then nothing was said after all.
_says_nothing = sa.and_(progress_note.c.report.is_(None), progress_note.c.text == "")


def actions_of(
    tx: Reading, partnership_id: str, *, statement_id: str = "", archived: bool = False
) -> tuple[Action, ...]:
    """The partnership's actions by number, or those on one statement; or those put away."""
    which = {"partnership": partnership_id}
    if statement_id:
        which["statement"] = statement_id
    return _actions(tx, _asked(on_one=bool(statement_id), archived=archived), which)


# Made once: it is asked with every click on a rating.
_OUTCOMES = (
    sa.select(*(action.c[name] for name in Outcome.model_fields if name in action.c))
    .join(action_statement, action_statement.c.action_id == action.c.id)
    .where(
        action.c.partnership_id == sa.bindparam("partnership"),
        action_statement.c.statement_id == sa.bindparam("statement"),
        action.c.archived_at.is_(None),
    )
    .order_by(action.c.number, action.c.id)
)


def outcomes_of(tx: Reading, partnership_id: str, statement_id: str) -> tuple[Outcome, ...]:
    """What came of the actions in use on one statement, by number; of that statement alone."""
    rows = tx.all(_OUTCOMES, partnership=partnership_id, statement=statement_id)
    return tuple(Outcome.model_validate({**row, "statements": (statement_id,)}) for row in rows)


def action_row(tx: Reading, action_id: str) -> Action | None:
    """One action, put away or not."""
    return next(iter(_actions(tx, _asked_by_id(), {"action": action_id})), None)


class _Asked(NamedTuple):
    """The queries that read some actions whole, made once for each choice of which."""

    rows: sa.Select[Any]
    links: Mapping[Link, sa.Select[Any]]
    told: Mapping[str, sa.Select[Any]]


@cache
def _asked(on_one: bool, archived: bool) -> _Asked:
    """Those of the bind parameter `partnership`, and where `on_one` says so on `statement`."""
    put_away = action.c.archived_at.is_not(None) if archived else action.c.archived_at.is_(None)
    which = sa.and_(action.c.partnership_id == sa.bindparam("partnership"), put_away)
    if on_one:
        linked_to = sa.select(action_statement.c.action_id).where(
            action_statement.c.statement_id == sa.bindparam("statement")
        )
        which = sa.and_(which, action.c.id.in_(linked_to))
    return _queries(which)


@cache
def _asked_by_id() -> _Asked:
    return _queries(action.c.id == sa.bindparam("action"))


def _queries(which: sa.ColumnElement[bool]) -> _Asked:
    return _Asked(
        rows=sa.select(action).where(which).order_by(action.c.number, action.c.id),
        links={name: _links(name, which) for name in _LINKS},
        told={name: _told(table, which) for name, (table, _) in _TOLD.items()},
    )


def _told(table: sa.Table, which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    query = sa.select(table).join(action, action.c.id == table.c.action_id).where(which)
    if table is progress_note:
        query = query.where(sa.not_(_says_nothing))
    return query.order_by(table.c.at, table.c.id)


def _links(link: Link, which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    table, column = _LINKS[link]
    joined = sa.select(table).join(action, action.c.id == table.c.action_id).where(which)
    return joined.order_by(table.c[column])


def _actions(tx: Reading, asked: _Asked, which: Mapping[str, str]) -> tuple[Action, ...]:
    rows = tx.all(asked.rows, **which)
    if not rows:
        return ()
    links = {
        name: tx.grouped(query, "action_id", _LINKS[name][1], **which)
        for name, query in asked.links.items()
    }
    told = {name: _rows_told(tx, name, query, which) for name, query in asked.told.items()}
    return tuple(
        Action.model_validate(
            {
                **row,
                **{name: tuple(found[row["id"]]) for name, found in links.items()},
                **{name: tuple(found[row["id"]]) for name, found in told.items()},
            }
        )
        for row in rows
    )


def _rows_told(
    tx: Reading, name: str, query: sa.Select[Any], which: Mapping[str, str]
) -> Mapping[str, Sequence[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    _, kind = _TOLD[name]
    for row in tx.all(query, **which):
        found[row["action_id"]].append(kind.model_validate(dict(row)))
    return found


def next_number(tx: Writing, partnership_id: str) -> int:
    """The number after the highest ever given, put away or not.

    The partnership's row is held until the transaction ends, so two at once get two numbers.
    """
    tx.first(
        sa.select(_partnership.c.id)
        .where(_partnership.c.id == partnership_id)
        .with_for_update(key_share=True)
    )
    highest = tx.value(
        sa.select(sa.func.max(action.c.number)).where(action.c.partnership_id == partnership_id)
    )
    return (highest or 0) + 1


def add_action(tx: Writing, item: Action, event: ActivityEvent) -> None:
    """Keep a new action with its links; its notes follow one by one."""
    tx.insert(action, item.model_dump(exclude={*_LINKS, *_TOLD}), event)


def change_action(
    tx: Writing, action_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of an action."""
    tx.update(action, action_id, values, event)


def archive_action(tx: Writing, action_id: str, at: datetime | None, event: ActivityEvent) -> None:
    """Put an action away, or with None bring it back."""
    tx.update(action, action_id, {"archived_at": at}, event)


def link(
    tx: Writing,
    action_id: str,
    kind: Link,
    wanted: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these what the action is linked to; see Writing.relink for `seen`."""
    table, column = _LINKS[kind]
    tx.relink(table, {"action_id": action_id}, column, wanted, event, seen=seen)


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


def reasons_of(tx: Reading, assessment_id: str) -> tuple[NoActionReason, ...]:
    """The written reasons for no action, by statement."""
    rows = tx.all(
        sa.select(no_action_reason)
        .where(no_action_reason.c.assessment_id == assessment_id)
        .order_by(no_action_reason.c.statement_id)
    )
    return tuple(NoActionReason.model_validate(dict(row)) for row in rows)


def reason_of(tx: Reading, assessment_id: str, statement_id: str) -> NoActionReason | None:
    """The reason written for one statement, if any was ever begun."""
    row = tx.first(
        sa.select(no_action_reason).where(
            no_action_reason.c.assessment_id == assessment_id,
            no_action_reason.c.statement_id == statement_id,
        )
    )
    return NoActionReason.model_validate(dict(row)) if row else None


def add_reason(tx: Writing, reason: NoActionReason, event: ActivityEvent) -> None:
    """Begin a reason for no action."""
    tx.insert(no_action_reason, reason.model_dump(), event)


def change_reason(
    tx: Writing, reason_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change what is written."""
    tx.update(no_action_reason, reason_id, values, event)
