"""Installations of Throughcare for these tests, each with an empty database of its own."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessment.access.desk import Desk
from assessment.store.engine import connect, sqlite_url
from assessment.store.location import DATA_VARIABLE


NOW = datetime(2026, 11, 22, 11, 2, 14, tzinfo=UTC)
Install = Callable[[str], Desk]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rescue copies of a PostgreSQL installation go to the test's own folder too."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))


@pytest.fixture
def install(empty_sqlite: Path, tmp_path: Path) -> Iterator[Install]:
    """Makes a desk in a folder of its own."""
    desks: list[Desk] = []

    def made(name: str) -> Desk:
        folder = tmp_path / name
        folder.mkdir()
        url = sqlite_url(Path(shutil.copy(empty_sqlite, folder / "throughcare.db")))
        desks.append(Desk(connect(url), now=lambda: NOW))
        return desks[-1]

    yield made
    for desk in desks:
        desk.store.close()
