"""The record of files made."""

import sqlalchemy as sa

from assessment.access.texts import LINE, NAME
from assessment.store.activity import ActivityEvent
from assessment.store.tables import METADATA, choice, id_column, instant, reference, text
from assessment.store.work import Reading, Writing
from exports.downloads.model import ExportMade


export_made = sa.Table(
    "export_made",
    METADATA,
    id_column(),
    reference("partnership.id"),
    reference("assessment.id", nullable=True),
    instant("made_at"),
    choice("kind", nullable=False),
    text("file_name", LINE, nullable=False),
    text("marking", NAME, nullable=False),
    text("notes", LINE, nullable=False),
)


def add_row(tx: Writing, made: ExportMade, event: ActivityEvent) -> None:
    """Keep the record of a file."""
    tx.insert(export_made, made.model_dump(), event)


def rows(tx: Reading, partnership_id: str) -> tuple[ExportMade, ...]:
    """The files made of a partnership, the newest first."""
    found = tx.all(
        sa.select(export_made)
        .where(export_made.c.partnership_id == partnership_id)
        .order_by(export_made.c.made_at.desc(), export_made.c.id)
    )
    return tuple(ExportMade.model_validate(dict(row)) for row in found)
