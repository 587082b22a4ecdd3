"""The page through its own script: a preview first, and nothing loaded unasked."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from exports.copies import service
from exports.downloads import service as downloads
from tests.desk import begin_area
from tests.exports.copies.conftest import Install


def _script(desk, partnership_id):
    from assessment.ui.context import PageContext
    from exports.copies import pages

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            import streamlit as st

            st.text(f"went to {name}")
            st.stop()

    pages.render(Here(desk=desk, partnership_id=partnership_id))


def opened(desk: Desk, partnership_id: str = "") -> AppTest:
    args = (desk, partnership_id)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def drawn(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


@pytest.fixture
def copy(install: Install) -> bytes:
    desk = install("sender")
    return service.make_copy(desk, begin_area(desk).partnership_id)


def test_a_file_is_shown_before_it_is_loaded(desk: Desk, copy: bytes) -> None:
    page = opened(desk)
    page.file_uploader[0].set_value(("copy.json", copy, "application/json")).run()
    assert "It holds 1 area" in drawn(page)
    assert partnerships.partnerships(desk) == ()
    page.button(key="copy_load").click().run()
    [area] = partnerships.partnerships(desk)
    assert area.name == "Aldermoor"
    [loaded] = partnerships.assessments(desk, area.id)
    assert [text.value for text in page.text] == ["went to home"]
    assert page.query_params["assessment"] == loaded.id


def test_beside_another_area_it_is_said_and_opened_when_asked(desk: Desk, copy: bytes) -> None:
    page = opened(desk, begin_area(desk, "Brackwater").partnership_id)
    page.file_uploader[0].set_value(("copy.json", copy, "application/json")).run()
    page.button(key="copy_load").click().run()
    assert "Aldermoor is loaded" in drawn(page)
    page.button(key="copy_open").click().run()
    assert [text.value for text in page.text] == ["went to home"]
    aldermoor = next(a for a in partnerships.partnerships(desk) if a.name == "Aldermoor")
    [loaded] = partnerships.assessments(desk, aldermoor.id)
    assert page.query_params["assessment"] == loaded.id


def test_replacing_waits_for_a_deliberate_tick(desk: Desk, copy: bytes) -> None:
    page = opened(desk, service.load_copy(desk, copy).partnership_id)
    page.file_uploader[0].set_value(("copy.json", copy, "application/json")).run()
    assert page.button(key="copy_load").disabled
    page.checkbox(key="copy_replace").check().run()
    page.button(key="copy_load").click().run()
    assert "What stood here before is saved in" in drawn(page)


def test_a_wrong_file_is_refused_on_the_page(desk: Desk) -> None:
    page = opened(desk)
    # A browser refuses a kind that the page does not take in words of its own, so it takes any.
    assert not page.file_uploader[0].proto.type
    page.file_uploader[0].set_value(("notes.xlsx", b"PK", "application/octet-stream")).run()
    assert "not a complete copy" in drawn(page)


def test_a_copy_taken_is_recorded_as_made(desk: Desk) -> None:
    area = begin_area(desk)
    page = opened(desk, area.partnership_id)
    assert "every agency’s own view, also those that were never revealed" in drawn(page)
    page.button(key="copy_make").click().run()
    (made,) = downloads.files_made(desk, area.partnership_id)
    assert made.kind == "json"
    assert "Aldermoor complete copy 2026-11-21" in made.file_name
