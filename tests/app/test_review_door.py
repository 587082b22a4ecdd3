"""The reviewers' door: one page, and nothing of the lead's or of the room's at any address."""

import pytest

import app
from assessment.access.actor import REVIEWS_STRANGER, STRANGER
from assessment.access.opening import DOOR_VARIABLE, open_desk
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.panels.links import ADDRESS_VARIABLE
from tests.app.doors import opened, pages_of, words


# One page of each kind: lists, one thing, files, what begins an area, and the other door's.
ELSEWHERE = ("", "home", "round", "downloads", "copies", "start", "join", "mine", "no-such-page")


def test_it_has_one_page_and_the_room_has_not_got_it(full_sqlite, seat) -> None:
    desk = seat(full_sqlite, REVIEWS_STRANGER)
    [area] = partnerships.partnerships(desk)
    [one, *_] = partnerships.assessments(desk, area.id)
    for assessment_id in ("", one.id):
        assert pages_of(desk, assessment_id) == ["reviewing"]
    room = seat(full_sqlite, STRANGER)
    assert "reviewing" not in pages_of(room, one.id)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_every_address_leads_to_the_door(name, full_sqlite, seat) -> None:
    desk = seat(full_sqlite, REVIEWS_STRANGER)
    [area] = partnerships.partnerships(desk)
    [one, *_] = partnerships.assessments(desk, area.id)
    at = opened(name, id="P08", assessment=one.id)
    said = words(at)
    assert [error.message for error in at.exception] == []
    assert "Open the invitation link" in said
    assert area.name not in said
    assert str(desk.store.file) not in said
    assert not [*at.get("download_button"), *at.get("file_uploader"), *at.button]
    assert app.deeds(desk, "", "") == {}


def test_no_link_is_made_before_what_it_opens_was_read_through(
    full_sqlite, seat, monkeypatch
) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, "https://reviews.example.gov.uk")
    desk = seat(full_sqlite)
    [area] = partnerships.partnerships(desk)
    [one, *_] = partnerships.assessments(desk, area.id)
    begun = reviews.begin_round(desk, one.id, "Brackley")
    who = reviews.add_reviewer(desk, begun, "Commissioner", "Brackley Council")
    reviews.set_scope(desk, begun, partnerships.scope(desk, one.id))
    at = opened("round", id=begun, section="who", assessment=one.id)
    [make] = [button for button in at.button if button.label.startswith("Make a link")]
    at = make.click().run()
    assert "not read yet" in words(at)
    assert not at.code
    assert reviews.link_of(desk, who) is None


def test_the_setting_alone_decides_who_comes_in(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path))
    monkeypatch.setenv(DOOR_VARIABLE, "review")
    desk = open_desk()
    assert desk.actor == REVIEWS_STRANGER
    desk.store.close()
