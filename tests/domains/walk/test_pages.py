"""A statement's page, the list of them, and Finish later: what they show, save and refuse."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.views import service as views
from tests.desk import VIEWER, Area, seen_by
from tests.domains.walk.walked import Went, drawn, opened


HOSTILE = "<img src=x onerror=alert(1)> ![x](http://host/p.png)"


def rating_box(page: AppTest, start: str = "level_"):
    """The radio with the four levels."""
    return next(radio for radio in page.radio if str(radio.key).startswith(start))


class TestStatement:
    def test_shows_statement_plain_words_and_levels(self, desk: Desk, area: Area) -> None:
        page = opened(desk, area, "statement", id="P08")
        html = drawn(page)
        assert "P08 No gap in medication" in html
        assert "In plain words:" in html
        assert "Safety-critical" in html
        assert rating_box(page).value is None

    def test_a_click_saves_the_rating(self, desk: Desk, area: Area) -> None:
        page = opened(desk, area, "statement", id="P08")
        rating_box(page).set_value(2).run()
        assert consensus.ratings_of(desk, area.assessment_id)["P08"].rating == 2
        assert "Saved" in drawn(page)

    @pytest.mark.parametrize(
        ("screen", "start", "address"),
        [("statement", "level_", {"id": "G01"}), ("statements", "quick_G01", {"domain": "G"})],
    )
    def test_a_click_while_views_come_in_asks_once_before_it_ends_them(
        self, desk: Desk, area: Area, screen: str, start: str, address: dict[str, str]
    ) -> None:
        partnerships.add_agency(desk, area.partnership_id, "The council", ["LAC"])
        views.choose_names_shown(desk, area.assessment_id, False)
        views.ask_for_views(desk, area.assessment_id)
        page = opened(desk, area, screen, **address)
        rating_box(page, start).set_value(2).run()
        assert "Views are still coming in: 0 of 1 asked have answered G01" in drawn(page)
        assert not views.reveals_of(desk, area.assessment_id)
        assert rating_box(page, start).value is None
        words = "Record Mostly met and end its first views"
        next(one for one in page.button if one.label == words).click().run()
        assert consensus.ratings_of(desk, area.assessment_id)["G01"].rating == 2
        rating_box(page, start).set_value(1).run()
        assert consensus.ratings_of(desk, area.assessment_id)["G01"].rating == 1

    def test_another_screens_rating_shows_up_here(self, desk: Desk, area: Area) -> None:
        page = opened(desk, area, "statement", id="P08")
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        assert rating_box(page.run()).value == 1

    def test_a_click_on_a_screen_that_fell_behind_says_so(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        page = opened(desk, area, "statement", id="P08")
        consensus.record_rating(desk, area.assessment_id, "P08", 2)
        rating_box(page).set_value(0).run()
        assert "Another screen recorded something else" in drawn(page)
        assert rating_box(page).value == 2

    def test_a_rating_that_is_gone_already_is_not_taken_back_without_a_word(
        self, desk: Desk, area: Area
    ) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        page = opened(desk, area, "statement", id="P08")
        consensus.record_how(desk, area.assessment_id, "P08", HowReached.DEFERRED)
        page.button(key="take_back_P08").click().run()
        assert "Another screen recorded something else" in drawn(page)
        rating_box(page).set_value(2).run()
        assert "Another screen recorded something else" not in drawn(page)

    def test_not_applicable_asks_for_its_reason_first(self, desk: Desk, area: Area) -> None:
        page = opened(desk, area, "statement", id="P10")
        tick = next(box for box in page.checkbox if str(box.key).startswith("na_"))
        tick.check().run()
        assert consensus.ratings_of(desk, area.assessment_id) == {}

    def test_how_it_was_reached_is_saved(self, desk: Desk, area: Area) -> None:
        page = opened(desk, area, "statement", id="P08")
        rating_box(page).set_value(2).run()
        how = next(box for box in page.selectbox if str(box.key).startswith("how_"))
        how.set_value(HowReached.AFTER_DISCUSSION).run()
        rating = consensus.rating_of(desk, area.assessment_id, "P08")
        assert rating is not None
        assert rating.how is HowReached.AFTER_DISCUSSION

    def test_choosing_an_agency_begins_its_different_view(self, desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
        page = opened(desk, area, "statement", id="P08")
        box = next(box for box in page.selectbox if str(box.key).startswith("different_"))
        box.set_value(agency).run()
        views = consensus.different_views_of(desk, area.assessment_id)
        assert [view.agency_id for view in views] == [agency]
        assert "sees it differently" in drawn(page)

    def test_a_prison_that_holds_it_back_is_one_click(self, desk: Desk, area: Area) -> None:
        prison = partnerships.add_prison(desk, area.partnership_id, "HMP Stonebrook")
        page = opened(desk, area, "statement", id="P08")
        pills = next(p for p in page.button_group if str(p.key).startswith("prisons_"))
        pills.set_value([prison]).run()
        rating = consensus.rating_of(desk, area.assessment_id, "P08")
        assert rating is not None
        assert rating.prisons == (prison,)

    def test_evidence_begins_with_one_click(self, desk: Desk, area: Area) -> None:
        page = opened(desk, area, "statement", id="P08")
        page.button(key="add_evidence_P08").click().run()
        assert len(evidence.register(desk, area.assessment_id)) == 1
        assert not page.exception

    @pytest.mark.parametrize("address", ["", "X99", "../G01", HOSTILE])
    def test_an_address_that_names_nothing_gets_words(
        self, desk: Desk, area: Area, address: str
    ) -> None:
        page = opened(desk, area, "statement", id=address)
        assert "There is no such statement" in drawn(page)

    def test_a_viewer_reads_the_rating_and_can_change_nothing(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        page = opened(seen_by(desk, VIEWER), area, "statement", id="P08")
        assert "Gaps are avoided for planned weekday releases only." in drawn(page)
        assert not page.radio
        assert all(button.disabled for button in page.button if "evidence" in str(button.key))

    def test_typed_words_are_never_markup(self, desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(desk, area.partnership_id, HOSTILE, ["PS"])
        partnerships.add_prison(desk, area.partnership_id, HOSTILE)
        evidence.add_evidence(desk, area.assessment_id, "P08", HOSTILE, agency)
        view = consensus.record_different_view(desk, area.assessment_id, "P08", agency)
        consensus.edit_different_reason(desk, view, Typed.over("", HOSTILE))
        page = opened(desk, area, "statement", id="P08")
        assert "<img" not in drawn(page)
        assert not any("![x](" in button.label for button in page.button)


class TestStatements:
    def test_lists_the_domain_in_scope(self, desk: Desk, area: Area) -> None:
        html = drawn(opened(desk, area, "statements", domain="A"))
        assert "Reducing attrition factors" in html
        assert "A12" in html

    def test_out_of_scope_is_not_listed_as_unrated(self, desk: Desk, area: Area) -> None:
        partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.CHOSEN)
        partnerships.choose_statements(desk, area.assessment_id, ["G01"])
        html = drawn(opened(desk, area, "statements", domain="G"))
        assert "0 of 1 statement rated." in html
        assert "Not part of this assessment" in html

    def test_a_click_in_the_list_saves(self, desk: Desk, area: Area) -> None:
        page = opened(desk, area, "statements", domain="G")
        rating_box(page, "quick_G01").set_value(3).run()
        assert consensus.ratings_of(desk, area.assessment_id)["G01"].rating == 3

    def test_carries_on_with_the_first_that_is_open(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "G01", 1)
        went: Went = []
        page = opened(desk, area, "statements", went, domain="G")
        next(b for b in page.button if b.label == "Carry on with G02").click().run()
        assert went == [("statement", {"id": "G02"})]

    def test_an_unknown_domain_shows_the_first(self, desk: Desk, area: Area) -> None:
        html = drawn(opened(desk, area, "statements", domain="Z"))
        assert "There is no such domain" in html
        assert "Governance and assurance" in html


class TestFinishLater:
    def test_lists_by_agency(self, desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
        consensus.record_rating(desk, area.assessment_id, "G01", 1)
        consensus.set_words_from(desk, area.assessment_id, "G01", agency)
        html = drawn(opened(desk, area, "finish"))
        assert "Probation" in html
        assert "G01 Named accountable lead" in html
        assert "Nobody has been asked yet" not in html

    def test_nothing_left_is_said(self, desk: Desk, area: Area) -> None:
        assert "Nothing is left to finish." in drawn(opened(desk, area, "finish"))


class TestOnceAgreed:
    """The rating stands; the words, evidence and views that were left for later may follow."""

    @pytest.fixture
    def agreed(self, desk: Desk, area: Area) -> Area:
        """An agreed assessment with one rating."""
        one = area.assessment_id
        consensus.record_rating(desk, one, "P08", 2)
        typed = Typed.over("", "Dates follow")
        partnerships.edit_assessment_text(desk, one, "no_dates_reason", typed)
        partnerships.agree(desk, one)
        return area

    def live(self, page: AppTest) -> list[str]:
        """The labels of choices that can still be made."""
        return [box.label for box in page.selectbox if not box.disabled]

    def test_the_page_says_what_is_still_open_and_leaves_it_open(
        self, desk: Desk, agreed: Area
    ) -> None:
        partnerships.add_agency(desk, agreed.partnership_id, "Probation", ["PS"])
        evidence.add_evidence(desk, agreed.assessment_id, "P08", "Audit")
        page = opened(desk, agreed, "statement", id="P08")
        assert "evidence and different views can still be added" in drawn(page)
        assert "How it was reached" not in self.live(page)
        offered = self.live(page)
        assert "Finish later: the words will come from" in offered
        assert "Who sees it differently?" in offered
        assert "What kind it is" in offered

    def test_once_closed_nothing_is_offered(self, desk: Desk, agreed: Area) -> None:
        partnerships.add_agency(desk, agreed.partnership_id, "Probation", ["PS"])
        evidence.add_evidence(desk, agreed.assessment_id, "P08", "Audit")
        partnerships.close(desk, agreed.assessment_id)
        page = opened(desk, agreed, "statement", id="P08")
        assert "nothing of its record changes any more" in drawn(page)
        assert self.live(page) == []


def test_observers_are_not_asked(desk: Desk, area: Area) -> None:
    partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    partnerships.add_agency(desk, area.partnership_id, "NDTMS team", ["NDTMS"], observer=True)
    consensus.record_rating(desk, area.assessment_id, "P08", 2)
    page = opened(desk, area, "statement", id="P08")
    asked = [
        box
        for box in page.selectbox
        if box.label in {"Who sees it differently?", "Finish later: the words will come from"}
    ]
    assert [box.options for box in asked] == [["Probation"], ["Probation"]]


def test_a_second_screen_is_told_that_the_first_rated_it(desk: Desk, area: Area) -> None:
    page = opened(desk, area, "statement", id="P08")
    consensus.record_rating(desk, area.assessment_id, "P08", 1)
    page = rating_box(page).set_value(3).run()
    assert "Another screen recorded something else at" in drawn(page)
    assert consensus.ratings_of(desk, area.assessment_id)["P08"].rating == 1
