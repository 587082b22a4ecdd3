"""Files that leave: made for those who may, and recorded so that they can be traced."""

import io

import docx
import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from action_plans.actions import service as actions
from assessment.access.actor import Actor
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.privacy.audience import Audience
from exports.downloads import service
from exports.downloads.model import Format
from tests.desk import VIEWER, Area, begin_area, seen_by


STARTS = {
    Format.BOARD: b"%PDF-",
    Format.BOARD_WORD: b"PK",
    Format.PDF: b"%PDF-",
    Format.WORKBOOK: b"PK",
    Format.HTML: b"<!doctype html>",
    Format.WORD: b"PK",
    Format.PLAN: b"\xef\xbb\xbf",
    Format.STATEMENTS: b"\xef\xbb\xbf",
    Format.JSON: b"{",
}
KINDS = {Format.JSON: "data"}  # "json" is how a complete copy is recorded


@pytest.mark.parametrize("wanted", list(Format))
def test_each_format_is_made_named_and_recorded(desk: Desk, wanted: Format) -> None:
    area = begin_area(desk)
    made = service.make_file(desk, area.assessment_id, wanted)
    assert made.data[:15].lower().startswith(STARTS[wanted].lower())
    assert made.file_name.startswith("OFFICIAL Aldermoor")
    assert made.file_name.endswith(f"2026-11-21.{wanted.split('_')[-1]}")
    record = service.files_made(desk, area.partnership_id)[0]
    assert (record.kind, record.file_name) == (KINDS.get(wanted, wanted), made.file_name)
    assert record.marking == "OFFICIAL"


def test_a_commissioner_who_may_look_may_also_download(desk: Desk) -> None:
    area = begin_area(desk)
    assert service.make_file(seen_by(desk, VIEWER), area.assessment_id, Format.HTML).data


@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.BOARD])
def test_a_commissioner_makes_the_boards_copy_and_no_other(desk: Desk, audience: Audience) -> None:
    area = begin_area(desk)
    with pytest.raises(Refused, match="Only the lead"):
        service.make_file(
            seen_by(desk, VIEWER), area.assessment_id, Format.HTML, audience, deliberate=True
        )


def test_our_own_copy_is_made_only_where_it_is_meant(desk: Desk) -> None:
    area = begin_area(desk)
    with pytest.raises(Refused, match="not for circulation"):
        service.make_file(desk, area.assessment_id, Format.HTML, Audience.OWN)
    assert service.files_made(desk, area.partnership_id) == ()


@pytest.mark.parametrize("wanted", [one for one in Format if STARTS[one] != b"%PDF-"])
def test_our_own_copy_says_what_it_is_in_its_name_and_first_line(
    desk: Desk, wanted: Format
) -> None:
    area = begin_area(desk)
    made = service.make_file(desk, area.assessment_id, wanted, Audience.OWN, deliberate=True)
    assert made.file_name.startswith("OFFICIAL-SENSITIVE, not for circulation Aldermoor ")
    assert "not for circulation" in first_line(wanted, made.data)


def first_line(wanted: Format, data: bytes) -> str:
    """What a reader sees first."""
    match wanted:
        case Format.WORKBOOK:
            book = openpyxl.load_workbook(io.BytesIO(data))
            assert book.active is not None
            return str(book.active["A1"].value)
        case Format.WORD | Format.BOARD_WORD:
            return docx.Document(io.BytesIO(data)).paragraphs[0].text
        case Format.HTML:
            body = data.decode().split('<header class="top">')[1]
            return body.splitlines()[0]
        case Format.PLAN | Format.STATEMENTS:
            return data.decode().splitlines()[0]
        case _:
            return data.decode().splitlines()[1]


def test_two_audiences_files_of_one_day_have_names_of_their_own(desk: Desk) -> None:
    area = begin_area(desk)
    names = {
        service.make_file(
            desk, area.assessment_id, Format.HTML, audience, deliberate=True
        ).file_name
        for audience in Audience
    }
    assert len(names) == len(Audience)
    assert "OFFICIAL Aldermoor report for the public 2026-11-21.html" in names


def test_someone_without_a_role_gets_nothing(desk: Desk) -> None:
    area = begin_area(desk)
    stranger = Actor.model_construct(name="Nobody", role="none")
    with pytest.raises(Refused):
        service.make_file(seen_by(desk, stranger), area.assessment_id, Format.PDF)
    assert service.files_made(desk, area.partnership_id) == ()


