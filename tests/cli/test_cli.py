"""The command line as a person types it: what it says, what it writes, and its exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

import cli
from assessment.access.opening import open_desk
from assessment.access.wording import month_year
from assessment.bank import service as bank_service
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.store.location import DATA_VARIABLE, DATABASE_VARIABLE
from assessment.views import service as views
from tests.exports.returns.scene import added, filled, scene


ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, which the settings name."""
    folder = tmp_path / "data"
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder to write files to."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def run(data: Path) -> Run:
    """Types a command; `answer` is what is typed when it asks."""

    def typed(*words: object, answer: str = "") -> Result:
        return CliRunner().invoke(cli.app, [str(word) for word in words], input=answer)

    return typed


def begin(name: str, *, confirmed: bool = False) -> None:
    """An area that somebody began in the app."""
    desk = open_desk()
    partnerships.start_partnership(desk, name, confirmed=confirmed)
    desk.store.close()


def areas() -> list[str]:
    """What is kept in the data folder that the settings name now."""
    desk = open_desk()
    names = [area.name for area in partnerships.partnerships(desk)]
    desk.store.close()
    return names


def only_file(folder: Path) -> Path:
    """The one file in a folder, hidden ones counted."""
    (file,) = folder.iterdir()
    return file


def tables_in(file: Path) -> dict[str, Any]:
    """The rows of a complete copy."""
    return json.loads(file.read_text(encoding="utf-8"))["tables"]


def refused(result: Result) -> str:
    """What was said on refusing: exit code 1, words on stderr, and no traceback."""
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    return result.stderr


def test_version_is_said_without_opening_the_data(run, data):
    result = run("--version")

    assert result.exit_code == 0
    assert result.stdout.startswith("Throughcare")
    assert not data.exists()


def test_where_names_folder_database_and_schema(run, data):
    result = run("where")

    assert result.exit_code == 0
    assert str(data) in result.stdout
    assert "throughcare.db" in result.stdout
    assert "Schema: " in result.stdout


def test_a_folder_that_would_lose_the_data_is_refused_with_the_reason(run, monkeypatch):
    monkeypatch.setenv(DATA_VARIABLE, str(ROOT / "data"))

    assert "program’s own folder" in refused(run("where"))
    assert not (ROOT / "data").exists()


def test_demo_loads_once_and_is_removed_again(run):
    first = run("demo")
    assert first.exit_code == 0
    assert "Aldermarch (fictional) is loaded" in first.stdout
    run("demo")
    assert areas() == ["Aldermarch (fictional)"]

    assert "removed" in run("demo", "--remove").stdout
    assert areas() == []
    again = run("demo", "--remove")
    assert again.exit_code == 0
    assert "no fictional area" in again.stdout


def test_bank_check_says_what_the_statements_hold(run):
    result = run("bank", "check", ROOT / "statements.yaml")

    assert result.exit_code == 0
    assert "46 statements" in result.stdout
    assert "can be loaded" in result.stdout


def test_bank_check_names_statement_and_line_of_each_problem(run, tmp_path):
    lines = (ROOT / "statements.yaml").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if line == "  - id: G02")
    lines[place + 1] = "    domain: X"
    broken = tmp_path / "broken.yaml"
    broken.write_text("\n".join(lines), encoding="utf-8")

    words = refused(run("bank", "check", broken))

    assert "G02" in words
    assert f"line {place + 2}" in words.lower()


def test_bank_check_names_sheet_and_row_of_each_problem(run, data, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(_workbook())
    book = openpyxl.load_workbook(broken)
    sheet, cell = _cell_that_says(book, "G02")
    cell.value = "G01"
    book.save(broken)

    words = refused(run("bank", "check", broken))

    assert sheet in words
    assert f"row {cell.row}" in words.lower()


def _workbook() -> bytes:
    desk = open_desk()
    made = bank_service.statements_workbook(desk, bank_service.built_in_bank())
    desk.store.close()
    return made


def _cell_that_says(book: openpyxl.Workbook, words: str) -> tuple[str, Any]:
    return next(
        (sheet.title, cell)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == words
    )


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\x00\x01\x02", "statements.yaml"),
        (b"", "statements.yaml"),
        (b"PK\x03\x04 cut off", "statements.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "statements.xls"),
    ],
)
def test_bank_check_refuses_what_is_no_set_of_statements(run, tmp_path, content, name):
    file = tmp_path / name
    file.write_bytes(content)

    assert refused(run("bank", "check", file)).strip()


