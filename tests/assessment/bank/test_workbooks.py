"""Statements travel in a workbook: out and back equal, bad rows named, nothing half-loaded."""

import io
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.texts import tidy
from assessment.bank.loader.template import filled_template
from assessment.bank.model import Bank, Wording
from assessment.bank.service import (
    built_in_bank,
    keep_bank,
    kept_banks,
    read_statements,
    statements_workbook,
    template_workbook,
)
from tests.assessment.bank.small import bank, values
from tests.assessment.documents.workbooks import compound_file, with_part, with_sheet_xml, workbook


NOW = datetime(2026, 11, 22, tzinfo=UTC)
HEAD = ["Id", "Domain", "Title", "Statement"]
ROW = ["G01", "G", "Lead", "One person leads."]


def refused(desk: Desk, data: bytes, name: str = "own.xlsx") -> BadInput:
    """Tries to load and keep the file; gives the refusal after seeing that nothing was kept."""
    with pytest.raises(BadInput) as caught:
        keep_bank(desk, read_statements(data, name).bank)
    assert kept_banks(desk) == ()
    return caught.value


def problems(desk: Desk, *rows: list[object], **sheets: list[list[object]]) -> tuple[str, ...]:
    return refused(desk, workbook({"Statements": [*rows], **sheets})).problems


def test_the_toolkits_statements_go_out_and_come_back_equal(desk: Desk) -> None:
    data = statements_workbook(desk, built_in_bank())
    assert read_statements(data, "ours.xlsx").bank == built_in_bank()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
LINES = WORDS.map(lambda text: " ".join(tidy(text).split())).filter(bool)
PARAGRAPHS = st.lists(LINES, max_size=3).map("\n".join)


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """Own sets with any words in every free field."""
    raw = values()
    raw["about"] |= {"wording": "own", "name": draw(LINES), "notice": draw(PARAGRAPHS)}
    labels = draw(st.lists(LINES, min_size=4, max_size=4, unique_by=str.casefold))
    for level, label in zip(raw["scale"], labels, strict=True):
        level["label"] = label
    for one in [*raw["domains"], *raw["sources"]]:
        one["title"] = draw(LINES)
    for one in raw["statements"]:
        one["title"], one["statement"] = draw(LINES), draw(PARAGRAPHS.filter(bool))
        one["plain"] = draw(PARAGRAPHS)
        one["levels"] = draw(st.lists(PARAGRAPHS, min_size=4, max_size=4))
        one["actions"] = draw(st.lists(LINES, max_size=3))
        kinds = st.sampled_from(["process", "numbers", "experience"])
        one["evidence"] = [
            {"kind": draw(kinds), "prompt": draw(LINES)} for _ in range(draw(st.integers(0, 3)))
        ]
    return Bank.model_validate(raw)


@settings(max_examples=30)
@given(banks())
def test_any_set_goes_out_and_comes_back_equal(one: Bank) -> None:
    read = read_statements(filled_template(one, NOW), "own.xlsx", confirmed=True)
    assert read.bank == one


def test_the_blank_template_holds_nothing_until_it_is_filled_in(desk: Desk) -> None:
    words = refused(desk, template_workbook(desk)).message
    assert "Fill in at least one row on the sheet Statements." in words


def test_a_filled_in_template_loads_without_its_example(desk: Desk) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(desk)))
    assert book["Statements"]["A2"].value == "EXAMPLE"
    book["Statements"].append(
        ["", "Pathways and professional relationships", "", "We meet people."]
    )
    data = io.BytesIO()
    book.save(data)
    read = read_statements(data.getvalue(), "Aldermoor statements.xlsx")
    (one,) = read.bank.statements
    assert (one.id, one.domain, one.title) == ("P01", "P", "We meet people")
    assert (read.bank.about.name, read.bank.about.wording) == ("Aldermoor statements", Wording.OWN)
    assert read.notes == ("Ids were made for 1 statement without one",)


