"""The lead's pages of first views, through their scripts: what they show, save and refuse."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.views import service
from assessment.views.model import Way
from assessment.views.rules.promise import promise
from tests.assessment.views.test_service import Scene, scene
from tests.desk import begin_area


Went = list[tuple[str, dict[str, str]]]
# In the order of the ways.
PAGES = ("room", "packs", "codes", "laptop", "keypad")


def _script(desk, assessment_id, screen, went, links):
    import streamlit as st

    from assessment.partnership import service as partnerships
    from assessment.ui.context import PageContext
    from assessment.views.pages import keypad, views

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    ctx = Here(
        desk=desk,
        partnership_id=partnerships.partnership_of(desk, assessment_id),
        assessment_id=assessment_id,
        links=dict.fromkeys(links),
    )
    {"views": views, "keypad": keypad}[screen].render(ctx)


def opened(
    desk: Desk,
    assessment_id: str,
    screen: str = "views",
    went: Went | None = None,
    links: tuple[str, ...] = PAGES,
) -> AppTest:
    """A page as it stands after its first run."""
    went = [] if went is None else went
    args = (desk, assessment_id, screen, went, links)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def drawn(page: AppTest) -> str:
    """All HTML of our own on the page."""
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


def names_radio(page: AppTest):
    return page.radio(key="names_shown")


@pytest.fixture
def preparing(desk: Desk) -> str:
    """An assessment whose two agencies have not been asked yet."""
    area = begin_area(desk)
    partnerships.add_agency(desk, area.partnership_id, "HMP Stonebrook", ["PTP"])
    partnerships.add_agency(desk, area.partnership_id, "<b>Probation</b>", ["PS"])
    return area.assessment_id


@pytest.fixture
def here(desk: Desk) -> Scene:
    """An assessment that asks for views without names."""
    return scene(desk)


class TestAsking:
    def test_neither_choice_is_made_for_the_lead(self, desk: Desk, preparing: str) -> None:
        page = opened(desk, preparing)
        assert names_radio(page).value is None
        assert "&lt;b&gt;Probation" in drawn(page)

    def test_views_are_asked_for_only_once_it_is_chosen(self, desk: Desk, preparing: str) -> None:
        page = opened(desk, preparing)
        page.button(key="ask_for_views").click().run()
        assert "First choose whether" in drawn(page)
        names_radio(page).set_value(1).run()
        assert promise(True) in drawn(page)
        page.button(key="ask_for_views").click().run()
        assert partnerships.assessment(desk, preparing).status is Status.VIEWS
        assert "Who has answered" in drawn(page)
        assert not [one for one in page.button if one.key == "ask_for_views"]

    def test_the_choice_stands_once_a_view_is_in_and_says_why(
        self, desk: Desk, here: Scene
    ) -> None:
        assert not names_radio(opened(desk, here.assessment_id)).disabled
        here.give(here.prison, 1)
        page = opened(desk, here.assessment_id)
        assert names_radio(page).disabled
        assert "1 first view is here, and whoever gave one was told this" in drawn(page)

    def test_a_view_that_comes_in_meanwhile_refuses_the_choice(
        self, desk: Desk, here: Scene
    ) -> None:
        page = opened(desk, here.assessment_id)
        here.give(here.prison, 1)
        names_radio(page).set_value(1).run()
        asking = service.asking_of(desk, here.assessment_id)
        assert asking is not None
        assert asking.names_shown is False
        assert "That stands now" in drawn(page)

    def test_the_day_to_reply_by_is_kept_and_said(self, desk: Desk, here: Scene) -> None:
        page = opened(desk, here.assessment_id)
        page.date_input(key="reply_by").set_value(date(2026, 12, 1)).run()
        assert "wanted by 1 December 2026" in drawn(page)

    def test_a_shared_mailbox_is_kept_as_it_is(self, desk: Desk, here: Scene) -> None:
        mailbox = "substance.misuse@aldermoor.gov.uk"
        service.edit_reply_to(desk, here.assessment_id, Typed.over("", mailbox))
        asking = service.asking_of(desk, here.assessment_id)
        assert asking is not None
        assert asking.reply_to == mailbox


class TestWays:
    def test_only_ways_with_a_page_here_are_offered(self, desk: Desk, here: Scene) -> None:
        page = opened(desk, here.assessment_id, links=("keypad",))
        ways = [one.key for one in page.button if str(one.key).startswith("way_")]
        assert ways == ["way_paper"]

    @pytest.mark.parametrize(("way", "name"), list(zip(Way, PAGES, strict=True)))
    def test_each_leads_to_its_page(self, desk: Desk, here: Scene, way: Way, name: str) -> None:
        went: Went = []
        page = opened(desk, here.assessment_id, went=went)
        page.button(key=f"way_{way}").click().run()
        assert went == [(name, {})]

    def test_they_wait_until_views_are_asked_for(self, desk: Desk, preparing: str) -> None:
        page = opened(desk, preparing)
        assert page.button(key="way_paper").disabled
        assert "The other buttons work once first views are asked for" in drawn(page)

    def test_codes_are_made_and_handed_out_before(self, desk: Desk, preparing: str) -> None:
        went: Went = []
        opened(desk, preparing, went=went).button(key="way_joined").click().run()
        assert went == [("codes", {})]


class TestWhoHasAnswered:
    def test_counts_and_ways_for_each_agency_and_no_answer(self, desk: Desk, here: Scene) -> None:
        here.give(here.prison, 3)
        paper = (here.assessment_id, "P09", here.prison)
        service.give(desk, *paper, 3, way=Way.PAPER)
        html = drawn(opened(desk, here.assessment_id))
        assert "2 of " in html
        assert "Joined by code and paper" in html
        assert "Fully met" not in html
        assert "No view received" not in html

    def test_after_the_reveal_a_missing_view_was_not_received(
        self, desk: Desk, here: Scene
    ) -> None:
        here.give(here.prison, 3)
        here.reveal()
        here.give(here.probation, 1)
        html = drawn(opened(desk, here.assessment_id))
        assert html.count("No view received on 1 statement") == 1
        assert html.count("1 view after the reveal") == 1

    def test_observers_and_statements_nobody_is_asked_about_are_named(
        self, desk: Desk, here: Scene
    ) -> None:
        area = partnerships.partnership_of(desk, here.assessment_id)
        region = partnerships.add_agency(desk, area, "Regional team", ["PS"])
        partnerships.set_observer(desk, region, True)
        html = drawn(opened(desk, here.assessment_id))
        assert "Regional team: here to observe, so not asked." in html
        assert "that nobody here is asked about" in html


class TestKeypad:
    def test_it_says_that_nothing_is_asked_for_yet(self, desk: Desk, preparing: str) -> None:
        assert "First views are not asked for yet" in drawn(opened(desk, preparing, "keypad"))

    def test_it_offers_each_agency_that_is_asked(self, desk: Desk, here: Scene) -> None:
        page = opened(desk, here.assessment_id, "keypad")
        box = page.selectbox(key="keypad_agency")
        assert box.options == ["All agencies side by side", "HMP Stonebrook", "Probation"]
        box.set_value(here.prison).run()
        assert not page.exception

    def test_it_says_where_a_view_would_be_a_later_one(self, desk: Desk, here: Scene) -> None:
        here.reveal()
        html = drawn(opened(desk, here.assessment_id, "keypad"))
        assert "1 statement is revealed already" in html
