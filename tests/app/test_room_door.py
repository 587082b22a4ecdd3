"""The door of the room: two pages, and nothing of the lead's at any address."""

from datetime import date

import pytest

import app
from assessment.access.actor import STRANGER, Role
from assessment.access.errors import Refused
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Way
from tests.app.doors import opened, pages_of, words
from tests.desk import LEAD, seen_by


LEADS = sorted(entry.name for entry in app.ENTRIES if Role.LEAD in entry.who)


def test_it_has_two_pages(full_sqlite, seat) -> None:
    desk = seat(full_sqlite, STRANGER)
    [area] = partnerships.partnerships(desk)
    [one, *_] = partnerships.assessments(desk, area.id)
    for assessment_id in ("", one.id):
        assert pages_of(desk, assessment_id) == ["join", "mine"]


@pytest.mark.parametrize("name", ["", *LEADS, "no-such-page", "mine/../home"])
def test_every_other_address_leads_to_the_door(name, full_sqlite, seat) -> None:
    desk = seat(full_sqlite, STRANGER)
    [area] = partnerships.partnerships(desk)
    [one, *_] = partnerships.assessments(desk, area.id)
    at = opened(name, id="P08", assessment=one.id)
    said = words(at)
    assert [error.message for error in at.exception] == []
    assert "<h1>Join the room</h1>" in said
    assert area.name not in said
    assert str(desk.store.file) not in said


@pytest.mark.parametrize("name", ["join", "mine"])
def test_no_upload_no_download_and_no_deed_is_there(name, full_sqlite, seat) -> None:
    desk = seat(full_sqlite, STRANGER)
    at = opened(name)
    assert not [*at.get("download_button"), *at.get("file_uploader")]
    assert app.deeds(desk, "", "") == {}


def test_the_lead_s_app_has_no_door_in_it(area_sqlite, seat) -> None:
    desk = seat(area_sqlite)
    assert not {"join", "mine"} & set(pages_of(desk, "any"))


def test_a_stranger_may_call_no_use_case_of_the_lead(area_sqlite, seat) -> None:
    desk = seat(area_sqlite, STRANGER)
    [area] = partnerships.partnerships(desk)
    one = partnerships.assessments(desk, area.id)[0].id
    for act in (
        lambda: views.sealed_views(desk, one),
        lambda: invitations.make_codes(desk, one),
        lambda: invitations.pass_laptop(desk, one, "2468"),
        lambda: invitations.unlock(desk),
        lambda: invitations.reach_of(desk, "8601"),
        lambda: partnerships.begin_consensus(desk, one),
    ):
        with pytest.raises(Refused):
            act()


class TestThePassedLaptop:
    """The lead's app while the laptop goes round."""

    def passing(self, desk) -> tuple[str, str]:
        [area] = partnerships.partnerships(desk)
        one = partnerships.assessments(desk, area.id)[0].id
        agency = partnerships.add_agency(desk, area.id, "Probation Hill", ["PS"])
        views.choose_names_shown(desk, one, False)
        views.ask_for_views(desk, one)
        invitations.pass_laptop(desk, one, "2468")
        return one, agency

    @pytest.mark.parametrize("name", ["", *LEADS, "join", "mine", "no-such-page"])
    def test_every_address_is_the_blank_screen(self, name, area_sqlite, seat) -> None:
        desk = seat(area_sqlite)
        one, _agency = self.passing(desk)
        at = opened(name, assessment=one, id="P08")
        assert [error.message for error in at.exception] == []
        said = words(at)
        assert "<h1>Hand the laptop to Probation Hill</h1>" in said
        assert "Brackwater" not in said

    @pytest.mark.parametrize("name", ["", *LEADS, "join", "mine"])
    def test_in_a_turn_every_address_is_that_agency_s_form(self, name, area_sqlite, seat) -> None:
        desk = seat(area_sqlite)
        _one, agency = self.passing(desk)
        invitations.begin_turn(desk, agency)
        said = words(opened(name))
        assert "<h1>Probation Hill</h1>" in said
        assert "We are done" in said
        assert said.count("Brackwater") == 1  # whose assessment it is, and no more of the lead's
        assert ">Brackwater. The assessment of " in said

    def test_a_turn_shows_nothing_that_was_answered_elsewhere(self, area_sqlite, seat) -> None:
        desk = seat(area_sqlite)
        one, agency = self.passing(desk)
        asked = [s for s, a in sorted(views.asked(desk, one)) if a == agency]
        views.give(desk, one, asked[0], agency, 1, way=Way.PACK)
        invitations.begin_turn(desk, agency)
        at = opened("laptop", statement=asked[0])
        assert "has answered this one already" in words(at)
        assert not at.radio
        at = opened("laptop", statement=asked[2])
        assert "has answered this one already" not in words(at)
        assert [radio.value for radio in at.radio] == [None]

    def test_a_turn_shows_what_was_answered_in_it(self, area_sqlite, seat) -> None:
        desk = seat(area_sqlite)
        one, agency = self.passing(desk)
        asked = [s for s, a in sorted(views.asked(desk, one)) if a == agency]
        invitations.begin_turn(desk, agency)
        views.give(desk, one, asked[0], agency, 1, way=Way.LAPTOP)
        assert [radio.value for radio in opened("laptop", statement=asked[0]).radio] == [1]
        invitations.unlock(desk)
        invitations.pass_laptop(desk, one, "2468")
        invitations.begin_turn(desk, agency)
        assert not opened("laptop", statement=asked[0]).radio

    def test_the_pin_brings_the_lead_s_page_back(self, area_sqlite, seat) -> None:
        desk = seat(area_sqlite)
        self.passing(desk)
        at = opened("results")
        at.text_input(key="pin_given").input("1357")
        at = self.press(at, "Take the laptop back")
        assert "That is not the PIN." in words(at)
        at.text_input(key="pin_given").input("2468")
        at = self.press(at, "Take the laptop back")
        assert "<h1>Results" in words(at)

    def test_the_pin_brings_back_the_assessment_it_was_passed_for(self, area_sqlite, seat) -> None:
        desk = seat(area_sqlite)
        one, _agency = self.passing(desk)
        assessment = partnerships.assessment(desk, one)
        where = (assessment.partnership_id, assessment.bank_id)
        newer = partnerships.start_assessment(desk, *where, date(2030, 1, 1))
        at = opened("results")
        at.text_input(key="pin_given").input("2468")
        at = self.press(at, "Take the laptop back")
        assert newer not in at.query_params["assessment"]
        assert one in at.query_params["assessment"]

    def press(self, at, label):
        [button] = [one for one in at.button if one.label == label]
        return button.click().run()

    def test_the_lead_begins_it_with_a_pin_typed_twice(self, area_sqlite, seat) -> None:
        desk = seat(area_sqlite)
        _one, _agency = self.passing(desk)
        invitations.unlock(seen_by(desk, LEAD))
        at = opened("laptop")
        at.text_input(key="pin_new").input("1357")
        at.text_input(key="pin_again").input("1358")
        at = self.press(at, "Start with the first")
        assert "The two PINs differ" in words(at)
        at.text_input(key="pin_new").input("1357")
        at.text_input(key="pin_again").input("1357")
        at = self.press(at, "Start with the first")
        assert "<h1>Hand the laptop to Probation Hill</h1>" in words(at)
