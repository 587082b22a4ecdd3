"""Why statements rated at the lowest level get no action for now."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from action_plans.actions.model import NoActionReason
from action_plans.actions.store.tables import no_action_reason
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


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
