"""Installations of Throughcare for these tests, each with an empty database of its own."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessment.access.desk import Desk
from assessment.store.engine import sqlite_url
from assessment.store.schema import open_store


NOW = datetime(2026, 11, 22, 11, 2, 14, tzinfo=UTC)
Install = Callable[[str], Desk]


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    """Makes a desk in a folder of its own."""
    desks: list[Desk] = []

    def made(name: str) -> Desk:
        folder = tmp_path / name
        folder.mkdir()
        desk = Desk(open_store(sqlite_url(folder / "throughcare.db")), now=lambda: NOW)
        desks.append(desk)
        return desk

    yield made
    for desk in desks:
        desk.store.close()
