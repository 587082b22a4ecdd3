"""What is exported says what it is, and overwrites nothing by itself."""

import sys
from datetime import date

import pytest

from assessment.access.opening import open_desk
from assessment.access.wording import month_year
from assessment.partnership import service as partnerships
from tests.commands.results import begin, only_file, refused, tables_in


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


def test_the_complete_copy_says_that_it_holds_everything(run, out):
    begin("Harrowmere")

    result = run("export", "--format", "copy", "--to", out)

    assert "Everything" in result.stdout
    assert "can be loaded back" in result.stdout
    assert set(tables_in(only_file(out))) > {"partnership", "assessment", "statement_bank"}


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
