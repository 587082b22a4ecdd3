"""The report of a real assessment: names for ids, words for codes, page one that stands alone."""

from datetime import timedelta

import pytest

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.bank.model import EvidenceKind
from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached, Stance
from assessment.evidence import service as evidence
from assessment.evidence.model import Strength
from assessment.partnership import service as partnerships
from assessment.partnership.model import Kept, ScopeKind
from assessment.privacy.audience import Audience
from exports.report.model import Report, StatementLine
from exports.report.service import report_of
from tests.desk import Area, begin_area


NAME = "Ceridwen Vaughan"


@pytest.fixture
def area(desk: Desk) -> Area:
    """An area with every statement in scope."""
    begun = begin_area(desk)
    partnerships.set_scope_kind(desk, begun.assessment_id, ScopeKind.ALL)
    return begun


def line(report: Report, statement_id: str) -> StatementLine:
    """One statement of the report."""
    return next(one for one in report.statements() if one.id == statement_id)


def test_ids_become_names_and_codes_become_words(desk: Desk, area: Area) -> None:
    probation = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    prison = partnerships.add_prison(desk, area.partnership_id, "HMP Fenwick", in_area=False)
    meeting = partnerships.add_meeting(desk, area.assessment_id, desk.today())
    partnerships.set_present(desk, meeting, [probation])
    consensus.record_rating(desk, area.assessment_id, "P08", 2)
    consensus.record_how(desk, area.assessment_id, "P08", HowReached.CHAIR_DECIDED)
    because = Typed.over("", "two prisons differ")
    consensus.edit_words(desk, area.assessment_id, "P08", "because", because)
    consensus.set_prisons(desk, area.assessment_id, "P08", [prison])
    view = consensus.record_different_view(desk, area.assessment_id, "P08", probation)
    consensus.set_different_rating(desk, view, Stance.DONT_KNOW)
    item = evidence.add_evidence(desk, area.assessment_id, "P08", "Bridging note", probation)
    evidence.set_kind(desk, item, EvidenceKind.PROCESS)
    evidence.set_strength(desk, item, Strength.SEEN)
    found = line(report_of(desk, area.assessment_id, Audience.OWN), "P08")
    assert found.standing == "Mostly met"
    assert found.how_reached == "Chair decided after hearing all views"
    assert found.because == "two prisons differ"
    assert found.prisons == ("HMP Fenwick",)
    assert found.present == ("Probation",)
    assert found.evidence == ("E1",)
    assert [(v.agency, v.rating) for v in found.different_views] == [("Probation", "Don’t know")]
    assert found.safety == "Gaps in medication"


def test_what_was_put_away_is_still_named_where_it_is_cited(desk: Desk, area: Area) -> None:
    probation = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    prison = partnerships.add_prison(desk, area.partnership_id, "HMP Fenwick")
    consensus.record_rating(desk, area.assessment_id, "P08", 1)
    consensus.set_prisons(desk, area.assessment_id, "P08", [prison])
    consensus.record_different_view(desk, area.assessment_id, "P08", probation)
    partnerships.put_away(desk, Kept.AGENCY, probation)
    partnerships.put_away(desk, Kept.PRISON, prison)
    found = line(report_of(desk, area.assessment_id, Audience.OWN), "P08")
    assert found.prisons == ("HMP Fenwick",)
    assert found.different_views[0].agency == "Probation"


def test_out_of_scope_is_listed_apart_and_never_as_unrated(desk: Desk, area: Area) -> None:
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.CHOSEN)
    partnerships.choose_statements(desk, area.assessment_id, ["G01", "P08"])
    report = report_of(desk, area.assessment_id)
    assert (report.in_scope, report.total) == (2, 46)
    assert len(report.out_of_scope) == 44
    assert {one.id for one in report.statements()} == {"G01", "P08"}
    assert sum(domain.count.not_yet_rated for domain in report.domains) == 2


