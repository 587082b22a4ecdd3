"""What an assessment's record keeps out: other areas, impossible days, lost statements, the end."""

from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.bank import service as banks
from assessment.partnership import service
from assessment.partnership.model import Kept, ScopeKind
from tests.desk import Area, begin_area


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


def agreed(desk: Desk, area: Area) -> str:
    """Take the assessment to agreed, with a reason for having no dates; gives its id."""
    typed = Typed.over("", "Dates follow")
    service.edit_assessment_text(desk, area.assessment_id, "no_dates_reason", typed)
    service.begin_consensus(desk, area.assessment_id)
    service.agree(desk, area.assessment_id)
    return area.assessment_id


def shorter_set(desk: Desk) -> str:
    """The toolkit's statements without P08 and P09."""
    whole = banks.built_in_bank()
    fewer = tuple(one for one in whole.statements if one.id not in {"P08", "P09"})
    about = whole.about.model_copy(update={"name": "Our own"})
    return banks.keep_bank(desk, whole.model_copy(update={"statements": fewer, "about": about}))


class TestUseStatements:
    def test_a_set_that_keeps_what_is_rested_on_is_used(self, any_desk: Desk, area: Area) -> None:
        new = shorter_set(any_desk)
        service.use_statements(any_desk, area.assessment_id, new, lambda: {"evidence": ["P01"]})
        assert service.assessment(any_desk, area.assessment_id).bank_id == new

    def test_one_that_lacks_it_is_refused_and_says_what_stands_there(
        self, any_desk: Desk, area: Area
    ) -> None:
        before = service.assessment(any_desk, area.assessment_id)
        resting = {"evidence": ["P08", "P01"], "an action": ["P08", "P09"]}
        with pytest.raises(Refused) as caught:
            service.use_statements(
                any_desk, area.assessment_id, shorter_set(any_desk), lambda: resting
            )
        assert "P08 (evidence and an action) and P09 (an action)" in caught.value.message
        assert service.assessment(any_desk, area.assessment_id) == before

    def test_five_are_named_and_the_rest_counted(self, any_desk: Desk, area: Area) -> None:
        lost = {"evidence": [f"X{number}" for number in range(8)]}
        with pytest.raises(Refused, match=r"X4 \(evidence\), and 3 more\."):
            service.use_statements(
                any_desk, area.assessment_id, shorter_set(any_desk), lambda: lost
            )

    def test_not_once_it_is_agreed(self, any_desk: Desk, area: Area) -> None:
        one = agreed(any_desk, area)
        with pytest.raises(Refused, match="Open the ratings again"):
            service.use_statements(any_desk, one, shorter_set(any_desk), dict)


class TestTwoScreens:
    def test_attendance_ticked_on_both_stands(self, any_desk: Desk, area: Area) -> None:
        one, two = (
            service.add_agency(any_desk, area.partnership_id, name, ["PS"])
            for name in ("Probation", "Gatehouse")
        )
        meeting = service.add_meeting(any_desk, area.assessment_id, any_desk.today())
        service.set_present(any_desk, meeting, [one], [])
        service.set_present(any_desk, meeting, [two], [])
        (found,) = service.meetings(any_desk, area.assessment_id)
        assert set(found.present) == {one, two}

    def test_so_do_statements_taken_in_and_out(self, any_desk: Desk, area: Area) -> None:
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CHOSEN)
        service.choose_statements(any_desk, area.assessment_id, ["G01", "P08"])
        service.choose_statements(any_desk, area.assessment_id, ["P09"], seen=[])
        service.choose_statements(any_desk, area.assessment_id, [], seen=["G01"])
        assert service.scope(any_desk, area.assessment_id) == {"P08", "P09"}

    def test_an_agency_keeps_a_kind_whatever_two_screens_take_away(
        self, any_desk: Desk, area: Area
    ) -> None:
        agency = service.add_agency(any_desk, area.partnership_id, "Turning Way", ["PTP", "CTP"])
        both = ["PTP", "CTP"]
        service.set_agency_types(any_desk, agency, ["PTP"], both)
        with pytest.raises(BadInput, match="kind of agency"):
            service.set_agency_types(any_desk, agency, ["CTP"], both)
        assert service.agency(any_desk, agency).types == ("PTP",)


class TestWhatBelongsHere:
    def test_an_agency_of_another_area_neither_leads_nor_attends(
        self, any_desk: Desk, area: Area
    ) -> None:
        other = begin_area(any_desk, "Brackwater")
        theirs = service.add_agency(any_desk, other.partnership_id, "Their council", ["LAC"])
        meeting = service.add_meeting(any_desk, area.assessment_id, any_desk.today())
        before = service.assessment(any_desk, area.assessment_id)
        for change in (
            lambda: service.set_lead_agency(any_desk, area.assessment_id, theirs),
            lambda: service.set_plan_lead_agency(any_desk, area.assessment_id, theirs),
            lambda: service.set_present(any_desk, meeting, [theirs]),
        ):
            with pytest.raises(BadInput, match="does not take part in this area"):
                change()
        assert service.assessment(any_desk, area.assessment_id) == before
        assert service.meetings(any_desk, area.assessment_id)[0].present == ()


