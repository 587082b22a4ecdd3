"""Brings a database to the schema this code knows, and refuses one that is newer."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from assessment.store.engine import Store, connect
from assessment.store.trouble import Refusal, told, trouble_of


MIGRATIONS = Path(__file__).with_name("migrations")


class NewerSchema(Exception):
    """The database was written by a newer Throughcare than this one."""


class MigrationFailed(Exception):
    """A migration could not be done and was rolled back whole; the rescue copy is untouched."""


def open_store(url: str, *, now: datetime | None = None, refusal: Refusal | None = None) -> Store:
    """A store at the newest schema, made if it is not there yet.

    A SQLite file that has to be changed is copied to `rescue/` beside it first, named by `now`.
    `refusal` makes what is raised, now and later, when the database is busy, full or gone.

    Raises:
        NewerSchema: the database's revision is unknown to this code.
        MigrationFailed: a migration, or a check after it, failed; nothing was changed.
    """
    store = connect(url, refusal)
    try:
        with told(refusal):
            _bring_up(store, now)
    except BaseException:
        store.close()
        raise
    return store


def _bring_up(store: Store, now: datetime | None) -> None:
    present = revision_of(store)
    if present == head_revision():
        return
    if present is not None and present not in known_revisions():
        raise NewerSchema(present)
    if present is not None and store.file is not None and now is not None:
        rescue_copy(store.file, now)
    upgrade(store)


def head_revision() -> str:
    """The newest revision this code knows."""
    return str(ScriptDirectory(str(MIGRATIONS)).get_current_head())


def known_revisions() -> frozenset[str]:
    """Every revision this code can start from."""
    return frozenset(s.revision for s in ScriptDirectory(str(MIGRATIONS)).walk_revisions())


def revision_of(store: Store) -> str | None:
    """The revision a database is at; None for an empty one."""
    with store.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(store: Store, to: str = "head") -> None:
    """Run the migrations up to a revision, in one transaction.

    On SQLite with foreign keys off: rebuilding a table with them on deletes its children's rows.

    Raises:
        MigrationFailed: it broke off, or references are broken afterwards; all was rolled back.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        with _migrating(store) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if store.kind == "sqlite" and _references_are_broken(connection):
                raise MigrationFailed
    except sa.exc.SQLAlchemyError as error:
        if trouble_of(error) is not None:
            raise
        raise MigrationFailed from error


def _references_are_broken(connection: sa.Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None


@contextmanager
def _migrating(store: Store) -> Iterator[sa.Connection]:
    """A writing connection; foreign keys are switched outside the transaction, as SQLite asks."""
    with store.engine.connect().execution_options(writes=True) as connection:
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            if isinstance(raw, sqlite3.Connection):
                raw.execute("PRAGMA foreign_keys=ON")


def rescue_copy(file: Path, now: datetime) -> Path:
    """A whole copy of a SQLite database, beside it in `rescue/`; gives its path."""
    folder = file.parent / "rescue"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{file.stem} {now:%Y-%m-%d %H%M%S}{file.suffix}"
    partial = target.with_suffix(".partial")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
    shutil.move(partial, target)
    return target
