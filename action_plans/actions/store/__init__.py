"""The actions of the plan, read whole with what is told of them, and written."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from action_plans.actions.model import Action, Outcome
from action_plans.actions.store.tables import (
    action,
    action_prison,
    action_statement,
    action_supporter,
)
from action_plans.actions.store.told import TOLD, rows_told, told_queries
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


Link = Literal["statements", "prisons", "supporters"]
_LINKS: dict[Link, tuple[sa.Table, str]] = {
    "statements": (action_statement, "statement_id"),
    "prisons": (action_prison, "prison_id"),
    "supporters": (action_supporter, "agency_id"),
}
_partnership = sa.table("partnership", sa.column("id"))
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


def actions_of(
    tx: Reading, partnership_id: str, *, statement_id: str = "", archived: bool = False
) -> tuple[Action, ...]:
    """The partnership's actions by number, or those on one statement; or those put away."""
    which = {"partnership": partnership_id}
    if statement_id:
        which["statement"] = statement_id
    return _actions(tx, _asked(on_one=bool(statement_id), archived=archived), which)


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
        told=told_queries(which),
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
    told = {name: rows_told(tx, name, query, which) for name, query in asked.told.items()}
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
    tx.insert(action, item.model_dump(exclude={*_LINKS, *TOLD}), event)


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
