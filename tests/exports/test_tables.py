"""CSV: every column of the workbook's sheets, and no cell that a program would run."""

import csv
import io
from collections.abc import Callable

import pytest

from action_plans.actions.columns import FACTS
from assessment.privacy.audience import Audience
from exports.report.made import Made
from exports.report.model import Report
from exports.report.profile import for_audience
from exports.tables.make import guarded, plan, statements, written
from exports.workbook.columns import statement_columns
from tests.exports.hostile import ALL, FORMULAS
from tests.exports.sample import flooded, sample


def read(data: bytes) -> list[list[str]]:
    """The rows as another program reads them."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_plan_has_a_row_for_each_action_in_the_workbook_s_columns() -> None:
    report = sample()
    made = plan(report)
    heads, *rows = read(made.data)
    assert heads[:-1] == [column.heading for column in FACTS]
    assert "OFFICIAL" in heads[-1]
    assert f"{report.in_scope} of {report.total} statements in scope" in heads[-1]
    assert len(rows) == len(report.actions)
    first = dict(zip(heads, rows[0], strict=True))
    assert first["What"] == report.actions[0].what
    assert first["Due"] == str(report.actions[0].due)
    assert made.file_name == "OFFICIAL Aldermoor action plan 2026-11-22.csv"


@pytest.mark.parametrize("make", [plan, statements])
def test_each_says_whose_wording_the_statements_have(make: Callable[[Report], Made]) -> None:
    heads, *rows = read(make(sample()).data)
    assert "not the wording of the Office for Health Improvement and Disparities" in heads[-1]
    assert {row[-1] for row in rows} == {""}
    own = sample().model_copy(
        update={
            "statements_name": "Aldermoor’s statements",
            "statements_version": "2",
            "wording_notice": "",
        }
    )
    said = read(make(own).data)[0][-1]
    assert said.endswith("in it. Aldermoor’s statements, version 2.")
    assert "Office for Health" not in said


def test_the_statements_have_their_ratings() -> None:
    heads, *rows = read(statements(sample()).data)
    assert heads[:-1] == [column.head for column in statement_columns(sample())]
    assert len(rows) == 46
    assert {len(row) for row in rows} == {len(heads)}


@pytest.mark.parametrize("text", [*FORMULAS, "\t=1", "\r=1", "\n=1", "＝1+1"])
def test_a_formula_is_kept_as_typed_but_harmless(text: str) -> None:
    [[kept]] = read(written([text], []))
    assert kept.startswith("'")
    assert kept[1:] == text.replace("\r", "\n")


@pytest.mark.parametrize("text", ["Llŷn tŵr", "a;b,c\"d'", "2 - 1 = 1", ""])
def test_other_text_is_as_typed(text: str) -> None:
    assert guarded(text) == text


def test_no_cell_of_hostile_text_begins_a_formula() -> None:
    for text in ALL:
        report = flooded(text)
        for made in (plan(report), statements(report)):
            cells = [cell for row in read(made.data) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_copy_lacks_the_columns_that_its_audience_is_not_given() -> None:
    heads, *_ = read(statements(for_audience(sample(), Audience.PUBLIC)).data)
    assert not {"Different views", "First views", "How it was reached", "In the room"} & set(heads)
    assert "Copy for the public" in heads[-1]
