"""What was decided of alike actions, and what the record of changes tells of the plan."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from action_plans.priorities.model import Decision, Pair
from assessment.store.activity import ActivityEvent, activity_event
from assessment.store.tables import METADATA, choice, id_column, instant, reference, version_column
from assessment.store.work import Reading, Writing


action_pair = sa.Table(
    "action_pair",
    METADATA,
    id_column(),
    reference("partnership.id"),
    reference("action.id", name="kept_id"),
    reference("action.id", name="other_id"),
    choice("decision", Decision, nullable=False),
    instant("decided_at"),
    version_column(),
    sa.UniqueConstraint("kept_id", "other_id"),
    sa.CheckConstraint("kept_id <> other_id", name="of_two"),
)


class Before(NamedTuple):
    """What stood in some columns of an action until an act changed them."""

    action_id: str
    what: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def pairs_of(tx: Reading, partnership_id: str) -> tuple[Pair, ...]:
    """What was decided in this area, the earliest first."""
    rows = tx.all(
        sa.select(action_pair)
        .where(action_pair.c.partnership_id == partnership_id)
        .order_by(action_pair.c.decided_at, action_pair.c.id)
    )
    return tuple(Pair.model_validate(dict(row)) for row in rows)


def keep_pair(tx: Writing, pair: Pair, event: ActivityEvent) -> None:
    """Remember what was decided of two actions for the first time."""
    tx.insert(action_pair, pair.model_dump(), event)


def decide(
    tx: Writing, pair_id: str, decision: Decision, at: datetime, event: ActivityEvent
) -> None:
    """Decide otherwise."""
    tx.update(action_pair, pair_id, {"decision": decision, "decided_at": at}, event)


def changes_since(tx: Reading, partnership_id: str, since: datetime) -> tuple[Before, ...]:
    """What was changed in the area's actions from an instant on, the newest first."""
    e = activity_event.c
    rows = tx.all(
        sa.select(e.subject_id, e.what, e.before, e.after)
        .where(e.partnership_id == partnership_id, e.subject_table == "action", e.at >= since)
        .order_by(e.at.desc(), e.id.desc())
    )
    return tuple(Before(r["subject_id"], r["what"], r["before"], r["after"]) for r in rows)
