"""Kept sets of statements: each content once, never changed."""

from datetime import datetime

import sqlalchemy as sa

from assessment.access.texts import NAME
from assessment.bank.model import Bank, KeptBank, Wording
from assessment.store.activity import ActivityEvent
from assessment.store.tables import METADATA, choice, id_column, instant, text
from assessment.store.work import Reading, Writing


statement_bank = sa.Table(
    "statement_bank",
    METADATA,
    id_column(),
    text("name", NAME, nullable=False),
    text("edition", NAME, nullable=False),
    choice("wording", Wording, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    sa.Column("body", sa.JSON(), nullable=False),
    instant("added_at"),
)


def kept(tx: Reading) -> tuple[KeptBank, ...]:
    """Every kept set, the newest first."""
    table = statement_bank
    columns = (table.c.id, table.c.name, table.c.edition, table.c.wording, table.c.added_at)
    query = sa.select(*columns).order_by(table.c.added_at.desc(), table.c.id)
    return tuple(KeptBank.model_validate(dict(row)) for row in tx.all(query))


def id_of_digest(tx: Reading, digest: str) -> str | None:
    """The id of the set with this content, if it is kept."""
    found = tx.value(sa.select(statement_bank.c.id).where(statement_bank.c.digest == digest))
    return None if found is None else str(found)


def body(tx: Reading, bank_id: str) -> Bank | None:
    """The whole set, or None."""
    row = tx.first(sa.select(statement_bank.c.body).where(statement_bank.c.id == bank_id))
    return None if row is None else Bank.model_validate(row["body"])


def add(
    tx: Writing, bank_id: str, bank: Bank, digest: str, at: datetime, event: ActivityEvent
) -> None:
    """Keep a set under this id."""
    values = {
        "id": bank_id,
        "name": bank.about.name,
        "edition": bank.about.version,
        "wording": bank.about.wording.value,
        "digest": digest,
        "body": bank.model_dump(mode="json"),
        "added_at": at,
    }
    tx.insert(statement_bank, values, event)
