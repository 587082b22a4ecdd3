"""Data for the whole app: empty, with an area just begun, or with the fictional area's all."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st

from assessment.access import opening
from assessment.access.actor import LOCAL_LEAD, Actor
from assessment.access.desk import Desk
from assessment.store.engine import connect, sqlite_url
from exports.demo.service import load_demo
from tests.desk import begin_area


DATA = ("nothing", "an area", "two areas")


@pytest.fixture(scope="session")
def full_sqlite(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Path:
    """A database with the fictional area: every kind of row there is."""
    file = Path(shutil.copy(empty_sqlite, tmp_path_factory.mktemp("full") / "throughcare.db"))
    store = connect(sqlite_url(file))
    load_demo(Desk(store))
    store.close()
    return file


@pytest.fixture
def seat(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Give the app its data, and someone to sit at it; there is no sign-in yet to say who."""
    stores = []

    def take(template: Path, actor: Actor = LOCAL_LEAD) -> Desk:
        store = connect(sqlite_url(Path(shutil.copy(template, tmp_path / "throughcare.db"))))
        stores.append(store)
        desk = Desk(store, actor=actor)
        monkeypatch.setattr(opening, "open_desk", lambda: desk)
        st.cache_resource.clear()
        return desk

    yield take
    st.cache_resource.clear()
    for store in stores:
        store.close()


@pytest.fixture(params=DATA)
def any_data(request: pytest.FixtureRequest) -> tuple[Path, bool]:
    """A database of each kind, and whether an area is in it; "two areas" holds the full one too."""
    if request.param == "nothing":
        return request.getfixturevalue("empty_sqlite"), False
    file = "area_sqlite" if request.param == "an area" else "two_areas_sqlite"
    return request.getfixturevalue(file), True


@pytest.fixture(scope="session")
def area_sqlite(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Path:
    """A database with an area that has only just been begun."""
    return _with_area(tmp_path_factory, empty_sqlite, "area")


@pytest.fixture(scope="session")
def two_areas_sqlite(tmp_path_factory: pytest.TempPathFactory, full_sqlite: Path) -> Path:
    """The fictional area, and one that has only just been begun."""
    return _with_area(tmp_path_factory, full_sqlite, "two")


def _with_area(factory: pytest.TempPathFactory, template: Path, name: str) -> Path:
    file = Path(shutil.copy(template, factory.mktemp(name) / "throughcare.db"))
    store = connect(sqlite_url(file))
    begin_area(Desk(store), "Brackwater")
    store.close()
    return file
