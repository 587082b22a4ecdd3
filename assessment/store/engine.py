"""Opens the database: SQLite by default, PostgreSQL by its URL."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from copy import copy
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from assessment.store.trouble import Refusal, told
from assessment.store.work import Reading, Writing


BUSY_SECONDS = 10
KEPT_OPEN = 32  # SQLite connections: thirty devices may ask at once, and to open one takes 1 ms
WRITERS_LOCK = 7_420_611  # any number of our own: the name of the lock that writers queue for

T = TypeVar("T", bound=Reading)
Gate = Callable[[Reading], None]


class Store:
    """The one door to the database. Safe to share between threads and sessions."""

    def __init__(self, engine: sa.Engine, refusal: Refusal | None = None) -> None:
        """`refusal` makes what is raised when the database is busy, full or gone."""
        self.engine = engine
        self.refusal = refusal
        self._gate: Gate | None = None
        self._turn = Lock()
        self._running: ContextVar[Reading | None] = ContextVar("running", default=None)

    def behind(self, gate: Gate) -> "Store":
        """The same store for somebody who may be shut out at any moment.

        `gate` is asked first in each unit of work, in the same picture, and raises to refuse it: so
        nothing that is drawn or written late slips past, whichever use case it comes through.
        """
        gated = copy(self)
        gated._gate = gate
        return gated

    @property
    def kind(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self.engine.dialect.name

    @property
    def file(self) -> Path | None:
        """The SQLite database file, or None for PostgreSQL."""
        name = self.engine.url.database
        return Path(name) if self.kind == "sqlite" and name else None

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A consistent picture to read from: every query sees the same moment.

        Inside another transaction it is that one, so a page that reads through several services
        wraps them in one and all agree.
        """
        running = self._running.get()
        if running is not None:
            yield running
            return
        level = {} if self.kind == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        with (
            told(self.refusal),
            self.engine.connect().execution_options(**level) as connection,
            connection.begin(),
            self._as_running(Reading(connection)) as reading,
        ):
            yield reading

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Commits on leaving, rolls back on any error; inside another one, joins it.

        One writer at a time, in turn, on both databases: what a writer has read stays true until
        it commits, which the check for stale edits relies on.
        """
        running = self._running.get()
        if isinstance(running, Writing):
            yield running
            return
        with (
            self._in_turn(),
            told(self.refusal),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
            self._as_running(Writing(connection)) as writing,
        ):
            yield writing

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Queue for SQLite's one writer within this process.

        SQLite itself has no queue: it asks again after pauses of up to 100 ms, and whoever comes
        in between is served first. Whoever waits here in vain asks it, and is refused in its words.
        """
        mine = self.kind == "sqlite" and self._turn.acquire(timeout=BUSY_SECONDS)
        try:
            yield
        finally:
            if mine:
                self._turn.release()

    @contextmanager
    def _as_running(self, transaction: T) -> Iterator[T]:
        token = self._running.set(transaction)
        try:
            if self._gate is not None:
                self._gate(transaction)
            yield transaction
        finally:
            self._running.reset(token)

    def empty_log(self) -> bool:
        """Fold SQLite's write-ahead log into the file and empty it; says whether it was done.

        For what was taken back: until then the log still holds the pages as they were. A long
        read elsewhere holds it up, and then the next writers write over it. PostgreSQL's own log
        is its administrator's.
        """
        if self.kind != "sqlite" or self._running.get() is not None:
            return False
        with suppress(sqlite3.OperationalError), self.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
        return False

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def sqlite_url(file: Path) -> str:
    """The URL of a database file."""
    return sa.URL.create("sqlite", database=str(file)).render_as_string()


def named_by(url: str) -> tuple[str, Path | None]:
    """The kind of database that a URL names, and its file if it has one; "" for no URL."""
    try:
        parsed = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        return "", None
    kind = parsed.get_backend_name()
    in_a_file = kind == "sqlite" and parsed.database not in {None, "", ":memory:"}
    return kind, Path(str(parsed.database)).absolute() if in_a_file else None


def connect(url: str, refusal: Refusal | None = None) -> Store:
    """A store at the URL, as it is: no migration is run (see assessment.store.schema).

    Errors never quote what was being written, since they end in a log.
    """
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "postgresql":
        engine = sa.create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": BUSY_SECONDS},
        )
        sa.event.listen(engine, "begin", _begin_postgresql)
        return Store(engine, refusal)
    engine = sa.create_engine(
        parsed, pool_size=KEPT_OPEN, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS}
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return Store(engine, refusal)


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Foreign keys on, write-ahead log, removed text overwritten, and no driver-made BEGIN."""
    cursor: Any = connection.cursor()
    connection.isolation_level = None
    _write_ahead(cursor)
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Switch to the write-ahead log, with patience of our own.

    SQLite does not wait for another process at this one step: two that start on an empty
    database at once would find each other in the way.
    """
    patience = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: sa.Connection) -> None:
    """Writers take the lock at once, so that none fails half-way for want of it."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: sa.Connection) -> None:
    """Writers queue for one lock, as on SQLite, and give up as soon as there."""
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
