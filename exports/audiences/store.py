"""Texts that were read for an audience, and markings of copies."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from assessment.access.texts import NAME, PARAGRAPH
from assessment.privacy.audience import Audience
from assessment.store.activity import ActivityEvent
from assessment.store.tables import (
    METADATA,
    choice,
    id_column,
    instant,
    reference,
    text,
    version_column,
)
from assessment.store.work import Reading, Writing, by_id
from exports.audiences.model import Choice, CopyMarking, ReadText


_DIGEST = 64  # SHA-256 in hexadecimal digits

read_text = sa.Table(
    "read_text",
    METADATA,
    id_column(),
    reference("assessment.id"),
    choice("audience", Audience, nullable=False),
    sa.Column("digest", sa.String(_DIGEST), nullable=False),
    choice("choice", Choice),
    text("wording", PARAGRAPH, nullable=False),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id", "audience", "digest"),
    sa.CheckConstraint("choice in ('keep', 'reword', 'drop')", "choice"),
)

copy_marking = sa.Table(
    "copy_marking",
    METADATA,
    id_column(),
    reference("partnership.id"),
    choice("audience", Audience, nullable=False),
    text("marking", NAME),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("partnership_id", "audience"),
)


def texts(tx: Reading, assessment_id: str, audience: Audience) -> dict[str, ReadText]:
    """The texts read for an audience, by digest."""
    found = tx.all(
        sa.select(read_text)
        .where(read_text.c.assessment_id == assessment_id, read_text.c.audience == audience.value)
        .order_by(read_text.c.digest)
    )
    return {row["digest"]: ReadText.model_validate(dict(row)) for row in found}


def text_row(tx: Reading, row_id: str) -> ReadText | None:
    """One text by its id."""
    row = tx.first(by_id(read_text), id=row_id)
    return ReadText.model_validate(dict(row)) if row else None


def add_text(tx: Writing, one: ReadText, event: ActivityEvent) -> None:
    """Keep what was decided of a text."""
    tx.insert(read_text, one.model_dump(), event)


def change_text(tx: Writing, row_id: str, values: Mapping[str, Any], event: ActivityEvent) -> None:
    """Change what was decided of a text."""
    tx.update(read_text, row_id, values, event)


def markings(tx: Reading, partnership_id: str) -> dict[Audience, CopyMarking]:
    """The markings chosen, by audience."""
    found = tx.all(
        sa.select(copy_marking)
        .where(copy_marking.c.partnership_id == partnership_id)
        .order_by(copy_marking.c.audience)
    )
    rows = (CopyMarking.model_validate(dict(row)) for row in found)
    return {row.audience: row for row in rows}


def add_marking(tx: Writing, one: CopyMarking, event: ActivityEvent) -> None:
    """Keep the marking of an audience's copy."""
    tx.insert(copy_marking, one.model_dump(), event)


def change_marking(
    tx: Writing, row_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change the marking of an audience's copy."""
    tx.update(copy_marking, row_id, values, event)
