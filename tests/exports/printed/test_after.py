"""An agency's own page: what it said as far as the room saw it, and nothing of another's view."""

import io
import zipfile
from datetime import date

import pytest

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.privacy.audience import DIFFERENT_VIEWS, Audience
from assessment.views import service as views
from assessment.views.model import Answer
from exports.downloads import service as downloads
from exports.printed.model import Kind
from tests.desk import VIEWER, seen_by
from tests.exports.packs.scene import Scene, scene
from tests.exports.printed.scene import agree, give, make, pages, text


def page_of(here: Scene, agency_id: str = "") -> str:
    return text(make(here, Kind.AFTER, agency_id or here.treatment).data)


def test_what_it_said_stands_beside_what_was_agreed_and_no_other_view(any_desk: Desk) -> None:
    here = scene(any_desk, names_shown=True)
    give(here, here.treatment, {"P08": 0, "P01": 1, "G02": Answer.DONT_KNOW}, reason="Zebra")
    give(here, here.probation, {"P08": 3, "P01": 1, "G02": 1}, reason="Okapi")
    for statement in ("P08", "P01", "G02"):
        agree(here, statement, 1, names=True)
    mine, theirs = page_of(here), page_of(here, here.probation)
    assert "On 1 of them you had seen it differently." in mine
    assert "P08 No gap in medication □□□ Not met ■□□ Partly met" in mine
    assert "P08 No gap in medication ■■■ Fully met ■□□ Partly met" in theirs
    assert "Agreed as you saw it: 1 statement. P01" in mine
    assert "Agreed as you saw it: 2 statements. G02, P01" in theirs
    assert "You said don’t know or not ours to judge: 1 statement. G02" in mine
    for other in ("Fully met", "Probation", "Okapi"):
        assert other not in mine
    for other in ("Not met", "Inside Health", "Zebra", "Don’t know", "don’t know"):
        assert other not in theirs


def test_a_view_that_was_not_revealed_is_not_on_it(any_desk: Desk) -> None:
    here = scene(any_desk, names_shown=True)
    give(here, here.treatment, {"P08": 0, "P03": 3})
    agree(here, "P08", 1, spread=False, names=False)
    mine = page_of(here)
    assert "■□□ Partly met P08" in mine
    assert "You gave 2 views that the room did not look at; they stay sealed" in mine
    assert "Not met" not in mine
    assert "Fully met" not in mine


def test_where_names_are_not_shown_the_lead_learns_nothing_from_it(any_desk: Desk) -> None:
    here = scene(any_desk, names_shown=False)
    give(here, here.treatment, {"P08": 0, "P03": 2})
    give(here, here.probation, {"P08": 3, "P03": 2})
    for statement in ("P08", "P03"):
        agree(here, statement, 2, names=False)
    mine = page_of(here)
    assert "On 1 statement the room saw how views lay and no names" in mine
    assert "No names are shown in this assessment, not to the lead either." in mine
    assert "statements are part of this assessment." in mine
    assert "■■□ Mostly met P08" in mine
    assert "Agreed as you saw it: 1 statement. P03" in mine, "all said the same, and all saw it"
    assert "Not met" not in mine


def test_a_spread_without_the_step_of_names_tells_nothing_of_one_agency(desk: Desk) -> None:
    here = scene(desk, names_shown=True)
    give(here, here.treatment, {"P08": 0})
    give(here, here.probation, {"P08": 3})
    agree(here, "P08", 1, names=False)
    mine = page_of(here)
    assert "Not met" not in mine
    assert "On 1 statement the room saw how views lay and no names" in mine


def test_a_later_view_is_not_told_as_the_first(desk: Desk) -> None:
    here = scene(desk, names_shown=True)
    give(here, here.treatment, {"P08": 0})
    agree(here, "P08", 3, names=True)
    give(here, here.treatment, {"P08": 3})
    assert "□□□ Not met ■■■ Fully met, provisional" in page_of(here)


def test_a_different_view_stands_with_its_statement(desk: Desk) -> None:
    here = scene(desk, names_shown=True)
    give(here, here.treatment, {"P08": 1})
    agree(here, "P08", 1, names=True)
    consensus.record_different_view(desk, here.assessment_id, "P08", here.treatment, 0)
    consensus.record_different_view(desk, here.assessment_id, "P03", here.probation, 2)
    mine = page_of(here)
    assert "Different view recorded on 21 November 2026: Not met" in mine
    assert "Mostly met" not in mine


