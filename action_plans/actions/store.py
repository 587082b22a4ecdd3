"""The action plan's rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from action_plans.actions.model import (
    NO_ACTION_REASON,
    NOTE_SAID_BY,
    STARTER,
    TEXTS,
    Action,
    NoActionReason,
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
    choice("priority_override"),
    _text("priority_reason"),
    choice("source", nullable=False),
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
_partnership = sa.table("partnership", sa.column("id"))


def actions_of(
    tx: Reading, partnership_id: str, *, statement_id: str = "", archived: bool = False
) -> tuple[Action, ...]:
    """The partnership's actions by number, or those on one statement; or those put away."""
    which = {"partnership": partnership_id}
    if statement_id:
        which["statement"] = statement_id
    return _actions(tx, _asked(on_one=bool(statement_id), archived=archived), which)


def action_row(tx: Reading, action_id: str) -> Action | None:
    """One action, put away or not."""
    return next(iter(_actions(tx, _asked_by_id(), {"action": action_id})), None)


class _Asked(NamedTuple):
    """The queries that read some actions whole, made once for each choice of which."""

    rows: sa.Select[Any]
    links: Mapping[Link, sa.Select[Any]]
    notes: sa.Select[Any]


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
    notes = sa.select(progress_note).join(action, action.c.id == progress_note.c.action_id)
    return _Asked(
        rows=sa.select(action).where(which).order_by(action.c.number, action.c.id),
        links={name: _links(name, which) for name in _LINKS},
        notes=notes.where(which).order_by(progress_note.c.at, progress_note.c.id),
    )


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
    notes = _notes(tx, asked.notes, which)
    return tuple(
        Action.model_validate(
            {
                **row,
                **{name: tuple(found[row["id"]]) for name, found in links.items()},
                "notes": tuple(notes[row["id"]]),
            }
        )
        for row in rows
    )


def _notes(
    tx: Reading, query: sa.Select[Any], which: Mapping[str, str]
) -> Mapping[str, Sequence[ProgressNote]]:
    found: defaultdict[str, list[ProgressNote]] = defaultdict(list)
    for row in tx.all(query, **which):
        values = {name: row[name] for name in ProgressNote.model_fields}
        found[row["action_id"]].append(ProgressNote.model_validate(values))
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
    tx.insert(action, item.model_dump(exclude={*_LINKS, "notes"}), event)


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
    """Keep a progress note. There is no changing one."""
    tx.insert(progress_note, note.model_dump(), event)


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
