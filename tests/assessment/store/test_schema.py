"""The migrations make the very tables that are declared, and a newer database is left alone."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from assessment.store.declared import every_table
from assessment.store.engine import Store, connect, sqlite_url
from assessment.store.migrations import autogenerate
from assessment.store.schema import (
    NewerSchema,
    head_revision,
    known_revisions,
    open_store,
    revision_of,
)


@pytest.fixture(params=["sqlite", "postgresql"])
def two_urls(request, tmp_path, postgres):
    """Two empty databases of one kind."""
    if request.param == "sqlite":
        yield [sqlite_url(tmp_path / f"{name}.db") for name in ("migrated", "declared")]
        return
    with postgres.empty() as one, postgres.empty() as other:
        yield [one, other]


def picture(store: Store) -> dict:
    """Everything that a database says of its tables, in an order of its own."""
    seen = sa.inspect(store.engine)
    asked = (
        seen.get_columns,
        seen.get_check_constraints,
        seen.get_foreign_keys,
        seen.get_indexes,
        seen.get_unique_constraints,
    )
    return {
        name: [
            [str(seen.get_pk_constraint(name))],
            *(sorted(str(one) for one in ask(name)) for ask in asked),
        ]
        for name in seen.get_table_names()
        if name != "alembic_version"
    }


def test_the_migrations_make_the_very_tables_that_are_declared(two_urls) -> None:
    migrated, declared = open_store(two_urls[0]), connect(two_urls[1])
    every_table().create_all(declared.engine)
    try:
        assert picture(migrated) == picture(declared)
        assert len(picture(declared)) == len(every_table().tables)
        options = {"compare_type": True, "compare_server_default": True}
        with migrated.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            assert compare_metadata(context, every_table()) == []
    finally:
        migrated.close()
        declared.close()


def test_opening_again_changes_nothing(two_urls) -> None:
    first = open_store(two_urls[0])
    before = picture(first)
    first.close()
    again = open_store(two_urls[0])
    assert (picture(again), revision_of(again)) == (before, head_revision())
    again.close()


def test_a_newer_database_is_refused_and_left_as_it_is(two_urls) -> None:
    store = open_store(two_urls[0])
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema):
        open_store(two_urls[0])
    assert revision_of(store) == "9999"
    store.close()


def test_migrations_follow_one_another_in_one_line() -> None:
    numbers = sorted(known_revisions())
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert head_revision() == numbers[-1]


def test_migrations_import_nothing_of_ours() -> None:
    folder = Path(autogenerate.MIGRATIONS) / "versions"
    imports = {
        line
        for file in folder.glob("0*.py")
        for line in file.read_text("utf-8").splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imports <= {"import sqlalchemy as sa", "from alembic import op"}


class TestTheMaintainersCommand:
    @pytest.fixture
    def wanted(self) -> sa.MetaData:
        """The tables of today with one that is not there yet, in part."""
        wanted = sa.MetaData(naming_convention=every_table().naming_convention)
        for table in every_table().tables.values():
            table.to_metadata(wanted)
        new = sa.Column("shown", sa.Boolean(), nullable=False, server_default=sa.true())
        wanted.tables["agency"].append_column(new)
        return wanted

    def test_it_has_nothing_to_write_when_tables_and_migrations_agree(self, capsys) -> None:
        assert autogenerate.main(["nothing new"]) == 1
        assert "nothing was written" in capsys.readouterr().out

    def test_it_explains_itself(self, capsys) -> None:
        assert autogenerate.main([]) == 1
        assert "--first" in capsys.readouterr().out

    def test_it_writes_what_leads_to_the_tables_of_today(self, desk, wanted, tmp_path) -> None:
        (tmp_path / "versions").mkdir()
        changes = autogenerate.rendered(desk.store, wanted, batch=True)
        path = autogenerate.write("0002", "0001", "agencies that are shown", changes, tmp_path)
        text = path.read_text("utf-8")
        assert path.name == "0002_agencies_that_are_shown.py"
        assert 'revision = "0002"\ndown_revision = "0001"' in text
        assert "server_default=sa.true()" in text
        assert "###" not in text
        compile(text, path.name, "exec")
