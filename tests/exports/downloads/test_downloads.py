"""Files that leave: made for those who may, and recorded so that they can be traced."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.actor import Actor
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from exports.downloads import service
from exports.downloads.model import Format
from tests.desk import VIEWER, Area, begin_area, seen_by


STARTS = {Format.PDF: b"%PDF-", Format.WORKBOOK: b"PK", Format.HTML: b"<!doctype html>"}


@pytest.mark.parametrize("wanted", list(Format))
def test_each_format_is_made_named_and_recorded(desk: Desk, wanted: Format) -> None:
    area = begin_area(desk)
    made = service.make_file(desk, area.assessment_id, wanted)
    assert made.data[:15].lower().startswith(STARTS[wanted].lower())
    assert made.file_name.startswith("OFFICIAL Aldermoor")
    assert made.file_name.endswith(f"2026-11-21.{wanted}")
    record = service.files_made(desk, area.partnership_id)[0]
    assert (record.kind, record.file_name) == (wanted, made.file_name)
    assert record.marking == "OFFICIAL"


def test_a_commissioner_who_may_look_may_also_download(desk: Desk) -> None:
    area = begin_area(desk)
    assert service.make_file(seen_by(desk, VIEWER), area.assessment_id, Format.HTML).data


def test_someone_without_a_role_gets_nothing(desk: Desk) -> None:
    area = begin_area(desk)
    stranger = Actor.model_construct(name="Nobody", role="none")
    with pytest.raises(Refused):
        service.make_file(seen_by(desk, stranger), area.assessment_id, Format.PDF)
    assert service.files_made(desk, area.partnership_id) == ()


def _script(desk, area):
    from assessment.ui.context import PageContext
    from exports.downloads import pages

    pages.render(
        PageContext(desk=desk, partnership_id=area.partnership_id, assessment_id=area.assessment_id)
    )


def opened(desk: Desk, area: Area) -> AppTest:
    """The page as it stands after its first run."""
    return AppTest.from_function(_script, args=(desk, area), default_timeout=60).run()


def test_all_three_wait_beside_their_own_buttons(desk: Desk) -> None:
    area = begin_area(desk)
    page = opened(desk, area)
    page.button(key="make_all").click().run()
    assert not page.exception
    endings = [button.label.rsplit(".", 1)[1] for button in page.download_button]
    assert endings == ["pdf", "xlsx", "html"]


def test_the_page_says_what_can_be_loaded_back(desk: Desk) -> None:
    html = "".join(each.proto.body for each in opened(desk, begin_area(desk)).get("html"))
    assert "They cannot be loaded back; the complete copy can." in html
    assert "Every file carries its marking: OFFICIAL." in html
