"""Home: the one next thing by how far it has come, and the way to other assessments."""

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Way
from tests.desk import Area, begin_area
from tests.domains.walk.walked import Went, drawn, opened


class TestHome:
    def test_the_next_thing_is_to_prepare(self, desk: Desk, area: Area) -> None:
        went: Went = []
        page = opened(desk, area, "home", went)
        assert "Get ready" in drawn(page)
        page.button(key="next_prepare").click().run()
        assert went == [("prepare", {})]

    def test_then_to_see_whose_views_are_still_to_come(self, desk: Desk, area: Area) -> None:
        here = (area.assessment_id, "P08")
        prison = partnerships.add_agency(desk, area.partnership_id, "HMP Stonebrook", ["PTP"])
        views.choose_names_shown(desk, area.assessment_id, False)
        views.ask_for_views(desk, area.assessment_id)
        views.give(desk, *here, prison, 1, way=Way.CALLED_OUT)
        went: Went = []
        page = opened(desk, area, "home", went)
        asked = len(views.asked(desk, area.assessment_id))
        assert f"1 first view of {asked} asked for is here." in drawn(page)
        page.button(key="next_views").click().run()
        assert went == [("views", {})]

    def test_then_the_first_statement_still_open(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "G01", 1)
        html = drawn(opened(desk, area, "home"))
        assert "45 statements are left to agree." in html
        assert "Next is G02, right people in the room." in html

    def test_then_the_plan(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "G01", 1)
        typed = Typed.over("", "The board sets them in January")
        partnerships.edit_assessment_text(desk, area.assessment_id, "no_dates_reason", typed)
        partnerships.agree(desk, area.assessment_id)
        assert "What counts now is the plan" in drawn(opened(desk, area, "home"))


class TestOtherAssessments:
    def test_with_many_areas_a_few_are_listed_and_the_rest_found_by_name(
        self, desk: Desk, area: Area
    ) -> None:
        for number in range(20):
            begin_area(desk, f"Area {number:02}")
        page = opened(desk, area, "home")
        listed = [one.label for one in page.button if one.label.startswith("Open Area")]
        assert len(listed) == 12
        page.text_input(key="find_area").set_value("AREA 19").run()
        listed = [one.label for one in page.button if one.label.startswith("Open Area")]
        assert len(listed) == 1
        assert "19" in listed[0]

    def test_the_next_assessment_keeps_the_statements_and_takes_a_free_month(
        self, desk: Desk, area: Area
    ) -> None:
        went: Went = []
        page = opened(desk, area, "home", went)
        page.button(key="begin_assessment").click().run()
        first, second = partnerships.assessments(desk, area.partnership_id)[::-1]
        assert second.bank_id == first.bank_id
        assert second.month > first.month
        assert went == [("home", {})]
