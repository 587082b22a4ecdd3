"""Where one comes in: the own area, and without an assessment what was kept or can be loaded."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.partnership.model import Partnership
from exports.copies import service as copies
from exports.holdings import service as holdings
from tests.app.doors import opened, words


def calm(at: AppTest) -> str:
    assert [one.message for one in at.exception] == []
    return words(at)


def pressed(at: AppTest, label: str) -> AppTest:
    return next(one for one in at.button if one.label == label).click().run()


def only(desk: Desk) -> Partnership:
    [area] = partnerships.partnerships(desk)
    return area


def remove_the_assessment(desk: Desk, *, with_area: bool = False) -> None:
    [one] = partnerships.assessments(desk, only(desk).id)
    holdings.remove_assessment(desk, one.id, one.title, with_area=with_area)


@pytest.fixture
def left(area_sqlite, seat) -> Desk:
    """An area whose only assessment was removed for good."""
    desk = seat(area_sqlite)
    remove_the_assessment(desk)
    return desk


def test_an_area_without_an_assessment_is_found_and_assessed_again(left) -> None:
    at = opened()
    assert "Areas without an assessment" in calm(at)
    at = pressed(at, "Begin the next assessment of Brackwater")
    assert "<h1>Prepare</h1>" in calm(at)
    assert len(partnerships.assessments(left, only(left).id)) == 1
    assert "Areas without an assessment" not in calm(opened("start"))


def test_an_area_without_an_assessment_is_removed_after_a_tick(left) -> None:
    key = f"remove_{only(left).id}"
    at = opened()
    assert at.button(key=key).disabled
    at.checkbox(key=f"{key}_sure").check().run()
    at.button(key=key).click().run()
    assert "Brackwater was removed for good." in calm(at)
    assert partnerships.partnerships(left) == ()


def test_it_is_found_beside_other_areas_too(two_areas_sqlite, seat) -> None:
    desk = seat(two_areas_sqlite)
    brackwater = next(a for a in partnerships.partnerships(desk) if a.name == "Brackwater")
    [one] = partnerships.assessments(desk, brackwater.id)
    holdings.remove_assessment(desk, one.id, one.title)
    assert "Begin the next assessment of Brackwater" in calm(opened("start"))


def test_who_removes_the_last_one_is_told_on_the_first_page(area_sqlite, seat) -> None:
    desk = seat(area_sqlite)
    [one] = partnerships.assessments(desk, only(desk).id)
    at = opened("holdings")
    at.selectbox(key="gone_which").set_value(one.id).run()
    at.text_input(key="gone_typed").input(one.title).run()
    at.button(key="gone_remove").click().run()
    assert "The assessment with its area was removed for good." in calm(at)
    assert "Begin with this area" in calm(at)
    assert partnerships.partnerships(desk) == ()


@pytest.mark.parametrize("page", ["results", "plan", "holdings", "home"])
def test_an_old_address_leads_to_the_first_page(page, empty_sqlite, seat) -> None:
    seat(empty_sqlite)
    assert "Begin with this area" in calm(opened(page))


def test_a_complete_copy_is_loaded_from_the_first_page_and_shown(area_sqlite, seat) -> None:
    desk = seat(area_sqlite)
    data = copies.make_copy(desk, only(desk).id)
    remove_the_assessment(desk, with_area=True)
    at = pressed(opened(), "Load a complete copy")
    assert "<h1>Complete copy</h1>" in calm(at)
    at.file_uploader[0].set_value(("copy.json", data, "application/json")).run()
    at.button(key="copy_load").click().run()
    assert "<h1>Brackwater</h1>" in calm(at)
    assert "Where we are" in calm(at)


def test_the_first_page_is_at_the_address_of_its_name_too(area_sqlite, seat) -> None:
    seat(area_sqlite)
    assert calm(opened("home")) == calm(opened())


def test_the_own_area_comes_before_the_fictional_one(two_areas_sqlite, seat) -> None:
    seat(two_areas_sqlite)
    assert "<h1>Brackwater</h1>" in calm(opened())


def test_an_address_whose_assessment_is_gone_says_that_another_is_shown(area_sqlite, seat) -> None:
    seat(area_sqlite)
    at = opened("plan", assessment="00000000-0000-4000-8000-000000000000")
    assert "is no longer here" in calm(at)
    assert "<h1>Action plan</h1>" in calm(at)
    assert "is no longer here" not in calm(at.run())