def test_the_official_wording_needs_two_columns_and_no_more() -> None:
    rows = [["DOMAIN ", "statement"], ["Data Management", "Data is shared."], ["g", "We lead."],
            ["D", "Data is used."]]  # fmt: skip
    read = read_statements(workbook({"statements": rows}), "a.xlsx", wording=Wording.OFFICIAL)
    assert [one.id for one in read.bank.statements] == ["D01", "G01", "D02"]
    assert read.bank.about.wording is Wording.OFFICIAL
    assert read.bank.agency_types == built_in_bank().agency_types
    assert read.bank.scale == built_in_bank().scale


def test_made_ids_stay_what_they_were_when_rows_are_added() -> None:
    rows: list[list[object]] = [["Domain", "Statement"], ["G", "One."], ["D", "Two."]]
    before = read_statements(workbook({"Statements": rows}), "a.xlsx").bank
    after = read_statements(workbook({"Statements": [*rows, ["G", "Three."]]}), "a.xlsx").bank
    assert [one.id for one in after.statements] == [*(one.id for one in before.statements), "G02"]


@pytest.mark.parametrize(
    "headings",
    [
        ["Level 0", "Level 1", "Level 2", "Level 3"],
        ["not met", "PARTLY MET", "Mostly met", "Fully  met"],
        [0, 1, 2, 3],
        ["0 Not met", "1: Partly met", "2 Mostly met", "3 Fully met"],
    ],
)
def test_level_columns_are_found_by_number_or_label(headings: list[object]) -> None:
    data = workbook({"Statements": [[*HEAD, *headings], [*ROW, "a", "b", "c", "d"]]})
    assert read_statements(data, "a.xlsx").bank.statements[0].levels == ("a", "b", "c", "d")


def test_cells_that_excel_made_into_numbers_and_ticks_are_read_as_words() -> None:
    data = workbook(
        {
            "Statements": [
                ["Ref", *HEAD[1:], "Core", "Safety"],
                [1.1, "G", 7, "We lead.", True, "gaps in medication"],
            ]
        }
    )
    (one,) = read_statements(data, "a.xlsx").bank.statements
    assert (one.id, one.title, one.core, one.safety) == ("1.1", "7", True, "medication")


def test_columns_that_are_not_used_are_said() -> None:
    data = workbook({"Statements": [[*HEAD, "Owner", "Cost"], [*ROW, "x", 3]]})
    assert read_statements(data, "a.xlsx").notes == (
        "Statements: 2 columns not used: Owner and Cost",
    )


def test_missing_columns_are_named_with_the_headings_found(desk: Desk) -> None:
    assert problems(desk, ["Ref", "Theme"], ["1", "x"]) == (
        "Statements, row 1: there is no column Domain. The headings found are Ref and Theme",
        "Statements, row 1: there is no column Statement. The headings found are Ref and Theme",
    )


def test_every_bad_row_is_named_and_the_good_ones_are_not_kept_without_it(desk: Desk) -> None:
    found = problems(
        desk,
        [*HEAD, "Core", "Evidence"],
        ROW,
        ["G02", None, "Team", "We meet."],
        ["G03", "G", "x" * 201, "We write."],
        ["G04", "G", "Money", "We pay.", "perhaps"],
        ["G05", "G", "Proof", "We show.", "no", "process: minutes\na rumour"],
    )
    assert found == (
        "Statements, row 3 (G02): Domain is missing",
        "Statements, row 4 (G03): Title has 201 characters; at most 200 fit",
        "Statements, row 5 (G04): Core must be yes or no",
        "Statements, row 6 (G05): Evidence, line 2 must be process, numbers or experience",
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["G01", "G", "Again", "We lead."], "Statements, row 3 (G01): the id G01 is used twice"),
        (["X1", "Housing", "Home", "A home."], "Statements, row 3 (X1): the domain must be one of"),
        ([None, "Housing", "Home", "A home."], "Statements, row 3 (X01): the domain must be one"),
        (["G 2", "G", "Again", "We lead."], "row 3 (G 2): Id must be 1 to 16 letters"),
    ],
)
def test_what_clashes_is_named_by_row(desk: Desk, row: list[object], words: str) -> None:
    (problem,) = problems(desk, HEAD, ROW, row)
    assert words in problem


