"""Several at once: threads of the app, and the app beside the command line."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest
import sqlalchemy as sa

from assessment.store import engine
from assessment.store.activity import activity_event
from assessment.store.engine import connect
from assessment.store.schema import open_store
from assessment.store.trouble import Trouble
from tests.assessment.store.rows import event, log, new_partnership, partnership, row
from tests.desk import CountedIds, make_desk


THREADS, WRITES = 20, 20


def url_of(desk) -> str:
    return desk.store.engine.url.render_as_string(hide_password=False)


class Told(Exception):
    """What a door raises for trouble."""


def test_twenty_threads_of_twenty_writes_lose_none(any_desk) -> None:
    desk = replace(any_desk, new_id=locked(CountedIds()))
    row_id = new_partnership(desk, "0")

    def count_up(_: int) -> None:
        for _ in range(WRITES):
            with desk.store.writing() as tx:
                query = sa.select(partnership.c.name).where(partnership.c.id == row_id)
                now = int(tx.value(query))
                tx.update(partnership, row_id, {"name": str(now + 1)}, event(desk, row_id))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(count_up, range(THREADS)))
    kept = row(desk, partnership, row_id)
    assert (kept["name"], kept["version"]) == (str(THREADS * WRITES), THREADS * WRITES + 1)
    assert len(log(desk, row_id)) == THREADS * WRITES


def test_app_and_command_line_may_be_open_together(any_desk) -> None:
    app, command = any_desk, make_desk(connect(url_of(any_desk)), new_id=any_desk.new_id)
    row_id = new_partnership(app)
    with app.store.reading() as tx:
        tx.value(sa.select(partnership.c.name))
        with command.store.writing() as theirs:
            theirs.update(partnership, row_id, {"name": "B"}, event(command, row_id))
    with app.store.writing() as tx:
        tx.update(partnership, row_id, {"marking": "M"}, event(app, row_id))
    kept = row(command, partnership, row_id)
    assert (kept["name"], kept["marking"], kept["version"]) == ("B", "M", 3)
    command.store.close()


def test_two_that_start_on_an_empty_database_make_it_once(tmp_path, postgres) -> None:
    with postgres.empty() as server_url:
        for url in (engine.sqlite_url(tmp_path / "new.db"), server_url):
            with ThreadPoolExecutor(2) as pool:
                stores = list(pool.map(open_store, [url, url]))
            for store in stores:
                with store.reading() as tx:
                    assert tx.value(sa.select(sa.func.count()).select_from(activity_event)) == 0
                store.close()


def test_a_writer_that_waits_too_long_is_told_in_words(any_desk, monkeypatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 1)
    waiting = connect(url_of(any_desk), refusal=Told)
    row_id = new_partnership(any_desk)
    with any_desk.store.writing() as tx:
        tx.update(partnership, row_id, {"name": "Long"}, event(any_desk, row_id))
        with ThreadPoolExecutor(1) as pool:
            refused = pool.submit(new_partnership, make_desk(waiting, new_id=any_desk.new_id))
            error = refused.exception()
    assert isinstance(error, Told)
    assert error.args == (Trouble.BUSY,)
    new_partnership(make_desk(waiting, new_id=any_desk.new_id))
    waiting.close()


def test_a_disk_that_is_full_is_told_in_words_and_keeps_nothing(desk) -> None:
    store = connect(url_of(desk), refusal=Told)
    full = make_desk(store, new_id=desk.new_id)
    row_id = new_partnership(full)

    def write_much() -> None:
        with store.writing() as tx:
            pages = tx.value(sa.text("PRAGMA page_count"))
            tx.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            for _ in range(500):
                new_partnership(full, "x" * 190)

    with pytest.raises(Told) as caught:
        write_much()
    assert caught.value.args == (Trouble.FULL,)
    assert log(desk, row_id) == []
    store.close()


def test_a_broken_constraint_stays_a_bug(desk) -> None:
    store = connect(url_of(desk), refusal=Told)
    row_id = new_partnership(desk)
    again = make_desk(store, new_id=lambda: row_id)
    with pytest.raises(sa.exc.IntegrityError):
        new_partnership(again)
    store.close()


@pytest.mark.usefixtures("at_its_own_pace")
def test_sqlite_keeps_foreign_keys_and_its_log_and_overwrites_what_goes(desk) -> None:
    with desk.store.engine.connect() as connection:
        asked = ("foreign_keys", "journal_mode", "secure_delete", "synchronous")
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert told == [1, "wal", 1, 2]


def test_a_file_that_someone_else_holds_open_can_still_be_read(desk) -> None:
    row_id = new_partnership(desk)
    with closing(sqlite3.connect(desk.store.file)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert row(desk, partnership, row_id) is not None
        other.rollback()


def locked(ids):
    """Ids for several threads: counting is not one step."""
    lock = threading.Lock()

    def new_id() -> str:
        with lock:
            return ids()

    return new_id
