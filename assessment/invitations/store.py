"""Codes, devices, wrong attempts and turns at the laptop: one row for each fact."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from assessment.access.texts import NAME
from assessment.invitations.model import Device, JoinCode, LaptopTurn
from assessment.store.activity import ActivityEvent, activity_event
from assessment.store.tables import (
    METADATA,
    STAYS_HERE,
    id_column,
    instant,
    reference,
    sealed,
    version_column,
    yes_no,
)
from assessment.store.work import Reading, Writing


# Sealed, all of them: the log goes into complete copies, where a hash would be tried at leisure.
_HASH = 128

join_code = sa.Table(
    "join_code",
    METADATA,
    id_column(),
    reference("assessment.id"),
    reference("agency.id"),
    sealed(sa.Column("code_hash", sa.String(_HASH), nullable=False, unique=True)),
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
    sealed(sa.Column("token_hash", sa.String(_HASH), nullable=False, unique=True)),
    sa.Column("number", sa.Integer(), nullable=False),
    yes_no("contact"),
    instant("joined_at"),
    instant("saved_at"),
    instant("ended_at", nullable=True),
    version_column(),
    sa.UniqueConstraint("assessment_id", "agency_id", "number"),
    info=STAYS_HERE,
)

# Where wrong codes came from, to slow down whoever guesses; rows of yesterday are cleared away, so
# the log must not keep the address either.
wrong_code = sa.Table(
    "wrong_code",
    METADATA,
    id_column(),
    sealed(sa.Column("source", sa.String(NAME - 1), nullable=False, index=True)),
    instant("at"),
    info=STAYS_HERE,
)

laptop_turn = sa.Table(
    "laptop_turn",
    METADATA,
    id_column(),
    reference("assessment.id"),
    reference("agency.id", nullable=True),
    sealed(sa.Column("pin_hash", sa.String(_HASH), nullable=False)),
    sa.Column("wrong_pins", sa.Integer(), nullable=False, server_default="0"),
    instant("last_wrong_at", nullable=True),
    instant("began_at"),
    instant("saved_at"),
    instant("ended_at", nullable=True),
    version_column(),
    info=STAYS_HERE,
)


_CODES = sa.select(join_code).where(join_code.c.revoked_at.is_(None))
_CODES_HERE = _CODES.where(join_code.c.assessment_id == sa.bindparam("assessment")).order_by(
    join_code.c.agency_id, join_code.c.made_at
)
_CODE = _CODES.where(join_code.c.code_hash == sa.bindparam("hash"))
_DEVICES = (
    sa.select(device)
    .where(device.c.assessment_id == sa.bindparam("assessment"))
    .order_by(device.c.agency_id, device.c.number)
)
_DEVICES_OF_AGENCY = _DEVICES.where(device.c.agency_id == sa.bindparam("agency"))
_DEVICE = sa.select(device).where(device.c.id == sa.bindparam("id"))
_DEVICE_OF_TOKEN = sa.select(device).where(device.c.token_hash == sa.bindparam("hash"))
_DEVICES_OF_TOKENS = sa.select(device).where(
    device.c.token_hash.in_(sa.bindparam("hashes", expanding=True))
)
_WRONG = sa.select(sa.func.count(wrong_code.c.id)).where(wrong_code.c.at > sa.bindparam("since"))
_WRONG_HERE = _WRONG.where(wrong_code.c.source == sa.bindparam("source"))
_WRONG_BEFORE = (
    sa.select(wrong_code.c.id)
    .where(wrong_code.c.at < sa.bindparam("day"))
    .order_by(wrong_code.c.at, wrong_code.c.id)
)
_TURN_NOW = sa.select(laptop_turn).where(laptop_turn.c.ended_at.is_(None))
# The log is where it stands who sat at the laptop already: the row holds only whose turn it is.
TURN_OVER = "laptop_turn.agency_done"
_TURNS_OVER = (
    sa.select(activity_event.c.before)
    .where(activity_event.c.subject_table == "laptop_turn")
    .where(activity_event.c.subject_id == sa.bindparam("turn"))
    .where(activity_event.c.what == TURN_OVER)
)


def codes_that_stand(tx: Reading, assessment_id: str) -> tuple[JoinCode, ...]:
    """The codes of an assessment that were not revoked, by agency."""
    rows = tx.all(_CODES_HERE, assessment=assessment_id)
    return tuple(JoinCode.model_validate(dict(row)) for row in rows)


def code_of_hash(tx: Reading, hashed: str) -> JoinCode | None:
    """The code with this hash, unless it was revoked."""
    row = tx.first(_CODE, hash=hashed)
    return JoinCode.model_validate(dict(row)) if row else None


def add_code(tx: Writing, one: JoinCode, event: ActivityEvent) -> None:
    """Keep a new code."""
    tx.insert(join_code, one.model_dump(), event)


def change_code(tx: Writing, code_id: str, values: Mapping[str, Any], event: ActivityEvent) -> None:
    """Change named fields of a code."""
    tx.update(join_code, code_id, values, event)


def devices_of_tokens(tx: Reading, hashes: Collection[str]) -> dict[str, Device]:
    """The devices with these hashes of tokens, by hash; those that were ended too."""
    rows = tx.all(_DEVICES_OF_TOKENS, hashes=sorted(hashes))
    return {row["token_hash"]: Device.model_validate(dict(row)) for row in rows}


def devices(tx: Reading, assessment_id: str) -> tuple[Device, ...]:
    """Every device that joined, by agency and number; those that were ended too."""
    rows = tx.all(_DEVICES, assessment=assessment_id)
    return tuple(Device.model_validate(dict(row)) for row in rows)


def devices_of_agency(tx: Reading, assessment_id: str, agency_id: str) -> tuple[Device, ...]:
    """Every device that joined for one agency, by number; those that were ended too."""
    rows = tx.all(_DEVICES_OF_AGENCY, assessment=assessment_id, agency=agency_id)
    return tuple(Device.model_validate(dict(row)) for row in rows)


def device_row(tx: Reading, device_id: str) -> Device | None:
    """One device."""
    row = tx.first(_DEVICE, id=device_id)
    return Device.model_validate(dict(row)) if row else None


def device_of_token(tx: Reading, hashed: str) -> Device | None:
    """The device whose token has this hash."""
    row = tx.first(_DEVICE_OF_TOKEN, hash=hashed)
    return Device.model_validate(dict(row)) if row else None


def add_device(tx: Writing, one: Device, event: ActivityEvent) -> None:
    """Keep a device that has just joined."""
    tx.insert(device, one.model_dump(), event)


def change_device(
    tx: Writing, device_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a device."""
    tx.update(device, device_id, values, event)


