"""Assessments and areas that are removed leave nothing, and leave others as they were."""

import json
from datetime import date

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound, Refused
from assessment.access.typed import Typed
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from assessment.store.declared import every_table
from assessment.store.schema import rescue_copy
from exports.holdings import service
from tests.desk import VIEWER, Area, begin_area, seen_by
from tests.exports.holdings.kept import TOLD, everything, folder_bytes, noted


def test_an_assessment_goes_only_when_its_title_is_typed(any_desk: Desk, area: Area) -> None:
    noted(any_desk, area)
    with pytest.raises(BadInput, match="Nothing was removed"):
        service.remove_assessment(any_desk, area.assessment_id, "yes")
    assert TOLD in everything(any_desk, area)
    assert service.remove_assessment(
        any_desk, area.assessment_id, "the assessment of November 2026 "
    )
    assert TOLD not in everything(any_desk, area)
    with pytest.raises(NotFound):
        partnerships.assessment(any_desk, area.assessment_id)
    assert partnerships.partnership(any_desk, area.partnership_id).name == "Aldermoor"


def test_the_area_goes_with_its_last_assessment_and_leaves_no_name(any_desk: Desk) -> None:
    area, other = begin_area(any_desk), begin_area(any_desk, "Bramford")
    named(any_desk, area)
    before = everything(any_desk, other)
    title = "The assessment of November 2026"
    assert service.remove_assessment(any_desk, area.assessment_id, title, with_area=True)
    assert [one.name for one in partnerships.partnerships(any_desk)] == ["Bramford"]
    assert json.loads(everything(any_desk, other))["tables"] == json.loads(before)["tables"]
    with any_desk.store.reading() as tx:
        left = [
            str(row)
            for table in every_table().sorted_tables
            for row in tx.all(sa.select(table))
            if table.name != "statement_bank"
        ]
    assert not [row for row in left if "Quillfeather" in row or "Aldermoor" in row]


def test_no_byte_of_a_removed_area_is_left_in_the_data_folder(desk: Desk) -> None:
    area = begin_area(desk)
    named(desk, area)
    file = desk.store.file
    assert file is not None
    saved = rescue_copy(file, desk.now())
    assert b"Quillfeather" in folder_bytes(file.parent)
    service.remove_assessment(desk, area.assessment_id, "The assessment of November 2026")
    assert partnerships.areas_left(desk)[0].id == area.partnership_id
    words = service.remove_area(desk, area.partnership_id)
    assert words == "Aldermoor was removed for good."
    assert not saved.exists()
    assert b"Quillfeather" not in folder_bytes(file.parent)
    assert b"Aldermoor" not in folder_bytes(file.parent)


def test_an_area_with_another_assessment_is_never_removed(any_desk: Desk, area: Area) -> None:
    bank_id = partnerships.assessment(any_desk, area.assessment_id).bank_id
    partnerships.start_assessment(any_desk, area.partnership_id, bank_id, date(2027, 11, 1))
    title = "The assessment of November 2026"
    with pytest.raises(Refused, match="another assessment"):
        service.remove_assessment(any_desk, area.assessment_id, title, with_area=True)
    with pytest.raises(Refused, match="another assessment"):
        service.remove_area(any_desk, area.partnership_id)
    assert len(partnerships.assessments(any_desk, area.partnership_id)) == 2
    with pytest.raises(Refused, match="Only the lead"):
        service.remove_area(seen_by(any_desk, VIEWER), area.partnership_id)


def named(desk: Desk, area: Area) -> None:
    """A provider with a representative's name."""
    agency = partnerships.add_agency(desk, area.partnership_id, "Provider", ["CTP"])
    typed = Typed.over("", "Zebedee Quillfeather")
    partnerships.edit_agency_text(desk, agency, "representative", typed)


def test_removing_one_assessment_leaves_the_other(any_desk: Desk, area: Area) -> None:
    other = begin_area(any_desk, "Bramford")
    row = noted(any_desk, other)
    before = everything(any_desk, other)
    service.remove_assessment(any_desk, area.assessment_id, "The assessment of November 2026")
    assert json.loads(everything(any_desk, other))["tables"] == json.loads(before)["tables"]
    assert evidence.evidence(any_desk, row).title == TOLD


def test_safety_copies_that_hold_a_removed_assessment_go_too(desk: Desk) -> None:
    area = begin_area(desk)
    noted(desk, area)
    file = desk.store.file
    assert file is not None
    saved = rescue_copy(file, desk.now())
    service.remove_assessment(desk, area.assessment_id, "The assessment of November 2026")
    assert not saved.exists()
    assert b"Quillfeather" not in folder_bytes(file.parent)
