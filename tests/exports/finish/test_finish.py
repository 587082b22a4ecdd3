"""One folder of everything that leaves the room, each file where its readers' files are."""

import io
import json
import zipfile
from datetime import date

import icalendar
import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from action_plans.actions import service as actions
from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.privacy.audience import Audience
from exports.audiences import service as audiences
from exports.audiences.model import Choice
from exports.downloads import service as downloads
from exports.downloads.model import Format
from exports.finish import service
from exports.report.made import Made
from exports.report.service import not_for, to_read
from tests.assessment.peer_review.reviewed import reviewed
from tests.desk import VIEWER, Area, begin_area, seen_by
from tests.exports.visits.visited import back


@pytest.fixture
def area(desk: Desk) -> Area:
    """An area with two agencies, a rating, and an action that one of them said yes to."""
    begun = begin_area(desk)
    probation = partnerships.add_agency(desk, begun.partnership_id, "Probation", ["PS"])
    partnerships.add_agency(desk, begun.partnership_id, "HMP Fenwick", ["HMPPS"])
    consensus.record_rating(desk, begun.assessment_id, "P08", 1)
    action = actions.raise_action(
        desk, begun.assessment_id, ["P08"], "Name a lead",
        owner_agency_id=probation, due_on=date(2027, 1, 14),
    )  # fmt: skip
    actions.agree(desk, action)
    return begun


def opened(made: Made) -> dict[str, bytes]:
    """Each file of the folder by its name."""
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_that_leaves_lies_where_its_readers_are_and_is_recorded(
    desk: Desk, area: Area
) -> None:
    made = service.make_folder(desk, area.assessment_id)
    assert made.file_name == "OFFICIAL Aldermoor folder of the workshop 2026-11-21.zip"
    assert made.notes == ()
    files = opened(made)
    tail = "2026-11-21"
    assert list(files) == [
        "Read me first.txt",
        f"For the board/OFFICIAL Aldermoor board paper {tail}.docx",
        f"For the board/OFFICIAL Aldermoor board paper {tail}.pdf",
        f"To work with/OFFICIAL Aldermoor ratings and action plan {tail}.xlsx",
        f"To work with/OFFICIAL Aldermoor action plan {tail}.csv",
        f"To work with/OFFICIAL Aldermoor statements {tail}.csv",
        f"To work with/OFFICIAL Aldermoor review meetings {tail}.ics",
        f"To work with/OFFICIAL Aldermoor report {tail}.pdf",
        f"For one agency each/OFFICIAL Aldermoor due dates of Probation {tail}.ics",
        f"For one agency each/OFFICIAL Aldermoor actions of Probation {tail}.xlsx",
        "For one agency each/OFFICIAL Aldermoor page after the workshop, only for Probation "
        f"{tail}.pdf",
        "For one agency each/OFFICIAL Aldermoor page after the workshop, only for HMP Fenwick "
        f"{tail}.pdf",
        f"Complete copy, not for circulation/OFFICIAL Aldermoor complete copy {tail}.json",
    ]
    for name, data in files.items():
        read(name, data)
    records = downloads.files_made(desk, area.partnership_id)
    assert {record.kind for record in records} == {"folder", "after", "json"}
    assert made.file_name in {record.file_name for record in records}
    said = files["Read me first.txt"].decode("utf-8-sig")
    for name in list(files)[1:]:
        assert name.split("/")[1] in said
    assert "Each agency its own files and no other’s." in said
    assert "Handling marking: OFFICIAL" in said


def read(name: str, data: bytes) -> None:
    """As what its readers use would read it."""
    ending = name.rsplit(".", 1)[1]
    if ending == "xlsx":
        openpyxl.load_workbook(io.BytesIO(data))
    elif ending == "ics":
        icalendar.Calendar.from_ical(data)
    elif ending == "json":
        json.loads(data)
    else:
        assert data.startswith({"pdf": b"%PDF-", "docx": b"PK"}.get(ending, b"\xef\xbb\xbf"))


def test_the_last_review_s_record_is_in_it_once_there_was_one(desk: Desk, area: Area) -> None:
    review = reviews.begin_review(desk, area.assessment_id)
    reviews.set_off(desk, review)
    reviews.end(desk, review)
    files = opened(service.make_folder(desk, area.assessment_id))
    [name] = [name for name in files if "record of the review of 21 November 2026" in name]
    assert name.startswith("To work with/OFFICIAL ")
    assert files[name].startswith(b"%PDF-")