def test_what_it_owns_and_supports_with_dates_and_its_answer(desk: Desk) -> None:
    here = scene(desk)
    agree(here, "P08", 0, names=False)
    on = (desk, here.assessment_id, ["P08"])
    theirs = {"owner_agency_id": here.probation, "owner_role": "Senior probation officer"}
    mine = {"owner_agency_id": here.treatment, "owner_role": "Clinical lead"}
    actions.raise_action(*on, "Bridge every gap", **mine, due_on=date(2027, 1, 14))
    actions.agree(desk, actions.raise_action(*on, "Count the gaps", **mine))
    supported = actions.raise_action(*on, "Tell the clinic early", **theirs)
    actions.link_supporters(desk, supported, [here.treatment])
    actions.raise_action(*on, "Visit the clinic", **theirs)
    page = page_of(here)
    own, support = page.split("What you own")[1].split("What you support")
    assert "1 Bridge every gap Clinical lead 14 January 2027 Proposed, not yet asked" in own
    assert "2 Count the gaps Clinical lead No date yet Agreed on 21 November 2026" in own
    assert "3 Tell the clinic early Senior probation officer, Probation No date yet" in support
    assert "Visit the clinic" not in page


def test_how_to_record_a_different_view(desk: Desk) -> None:
    here = scene(desk)
    agree(here, "P08", 1, names=False)
    meeting = partnerships.add_meeting(desk, here.assessment_id, date(2026, 11, 20))
    assert meeting
    typed = Typed.over("", "continuity@aldermoor.example")
    views.edit_reply_to(desk, here.assessment_id, typed)
    page = page_of(here)
    assert "write to continuity@aldermoor.example by 4 December 2026" in page
    # What the page promises is what the table of audiences keeps.
    assert "in the partnership’s own copy of the report" in page
    assert "Copies for the board and for others leave it out." in page
    assert DIFFERENT_VIEWS.given_to == {Audience.OWN}
    assert "within ten working days" in page


def test_it_says_first_that_it_is_for_this_agency_only(desk: Desk) -> None:
    here = scene(desk)
    agree(here, "P08", 1, names=False)
    made = make(here, Kind.AFTER, here.treatment)
    words = "For this agency only; not for circulation."
    first = pages(made.data)[0].split("2026", 1)[1]
    assert first.strip().startswith(words)
    assert made.file_name == (
        "OFFICIAL Aldermoor page after the workshop, only for Inside Health 2026-11-21.pdf"
    )


def test_a_long_day_still_makes_two_pages_at_most(desk: Desk) -> None:
    here = scene(desk, names_shown=True)
    partnerships.set_scope_kind(desk, here.assessment_id, ScopeKind.ALL)
    asked = sorted(s for s, a in views.asked(desk, here.assessment_id) if a == here.treatment)
    give(here, here.treatment, dict.fromkeys(asked, 3))
    for statement in asked:
        agree(here, statement, 0, names=True)
    for number in range(12):
        what = f"Action {number}: " + "agree who does what, by when and with which money " * 4
        owner = here.treatment if number % 2 else here.probation
        action = actions.raise_action(
            desk, here.assessment_id, asked[:1], what, owner_agency_id=owner, owner_role="Lead " * 9
        )
        actions.link_supporters(desk, action, [here.treatment])
    found = pages(make(here, Kind.AFTER, here.treatment).data)
    assert len(found) == 2
    assert all(statement in " ".join(found) for statement in asked)


def test_all_pages_come_as_a_zip_of_marked_files_and_are_recorded(desk: Desk) -> None:
    here = scene(desk, names_shown=True)
    give(here, here.treatment, {"P08": 0})
    give(here, here.probation, {"P08": 3})
    agree(here, "P08", 1, names=True)
    made = make(here, Kind.AFTER)
    assert made.file_name == "OFFICIAL Aldermoor pages after the workshop 2026-11-21.zip"
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        found = {name: text(archive.read(name)) for name in archive.namelist()}
    start = "OFFICIAL Aldermoor page after the workshop, only for"
    mine, theirs = (
        found[f"{start} Inside Health 2026-11-21.pdf"],
        found.pop(f"{start} Probation 2026-11-21.pdf"),
    )
    assert "Not met" in mine
    assert "Not met" not in theirs
    record = downloads.files_made(desk, here.partnership_id)[0]
    assert (record.kind, record.file_name) == ("after", made.file_name)


def test_there_is_none_before_anything_is_agreed_and_none_but_for_the_lead(desk: Desk) -> None:
    here = scene(desk)
    with pytest.raises(Refused, match="Nothing has been agreed yet"):
        make(here, Kind.AFTER)
    agree(here, "P08", 1, names=False)
    for other in (here.partner(), seen_by(desk, VIEWER)):
        with pytest.raises(Refused, match="Only the lead"):
            make(here, Kind.AFTER, here.treatment, desk=other)
