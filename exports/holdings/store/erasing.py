"""Takes a text, or a whole assessment, out of a database so that its bytes are gone too."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from assessment.store.activity import ActivityEvent, activity_event, record
from assessment.store.belonging import belonging
from assessment.store.bulk import remove_all
from assessment.store.declared import every_table
from assessment.store.engine import Store, connect, sqlite_url
from assessment.store.work import Reading, Writing
from exports.holdings.model import Erasure
from exports.holdings.store.redacting import without_field, without_text


class CannotBeRead(Exception):
    """A local copy that is no database, or one that is in use."""


def erase_text(
    tx: Writing, partnership_id: str, erasure: Erasure, at: datetime, event: ActivityEvent
) -> None:
    """Replace the text in its row and in the log, and record that it was.

    The row's own events lose whatever the field held; all others lose the text itself.
    """
    metadata = every_table()
    _erase_row(tx.connection, metadata, erasure, at)
    _erase_log(tx.connection, metadata, erasure, partnership_id)
    record(tx.connection, event, {}, {erasure.place.field: erasure.mark})


def _erase_row(
    connection: sa.Connection, metadata: sa.MetaData, erasure: Erasure, at: datetime | None
) -> None:
    """The row moves on by a version, so that a page still open cannot bring the text back."""
    place = erasure.place
    table = metadata.tables.get(place.table)
    if table is None or place.field not in table.columns:
        return
    values: dict[str, Any] = {place.field: erasure.leave}
    if "version" in table.columns:
        values["version"] = table.c.version + 1
    if at is not None and "saved_at" in table.columns:
        values["saved_at"] = at
    held = table.c[place.field]
    this = sa.and_(table.c.id == place.row_id, held.is_not(None), held.not_in(["", erasure.keep]))
    connection.execute(table.update().where(this).values(values))


def _erase_log(
    connection: sa.Connection,
    metadata: sa.MetaData,
    erasure: Erasure,
    partnership_id: str | None,
) -> None:
    log = metadata.tables["activity_event"]
    place = erasure.place
    own = sa.and_(log.c.subject_table == place.table, log.c.subject_id == place.row_id)
    mine = sa.true() if partnership_id is None else log.c.partnership_id == partnership_id
    query = sa.select(log.c.id, log.c.before, log.c.after, own.label("own")).where(
        sa.or_(own, mine)
    )
    for row in connection.execute(query).mappings().all():
        values = {side: _cleaned(row, side, erasure) for side in ("before", "after")}
        if any(row[side] != values[side] for side in values):
            connection.execute(log.update().where(log.c.id == row["id"]).values(values))


def _cleaned(row: sa.RowMapping, side: str, erasure: Erasure) -> Any:
    values = without_field(row[side], erasure) if row["own"] else row[side]
    return without_text(values, erasure.text, erasure.mark)


def erase_from_copy(file: Path, erasure: Erasure) -> None:
    """The same in a local copy of the database, whatever schema it has.

    Raises:
        CannotBeRead: it is no database, or it is in use.
    """
    store = connect(sqlite_url(file))
    try:
        metadata = sa.MetaData()
        metadata.reflect(store.engine)
        with store.writing() as tx:
            _erase_row(tx.connection, metadata, erasure, None)
            if "activity_event" in metadata.tables:
                _erase_log(tx.connection, metadata, erasure, None)
        if not scrub(store):
            raise CannotBeRead
        with store.engine.connect() as connection:
            _raw(connection).execute("PRAGMA journal_mode=DELETE")
    except (sa.exc.DatabaseError, sqlite3.OperationalError) as error:
        raise CannotBeRead from error
    finally:
        store.close()


def scrub(store: Store) -> bool:
    """Make the bytes of what was removed go: empty the write-ahead log and rebuild the file.

    Says whether it was done. Another process in the midst of reading can hold it up. PostgreSQL
    is told to rebuild its tables; its own archives are its administrator's.
    """
    try:
        with store.engine.connect() as connection:
            if store.kind == "sqlite":
                return _scrub_sqlite(connection)
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            alone.exec_driver_sql("SET lock_timeout = '10s'")
            alone.exec_driver_sql("VACUUM FULL")
            alone.exec_driver_sql("RESET lock_timeout")
    except (sa.exc.OperationalError, sqlite3.OperationalError):
        return False
    return True


def _scrub_sqlite(connection: sa.Connection) -> bool:
    raw = _raw(connection)
    raw.execute("VACUUM")
    busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _raw(connection: sa.Connection) -> Any:
    """The driver's own connection, where no transaction has been begun."""
    return connection.connection.driver_connection


def assessments_of(tx: Reading, partnership_id: str) -> frozenset[str]:
    """The ids of an area's assessments in use."""
    table = every_table().tables["assessment"]
    mine = (table.c.partnership_id == partnership_id, table.c.archived_at.is_(None))
    return frozenset(str(row["id"]) for row in tx.all(sa.select(table.c.id).where(*mine)))


def erase_assessment(tx: Writing, assessment_id: str, event: ActivityEvent) -> None:
    """Delete everything that belongs to the assessment, its part of the log included."""
    metadata = every_table()
    conditions = dict(belonging(metadata, "assessment", assessment_id))
    told_of = [
        sa.and_(
            activity_event.c.subject_table == table.name,
            activity_event.c.subject_id.in_(sa.select(table.c.id).where(condition)),
        )
        for table, condition in conditions.items()
        if "id" in table.columns and table is not activity_event
    ]
    conditions[activity_event] = sa.or_(conditions[activity_event], *told_of)
    remove_all(tx, metadata, conditions, event)
