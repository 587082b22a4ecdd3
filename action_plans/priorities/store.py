"""The rows of what was decided of two actions, and what happened to actions since a day."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from action_plans.priorities.model import Decision, Pair
from assessment.store.activity import ActivityEvent, activity_event
from assessment.store.tables import (
    METADATA,
    choice,
    id_column,
    instant,
    linked,
    reference,
    version_column,
)
from assessment.store.work import Reading, Writing


Link = Literal["statements", "prisons", "supporters"]
LINKS: tuple[Link, ...] = ("statements", "prisons", "supporters")

action_pair = sa.Table(
    "action_pair",
    METADATA,
    id_column(),
    reference("partnership.id"),
    reference("action.id", name="kept_id"),
    reference("action.id", name="other_id"),
    choice("decision", nullable=False),
    instant("decided_at"),
    version_column(),
    sa.UniqueConstraint("kept_id", "other_id"),
    sa.CheckConstraint("kept_id <> other_id", name="of_two"),
)

# What the kept action was linked to before the other was joined to it.
action_pair_link = sa.Table(
    "action_pair_link",
    METADATA,
    linked("action_pair.id"),
    sa.Column("kind", sa.String(20), primary_key=True),
    sa.Column("target", sa.String(40), primary_key=True),
)


def pairs_of(tx: Reading, partnership_id: str) -> tuple[Pair, ...]:
    """What was decided in this area, the earliest first."""
    mine = action_pair.c.partnership_id == partnership_id
    rows = tx.all(
        sa.select(action_pair).where(mine).order_by(action_pair.c.decided_at, action_pair.c.id)
    )
    links = tx.all(
        sa.select(action_pair_link)
        .join(action_pair, action_pair.c.id == action_pair_link.c.action_pair_id)
        .where(mine)
        .order_by(action_pair_link.c.target)
    )
    return tuple(_pair(row, links) for row in rows)


def _pair(row: Mapping[str, Any], links: Sequence[Mapping[str, Any]]) -> Pair:
    before = {
        kind: tuple(
            link["target"]
            for link in links
            if link["action_pair_id"] == row["id"] and link["kind"] == kind
        )
        for kind in LINKS
    }
    return Pair.model_validate({**row, **before})


def keep_pair(tx: Writing, pair: Pair, event: ActivityEvent) -> None:
    """Remember what was decided of two actions for the first time."""
    tx.insert(action_pair, pair.model_dump(exclude={*LINKS}), event)


def decide(
    tx: Writing, pair_id: str, decision: Decision, at: datetime, event: ActivityEvent
) -> None:
    """Decide otherwise."""
    tx.update(action_pair, pair_id, {"decision": decision, "decided_at": at}, event)


def keep_links(
    tx: Writing, pair_id: str, kind: Link, targets: Sequence[str], event: ActivityEvent
) -> None:
    """Remember what the kept action was linked to before."""
    owner = {"action_pair_id": pair_id, "kind": kind}
    tx.relink(action_pair_link, owner, "target", targets, event)


def events_since(
    tx: Reading, partnership_id: str, since: datetime
) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """What stood in the area's actions before each change after an instant, the newest first.

    Each is the action's id with the columns that were written and what they held until then.
    """
    e = activity_event.c
    rows = tx.all(
        sa.select(e.subject_id, e.before)
        .where(e.partnership_id == partnership_id, e.subject_table == "action", e.at > since)
        .order_by(e.at.desc(), e.id.desc())
    )
    return tuple((row["subject_id"], row["before"]) for row in rows)
