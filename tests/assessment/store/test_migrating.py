"""A migration of real rows: copied first, done whole or not at all, and children stay."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessment.store import schema
from assessment.store.engine import sqlite_url
from assessment.store.schema import MigrationFailed, open_store
from tests.assessment.store.rows import agency, new_agency, new_partnership, partnership, row
from tests.desk import make_desk


NOW = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
HEAD = schema.head_revision()
NEXT = '''"""Next."""
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{after}"


def upgrade():
{body}
'''
REBUILD = """
    with op.batch_alter_table("partnership") as batch:
        batch.add_column(sa.Column("motto", sa.String(50), nullable=False, server_default="None"))
        batch.alter_column("name", type_=sa.String(300))
        batch.create_check_constraint("motto_said", "motto <> ''")
"""
ORPHAN = """
    op.execute("DELETE FROM partnership")
"""
CRASH = """
    op.add_column("partnership", sa.Column("motto", sa.String(50)))
    op.execute("UPDATE partnership SET name = 'Half-way'")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""
POWER_CUT = """
    op.add_column("partnership", sa.Column("motto", sa.String(50)))
    op.execute("UPDATE partnership SET name = 'Half-way'")
    raise KeyboardInterrupt
"""


@pytest.fixture
def area(desk) -> tuple[str, str]:
    """A partnership and its agency, kept by the version before."""
    row_id = new_partnership(desk)
    ids = row_id, new_agency(desk, row_id)
    desk.store.close()
    return ids


@pytest.fixture
def file(desk) -> Path:
    return desk.store.file


@pytest.fixture
def release(tmp_path, monkeypatch):
    """Let a newer version of the code be one that has this migration too."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)

    def add(body: str) -> None:
        after = schema.head_revision()
        revision = f"{int(after) + 1:04}"
        text = NEXT.format(revision=revision, after=after, body=body.strip("\n"))
        (folder / "versions" / f"{revision}_next.py").write_text(text, "utf-8")

    return add


def asked(file: Path, question: str) -> list:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(question).fetchall()


def columns(file: Path) -> list[str]:
    return [one[1] for one in asked(file, "PRAGMA table_info(partnership)")]


def test_rows_and_their_children_live_through_a_rebuilt_table(area, file, release) -> None:
    release(REBUILD)
    store = open_store(sqlite_url(file), now=NOW)
    desk = make_desk(store)
    assert row(desk, partnership, area[0])["name"] == "Aldermoor"
    assert row(desk, agency, area[1])["partnership_id"] == area[0]
    store.close()
    assert asked(file, "SELECT motto FROM partnership") == [("None",)]
    assert asked(file, "PRAGMA foreign_key_check") == []
    [(children,)] = asked(file, "SELECT sql FROM sqlite_master WHERE name = 'agency'")
    assert "REFERENCES partnership" in children.replace('"', "")


def test_foreign_keys_are_on_again_afterwards(area, file, release) -> None:
    release(REBUILD)
    store = open_store(sqlite_url(file), now=NOW)
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close()


def test_a_copy_of_the_old_data_is_made_first(area, file, release) -> None:
    release(REBUILD)
    open_store(sqlite_url(file), now=NOW).close()
    [copy] = (file.parent / "rescue").iterdir()
    assert copy.name == "throughcare 2027-01-05 090000.db"
    assert asked(copy, "SELECT id, name FROM partnership") == [(area[0], "Aldermoor")]
    assert asked(copy, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert "motto" not in columns(copy)


def test_no_copy_is_made_when_there_is_nothing_to_change(area, file) -> None:
    open_store(sqlite_url(file), now=NOW).close()
    assert not (file.parent / "rescue").exists()


@pytest.mark.parametrize(
    ("body", "raised"),
    [(ORPHAN, MigrationFailed), (CRASH, MigrationFailed), (POWER_CUT, KeyboardInterrupt)],
)
def test_a_migration_that_breaks_off_leaves_everything_as_it_was(
    area, file, release, body, raised
) -> None:
    release(body)
    with pytest.raises(raised):
        open_store(sqlite_url(file), now=NOW)
    assert asked(file, "SELECT id, name FROM partnership") == [(area[0], "Aldermoor")]
    assert asked(file, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert "motto" not in columns(file)
    assert len(list((file.parent / "rescue").iterdir())) == 1


def test_two_migrations_are_done_both_or_neither(area, file, release) -> None:
    release(REBUILD)
    release(ORPHAN)
    with pytest.raises(MigrationFailed):
        open_store(sqlite_url(file), now=NOW)
    assert "motto" not in columns(file)


def test_on_postgresql_too_nothing_is_left_half_done(postgres, release) -> None:
    with postgres.fresh() as url:
        store = open_store(url)
        row_id = new_partnership(make_desk(store))
        release(CRASH)
        with pytest.raises(MigrationFailed):
            open_store(url, now=NOW)
        assert row(make_desk(store), partnership, row_id)["name"] == "Aldermoor"
        assert schema.revision_of(store) == HEAD
        store.close()