def test_a_file_that_is_not_there_is_named(run, tmp_path):
    assert "nowhere.yaml" in refused(run("bank", "check", tmp_path / "nowhere.yaml"))
    assert "nowhere.json" in refused(run("import", tmp_path / "nowhere.json"))


@pytest.mark.parametrize(
    ("wanted", "opening"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("html", b"<!doctype html")]
)
def test_export_writes_a_marked_report_that_says_it_cannot_come_back(run, out, wanted, opening):
    begin("Harrowmere")

    result = run("export", "--format", wanted, "--to", out)

    assert result.exit_code == 0, result.output
    file = only_file(out)
    assert file.read_bytes().lower().startswith(opening.lower())
    assert file.name.startswith("OFFICIAL Harrowmere ")
    assert str(file) in result.stdout
    assert "cannot be loaded back" in result.stdout
    assert ("throughcare plan return FILE" in result.stdout) == (wanted == "xlsx")


def test_a_report_is_made_for_one_audience_and_says_what_it_leaves_out(run, out):
    begin("Harrowmere")

    ours = run("export", "--format", "json", "--for", "own", "--to", out)
    assert "not for circulation" in refused(ours)
    assert list(out.iterdir()) == []

    ours = run("export", "--format", "json", "--for", "own", "--not-for-circulation", "--to", out)
    assert ours.exit_code == 0, ours.output
    assert only_file(out).name.startswith("OFFICIAL-SENSITIVE, not for circulation Harrowmere")
    assert "not for circulation" in only_file(out).read_text().splitlines()[1]

    boards = run("export", "--format", "json", "--to", out)
    assert "Left out: first views and how they spread" in boards.stdout

    assert "--for" in refused(run("export", "--format", "copy", "--for", "public", "--to", out))


def test_a_plan_that_came_back_is_listed_and_only_what_is_listed_applied(run, out):
    here = scene(open_desk())
    data = here.returned(
        {(1, "Reported"): "At risk", (2, "Due"): "30 June 2027", (3, "Review"): "2027-02-30"}
    )
    file = out / "plan.xlsx"
    file.write_bytes(added(data, {"What": "Ring the courts’ team on Fridays"}))

    shown = run("plan", "return", file)
    assert shown.exit_code == 0, shown.output
    assert "No. 1, Reported: At risk (here: Nothing reported yet)" in shown.stdout
    assert "Not taken: Action plan, cell" in shown.stdout
    assert "Proposed in row 5: Ring the courts’ team on Fridays" in shown.stdout
    assert "Add --apply" in shown.stdout
    assert here.action(1).notes == ()

    assert "No. 2, Due: say why the date moves" in refused(run("plan", "return", file, "--apply"))
    assert here.action(1).notes == (), "all of it or nothing"

    file.write_bytes(filled(data, {(2, "Why the date moves"): "Staffing"}))
    done = run("plan", "return", file, "--apply", "--by", "Head of healthcare")
    assert "plan.xlsx: 2 changes applied." in done.stdout
    assert here.action(1).notes[0].said_by.startswith("Head of healthcare")
    assert here.action(2).due_on == date(2027, 6, 30)
    assert "There is nothing to apply." in run("plan", "return", file, "--apply").stdout


def test_the_complete_copy_says_that_it_holds_everything(run, out):
    begin("Harrowmere")

    result = run("export", "--format", "copy", "--to", out)

    assert "Everything" in result.stdout
    assert "can be loaded back" in result.stdout
    assert set(tables_in(only_file(out))) > {"partnership", "assessment", "statement_bank"}


