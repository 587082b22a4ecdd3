"""A file of statements is told what it holds and what is wrong in it."""

from typing import Any

import openpyxl
import pytest

from assessment.access.opening import open_desk
from assessment.bank import service as bank_service
from tests.architecture.project import ROOT
from tests.commands.results import refused


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
