"""A complete copy leaves nothing behind: whatever the tables hold, it comes back the same."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.access.desk import Desk
from assessment.store.declared import every_table
from assessment.store.engine import connect, sqlite_url
from exports.copies import service
from tests.desk import make_desk
from tests.exports.copies.conftest import NOW, Install
from tests.exports.copies.filling import fill
from tests.postgres import Databases


@contextmanager
def installation(template: Path) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder:
        store = connect(sqlite_url(Path(shutil.copy(template, Path(folder) / "throughcare.db"))))
        try:
            yield Desk(store, now=lambda: NOW)
        finally:
            store.close()


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_out_and_in_and_out_again_is_the_same(empty_sqlite: Path, seed: int) -> None:
    with installation(empty_sqlite) as here, installation(empty_sqlite) as there:
        partnership = fill(here.store, seed)
        copy = service.make_copy(here, partnership)
        service.load_copy(there, copy, confirmed=True)
        assert service.make_copy(there, partnership) == copy


def test_a_copy_loads_into_postgresql_and_takes_its_own_place(
    install: Install, postgres: Databases
) -> None:
    """Whatever an installation keeps its data in; what stood there is saved, though the same."""
    here = install("here")
    partnership = fill(here.store, 3)
    copy = service.make_copy(here, partnership)
    store = connect(postgres.emptied())
    there = make_desk(store, now=here.now)
    service.load_copy(there, copy, confirmed=True)
    loaded = service.load_copy(there, copy, replace=True, confirmed=True)
    assert loaded.rescue is not None
    assert loaded.rescue.read_bytes() == copy
    assert service.make_copy(there, partnership) == copy
    store.close()


def test_a_copy_holds_every_row_of_every_table(install: Install) -> None:
    desk = install("here")
    partnership = fill(desk.store, 1)
    tables = json.loads(service.make_copy(desk, partnership))["tables"]
    wanted = [t.name for t in every_table().tables.values() if not t.info.get("stays_here")]
    assert sorted(tables) == sorted(wanted)
    assert [name for name, rows in tables.items() if not rows] == []


def test_a_copy_leaves_other_partnerships_at_home(install: Install) -> None:
    desk = install("here")
    one = fill(desk.store, 1)
    before = service.make_copy(desk, one)
    fill(desk.store, 2)
    assert service.make_copy(desk, one) == before


def test_loading_beside_another_partnership_leaves_that_as_it_was(install: Install) -> None:
    here, there = install("here"), install("there")
    copy = service.make_copy(here, fill(here.store, 1))
    neighbour = fill(there.store, 2)
    before = service.make_copy(there, neighbour)
    service.load_copy(there, copy, confirmed=True)
    assert service.make_copy(there, neighbour) == before


def test_the_statements_kept_here_already_serve_a_copy_too(install: Install) -> None:
    here, there = install("here"), install("there")
    partnership = fill(here.store, 1)
    copy = service.make_copy(here, partnership)
    table = every_table().tables["statement_bank"]
    with here.store.reading() as mine, there.store.writing() as tx:
        bank = dict(mine.all(table.select())[0])
        tx.connection.execute(table.insert().values({**bank, "id": "kept-here-before"}))
    service.load_copy(there, copy, confirmed=True)
    tables = json.loads(service.make_copy(there, partnership))["tables"]
    digests = [row["digest"] for row in tables["statement_bank"]]
    assert sorted(digests) == sorted(set(digests))
    assert len(tables["assessment"]) == len(json.loads(copy)["tables"]["assessment"])


def test_replacing_saves_what_stood_there_first(install: Install) -> None:
    here, there = install("here"), install("there")
    partnership = fill(here.store, 1)
    copy = service.make_copy(here, partnership)
    service.load_copy(there, copy, confirmed=True)
    table = every_table().tables["partnership"]
    with there.store.writing() as tx:
        tx.connection.execute(table.update().values(name="Renamed since"))
    before = service.make_copy(there, partnership)
    loaded = service.load_copy(there, copy, replace=True, confirmed=True)
    assert loaded.rescue is not None
    assert loaded.rescue.read_bytes() == before
    assert service.make_copy(there, partnership) == copy