class TestDays:
    @pytest.mark.parametrize("day", [date(1800, 5, 1), date(9999, 12, 1)])
    def test_no_meeting_and_no_assessment_is_then(
        self, any_desk: Desk, area: Area, day: date
    ) -> None:
        meeting = service.add_meeting(any_desk, area.assessment_id, any_desk.today())
        bank_id = service.assessment(any_desk, area.assessment_id).bank_id
        for change in (
            lambda: service.add_meeting(any_desk, area.assessment_id, day),
            lambda: service.set_held_on(any_desk, meeting, day),
            lambda: service.set_month(any_desk, area.assessment_id, day),
            lambda: service.start_assessment(any_desk, area.partnership_id, bank_id, day),
        ):
            with pytest.raises(BadInput, match="1 January 2000 to 31 December 2031"):
                change()
        assert len(service.assessments(any_desk, area.partnership_id)) == 1

    def test_the_next_days_are_still_to_come_and_in_order(self, any_desk: Desk, area: Area) -> None:
        one = area.assessment_id
        for set_day in (service.set_next_review, service.set_assess_again):
            with pytest.raises(BadInput, match="20 November 2026 is over"):
                set_day(any_desk, one, date(2026, 11, 20))
            with pytest.raises(BadInput, match="can be from"):
                set_day(any_desk, one, date(9999, 1, 1))
        service.set_next_review(any_desk, one, date(2027, 2, 1))
        with pytest.raises(BadInput, match="before the next review on 1 February 2027"):
            service.set_assess_again(any_desk, one, date(2027, 1, 31))
        service.set_assess_again(any_desk, one, date(2027, 2, 1))
        with pytest.raises(BadInput, match="before the next review"):
            service.set_next_review(any_desk, one, date(2027, 2, 2))
        found = service.assessment(any_desk, one)
        assert (found.next_review_on, found.assess_again_on) == (date(2027, 2, 1),) * 2

    def test_a_review_that_is_over_does_not_hold_up_the_next_assessment(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.set_next_review(any_desk, area.assessment_id, date(2027, 2, 1))
        any_desk.now.forward(days=90)
        service.set_assess_again(any_desk, area.assessment_id, date(2027, 11, 1))
        found = service.assessment(any_desk, area.assessment_id)
        assert found.assess_again_on == date(2027, 11, 1)


class TestStages:
    def test_once_agreed_meetings_and_the_plan_go_on_and_the_month_stands(
        self, any_desk: Desk, area: Area
    ) -> None:
        one = agreed(any_desk, area)
        service.add_meeting(any_desk, one, any_desk.today())
        service.set_next_review(any_desk, one, date(2027, 2, 1))
        with pytest.raises(Refused, match="its month stands"):
            service.set_month(any_desk, one, date(2026, 12, 1))

    def test_once_closed_nothing_of_the_record_changes(self, any_desk: Desk, area: Area) -> None:
        meeting = service.add_meeting(any_desk, area.assessment_id, any_desk.today())
        one = agreed(any_desk, area)
        service.close(any_desk, one)
        before = (service.assessment(any_desk, one), service.meetings(any_desk, one))
        for change in (
            lambda: service.add_meeting(any_desk, one, any_desk.today()),
            lambda: service.set_held_on(any_desk, meeting, date(2026, 11, 20)),
            lambda: service.set_present(any_desk, meeting, []),
            lambda: service.put_away(any_desk, Kept.MEETING, meeting),
            lambda: service.set_month(any_desk, one, date(2026, 12, 1)),
            lambda: service.set_next_review(any_desk, one, date(2027, 2, 1)),
            lambda: service.set_scope_kind(any_desk, one, ScopeKind.ALL),
            lambda: service.edit_assessment_text(any_desk, one, "lead_role", Typed.over("", "X")),
        ):
            with pytest.raises(Refused, match="is closed"):
                change()
        assert (service.assessment(any_desk, one), service.meetings(any_desk, one)) == before

    def test_how_long_it_is_kept_can_always_be_said(self, any_desk: Desk, area: Area) -> None:
        one = agreed(any_desk, area)
        service.close(any_desk, one)
        service.set_keep_until(any_desk, one, date(2027, 1, 1))
        assert service.assessment(any_desk, one).keep_until == date(2027, 1, 1)
