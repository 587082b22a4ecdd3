"""The agenda: the opening slide, order and time, and what is accepted together."""

from datetime import time

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.consensus.model import Arranged, HowReached
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Way
from tests.assessment.consensus.agreed import agree
from tests.desk import Area, begin_area


# Two that may be accepted, one on which they differ, one that is safety-critical.
ALIKE, TOO, APART, CRITICAL = "P01", "P02", "G04", "D11"


def _script(desk, area, went):
    import streamlit as st

    from assessment.ui.context import PageContext
    from domains.walk.pages import agenda

    class There(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    agenda.render(There(desk, area.partnership_id, area.assessment_id))


def given(desk: Desk) -> Area:
    """Three agencies' views on four statements."""
    area = begin_area(desk)
    types = {"HMP Stonebrook": "PTP", "Millrace": "CTP", "Probation": "PS"}
    ids = [partnerships.add_agency(desk, area.partnership_id, *one) for one in _typed(types)]
    views.choose_names_shown(desk, area.assessment_id, True)
    views.ask_for_views(desk, area.assessment_id)
    for statement in (ALIKE, TOO, APART, CRITICAL):
        for place, agency in enumerate(ids):
            said = place if statement == APART else 2
            here = (desk, area.assessment_id, statement, agency)
            views.give(*here, said, way=Way.CALLED_OUT)
    return area


def test_the_list_says_only_of_what_is_revealed_whether_views_agree(desk: Desk) -> None:
    area = given(desk)
    before = "".join(each.proto.body for each in opened(desk, area).get("html"))
    assert "Views agree" not in before
    assert "To talk about" not in before
    views.show_spread(desk, area.assessment_id, ALIKE)
    views.show_spread(desk, area.assessment_id, APART)
    after = "".join(each.proto.body for each in opened(desk, area).get("html"))
    assert after.count("Views agree") == after.count("To talk about") == 1


def _typed(types: dict[str, str]) -> list[tuple[str, list[str]]]:
    return [(name, [code]) for name, code in types.items()]


def opened(desk: Desk, area: Area, went: list[tuple[str, dict[str, str]]] | None = None) -> AppTest:
    """The page as it stands after its first run."""
    args = (desk, area, [] if went is None else went)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def html(page: AppTest) -> str:
    """All HTML of our own on the page."""
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


def press(page: AppTest, words: str) -> None:
    """Press the button that begins so."""
    next(one for one in page.button if one.label.startswith(words)).click().run()


class TestOpening:
    def test_it_says_where_the_room_begins(self, desk: Desk) -> None:
        area = given(desk)
        assert "How many agree is told once the room begins." in html(opened(desk, area))
        consensus.begin_workshop(desk, area.assessment_id)
        said = html(opened(desk, area))
        assert "Three agencies have given 12 first views." in said
        assert "All but at most one of 4 statements agree." in said
        assert "At this pace we finish at" in said

    def test_the_room_screen_is_one_press_away_and_the_clock_begins(self, desk: Desk) -> None:
        area, went = given(desk), []
        press(opened(desk, area, went), "Go to the room screen")
        assert [name for name, _address in went] == ["room"]
        workshop = consensus.workshop(desk, area.assessment_id)
        assert workshop is not None
        assert workshop.began_at is not None


class TestTime:
    def test_the_order_is_kept(self, desk: Desk) -> None:
        area = given(desk)
        page = opened(desk, area)
        page.radio[0].set_value(Arranged.WIDEST_FIRST).run()
        first = consensus.agenda(desk, area.assessment_id).order[0]
        assert first.safety is not None
        assert html(page).index(first.statement_id) < html(page).index(ALIKE)

    def test_a_time_to_finish_shares_what_is_left(self, desk: Desk) -> None:
        area = given(desk)
        page = opened(desk, area)
        page.time_input[0].set_value(time(12, 30)).run()
        workshop = consensus.workshop(desk, area.assessment_id)
        assert workshop is not None
        assert workshop.finish_at is not None
        assert workshop.finish_at.hour == 12
        assert "21 statements left, 9 minutes each." in html(page)

    def test_a_break_begins_and_ends_by_hand(self, desk: Desk) -> None:
        area = given(desk)
        page = opened(desk, area)
        press(page, "Break of 15 minutes")
        assert "A break until 09:4" in html(page)
        press(page, "End the break")
        assert "A break until" not in html(page)


def test_once_ratings_stand_no_end_is_forecast(desk: Desk) -> None:
    area = given(desk)
    consensus.record_rating(desk, area.assessment_id, ALIKE, 2)
    consensus.park(desk, area.assessment_id, APART)
    agree(desk, area)
    page = opened(desk, area)
    said = html(page)
    assert "1 of 21 statements is settled." in said
    assert "its ratings stand" in said
    assert "to come back to" in said
    for forecast in ("finish at", "minutes", "need talking about", "The talking ends"):
        assert forecast not in said
    assert [one.label for one in page.button] == ["Go to the results"]


class TestTogether:
    def test_neither_how_many_nor_a_rating_is_said_before_the_list_is_shown(
        self, desk: Desk
    ) -> None:
        area = given(desk)
        page = opened(desk, area)
        assert "can be accepted without discussion" in html(page)
        assert "2 statements" not in html(page)
        assert "Mostly met" not in html(page)
        assert not page.checkbox
        assert not views.reveals_of(desk, area.assessment_id)

    def test_the_whole_list_is_shown_and_one_is_taken_out_by_one_press(self, desk: Desk) -> None:
        area = given(desk)
        page = opened(desk, area)
        press(page, "Show the list")
        assert [box.label for box in page.checkbox] == [
            "P01 Written joint protocol: Mostly met",
            "P02 Single point of contact that is answered: Mostly met",
        ]
        page.checkbox[0].uncheck().run()
        press(page, "Accept this one")
        found = consensus.ratings_of(desk, area.assessment_id)
        assert set(found) == {TOO}
        assert (found[TOO].rating, found[TOO].how) == (2, HowReached.WITHOUT_DISCUSSION)

    def test_all_are_accepted_by_one_press(self, desk: Desk) -> None:
        area = given(desk)
        page = opened(desk, area)
        press(page, "Show the list")
        press(page, "Accept these 2")
        assert set(consensus.ratings_of(desk, area.assessment_id)) == {ALIKE, TOO}
        assert "No statement can be accepted together." in html(page)

    def test_the_list_stays_shown_after_a_reload(self, desk: Desk) -> None:
        area = given(desk)
        press(opened(desk, area), "Show the list")
        assert len(opened(desk, area).checkbox) == 2