def test_the_other_sheets_are_checked_by_row_too(desk: Desk) -> None:
    found = problems(
        desk,
        [*HEAD, "Agencies", "Sources"],
        [*ROW, "LAC; NOBODY", "S1 S2"],
        Sources=[["Code", "Title", "Link"], ["S1", "One", "ftp://x"]],
    )
    assert found == ("Sources, row 2: Link must be a web address that begins https:// or http://",)
    found = problems(desk, [*HEAD, "Agencies"], [*ROW, "LAC; NOBODY"])
    assert found == (
        "Statements, row 2 (G01): NOBODY is not the code of any agency type in the list",
    )


def test_a_second_column_for_the_same_thing_is_refused(desk: Desk) -> None:
    assert problems(desk, [*HEAD, "ID"], ROW) == (
        "Statements, cell E1: a second column for the same thing",
    )


ORDINARY = workbook({"Statements": [HEAD, ROW]})
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"Id,Domain\n", "is plain text or CSV", id="csv"),
        pytest.param(b"%PDF-1.7", "is a PDF", id="pdf"),
        pytest.param(compound_file("EncryptedPackage"), "encrypted, by a password", id="password"),
        pytest.param(compound_file("DRMEncryptedTransform"), "sensitivity label", id="labelled"),
        pytest.param(compound_file("Workbook"), "older Excel form (.xls)", id="xls"),
        pytest.param(ORDINARY[:900], "damaged or was cut short", id="truncated"),
        pytest.param(with_part(ORDINARY, "xl/vbaProject.bin", b"x"), "macros", id="macros"),
        pytest.param(with_sheet_xml(ORDINARY, b"<row/>" * 2_000_000), "too large", id="zip bomb"),
        pytest.param(with_sheet_xml(ORDINARY, FAR), "some cells cannot be taken", id="far cell"),
        pytest.param(workbook({"Other": [["a"]]}), "no filled sheet called Statements", id="sheet"),
        pytest.param(workbook({"Statements": []}), "no filled sheet called Statements", id="empty"),
    ],
)
def test_hostile_and_foreign_files_are_refused_in_words(
    desk: Desk, data: bytes, words: str
) -> None:
    error = refused(desk, data)
    assert error.message.startswith("own.xlsx")
    assert words in error.message


def test_a_formula_is_named_by_sheet_and_cell(desk: Desk) -> None:
    (problem,) = problems(desk, HEAD, ["G01", "G", "Lead", '=HYPERLINK("http://x")'])
    assert problem.startswith("Statements, cell D2: holds a formula")


def test_rows_far_below_the_table_are_refused_and_not_left_out(desk: Desk) -> None:
    rows = [[f"G{n:03d}", "G", "Lead", "We lead."] for n in range(500)]
    (problem,) = problems(desk, HEAD, *rows)
    assert problem.startswith("Statements, cell A401: there is something here")


def test_301_statements_are_too_many(desk: Desk) -> None:
    rows = [[f"G{n:03d}", "G", "Lead", "We lead."] for n in range(301)]
    assert problems(desk, HEAD, *rows) == ("Statements: the list has 301 entries, at most 300 fit",)


def test_a_renamed_yaml_or_workbook_is_read_for_what_it_is(desk: Desk) -> None:
    data = statements_workbook(desk, bank())
    assert read_statements(data, "really a workbook.yaml").bank == bank()


def test_an_identifier_in_the_files_own_name_is_found_there(desk: Desk) -> None:
    data = workbook({"Statements": [HEAD, ROW]})
    (problem,) = refused(desk, data, "Audit 943 476 5919.xlsx").problems
    assert problem.startswith("The file’s own name: this looks like an NHS number")
    named = workbook({"Statements": [HEAD, ROW], "About": [["Name", "943 476 5919"]]})
    (problem,) = refused(desk, named).problems
    assert problem.startswith("About: ")