def _script(desk, area):
    from assessment.ui.context import PageContext
    from exports.downloads.pages import downloads as pages

    pages.render(
        PageContext(desk=desk, partnership_id=area.partnership_id, assessment_id=area.assessment_id)
    )


def opened(desk: Desk, area: Area) -> AppTest:
    """The page as it stands after its first run."""
    return AppTest.from_function(_script, args=(desk, area), default_timeout=60).run()


def test_every_file_waits_beside_their_own_buttons(desk: Desk) -> None:
    area = begin_area(desk)
    page = opened(desk, area)
    page.button(key="make_all").click().run()
    assert not page.exception
    endings = [button.label.rsplit(".", 1)[1] for button in page.download_button]
    assert endings == ["pdf", "docx", "pdf", "xlsx", "html", "docx", "csv", "csv", "json"]


def test_the_page_says_what_can_be_loaded_back(desk: Desk) -> None:
    html = "".join(each.proto.body for each in opened(desk, begin_area(desk)).get("html"))
    assert "These files cannot be loaded back whole; the complete copy can." in html
    assert "Every file carries its marking: OFFICIAL." in html


def test_of_many_files_made_the_last_ten_stand_open(desk: Desk) -> None:
    area = begin_area(desk)
    for number in range(12):
        name = f"File {number}.pdf"
        service.record_made(desk, area.partnership_id, area.assessment_id, "pdf", name, "")
    page = opened(desk, area)
    [fold] = [one for one in page.expander if one.label == "2 earlier files"]
    folded = "".join(each.proto.body for each in fold.get("html"))
    assert folded.count("File ") == 2
    assert said(page).count("File ") == 12


def said(page: AppTest) -> str:
    """All that stands on the page as our own HTML."""
    return "".join(each.proto.body for each in page.get("html"))


def choose(page: AppTest, audience: Audience) -> AppTest:
    """Say whom the files are for."""
    return page.radio(key="audience").set_value(audience).run()


def test_the_board_comes_first_and_each_copy_says_what_it_leaves_out(desk: Desk) -> None:
    page = opened(desk, begin_area(desk))
    assert page.radio(key="audience").value is Audience.BOARD
    assert "different views by agency" in said(page)
    assert "how each rating was reached" not in said(page)
    assert "how each rating was reached" in said(choose(page, Audience.PUBLIC))


def test_the_way_back_shows_what_was_chosen_before(desk: Desk) -> None:
    page = choose(opened(desk, begin_area(desk)), Audience.PUBLIC)
    assert page.query_params["for"] == "public"
    choose(page, Audience.REGION)
    page.query_params["for"] = "public"  # as the browser's Back does
    page.run()
    assert page.radio(key="audience").value is Audience.PUBLIC
    assert "how each rating was reached" in said(page)


def test_a_commissioner_is_offered_no_other_copy(desk: Desk) -> None:
    area = begin_area(desk)
    page = opened(seen_by(desk, VIEWER), area)
    assert not page.radio
    assert not page.button(key="make_html").disabled


def test_our_own_copy_waits_until_somebody_says_that_it_is_meant(desk: Desk) -> None:
    area = begin_area(desk)
    page = choose(opened(desk, area), Audience.OWN)
    assert page.button(key="make_html").disabled
    page.checkbox[0].check().run()
    page.button(key="make_html").click().run()
    assert "not for circulation" in page.download_button[0].label


def test_a_copy_that_was_not_read_leads_to_reading_and_cannot_be_made(desk: Desk) -> None:
    area = begin_area(desk)
    actions.raise_action(desk, area.assessment_id, ["P08"], "Ask Ceridwen Vaughan")
    page = choose(opened(desk, area), Audience.PUBLIC)
    assert page.button(key="make_html").disabled
    assert "1 text is still to be read" in said(page)
    assert "No program can prove a text harmless" in said(page)
    assert page.button(key="to_reading")


def test_the_marking_of_a_copy_is_chosen_beside_it(desk: Desk) -> None:
    area = begin_area(desk)
    page = choose(opened(desk, area), Audience.REGION)
    page.selectbox(key="marking_region").set_value("OFFICIAL-SENSITIVE").run()
    assert "Every file carries its marking: OFFICIAL-SENSITIVE." in said(page)
    assert "Every file carries its marking: OFFICIAL." in said(choose(page, Audience.BOARD))
