"""The results page: what falls short first, what is missing to agree, and the next assessment."""

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind, Status
from tests.desk import Area
from tests.domains.walk.walked import drawn, opened


class TestResults:
    def test_safety_comes_first_and_unrated_is_named(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        html = drawn(opened(desk, area, "results"))
        assert "P08 No gap in medication" in html
        assert "No action yet" in html
        assert "Not yet rated: G08, D11 and A03." in html

    def test_a_zero_with_neither_action_nor_reason_stands_out(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "G02", 0)
        words = "1 statement rated Not met still needs an action, or a written reason for none."
        assert words in drawn(opened(desk, area, "results"))
        actions.raise_action(desk, area.assessment_id, ["G02"], "Name a deputy")
        assert words not in drawn(opened(desk, area, "results"))

    def test_agreeing_says_what_is_missing_and_changes_nothing(
        self, desk: Desk, area: Area
    ) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        page = opened(desk, area, "results")
        way, section = drawn(page).split('id="agreeing"')  # a link leads there from the top
        assert way.index('href="#agreeing">Agree the assessment<') < way.index("Safety-critical")
        assert "Agree the assessment" in section
        next(b for b in page.button if b.label == "Record as agreed").click().run()
        assert "the plan still needs a lead for the plan" in drawn(page)
        status = partnerships.assessment(desk, area.assessment_id).status
        assert status is Status.CONSENSUS

    def test_one_prison_at_a_time(self, desk: Desk, area: Area) -> None:
        prison = partnerships.add_prison(desk, area.partnership_id, "HMP Stonebrook")
        other = partnerships.add_prison(desk, area.partnership_id, "HMP Fenwick")
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        consensus.record_rating(desk, area.assessment_id, "A03", 0)
        consensus.set_prisons(desk, area.assessment_id, "P08", [prison])
        page = opened(desk, area, "results")
        page.selectbox(key="results_prison").set_value(prison).run()
        html = drawn(page)
        assert "1 statement names it" in html
        assert "P08 No gap in medication" in html
        assert "A03 Overdose risk and naloxone" not in html
        page.selectbox(key="results_prison").set_value(other).run()
        assert "No statement names it" in drawn(page)
        assert "No safety-critical shortfall names HMP Fenwick." in drawn(page)

    def test_what_does_not_apply_is_settled(self, desk: Desk, area: Area) -> None:
        partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.CHOSEN)
        partnerships.choose_statements(desk, area.assessment_id, ["G01", "G03"])
        consensus.record_rating(desk, area.assessment_id, "G01", 1)
        typed = Typed.over("", "One prison, one meeting")
        consensus.record_not_applicable(desk, area.assessment_id, "G03", typed)
        page = opened(desk, area, "statements", domain="G")
        assert "1 of 2 statements rated, 1 not applicable here." in drawn(page)
        assert any(button.label == "Look at G01 again" for button in page.button)

    def test_the_picture_has_its_table(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        page = opened(desk, area, "results")
        page.checkbox(key="explore").check().run()
        assert "The table below says the same." in drawn(page)
