"""Takes a partnership's rows out of the database and brings them back in."""

import base64
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from assessment.store.activity import ActivityEvent
from assessment.store.belonging import belonging, rows, with_shared
from assessment.store.bulk import insert_all
from assessment.store.declared import every_table
from assessment.store.engine import Store, connect, sqlite_url
from assessment.store.schema import (
    MigrationFailed,
    head_revision,
    known_revisions,
    upgrade,
)
from assessment.store.tables import OF
from assessment.store.work import Reading, Writing
from exports.copies.model import DOES_NOT_HOLD_TOGETHER, CopyFile, Tables, UnusableCopy


# Alembic keeps its context in module globals, so one staging at a time.
_STAGING = threading.Lock()
_WHOLE_NUMBERS = range(-(2**31), 2**31)


def current_revision() -> str:
    """The schema revision that a copy made now is at."""
    return head_revision()


def is_known(revision: str) -> bool:
    """Whether this Throughcare can read copies at the revision."""
    return revision in known_revisions()


def tables_of(tx: Reading, partnership_id: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of a partnership, and every shared row it uses, as JSON keeps them.

    Codes, devices and locks of this installation stay here.
    """
    metadata = every_table()
    owned = belonging(metadata, "partnership", partnership_id)
    found = rows(tx, with_shared(metadata, owned))
    return {
        table.name: [_as_json(dict(row)) for row in batch]
        for table, batch in found.items()
        if not stays_here(table.name)
    }


def stays_here(name: str) -> bool:
    """Whether a table is about this installation alone: its devices, codes and locks."""
    table = every_table().tables.get(name)
    return table is not None and bool(table.info.get("stays_here"))


def area_of(tx: Reading, partnership_id: str) -> str | None:
    """The partnership's area name, or None when it is not kept here."""
    table = every_table().tables["partnership"]
    name: str | None = tx.value(sa.select(table.c.name).where(table.c.id == partnership_id))
    return name


def _as_json(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode()
        case Decimal():
            return str(value)
        case _:
            return value


@contextmanager
def staged(copy: CopyFile) -> Iterator[Reading]:
    """The copy in a database of its own at this code's schema, every constraint checked.

    Raises:
        UnusableCopy: its rows do not fit their tables or one another.
    """
    with _STAGING, tempfile.TemporaryDirectory(prefix="throughcare-") as folder:
        store = connect(sqlite_url(Path(folder) / "copy.db"))
        try:
            _fill(store, copy)
            with store.reading() as tx:
                _check_all_belongs(tx, copy)
                yield tx
        finally:
            store.close()


def _fill(store: Store, copy: CopyFile) -> None:
    upgrade(store, copy.schema_revision)
    batches = _converted(_reflected(store), copy.tables)
    try:
        with store.writing() as tx:
            tx.connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for table, batch in batches.items():
                _insert(tx, table, batch)
        upgrade(store)
    except (sa.exc.DatabaseError, MigrationFailed) as error:
        raise UnusableCopy(DOES_NOT_HOLD_TOGETHER) from error


def _insert(tx: Writing, table: sa.Table, batch: Sequence[Mapping[str, Any]]) -> None:
    """All rows at once. Raises UnusableCopy that names the first of them that its table refuses."""
    try:
        with tx.connection.begin_nested():
            if batch:
                tx.connection.execute(table.insert(), batch)
    except sa.exc.IntegrityError as error:
        for number, row in enumerate(batch, start=1):
            try:
                tx.connection.execute(table.insert(), row)
            except sa.exc.IntegrityError:
                where = f"{table.name}, row {number}: what it says does not go together"
                raise UnusableCopy(DOES_NOT_HOLD_TOGETHER, [where]) from error
        raise


def _reflected(store: Store) -> sa.MetaData:
    metadata = sa.MetaData()
    metadata.reflect(store.engine)
    return metadata


def _converted(metadata: sa.MetaData, tables: Tables) -> dict[sa.Table, list[dict[str, Any]]]:
    known = {name for name in metadata.tables if name != "alembic_version" and not stays_here(name)}
    unknown = sorted(set(tables) - known)
    if unknown:
        raise UnusableCopy(DOES_NOT_HOLD_TOGETHER, [f"{name}: no such part" for name in unknown])
    return {
        metadata.tables[name]: [
            _row(metadata.tables[name], number, row) for number, row in enumerate(batch, start=1)
        ]
        for name, batch in tables.items()
    }


def _row(table: sa.Table, number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    if set(row) != set(table.columns.keys()):
        raise UnusableCopy(DOES_NOT_HOLD_TOGETHER, [f"{table.name}, row {number}: other fields"])
    return {name: _cell(table.columns[name], number, value) for name, value in row.items()}


def _cell(column: sa.Column[Any], number: int, value: Any) -> Any:
    """A JSON value as the column's type takes it. Raises UnusableCopy, never naming the value."""
    if value is None or isinstance(column.type, sa.JSON):
        return value
    try:
        return _typed(column.type, value)
    except (TypeError, ValueError, OverflowError) as error:
        where = f"{column.table.name}, row {number}, {column.name}: not what belongs there"
        raise UnusableCopy(DOES_NOT_HOLD_TOGETHER, [where]) from error


def _typed(kind: sa.types.TypeEngine[Any], value: Any) -> Any:
    match kind, value:
        case sa.Boolean(), bool():
            return value
        case sa.Integer(), int() if not isinstance(value, bool) and value in _WHOLE_NUMBERS:
            return value
        case sa.DateTime(), str():
            return _utc(datetime.fromisoformat(value))
        case sa.Date(), str():
            return date.fromisoformat(value)
        case sa.LargeBinary(), str():
            return base64.b64decode(value, validate=True)
        case sa.Float(), int() | float():
            return float(value)
        case sa.Numeric(), str():
            return Decimal(value)
        case sa.String(), str():
            return value
    raise TypeError


def _utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError
    return value.astimezone(UTC).replace(tzinfo=None)


def _check_all_belongs(tx: Reading, copy: CopyFile) -> None:
    """Nothing may ride along: every row hangs from this partnership, and every text fits."""
    metadata = every_table()
    owned = belonging(metadata, "partnership", copy.partnership_id)
    found = rows(tx, with_shared(metadata, owned))
    stray = [
        table.name
        for table in metadata.sorted_tables
        if tx.value(sa.select(sa.func.count()).select_from(table)) != len(found.get(table, ()))
    ]
    long = [
        f"{table.name}, {name}: longer than it may be"
        for table, batch in found.items()
        for name, limit in _limits(table).items()
        if any(len(row[name] or "") > limit for row in batch)
    ]
    unknown = [
        f"{table.name}, row {_number(copy, table, dict(row))}, {name}: not what belongs there"
        for table, batch in found.items()
        for name, allowed in _choices(table).items()
        for row in batch
        if row[name] is not None and row[name] not in allowed
    ]
    if stray or long or unknown or not found[metadata.tables["partnership"]]:
        problems = [f"{name}: rows of another partnership" for name in stray]
        raise UnusableCopy(DOES_NOT_HOLD_TOGETHER, [*problems, *long, *unknown])


def _limits(table: sa.Table) -> dict[str, int]:
    kinds = {column.name: column.type for column in table.columns}
    return {n: k.length for n, k in kinds.items() if isinstance(k, sa.String) and k.length}


def _choices(table: sa.Table) -> dict[str, frozenset[str]]:
    """What each column of choices may say: the values of the enum it is declared with."""
    enums = {column.name: column.info.get(OF) for column in table.columns}
    return {name: frozenset(one.value for one in of) for name, of in enums.items() if of}


def _number(copy: CopyFile, table: sa.Table, row: Mapping[str, Any]) -> int:
    """Which row of its part of the copy it is, from 1."""
    keys = [column.name for column in table.primary_key]
    given = [[one[key] for key in keys] for one in copy.tables[table.name]]
    return given.index([row[key] for key in keys]) + 1


def bring_in(source: Reading, tx: Writing, partnership_id: str, event: ActivityEvent) -> int:
    """Copy the staged rows into this database; gives how many.

    A shared row that is kept here under another id, as each installation keeps the statements,
    is not brought twice: what used it then uses the one here.

    Raises:
        UnusableCopy: a row is kept here already as something else.
    """
    metadata = every_table()
    owned = belonging(metadata, "partnership", partnership_id)
    conditions = with_shared(metadata, owned)
    batches: dict[sa.Table, list[dict[str, Any]]] = {}
    stand_ins: dict[sa.Table, dict[str, str]] = {}
    for table, batch in rows(source, conditions).items():
        batches[table] = [_pointing_here(table, dict(row), stand_ins) for row in batch]
        if conditions[table] is not owned.get(table):
            stand_ins[table] = _kept_already(tx, table, batches[table])
            batches[table] = [r for r in batches[table] if r["id"] not in stand_ins[table]]
    try:
        insert_all(tx, batches, event)
    except sa.exc.IntegrityError as error:
        raise UnusableCopy(_KEPT_AS_SOMETHING_ELSE) from error
    return sum(len(batch) for batch in batches.values())


_KEPT_AS_SOMETHING_ELSE = (
    "Part of this complete copy is kept here already, but with other contents, so the copy was "
    "not loaded. Nothing was changed. Load it into an empty data folder, or ask for a newer copy."
)


def _pointing_here(
    table: sa.Table, row: dict[str, Any], stand_ins: Mapping[sa.Table, Mapping[str, str]]
) -> dict[str, Any]:
    for key in table.foreign_keys:
        here = stand_ins.get(key.column.table, {})
        row[key.parent.name] = here.get(row[key.parent.name], row[key.parent.name])
    return row


def _kept_already(
    tx: Reading, table: sa.Table, batch: Sequence[Mapping[str, Any]]
) -> dict[str, str]:
    """Shared rows that are here: their id in the copy, and their id here.

    The same row is told by what is unique about it (the digest of a set of statements), or else
    by being equal.
    """
    found: dict[str, str] = {}
    unique = [c.columns for c in table.constraints if isinstance(c, sa.UniqueConstraint)]
    for row in batch:
        for columns in unique:
            same = sa.and_(*(column == row[column.name] for column in columns))
            here = tx.value(sa.select(table.c.id).where(same))
            if here is not None:
                found[row["id"]] = here
        if row["id"] not in found:
            here = tx.first(sa.select(table).where(table.c.id == row["id"]))
            if here is not None and dict(here) != row:
                raise UnusableCopy(_KEPT_AS_SOMETHING_ELSE)
            if here is not None:
                found[row["id"]] = row["id"]
    return found
