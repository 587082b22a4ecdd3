"""The lead's page of codes and the door, through their scripts."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.invitations import service
from assessment.partnership import service as partnerships
from tests.assessment.invitations.joined import Room, room


ADDRESS = "http://192.168.0.12:8600"
Went = list[tuple[str, dict[str, str]]]


def _script(desk, assessment_id, screen, went):
    import streamlit as st

    from assessment.invitations.pages import codes, join
    from assessment.ui.context import PageContext

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    {"codes": codes, "join": join}[screen].render(Here(desk=desk, assessment_id=assessment_id))


def opened(
    desk: Desk, here: Room, screen: str, went: Went | None = None, **address: str
) -> AppTest:
    """A page as it stands after its first run; the door knows of no assessment."""
    assessment_id = here.assessment_id if screen == "codes" else ""
    args = (desk, assessment_id, screen, [] if went is None else went)
    page = AppTest.from_function(_script, args=args, default_timeout=30)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def drawn(page: AppTest) -> str:
    """All HTML of our own on the page."""
    assert not page.exception
    return " ".join(str(part.proto.body) for part in page.get("html"))


def press(page: AppTest, label: str, place: int = 0) -> AppTest:
    """Press the button of this name, or the next of several."""
    return [one for one in page.button if one.label == label][place].click().run()


class TestCodes:
    def test_codes_are_shown_once_and_gone_when_the_page_is_opened_again(self, desk: Desk) -> None:
        here = room(desk)
        page = press(opened(desk, here, "codes"), "Make codes for 2 agencies")
        assert "These codes are shown only now" in drawn(page)
        assert len(service.codes_of(desk, here.assessment_id)) == 2
        again = opened(desk, here, "codes")
        assert "shown only now" not in drawn(again)
        assert "Its code was made at" in drawn(again)

    def test_without_a_room_it_says_how_to_open_one(self, desk: Desk, monkeypatch) -> None:
        monkeypatch.delenv("THROUGHCARE_ROOM_URL", raising=False)
        page = opened(desk, room(desk), "codes")
        assert "python3 run.py room" in drawn(page)
        assert "this computer only" in drawn(page)

    def test_before_views_are_asked_for_it_says_that_codes_wait(self, desk: Desk) -> None:
        page = opened(desk, room(desk, asked=False), "codes")
        assert "open nothing until first views are asked for" in drawn(page)
        assert "open nothing" not in drawn(opened(desk, room(desk), "codes"))

    def test_with_one_each_slip_has_its_link_as_a_picture_with_words(
        self, desk: Desk, monkeypatch
    ) -> None:
        monkeypatch.setenv("THROUGHCARE_ROOM_URL", ADDRESS)
        page = press(opened(desk, room(desk), "codes"), "Make codes for 2 agencies")
        assert f"Open {ADDRESS} and type the code" in drawn(page)
        pictures = [image.alt for one in page.get("image") for image in one.proto.imgs]
        assert [words for words in pictures if "joins" in words] == [
            "QR code that joins for HMP Stonebrook",
            "QR code that joins for Probation",
        ]

    def test_it_names_devices_ends_one_and_hands_the_contact_over(self, desk: Desk) -> None:
        here = room(desk)
        here.joined(here.prison)
        second = here.joined(here.prison)
        page = opened(desk, here, "codes")
        assert "2 devices joined." in drawn(page)
        page = press(page, "Make device 2 the contact’s")
        assert service.is_contact(second)
        page = press(page, "End device 1")
        assert "Device 1: ended" in drawn(page)
        assert "1 device joined." in drawn(page)

    def test_once_the_ratings_are_agreed_none_can_be_made(self, desk: Desk) -> None:
        here = room(desk)
        here.agree()
        page = opened(desk, here, "codes")
        assert all(one.disabled for one in page.button if one.label.startswith("Make"))

    def test_of_an_agency_that_is_asked_nothing_it_says_that_it_needs_none(
        self, desk: Desk
    ) -> None:
        here = room(desk)
        area = partnerships.partnership_of(desk, here.assessment_id)
        partnerships.add_agency(desk, area, "Housing team", ["HSG"])
        page = opened(desk, here, "codes")
        assert "Nothing of this assessment is asked of it" in drawn(page)
        labels = [one.label for one in page.button if one.label.startswith("Make")]
        assert labels == ["Make codes for 2 agencies", *["Make a code"] * 2]

    def test_an_agency_s_name_is_text(self, desk: Desk) -> None:
        here = room(desk)
        area = partnerships.partnership_of(desk, here.assessment_id)
        partnerships.add_agency(desk, area, "<b>Gate</b>", ["PS"])
        assert "&lt;b&gt;Gate" in drawn(opened(desk, here, "codes"))


class TestTheDoor:
    def test_a_typed_code_leads_to_the_agency_s_form(self, desk: Desk) -> None:
        here = room(desk)
        went: Went = []
        page = opened(here.door, here, "join", went)
        page.text_input[0].set_value(here.code(here.prison))
        press(page, "Join")
        [(name, params)] = went
        assert name == "mine"
        assert service.partner_desk(here.door, params["seat"]).actor.agency_id == here.prison

    def test_a_link_joins_at_once_and_its_code_leaves_the_address(self, desk: Desk) -> None:
        here = room(desk)
        went: Went = []
        page = opened(here.door, here, "join", went, code=here.code(here.prison))
        [(name, params)] = went
        assert (name, set(params)) == ("mine", {"seat"})
        assert "code" not in page.query_params

    def test_going_back_in_the_same_tab_is_the_same_device(self, desk: Desk) -> None:
        here = room(desk)
        went: Went = []
        code = here.code(here.prison)
        page = opened(here.door, here, "join", went, code=code)
        page.query_params["code"] = code
        page.run()
        assert len({params["seat"] for _name, params in went}) == 1
        assert len(service.devices_of(desk, here.assessment_id)) == 1

    @pytest.mark.parametrize("code", ["BBBB-BBBB", "<script>alert(1)</script>", "x" * 9000])
    def test_a_wrong_link_says_what_to_do_and_repeats_nothing(self, desk: Desk, code: str) -> None:
        here = room(desk)
        page = opened(here.door, here, "join", code=code)
        assert "That code opens nothing here" in drawn(page)
        assert code not in drawn(page)
        assert service.wrong_codes(desk) == 1
        page.run()
        assert service.wrong_codes(desk) == 1
