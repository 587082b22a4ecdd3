"""Who reviews whom: what stands against a pair, and the table out and back."""

import io

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.pairing import service
from assessment.pairing.model import Area
from assessment.pairing.rules.warnings import warnings_of
from tests.desk import VIEWER, seen_by


BRACKLEY = Area(name="Brackley", providers=("Turning Tide",), reviewer="Aldermoor")
ALDERMOOR = Area(
    name="Aldermoor",
    neighbours=("BRACKLEY ",),
    providers=("turning  tide", "First Day"),
    prisons=("HMP Stonebrook",),
    reviewed_by="Brackley",
    reviewer="brackley",
)
CASTLE = Area(name="Castle", prisons=("HMP Stonebrook",), reviewer="Aldermoor")
REGION = (ALDERMOOR, BRACKLEY, CASTLE)


def test_everything_that_stands_against_a_pair_is_said() -> None:
    assert warnings_of(ALDERMOOR, REGION) == (
        "Aldermoor and Brackley are neighbours.",
        "They have the same treatment provider: turning  tide.",
        "Brackley reviewed Aldermoor last time too.",
        "Aldermoor and Brackley review each other this time.",
    )
    assert warnings_of(CASTLE, REGION) == (
        "They have prisons in common: HMP Stonebrook.",
        "Aldermoor reviews 2 areas this time: Brackley and Castle.",
    )


@pytest.mark.parametrize(
    ("reviewer", "said"),
    [
        ("", "No reviewer is chosen yet."),
        (" castle ", "An area cannot review itself."),
        ("Dale", "Dale is no area of this table, so nothing could be compared."),
    ],
)
def test_a_reviewer_that_cannot_be_compared_says_why(reviewer: str, said: str) -> None:
    one = CASTLE.model_copy(update={"reviewer": reviewer})
    assert warnings_of(one, (ALDERMOOR, BRACKLEY, one)) == (said,)


def test_the_table_comes_back_as_it_went_with_its_warnings(desk: Desk) -> None:
    data = service.table_of(desk, REGION)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert "Castle" in str(sheet["A4"].value)
    assert "prisons in common" in str(sheet["G4"].value)
    assert service.read_table(desk, data, "region.xlsx") == tuple(
        one.model_copy(update={"neighbours": tuple(n.strip() for n in one.neighbours)})
        for one in REGION
    )


def test_a_formula_is_no_area_and_no_area_stands_there_twice(desk: Desk) -> None:
    hostile = service.table_of(desk, [Area(name="=1+1")])
    assert [one.name for one in service.read_table(desk, hostile, "region.xlsx")] == ["=1+1"]
    with pytest.raises(BadInput, match="Castle stands in the table twice"):
        service.read_table(desk, service.table_of(desk, [CASTLE, CASTLE]), "region.xlsx")
    with pytest.raises(BadInput, match="names no area yet"):
        service.read_table(desk, service.table_of(desk, []), "region.xlsx")
    with pytest.raises(Refused):
        service.table_of(seen_by(desk, VIEWER), REGION)


def test_typed_rows_are_read_and_checked_as_the_workbook_is(desk: Desk) -> None:
    rows = service.to_type_in(REGION)
    typed = service.typed_table(desk, [*rows, {"Area": None, "Prisons": " "}])
    assert [one.name for one in typed] == ["Aldermoor", "Brackley", "Castle"]
    assert typed[0].providers == ALDERMOOR.providers
    assert typed[0].reviewed_by == "Brackley"
    with pytest.raises(BadInput, match="castle stands in the table twice"):
        service.typed_table(desk, [*rows, {"Area": "castle "}])
    with pytest.raises(BadInput, match="names no area yet"):
        service.typed_table(desk, [{"Prisons": "HMP Stonebrook"}])
    # A formula stays the text that it is, in the workbook too.
    data = service.table_of(desk, service.typed_table(desk, [{"Area": "=1+1"}]))
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    with pytest.raises(Refused):
        service.typed_table(seen_by(desk, VIEWER), rows)


def test_nobody_s_number_goes_from_area_to_area(desk: Desk) -> None:
    hostile = Area(name="Dale", providers=("Ask Jane on 07700 900123",))
    with pytest.raises(BadInput, match="Dale: the row holds what looks like a mobile"):
        service.typed_table(desk, service.to_type_in([hostile]))
    with pytest.raises(BadInput, match="Dale: the row holds"):
        service.read_table(desk, service.table_of(desk, [hostile]), "region.xlsx")


def _script(desk):
    from assessment.pairing import pages
    from assessment.ui.context import PageContext

    pages.render(PageContext(desk=desk, partnership_id="", assessment_id=""))


def test_a_choice_by_hand_changes_the_warnings(desk: Desk) -> None:
    page = AppTest.from_function(_script, args=(desk,), default_timeout=30).run()
    assert [one.label for one in page.download_button] == ["Save an empty table to fill in"]
    away = Area(name="Dale", reviewer="Far Away")
    data = service.table_of(desk, (*REGION, away))
    page.file_uploader(key="pairing_file").upload("region.xlsx", data).run()
    assert "They have prisons in common" in drawn(page)
    assert page.selectbox[3].value == "Far Away"
    assert "Far Away is no area of this table" in drawn(page)
    page.selectbox[2].set_value("Brackley").run()
    assert "They have prisons in common" not in drawn(page)
    assert "Nothing stands against it." not in drawn(page), "Brackley reviews two areas now"
    assert not page.exception


def drawn(page: AppTest) -> str:
    return "".join(each.proto.body for each in page.get("html"))