def test_no_person_is_named(desk: Desk, area: Area) -> None:
    agency = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    for field in ("representative", "substitute"):
        partnerships.edit_agency_text(desk, agency, field, Typed.over("", NAME))
    typed = Typed.over("", "Senior probation officer")
    partnerships.edit_agency_text(desk, agency, "role", typed)
    report = report_of(desk, area.assessment_id)
    assert NAME not in report.model_dump_json()
    assert report.agencies[0].role == "Senior probation officer"


def test_evidence_that_was_only_begun_is_left_out(desk: Desk, area: Area) -> None:
    evidence.add_evidence(desk, area.assessment_id, "P08")
    assert report_of(desk, area.assessment_id).evidence == ()


class TestPageOne:
    def test_holds_no_single_agencys_view(self, desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        view = consensus.record_different_view(desk, area.assessment_id, "P08", agency)
        reason = Typed.over("", "Bank holiday releases slip")
        consensus.edit_different_reason(desk, view, reason)
        summary = report_of(desk, area.assessment_id).summary
        assert "Bank holiday releases slip" not in summary.model_dump_json()

    def test_names_safety_shortfalls_lowest_first_with_what_is_done(
        self, desk: Desk, area: Area
    ) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 1)
        consensus.record_rating(desk, area.assessment_id, "A03", 0)
        actions.raise_action(desk, area.assessment_id, ["A03"], "Offer naloxone at reception")
        found = report_of(desk, area.assessment_id).summary.shortfalls
        assert [(one.id, one.action) for one in found[:2]] == [
            ("A03", "Action 1: on track"),
            ("P08", ""),
        ]
        assert {one.standing for one in found[2:]} == {"Not yet rated"}

    def test_asks_the_board_about_owners_who_were_not_asked(self, desk: Desk, area: Area) -> None:
        consensus.record_rating(desk, area.assessment_id, "P08", 0)
        actions.raise_action(desk, area.assessment_id, ["P08"], "Agree a bridging prescription")
        decisions = report_of(desk, area.assessment_id).summary.decisions
        assert "Confirm the owner of action 1, who has not been asked yet." in decisions
        assert "Set the date on which the actions are reviewed." in decisions

    def test_lists_what_is_due_in_the_next_30_days(self, desk: Desk, area: Area) -> None:
        today = desk.today()
        for days, what in ((40, "Later"), (29, "Soon"), (-3, "Overdue")):
            actions.raise_action(
                desk, area.assessment_id, ["P08"], what, due_on=today + timedelta(days=days)
            )
        steps = report_of(desk, area.assessment_id).summary.next_steps
        assert [step.what for step in steps] == ["Overdue", "Soon"]

    def test_says_when_we_meet(self, desk: Desk, area: Area) -> None:
        partnerships.set_next_review(desk, area.assessment_id, desk.today() + timedelta(days=42))
        meetings = report_of(desk, area.assessment_id).summary.meetings
        assert meetings == ("Next review: 2 January 2027.",)


def test_only_our_own_copy_says_what_each_agency_did_on_time_and_ranks_none(
    desk: Desk, area: Area
) -> None:
    for name, days in (("Wexcombe Probation", 9), ("Aldermoor Council", -9)):
        agency = partnerships.add_agency(desk, area.partnership_id, name, ["PS"])
        due = desk.today() + timedelta(days=days)
        done = actions.raise_action(
            desk, area.assessment_id, ["P08"], "Write", owner_agency_id=agency, due_on=due
        )
        actions.complete(desk, done, shown_by="It is there")
    own = report_of(desk, area.assessment_id, Audience.OWN).on_time
    assert [(one.whose, one.by_date, one.later, one.still) for one in own] == [
        ("All actions together", 1, 1, 0),
        ("Aldermoor Council", 0, 1, 0),
        ("Wexcombe Probation", 1, 0, 0),
    ]
    assert own[0].said.startswith("50% done by the date first set: 1 of 2 actions.")
    assert report_of(desk, area.assessment_id).on_time == ()
