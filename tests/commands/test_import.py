"""A complete copy is told before it is loaded, and replaces nothing by itself."""

import pytest

from assessment.access.opening import open_desk
from assessment.store.location import DATA_VARIABLE
from tests.commands.results import areas, begin, only_file, refused, tables_in
from tests.exports.returns.scene import scene


def test_a_copy_loaded_elsewhere_and_taken_again_holds_the_same(run, tmp_path, monkeypatch):
    scene(desk := open_desk())  # tests of copies load every kind of row there is
    desk.store.close()
    copies = []
    for place in ("first", "second"):
        folder = tmp_path / place
        folder.mkdir()
        assert run("export", "--format", "copy", "--to", folder).exit_code == 0
        copies.append(only_file(folder))
        monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "another computer"))
        if place == "first":
            loaded = run("import", copies[0], "--yes")
            assert loaded.exit_code == 0, loaded.output
            assert "3 actions" in loaded.stdout

    assert tables_in(copies[0]) == tables_in(copies[1])


def test_import_shows_what_a_copy_holds_before_it_asks(run, out, monkeypatch, tmp_path):
    begin("Harrowmere")
    run("export", "--format", "copy", "--to", out)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "another computer"))

    declined = run("import", only_file(out), answer="n\n")
    assert declined.exit_code == 1
    assert declined.output.index("Harrowmere") < declined.output.index("Load it?")
    assert areas() == []

    assert run("import", only_file(out), answer="y\n").exit_code == 0
    assert areas() == ["Harrowmere"]


def test_import_replaces_only_when_that_is_said_and_saves_what_was_there(run, out, data):
    begin("Harrowmere")
    run("export", "--format", "copy", "--to", out)

    assert "--replace" in refused(run("import", only_file(out), "--yes"))

    replaced = run("import", only_file(out), "--yes", "--replace")
    assert replaced.exit_code == 0, replaced.output
    rescued = only_file(data / "rescue")
    assert str(rescued) in replaced.stdout
    assert tables_in(rescued)["partnership"][0]["name"] == "Harrowmere"


def test_yes_does_not_answer_for_what_may_identify_a_person(run, out, monkeypatch, tmp_path):
    begin("Mr Harrow’s own area", confirmed=True)
    run("export", "--format", "copy", "--to", out)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "another computer"))

    result = run("import", only_file(out), "--yes", answer="n\n")
    assert result.exit_code == 1
    assert "partnership, name" in result.stdout
    assert areas() == []

    assert run("import", only_file(out), "--yes", answer="y\n").exit_code == 0
    assert areas() == ["Mr Harrow’s own area"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[1", b"\xff\xfe", b'{"format": 3}'])
def test_import_refuses_what_is_no_complete_copy(run, tmp_path, content):
    file = tmp_path / "copy.json"
    file.write_bytes(content)

    assert "Nothing was changed" in refused(run("import", file, "--yes"))
