"""What one agency takes away of the plan: its own, by date, and nobody else's."""

import csv
import io
from datetime import date

import icalendar
import openpyxl
import pytest

from action_plans.actions import service as actions
from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from exports.downloads import service
from tests.desk import VIEWER, Area, begin_area, seen_by
from tests.exports.hostile import FORMULAS


@pytest.fixture
def area(desk: Desk) -> Area:
    return begin_area(desk)


def agency(desk: Desk, area: Area, name: str) -> str:
    return partnerships.add_agency(desk, area.partnership_id, name, ["PS"])


def raised(desk: Desk, area: Area, what: str, owner: str, due: date | None = None) -> str:
    return actions.raise_action(
        desk, area.assessment_id, ["P08"], what, owner_agency_id=owner, due_on=due
    )


def made(desk: Desk, area: Area, agency_id: str) -> dict[str, bytes]:
    files = service.agency_files(desk, area.assessment_id, agency_id)
    return {one.file_name: one.make().data for one in files}


def test_its_sheet_has_what_it_owns_supports_and_waits_for_by_date(desk: Desk, area: Area) -> None:
    mine, other = agency(desk, area, "Probation"), agency(desk, area, "HMP Fenwick")
    raised(desk, area, "Later", mine, date(2027, 3, 1))
    sooner = raised(desk, area, FORMULAS[0], mine, date(2027, 1, 1))
    actions.edit_text(desk, sooner, "waiting_for", Typed.over("", "The new contract"))
    actions.link_supporters(desk, raised(desk, area, "Helped", other), [mine])
    actions.set_waiting_agency(desk, raised(desk, area, "Awaited", other), mine)
    raised(desk, area, "Nothing to do with it", other)
    [(name, data)] = made(desk, area, mine).items()
    assert name == "OFFICIAL Aldermoor actions of Probation 2026-11-21.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    rows = [(row[0].value, row[2].value) for row in sheet.iter_rows(min_row=5)]
    assert rows == [
        ("We own", FORMULAS[0]), ("We own", "Later"), ("We support", "Helped"),
        ("We wait for", FORMULAS[0]), ("Others wait for us", "Awaited"),
    ]  # fmt: skip
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert [one.kind for one in service.files_made(desk, area.partnership_id)] == ["agency_sheet"]


def test_its_calendar_has_the_dates_it_said_yes_to(desk: Desk, area: Area) -> None:
    mine = agency(desk, area, "Probation")
    agreed = raised(desk, area, "Agreed", mine, date(2027, 1, 14))
    raised(desk, area, "Not asked yet", mine, date(2027, 2, 1))
    assert len(made(desk, area, mine)) == 1, "nothing was said yes to yet"
    actions.agree(desk, agreed)
    calendar = made(desk, area, mine)["OFFICIAL Aldermoor due dates of Probation 2026-11-21.ics"]
    [entry] = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert entry["SUMMARY"] == "Due: action 1, Agreed"


def test_an_agency_without_a_part_is_offered_nothing(desk: Desk, area: Area) -> None:
    assert service.agency_files(desk, area.assessment_id, agency(desk, area, "Probation")) == ()


def test_whoever_was_given_sight_may_take_them_and_a_stranger_may_not(
    desk: Desk, area: Area
) -> None:
    mine = agency(desk, area, "Probation")
    raised(desk, area, "Ours", mine)
    assert made(seen_by(desk, VIEWER), area, mine)
    stranger = seen_by(desk, Actor(name="Somebody", role=Role.STRANGER))
    with pytest.raises(Refused):
        service.agency_files(stranger, area.assessment_id, mine)


def test_the_extract_for_the_needs_assessment_is_a_guarded_csv(desk: Desk, area: Area) -> None:
    raised(desk, area, FORMULAS[0], agency(desk, area, "Probation"))
    one = service.needs_file(desk, area.assessment_id)
    assert one.file_name == ("OFFICIAL Aldermoor extract for the needs assessment 2026-11-21.csv")
    heads, row = list(csv.reader(io.StringIO(one.make().data.decode("utf-8-sig"))))
    assert heads[-1].startswith("OFFICIAL. ")
    assert "It is not the wording of the OHID self-assessment tool" in heads[-1]
    assert "statements" in heads[-1].partition(". ")[2]
    assert {"Budget agreed", "Cost", "Funder", "Waiting for"} <= set(heads)
    assert f"'{FORMULAS[0]}" in row
    assert [one.kind for one in service.files_made(desk, area.partnership_id)] == ["needs_csv"]


def test_the_meetings_are_a_file_of_their_own_once_a_day_is_set(desk: Desk, area: Area) -> None:
    assert service.meetings_file(desk, area.assessment_id) is None
    partnerships.set_next_review(desk, area.assessment_id, date(2027, 2, 1))
    offered = service.meetings_file(desk, area.assessment_id)
    assert offered
    [event] = icalendar.Calendar.from_ical(offered.make().data).events
    assert event.decoded("dtstart") == date(2027, 2, 1)
    assert [one.kind for one in service.files_made(desk, area.partnership_id)] == ["meetings"]
    assert service.meetings_file(seen_by(desk, VIEWER), area.assessment_id)
