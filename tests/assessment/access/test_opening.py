"""Both doors open the same data, or say in words why not, what is safe and what to do."""

import pytest

from assessment.access.errors import UserError
from assessment.access.opening import (
    PROJECT,
    TROUBLE_WORDS,
    cannot,
    data_note,
    open_configured_store,
    open_desk,
)
from assessment.store.location import DATA_VARIABLE, DATABASE_FILE, DATABASE_VARIABLE
from assessment.store.schema import revision_of
from assessment.store.trouble import Trouble
from tests.desk import begin_area


@pytest.fixture(autouse=True)
def settings(monkeypatch, tmp_path):
    """Both settings, as a person would set them; the data in a folder of the test's own."""
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)

    def give(data=tmp_path / "data", database: str = "") -> None:
        monkeypatch.setenv(DATA_VARIABLE, str(data))
        if database:
            monkeypatch.setenv(DATABASE_VARIABLE, database)

    give()
    return give


def refusal() -> str:
    with pytest.raises(UserError) as caught:
        open_desk()
    return caught.value.message


def test_the_data_is_where_the_setting_says_and_stays_there(tmp_path) -> None:
    desk = open_desk()
    begin_area(desk, "Brackwater")
    desk.store.close()
    assert (tmp_path / "data" / DATABASE_FILE).exists()
    again = open_configured_store()
    assert str(tmp_path / "data") in data_note(again)
    assert DATA_VARIABLE in data_note(again)
    again.close()


def test_a_folder_with_odd_letters_in_its_name_holds_data_too(tmp_path, settings) -> None:
    folder = tmp_path / "100% ours? #1 &amp; Ŵyth"
    settings(folder)
    open_configured_store().close()
    assert [one.name for one in folder.iterdir()] == [DATABASE_FILE]


def test_postgresql_is_used_when_it_is_set(postgres, settings, tmp_path) -> None:
    with postgres.fresh() as url:
        settings(database=url)
        store = open_configured_store()
        assert (store.kind, "PostgreSQL" in data_note(store)) == ("postgresql", True)
        store.close()
    assert not (tmp_path / "data").exists()


def test_an_unsafe_folder_is_named_with_the_reason_and_the_way_forward(tmp_path, settings) -> None:
    folder = tmp_path / "OneDrive - Aldermoor Council"
    settings(folder)
    words = refusal()
    assert str(folder) in words
    assert "kept in step by OneDrive" in words
    assert DATA_VARIABLE in words
    assert not folder.exists()


def test_the_clone_is_no_place_for_data(settings) -> None:
    settings(PROJECT / "data")
    assert "program’s own folder" in refusal()
    assert not (PROJECT / "data").exists()


def test_a_database_file_in_an_unsafe_folder_is_refused_too(tmp_path, settings) -> None:
    folder = tmp_path / "Dropbox"
    settings(database=f"sqlite:///{folder}/own.db")
    assert "kept in step by Dropbox" in refusal()
    assert not folder.exists()


@pytest.mark.parametrize(
    "url",
    ["mysql://sam:hunter2@host/db", "sqlite://", "hunter2", "postgresql://h:hunter2x/db", "://"],
)
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(url, settings) -> None:
    settings(database=url)
    words = refusal()
    assert DATABASE_VARIABLE in words
    assert "hunter2" not in words


def test_a_server_that_is_not_there_is_said_without_the_password(settings) -> None:
    settings(database="postgresql://sam:hunter2@127.0.0.1:9/throughcare")
    words = refusal()
    assert words == TROUBLE_WORDS[Trouble.UNREACHABLE]


def test_a_database_that_is_not_there_is_said_in_the_same_words(postgres, settings) -> None:
    settings(database=postgres.url_of("there_is_none"))
    assert refusal() == TROUBLE_WORDS[Trouble.UNREACHABLE]


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path) -> None:
    file = tmp_path / "data" / DATABASE_FILE
    file.parent.mkdir()
    file.write_bytes(b"A letter to the commissioner. " * 200)
    before = file.read_bytes()
    assert "damaged" in refusal()
    assert file.read_bytes() == before


def test_a_newer_database_is_refused_in_plain_words_and_left_as_it_is() -> None:
    store = open_configured_store()
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    words = refusal()
    assert "newer Throughcare" in words
    assert "Nothing was changed" in words
    assert "9999" not in words
    assert revision_of(store) == "9999"
    store.close()


def test_a_migration_that_fails_is_said_with_where_the_copy_is(tmp_path) -> None:
    store = open_configured_store()
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
    store.close()
    assert "left as it was" in refusal()


def test_every_trouble_has_words_that_say_what_is_safe() -> None:
    assert set(TROUBLE_WORDS) == set(Trouble)
    for trouble in Trouble:
        words = cannot(trouble).message
        assert "is safe" in words or "Nothing was changed" in words
