"""What every test may ask for: a desk on SQLite, or one on each of the two databases."""

import contextlib
import functools
import gc
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import settings
from sqlalchemy.engine.interfaces import DBAPIConnection

from assessment.access.desk import Desk
from assessment.store.engine import connect, sqlite_url
from tests.desk import make_desk, sqlite_template
from tests.e2e.chromium import NO_CHROMIUM
from tests.postgres import NO_WHEEL, Databases, server, skip_loudly


# On CI a run repeats itself, so that a red one is about the change; at a desk it explores.
settings.register_profile("throughcare", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("throughcare")

# Where a computer is told to keep no compiled modules, each app that is served would compile anew
# all that it imports, which is a third of its start.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A file goes whole to one worker, so what is left for last must be short.
_LONGEST = (
    "tests/starter/test_fresh_clone",
    "tests/e2e/test_screens",
    "tests/e2e/test_autosave",
    "tests/e2e/",
    "tests/exports/",
)

_UNTIL_THE_END = pytest.StashKey[contextlib.ExitStack]()
_SERVER = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep what must be let go of when the run ends."""
    config.stash[_UNTIL_THE_END] = contextlib.ExitStack()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the PostgreSQL that this process brought up."""
    config.stash[_UNTIL_THE_END].close()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    """Tell an xdist worker where the one PostgreSQL of this run is."""
    node.workerinput["postgres"] = _server_url(node.config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that the workers finish together."""
    items.sort(key=_place_in_the_run)  # which leaves the order within a folder as it was


def pytest_collection_finish() -> None:
    """Seek garbage only in what tests make: all else stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def _place_in_the_run(item: pytest.Item) -> int:
    name = item.path.as_posix()
    return next((at for at, part in enumerate(_LONGEST) if part in name), len(_LONGEST))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end, where it is read, what was not tested for want of a database or a browser.

    It stands here since the controller of xdist's workers reads no conftest of a folder below.
    """
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for missing, words in {"PostgreSQL": NO_WHEEL, "Chromium": NO_CHROMIUM}.items():
        if any(words in reason for reason in skipped):
            terminalreporter.section(missing, sep="!", red=True)
            terminalreporter.line(words)


def _server_url(config: pytest.Config) -> str:
    if hasattr(config, "workerinput"):
        return str(config.workerinput["postgres"])
    if _SERVER not in config.stash:
        config.stash[_SERVER] = config.stash[_UNTIL_THE_END].enter_context(server())
    return config.stash[_SERVER]


@pytest.fixture(scope="session", autouse=True)
def components_sought_once() -> Iterator[None]:
    """Let AppTest look for components once in a run, and not at each opening of a page.

    It reads the metadata of every installed package to find none, which takes longer than our
    pages do. Where no test has imported Streamlit there is nothing to do.
    """
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit.testing.v1" in sys.modules:
            from streamlit.components.v2 import manifest_scanner

            once = functools.cache(manifest_scanner.scan_component_manifests)
            patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def sqlite_in_a_hurry() -> Iterator[None]:
    """Let the throw-away files not wait for the disk, as the throw-away PostgreSQL does not."""
    sa.event.listen(sa.Pool, "checkout", _wait_for_no_disk)
    yield
    sa.event.remove(sa.Pool, "checkout", _wait_for_no_disk)


@pytest.fixture(scope="session", autouse=True)
def statements_put_into_words_once() -> Iterator[None]:
    """Let all SQLite files of a run share the SQL that was made of a statement.

    The app keeps one engine and with it what it once made; each test has an engine of its own, and
    would spend more time on making the same SQL again than on what it asks.
    """
    with pytest.MonkeyPatch.context() as patch:
        one, create_engine = sa.create_engine("sqlite://", query_cache_size=3_000), sa.create_engine
        one.connect().close()  # which tells the dialect what this SQLite can do
        one.dispose()

        def create(*given: Any, **options: Any) -> sa.Engine:
            engine = create_engine(*given, **options)
            if type(engine.dialect) is type(one.dialect):
                engine.dialect = one.dialect
                engine._compiled_cache = one._compiled_cache
            return engine

        patch.setattr(sa, "create_engine", create)
        yield


def _wait_for_no_disk(connection: DBAPIConnection, *_pooled: object) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture
def at_its_own_pace() -> Iterator[None]:
    """SQLite waits for the disk as it does in the app; to be asked for before a desk."""
    sa.event.remove(sa.Pool, "checkout", _wait_for_no_disk)
    yield
    sa.event.listen(sa.Pool, "checkout", _wait_for_no_disk)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    return sqlite_template(tmp_path_factory.mktemp("template") / "throughcare.db")


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Databases on a real PostgreSQL; skipped, loudly, where the platform has none."""
    url = _server_url(request.config)
    if not url:
        skip_loudly()
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    databases = Databases(url, worker)
    yield databases
    databases.close()


@pytest.fixture
def sqlite_database_url(empty_sqlite: Path, tmp_path: Path) -> str:
    """The URL of a fresh, migrated SQLite file in the test's own folder."""
    return sqlite_url(Path(shutil.copy(empty_sqlite, tmp_path / "throughcare.db")))


@pytest.fixture
def desk(sqlite_database_url: str) -> Iterator[Desk]:
    """A desk of the lead on a real SQLite file, with a held clock and counted ids."""
    store = connect(sqlite_database_url)
    yield make_desk(store)
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The same desk on SQLite and on PostgreSQL: the test runs once on each."""
    if request.param == "sqlite":
        url = request.getfixturevalue("sqlite_database_url")
    else:
        url = request.getfixturevalue("postgres").emptied()
    store = connect(url)
    yield make_desk(store)
    store.close()