def test_a_copy_for_outside_is_in_it_once_its_texts_were_read(desk: Desk, area: Area) -> None:
    passages, _ = to_read(desk, area.assessment_id, Audience.REGION)
    here = (desk, area.assessment_id, Audience.REGION)
    audiences.decide(*here, passages[0].digest, Choice.KEEP)
    [lacking] = service.not_yet(desk, area.assessment_id)
    assert lacking.what == "Copy for the regional team"
    files = opened(service.make_folder(desk, area.assessment_id))
    assert not [name for name in files if name.startswith("Outside")]
    audiences.decide_many(*here, [one.digest for one in passages], Choice.KEEP)
    assert service.not_yet(desk, area.assessment_id) == ()
    files = opened(service.make_folder(desk, area.assessment_id))
    assert [name for name in files if name.startswith("Outside")] == [
        "Outside the area/OFFICIAL Aldermoor report for the region 2026-11-21.pdf",
        "Outside the area/OFFICIAL Aldermoor ratings and action plan for the region "
        "2026-11-21.xlsx",
    ]


def test_what_cannot_be_made_yet_is_left_out_and_said(desk: Desk) -> None:
    area = begin_area(desk)
    [lacking] = service.not_yet(desk, area.assessment_id)
    made = service.make_folder(desk, area.assessment_id)
    files = opened(made)
    assert not [name for name in files if name.startswith("For one agency")]
    assert lacking.because in " ".join(files["Read me first.txt"].decode("utf-8-sig").split())
    assert lacking.because in made.notes[0]


def test_the_letter_and_the_agenda_of_a_review_are_in_it_for_ourselves_alone(desk: Desk) -> None:
    here = back(desk)
    lacking = {one.what for one in service.not_yet(desk, here.one.assessment_id)}
    assert {"Feedback letter of review 1", "Feedback letter in Word of review 1"} <= lacking
    assert "Agenda for the visit of review 1" not in lacking
    here.read()
    made = service.make_folder(desk, here.one.assessment_id)
    papers = [name for name in opened(made) if "letter" in name or "agenda" in name]
    folder, tail = "Review by another area, for ourselves/OFFICIAL Aldermoor", "2026-11-21"
    draft = f"{folder} draft, facts being checked"
    assert papers == [
        f"{draft} agenda for the visit {tail}.pdf",
        f"{draft} feedback letter {tail}.pdf",
        f"{draft} feedback letter {tail}.docx",
    ]


def test_the_folder_is_the_lead_s(desk: Desk, area: Area) -> None:
    with pytest.raises(Refused):
        service.make_folder(seen_by(desk, VIEWER), area.assessment_id)
    assert downloads.files_made(desk, area.partnership_id) == ()


def _script(desk, area):
    from assessment.ui.context import PageContext
    from exports.finish import pages

    pages.render(
        PageContext(desk=desk, partnership_id=area.partnership_id, assessment_id=area.assessment_id)
    )


def test_the_page_has_one_button_and_says_what_is_in_the_folder(desk: Desk, area: Area) -> None:
    page = AppTest.from_function(_script, args=(desk, area), default_timeout=60).run()
    assert not page.exception
    assert [button.label for button in page.get("download_button")] == ["Make the folder"]
    said = "".join(each.proto.body for each in page.get("html"))
    assert "OFFICIAL Aldermoor folder of the workshop 2026-11-21.zip" in said
    assert "Nobody outside the partnership." in said


def test_no_copy_for_reviewers_tells_a_blind_one_the_ratings(desk: Desk) -> None:
    """What was read for their packs counts for that copy too, so it would lie in the folder."""
    one = reviewed(desk)
    here = (desk, one.assessment_id, Audience.REVIEWER)
    passages, _ = to_read(*here)
    assert passages
    audiences.decide_many(*here, [each.digest for each in passages], Choice.KEEP)
    assert "Copy for reviewers from another area" in {
        left.what for left in service.not_yet(desk, one.assessment_id)
    }
    with pytest.raises(Refused, match="blind"):
        downloads.make_file(desk, one.assessment_id, Format.JSON, Audience.REVIEWER)
    one.returned(one.first, G02=3)
    one.returned(one.other, G02=3)
    assert downloads.make_file(desk, one.assessment_id, Format.JSON, Audience.REVIEWER)


def test_a_copy_for_reviewers_says_that_no_bidder_may_have_it(desk: Desk) -> None:
    one = back(desk).one  # the other reviewer may bid for the community provider's contract
    here = (desk, one.assessment_id)
    assert not_for(*here, Audience.REGION) == ""
    words = not_for(*here, Audience.REVIEWER)
    assert words.startswith("Not for Service manager, Brackley Recovery: their organisation")
    waiting, _ = to_read(*here, Audience.REVIEWER)
    digests = [each.digest for each in waiting]
    audiences.decide_many(*here, Audience.REVIEWER, digests, Choice.KEEP)
    said = opened(service.make_folder(*here))["Read me first.txt"].decode("utf-8-sig")
    assert words in " ".join(said.split())
