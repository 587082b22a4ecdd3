"""Calendar files: each reader's own days, known again when they move, valid by RFC 5545."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import Dates, MoveReason
from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.privacy.audience import Audience
from exports.calendar.events import Event
from exports.calendar.make import agency_calendar, review_calendar, written
from exports.report.made import Made
from exports.report.service import gather
from tests.assessment.peer_review.reviewed import reviewed
from tests.desk import Area, begin_area
from tests.exports.hostile import ALL


DUE = date(2027, 1, 14)


def entries(made: bytes) -> list[icalendar.Event]:
    """The file read back by a strict reader."""
    return list(icalendar.Calendar.from_ical(made).walk("VEVENT"))


def calendar_of(desk: Desk, area: Area, agency_id: str) -> Made:
    """What one agency is handed."""
    agencies = {one.id: one for one in partnerships.agencies(desk, area.partnership_id)}
    return agency_calendar(gather(desk, area.assessment_id, Audience.BOARD), agencies[agency_id])


def owned(desk: Desk, area: Area, name: str, what: str, *, agreed: bool = True) -> tuple[str, str]:
    """An agency and an action that it leads, due on 14 January 2027."""
    agency = partnerships.add_agency(desk, area.partnership_id, name, ["PS"])
    action = actions.raise_action(
        desk, area.assessment_id, ["P08"], what, owner_agency_id=agency, due_on=DUE
    )
    if agreed:
        actions.agree(desk, action)
    return agency, action


def test_an_agency_has_its_own_due_dates_and_no_other_s(desk: Desk) -> None:
    area = begin_area(desk)
    probation, mine = owned(desk, area, "Probation", "Name a lead")
    owned(desk, area, "HMP Fenwick", "Open the gate at nine")
    actions.link_supporters(desk, mine, [])
    made = calendar_of(desk, area, probation)
    [entry] = entries(made.data)
    assert entry["SUMMARY"] == "Due: action 1, Name a lead"
    assert entry["DTSTART"].dt == DUE
    assert entry["DTEND"].dt == date(2027, 1, 15)
    assert "Handling marking: OFFICIAL." in entry["DESCRIPTION"]
    assert made.file_name == "OFFICIAL Aldermoor due dates of Probation 2026-11-21.ics"


def test_a_date_is_nobody_s_until_its_owner_said_yes(desk: Desk) -> None:
    area = begin_area(desk)
    probation, _ = owned(desk, area, "Probation", "Name a lead", agreed=False)
    assert entries(calendar_of(desk, area, probation).data) == []


def test_a_moved_date_is_the_same_entry_with_a_higher_number(desk: Desk) -> None:
    area = begin_area(desk)
    probation, action = owned(desk, area, "Probation", "Name a lead")
    [before] = entries(calendar_of(desk, area, probation).data)
    actions.set_dates(desk, action, Dates(due_on=date(2027, 2, 1)), why=MoveReason.STAFFING)
    [after] = entries(calendar_of(desk, area, probation).data)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt
    assert after["DTSTART"].dt == date(2027, 2, 1)
    assert "First set for 14 January 2027." in after["DESCRIPTION"]


def test_what_is_done_leaves_its_owner_s_calendar(desk: Desk) -> None:
    area = begin_area(desk)
    probation, action = owned(desk, area, "Probation", "Name a lead")
    actions.complete(desk, action, desk.today())
    assert entries(calendar_of(desk, area, probation).data) == []


def test_the_partnership_s_calendar_has_its_reviews_and_no_action(desk: Desk) -> None:
    area = begin_area(desk)
    owned(desk, area, "Probation", "Name a lead")
    partnerships.set_next_review(desk, area.assessment_id, date(2027, 1, 20))
    partnerships.set_assess_again(desk, area.assessment_id, date(2027, 11, 1))
    gathered = gather(desk, area.assessment_id, Audience.BOARD)
    made = review_calendar(gathered, 0)
    assert [(one["DTSTART"].dt, one["SUMMARY"]) for one in entries(made.data)] == [
        (date(2027, 1, 20), "Review of the action plan, Aldermoor"),
        (date(2027, 11, 1), "Time to assess again, Aldermoor"),
    ]
    after_one = review_calendar(gathered, 1)
    ids = [[one["UID"] for one in entries(each.data)] for each in (made, after_one)]
    assert ids[0][0] != ids[1][0]
    assert ids[0][1] == ids[1][1]


@pytest.mark.parametrize("text", [*ALL, "a,b;c\\n\\,d\nBEGIN:VALARM", "x" * 400 + "Llŷn" * 100])
def test_hostile_text_is_escaped_folded_and_read_back(text: str) -> None:
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    one = Event(id="action.1", day=DUE, title=text, words=(text,), version=1, changed_at=at)
    made = written(text, [one], at)
    lines = made.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert lines.count(b"BEGIN:VEVENT") == 1
    assert not [line for line in lines if line.startswith((b"BEGIN:VALARM", b"ATTACH", b"URL"))]
    [entry] = entries(made)
    assert entry.errors == []
    assert str(entry["SUMMARY"]) == str(entry["DESCRIPTION"])
    assert {"UID", "DTSTAMP", "DTSTART", "SEQUENCE"} <= set(entry)


def test_a_visit_and_its_progress_check_name_no_area(desk: Desk) -> None:
    here = reviewed(desk)
    reviews.set_visit(desk, here.round_id, date(2027, 1, 20))
    reviews.set_gate_notice(desk, here.round_id, 10)
    reviews.set_progress_check(desk, here.round_id, date(2027, 6, 1))
    gathered = gather(desk, here.assessment_id, Audience.BOARD)
    made = review_calendar(gathered, 0, reviews.rounds(desk, here.assessment_id))
    visit, check = entries(made.data)
    assert (visit["SUMMARY"], visit["DTSTART"].dt) == (
        "Visit by a reviewing area, Aldermoor",
        date(2027, 1, 20),
    )
    assert "names by 10 January 2027" in visit["DESCRIPTION"]
    assert check["SUMMARY"] == "Progress check with a reviewing area, Aldermoor"
    assert b"Brackley" not in made.data
    reviews.set_visit(desk, here.round_id, date(2027, 1, 21))
    moved = review_calendar(gathered, 0, reviews.rounds(desk, here.assessment_id))
    assert entries(moved.data)[0]["UID"] == visit["UID"]
    assert entries(moved.data)[0]["SEQUENCE"] > visit["SEQUENCE"]
