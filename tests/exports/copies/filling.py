"""Fills every table there is with rows that its constraints allow, whatever tables there are."""

import random
import re
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from assessment.access.texts import tidy
from assessment.bank.rules.digest import digest
from assessment.store.declared import every_table
from assessment.store.engine import Store
from assessment.store.tables import OF
from exports.copies.rules.naming import is_a_name
from tests.assessment.bank.small import bank


TRIES = 3_000
WORDS = (
    "",
    "Weekly handover",
    "=1+1 <b>& “quotes”",
    "Ŵyn ŷd, مرحبا, 👩🏽‍⚕️",
    "two\nlines\tand a tab \\ \" '",
)
SPOKEN = {"partnership_id": "partnership", "assessment_id": "assessment"}


def fill(store: Store, seed: int, *, rows: int = 2) -> str:
    """Put about `rows` rows into every table, all of one partnership; gives its id."""
    luck = random.Random(seed)  # noqa: S311
    ids: dict[str, list[str]] = {}
    with store.writing() as tx:
        for table in _in_order(every_table()):
            for _ in range(1 if table.name == "partnership" else rows):
                row = _kept(tx.connection, table, luck, ids)
                if row is not None and "id" in row:
                    ids.setdefault(table.name, []).append(row["id"])
    return ids["partnership"][0]


def _in_order(metadata: sa.MetaData) -> list[sa.Table]:
    tables = metadata.sorted_tables
    return sorted(tables, key=lambda t: any(c.name in SPOKEN and not c.foreign_keys for c in t.c))


def _kept(
    connection: sa.Connection, table: sa.Table, luck: random.Random, ids: dict[str, list[str]]
) -> dict[str, Any] | None:
    """A row that was accepted. Link tables may already hold every pair there is."""
    for _ in range(TRIES):
        row = {column.name: _value(column, luck, ids) for column in table.columns}
        if table.name == "statement_bank":
            row |= _statements(row["name"])
        try:
            with connection.begin_nested():
                connection.execute(table.insert().values(row))
        except sa.exc.IntegrityError:
            continue
        return row
    if {c.name for c in table.primary_key} != {"id"}:
        return None
    raise AssertionError(f"no row that {table.name} accepts was found")


def _statements(name: str) -> dict[str, Any]:
    """A set that can be used, and its fingerprint."""
    kept = bank(lambda raw: raw["about"].update(name=f"Set {tidy(name)[:60]}".splitlines()[0]))
    about = kept.about
    listed = {"name": about.name, "edition": about.version, "wording": about.wording.value}
    return {**listed, "body": kept.model_dump(mode="json"), "digest": digest(kept)}


def _value(column: sa.Column[Any], luck: random.Random, ids: dict[str, list[str]]) -> Any:
    parent = next((key.column.table.name for key in column.foreign_keys), SPOKEN.get(column.name))
    if column.nullable and luck.random() < 0.4 and column.name != "partnership_id":
        return sa.null()
    if parent is not None:
        return luck.choice(ids[parent])
    if column.name == "id":
        return str(uuid.UUID(int=luck.getrandbits(128), version=4))
    return _typed(column, luck)


def _typed(column: sa.Column[Any], luck: random.Random) -> Any:
    match column.type:
        case sa.Boolean():
            return luck.random() < 0.5
        case sa.Integer():
            return luck.choice((0, 1, 2, 3, luck.randrange(1, 10_000)))
        case sa.Date():
            return date(2026, 1, 1) + timedelta(days=luck.randrange(2_000))
        case sa.JSON():
            return {"text": luck.choice(WORDS), "deep": [1, None, True, {"x": luck.random()}]}
        case sa.String():
            return _words(column, luck)
        case _:
            return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=luck.randrange(10**14))


def _words(column: sa.Column[Any], luck: random.Random) -> str:
    allowed = [
        option
        for check in column.table.constraints
        if isinstance(check, sa.CheckConstraint)
        for listed in re.findall(rf"\b{column.name} in \((.*?)\)", str(check.sqltext), re.I)
        for option in re.findall(r"'(\w*)'", listed)
    ]
    if column.info.get(OF) and not allowed:
        allowed = [option.value for option in column.info[OF]]
    length = column.type.length if isinstance(column.type, sa.String) else None
    words = WORDS[1:] if is_a_name(column.table.name, column.name) else WORDS
    word = luck.choice(allowed or words)
    unique = f"{word}{luck.randrange(10**6)}" if word in WORDS[1:] else word
    return unique[: length or 100]
