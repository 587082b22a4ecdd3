"""The record of what was removed."""

import sqlalchemy as sa

from assessment.access.texts import LINE, NAME
from assessment.store.activity import ActivityEvent
from assessment.store.tables import METADATA, choice, id_column, instant, reference, text
from assessment.store.work import Reading, Writing
from exports.holdings.model import RemovedText


removed_text = sa.Table(
    "removed_text",
    METADATA,
    id_column(),
    reference("partnership.id"),
    instant("at"),
    text("removed_by", NAME, nullable=False),
    choice("subject_table", nullable=False),
    sa.Column("subject_id", sa.String(36), nullable=False),
    choice("field", nullable=False),
    text("reason", LINE, nullable=False),
)


def add_row(tx: Writing, removed: RemovedText, event: ActivityEvent) -> None:
    """Keep the record of a removal."""
    tx.insert(removed_text, removed.model_dump(), event)


def removed_rows(tx: Reading, partnership_id: str) -> tuple[RemovedText, ...]:
    """What was removed so far, the latest first."""
    found = tx.all(
        sa.select(removed_text)
        .where(removed_text.c.partnership_id == partnership_id)
        .order_by(removed_text.c.at.desc(), removed_text.c.id)
    )
    return tuple(RemovedText.model_validate(dict(row)) for row in found)