def wrong_codes(tx: Reading, since: datetime, source: str | None = None) -> int:
    """How many wrong codes came since then: from one source, or from all."""
    if source is None:
        return int(tx.value(_WRONG, since=since))
    return int(tx.value(_WRONG_HERE, since=since, source=source))


def add_wrong_code(
    tx: Writing, row_id: str, source: str, at: datetime, event: ActivityEvent
) -> None:
    """Remember that a wrong code came; the log is told that, and not from where."""
    tx.insert(wrong_code, {"id": row_id, "source": source, "at": at}, event)


def wrong_codes_before(tx: Reading, day: datetime) -> tuple[str, ...]:
    """The ids of wrong codes from before a moment."""
    return tuple(row["id"] for row in tx.all(_WRONG_BEFORE, day=day))


def remove_wrong_code(tx: Writing, row_id: str, event: ActivityEvent) -> None:
    """Forget one wrong code."""
    tx.delete(wrong_code, row_id, event)


def turn_now(tx: Reading) -> LaptopTurn | None:
    """The passing of the laptop that is going on; there is never more than one."""
    row = tx.first(_TURN_NOW)
    return LaptopTurn.model_validate(dict(row)) if row else None


def turns_over(tx: Reading, turn_id: str) -> frozenset[str]:
    """The agencies that have had their turn in this passing."""
    return frozenset(row["before"]["agency_id"] for row in tx.all(_TURNS_OVER, turn=turn_id))


def add_turn(tx: Writing, one: LaptopTurn, event: ActivityEvent) -> None:
    """Keep that the laptop is passed around from now on."""
    tx.insert(laptop_turn, one.model_dump(), event)


def change_turn(tx: Writing, turn_id: str, values: Mapping[str, Any], event: ActivityEvent) -> None:
    """Change named fields of a passing."""
    tx.update(laptop_turn, turn_id, values, event)
