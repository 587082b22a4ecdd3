"""One assessment: which statements it rates, and its way from preparing to closed and back."""

from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.partnership import service
from assessment.partnership.model import ScopeKind, Status
from tests.assessment.partnership.logged import events
from tests.desk import Area, begin_area


MOVES = ("assessment.consensus", "assessment.agreed", "assessment.closed")


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


def settle(desk: Desk, area: Area) -> None:
    """Give the plan its lead, rhythm and dates."""
    for field, text in (("plan_lead_role", "Consultant"), ("review_rhythm", "Each quarter")):
        service.edit_assessment_text(desk, area.assessment_id, field, Typed.over("", text))
    service.set_next_review(desk, area.assessment_id, date(2027, 2, 1))
    service.set_assess_again(desk, area.assessment_id, date(2027, 11, 1))


class TestScope:
    def test_core_all_and_chosen(self, any_desk: Desk, area: Area) -> None:
        core = service.scope(any_desk, area.assessment_id)
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CHOSEN)
        assert service.scope(any_desk, area.assessment_id) == core
        service.choose_statements(any_desk, area.assessment_id, ["G01", "P08"])
        assert service.scope(any_desk, area.assessment_id) == {"G01", "P08"}
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.ALL)
        assert len(service.scope(any_desk, area.assessment_id)) == 46
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CHOSEN)
        assert service.scope(any_desk, area.assessment_id) == {"G01", "P08"}

    def test_core_fits_half_a_day_and_all_takes_two_sessions(
        self, any_desk: Desk, area: Area
    ) -> None:
        assert service.session_plan(any_desk, area.assessment_id).sessions == 1
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.ALL)
        assert service.session_plan(any_desk, area.assessment_id).sessions == 2

    def test_an_unknown_statement_changes_nothing(self, any_desk: Desk, area: Area) -> None:
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CHOSEN)
        before = service.scope(any_desk, area.assessment_id)
        with pytest.raises(BadInput):
            service.choose_statements(any_desk, area.assessment_id, ["G01", "Z99"])
        assert service.scope(any_desk, area.assessment_id) == before

    def test_an_agreed_assessment_keeps_its_scope(self, any_desk: Desk, area: Area) -> None:
        settle(any_desk, area)
        service.begin_consensus(any_desk, area.assessment_id)
        service.agree(any_desk, area.assessment_id)
        with pytest.raises(Refused, match="Open the ratings again"):
            service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.ALL)


class TestMoves:
    def test_there_and_back_and_closed(self, any_desk: Desk, area: Area) -> None:
        settle(any_desk, area)
        service.begin_consensus(any_desk, area.assessment_id)
        service.begin_consensus(any_desk, area.assessment_id)
        service.agree(any_desk, area.assessment_id)
        assert service.assessment(any_desk, area.assessment_id).agreed_at is not None
        service.reopen(any_desk, area.assessment_id, "A late audit came in")
        reopened = service.assessment(any_desk, area.assessment_id)
        assert (reopened.status, reopened.agreed_at) == (Status.CONSENSUS, None)
        assert reopened.reopened_because == "A late audit came in"
        service.agree(any_desk, area.assessment_id)
        service.close(any_desk, area.assessment_id)
        service.take_up_again(any_desk, area.assessment_id)
        moves = [what for what in events(any_desk) if what in MOVES]
        assert moves == [MOVES[0], MOVES[1], MOVES[0], MOVES[1], MOVES[2], MOVES[1]]

    def test_agreeing_without_dates_is_refused_and_changes_nothing(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.begin_consensus(any_desk, area.assessment_id)
        with pytest.raises(Refused, match="the date to assess again"):
            service.agree(any_desk, area.assessment_id)
        assert service.assessment(any_desk, area.assessment_id).status is Status.CONSENSUS

    def test_a_reason_for_no_dates_is_enough(self, any_desk: Desk, area: Area) -> None:
        service.begin_consensus(any_desk, area.assessment_id)
        typed = Typed.over("", "The boundary changes in April")
        service.edit_assessment_text(any_desk, area.assessment_id, "no_dates_reason", typed)
        assert service.agreement(any_desk, area.assessment_id, 3).missing == ()
        service.agree(any_desk, area.assessment_id)
        assert service.assessment(any_desk, area.assessment_id).status is Status.AGREED

    def test_keeping_until_a_day_that_is_over_is_refused(self, any_desk: Desk, area: Area) -> None:
        with pytest.raises(BadInput):
            service.set_keep_until(any_desk, area.assessment_id, date(2026, 11, 20))
        service.set_keep_until(any_desk, area.assessment_id, date(2027, 11, 20))
        kept = service.assessment(any_desk, area.assessment_id).keep_until
        assert kept == date(2027, 11, 20)
