"""Codes, devices, wrong attempts and turns at the laptop: one row for each fact."""

import sqlalchemy as sa

from assessment.access.texts import NAME
from assessment.store.tables import (
    METADATA,
    STAYS_HERE,
    id_column,
    instant,
    reference,
    version_column,
    yes_no,
)


_HASH = 128

join_code = sa.Table(
    "join_code",
    METADATA,
    id_column(),
    reference("assessment.id"),
    reference("agency.id"),
    sa.Column("code_hash", sa.String(_HASH), nullable=False, unique=True),
    instant("made_at"),
    instant("saved_at"),
    instant("revoked_at", nullable=True),
    version_column(),
    info=STAYS_HERE,
)

device = sa.Table(
    "device",
    METADATA,
    id_column(),
    reference("assessment.id"),
    reference("join_code.id"),
    reference("agency.id"),
    sa.Column("token_hash", sa.String(_HASH), nullable=False, unique=True),
    sa.Column("number", sa.Integer(), nullable=False),
    yes_no("contact"),
    instant("joined_at"),
    instant("saved_at"),
    instant("ended_at", nullable=True),
    version_column(),
    sa.UniqueConstraint("assessment_id", "agency_id", "number"),
    info=STAYS_HERE,
)

# Where wrong codes came from, to slow down whoever guesses; rows of yesterday are cleared away.
wrong_code = sa.Table(
    "wrong_code",
    METADATA,
    id_column(),
    sa.Column("source", sa.String(NAME - 1), nullable=False, index=True),
    instant("at"),
    info=STAYS_HERE,
)

laptop_turn = sa.Table(
    "laptop_turn",
    METADATA,
    id_column(),
    reference("assessment.id"),
    reference("agency.id", nullable=True),
    sa.Column("pin_hash", sa.String(_HASH), nullable=False),
    sa.Column("wrong_pins", sa.Integer(), nullable=False, server_default="0"),
    instant("last_wrong_at", nullable=True),
    instant("began_at"),
    instant("saved_at"),
    instant("ended_at", nullable=True),
    version_column(),
    info=STAYS_HERE,
)
