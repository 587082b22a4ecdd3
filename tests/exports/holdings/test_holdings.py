"""The page counts what is there, and a new table appears on it by itself."""

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.store.declared import every_table
from exports.holdings import service
from tests.desk import FixedClock, begin_area
from tests.exports.copies.filling import fill


# The wording's own, and the one line that is no area's yet: it is emptied where it stands, on the
# first page, and the log keeps nothing of it.
NOT_OF_AN_AREA = {("statement_bank", "name"), ("statement_bank", "edition"), ("area_draft", "name")}


def test_every_wide_text_column_is_listed(any_desk: Desk) -> None:
    held = service.holdings(any_desk, fill(any_desk.store, 1))
    listed = {(field.table, field.field) for field in held.fields}
    wide = {
        (table.name, column.name)
        for table in every_table().tables.values()
        for column in table.columns
        if isinstance(column.type, sa.String) and (column.type.length or 999) >= 200
    }
    assert wide - NOT_OF_AN_AREA <= listed
    assert ("agreed_rating", "statement_id") not in listed


def test_named_people_are_counted(any_desk: Desk) -> None:
    area = begin_area(any_desk)
    agency = partnerships.add_agency(any_desk, area.partnership_id, "Provider", ["CTP"])
    partnerships.edit_agency_text(any_desk, agency, "representative", Typed.over("", "Jo Bloggs"))
    held = service.holdings(any_desk, area.partnership_id)
    counts = {fact.what: fact.number for fact in held.people}
    assert counts["Representative’s name"] == 1
    assert counts["Substitute’s name"] == 0
    assert counts["Who typed a change"] == 1
    assert "Bloggs" not in held.model_dump_json()


def test_a_keep_until_date_that_passed_is_said(desk: Desk) -> None:
    area = begin_area(desk)
    (kept,) = service.holdings(desk, area.partnership_id).keep_until
    assert kept.notice == ""
    clock = desk.now
    assert isinstance(clock, FixedClock)
    clock.forward(days=3 * 366)
    (kept,) = service.holdings(desk, area.partnership_id).keep_until
    assert kept.notice == (
        "The keep-until date was 21 November 2028. Remove the assessment, or set a later date."
    )


@pytest.mark.parametrize("words", ["", "ab", "  a "])
def test_a_search_needs_three_letters(desk: Desk, words: str) -> None:
    area = begin_area(desk)
    with pytest.raises(BadInput):
        service.find_text(desk, area.partnership_id, words)