def test_a_copy_loaded_elsewhere_and_taken_again_holds_the_same(run, tmp_path, monkeypatch):
    run("demo")
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
            assert "18 actions" in loaded.stdout

    assert tables_in(copies[0]) == tables_in(copies[1])


def test_an_existing_file_is_replaced_only_when_that_is_said(run, out):
    begin("Harrowmere")
    run("export", "--format", "html", "--to", out)
    file = only_file(out)
    file.write_text("mine", encoding="utf-8")

    asked = run("export", "--format", "html", "--to", out, answer="n\n")
    assert asked.exit_code == 1
    assert "Replace it?" in asked.output
    assert run("export", "--format", "html", "--to", out).exit_code == 1
    assert only_file(out).read_text(encoding="utf-8") == "mine"

    assert run("export", "--format", "html", "--to", out, "--yes").exit_code == 0
    assert only_file(out).read_text(encoding="utf-8") != "mine"


def test_export_refuses_a_folder_that_is_not_there(run, tmp_path):
    begin("Harrowmere")

    assert "is not a folder" in refused(run("export", "--to", tmp_path / "nowhere"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such folders")
def test_export_into_a_folder_that_cannot_be_written_leaves_nothing(run, out):
    begin("Harrowmere")
    run("export", "--format", "html", "--to", out)
    name = only_file(out).name
    only_file(out).unlink()
    (out / name).mkdir()

    words = refused(run("export", "--format", "html", "--to", out, "--yes"))

    assert "cannot be written" in words
    assert only_file(out).is_dir()


def test_export_asks_for_an_area_when_there_is_none_or_several(run, out):
    assert "throughcare demo" in refused(run("export", "--to", out))
    begin("Harrowmere")
    begin("Marlhope")

    assert "Harrowmere" in refused(run("export", "--to", out))
    assert "Marlhope" in refused(run("export", "--area", "Nowhere", "--to", out))
    assert run("export", "--area", "marlhope", "--format", "html", "--to", out).exit_code == 0
    assert "Marlhope" in only_file(out).name


def test_export_takes_the_assessment_of_a_month(run, out):
    begin("Harrowmere")
    desk = open_desk()
    area = partnerships.partnerships(desk)[0]
    newest = partnerships.assessments(desk, area.id)[0]
    earlier = date(newest.month.year - 1, 3, 1)
    partnerships.start_assessment(desk, area.id, newest.bank_id, earlier)
    desk.store.close()

    for words in (f"{earlier:%Y-%m}", month_year(earlier).upper()):
        made = run("export", "--assessment", words, "--format", "html", "--to", out, "--yes")
        assert made.exit_code == 0, made.output
        assert month_year(earlier) in only_file(out).read_text(encoding="utf-8")
    refusal = refused(run("export", "--assessment", "1999-01", "--to", out))
    assert f"{earlier:%Y-%m}" in refusal
    one_month = run("export", "--format", "copy", "--assessment", f"{earlier:%Y-%m}", "--to", out)
    assert "every assessment" in refused(one_month)


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


def test_control_characters_in_a_file_never_reach_the_terminal(run, tmp_path):
    file = tmp_path / "evil.yaml"
    file.write_text('about: {"\\e[31mred\\a": 1}\n', encoding="utf-8")

    result = run("bank", "check", file)

    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "\x07" not in result.output


def test_letters_that_a_terminal_lacks_do_not_stop_it(data, tmp_path):
    begin("Ynys Ŵyth مرحبا")
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-m", "cli", "export", "--format", "html"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert b"Written" in done.stdout


def test_unlock_gives_the_app_back_to_a_lead_who_forgot_the_pin(run: Run) -> None:
    assert "nothing to unlock" in run("unlock").output
    desk = open_desk()
    _area, one = partnerships.start_partnership(desk, "Aldermoor")
    views.choose_names_shown(desk, one, False)
    views.ask_for_views(desk, one)
    invitations.pass_laptop(desk, one, "2468")
    assert run("unlock").exit_code == 0
    assert invitations.passed(desk) is None
    desk.store.close()
    desk.store.close()
