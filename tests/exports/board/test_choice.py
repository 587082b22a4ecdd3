"""What is chosen for the board of a real assessment, and how the files are called."""

from datetime import date, timedelta

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import Dates, MoveReason, YesNo
from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from exports.board.model import BoardPaper
from exports.board.service import board_paper, pdf_of, word_of
from exports.report.model import Report
from exports.report.paper.model import Pair
from exports.report.service import report_of
from tests.desk import Area, begin_area


@pytest.fixture
def area(desk: Desk) -> Area:
    """An area with every statement in scope and a safety-critical one not met."""
    begun = begin_area(desk)
    partnerships.set_scope_kind(desk, begun.assessment_id, ScopeKind.ALL)
    consensus.record_rating(desk, begun.assessment_id, "P08", 0)
    return begun


def made(desk: Desk, area: Area) -> tuple[BoardPaper, Report]:
    report = report_of(desk, area.assessment_id)
    return board_paper(desk, area.assessment_id, report), report


def asked(paper: BoardPaper, part: int) -> list[str]:
    """The first column of a part's rows."""
    return [getattr(row[0], "main", str(row[0])) for row in paper.parts[part].table.rows]


def test_a_safety_shortfall_without_an_action_is_asked_first(desk: Desk, area: Area) -> None:
    actions.raise_action(desk, area.assessment_id, ["G01"], "Name a lead")
    paper, _ = made(desk, area)
    assert [line.split(" action ")[0] for line in asked(paper, 0)] == [
        "Decide what is to be done about P08 No gap in medication",
        "Confirm the owner of",
    ]


def test_an_owner_who_was_not_asked_or_said_no_never_stands_alone(desk: Desk, area: Area) -> None:
    probation = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    consensus.record_rating(desk, area.assessment_id, "P08", 1)
    here = (desk, area.assessment_id, ["P08"], "Pay a pharmacist")
    action = actions.raise_action(*here, owner_agency_id=probation)
    for said in ("Proposed, not yet asked", "Declined"):
        paper, _ = made(desk, area)
        noted = paper.parts[1].table.rows[0]
        assert noted[2] == Pair(main="Probation, role to be named", under=said)
        actions.decline(desk, action, "Nobody is free.")


def test_money_is_asked_for_until_it_is_agreed(desk: Desk, area: Area) -> None:
    probation = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    here = (desk, area.assessment_id, ["P08"], "Pay a pharmacist")
    action = actions.raise_action(*here, owner_agency_id=probation, due_on=date(2027, 1, 14))
    actions.agree(desk, action)
    actions.set_cost(desk, action, 12_000)
    paper, _ = made(desk, area)
    assert asked(paper, 0) == ["Agree the money for action 1: Pay a pharmacist"]
    what, cost, owner, when = paper.parts[2].table.rows[0]
    assert (cost, owner) == ("£12,000, not agreed yet", Pair(main="Probation, role to be named"))
    assert getattr(when, "main", "") == "14 January 2027"
    actions.set_budget_agreed(desk, action, YesNo.YES)
    paper, _ = made(desk, area)
    assert asked(paper, 0) == []
    assert paper.parts[2].table.rows[0][1] == "£12,000, agreed"


def test_what_is_off_track_is_stuck_and_not_promised(desk: Desk, area: Area) -> None:
    action = actions.raise_action(
        desk, area.assessment_id, ["P08"], "Open the gate", due_on=date(2026, 9, 1)
    )
    actions.set_owner(desk, action, partnerships.add_agency(desk, area.partnership_id, "A", ["PS"]))
    actions.agree(desk, action)
    paper, _ = made(desk, area)
    assert asked(paper, 2) == []
    assert paper.stuck.table.rows[0][0] == "1. Open the gate"


def test_it_says_what_changed_since_the_assessment_before(desk: Desk, area: Area) -> None:
    old = actions.raise_action(
        desk, area.assessment_id, ["P08"], "Open the gate", due_on=date(2027, 1, 14)
    )
    desk.now.forward(days=200)  # type: ignore[attr-defined]
    bank = partnerships.assessment(desk, area.assessment_id).bank_id
    later = partnerships.start_assessment(desk, area.partnership_id, bank, date(2027, 6, 1))
    partnerships.set_scope_kind(desk, later, ScopeKind.ALL)
    consensus.record_rating(desk, later, "P08", 2)
    actions.set_dates(desk, old, Dates(due_on=date(2027, 9, 1)), why=MoveReason.STAFFING)
    paper, _ = made(desk, Area(area.partnership_id, later))
    assert paper.changed_heading == "What changed since the assessment of November 2026"
    assert (
        "1 statement is rated higher than in the assessment of November 2026: P08." in paper.changed
    )
    assert "1 action was given another date: 1." in paper.changed


def test_the_plan_is_compared_with_the_last_review_that_has_not_just_been(
    desk: Desk, area: Area
) -> None:
    hold_review(desk, area)
    desk.now.forward(days=90)  # type: ignore[attr-defined]
    soon = desk.today() + timedelta(days=60)
    actions.raise_action(desk, area.assessment_id, ["P08"], "Open the gate", due_on=soon)
    paper, _ = made(desk, area)
    assert paper.changed_heading == "What changed since the review of 21 November 2026"
    assert paper.changed == ("1 action was added to the plan: 2.",)
    hold_review(desk, area)
    assert made(desk, area)[0].changed_heading == paper.changed_heading


def hold_review(desk: Desk, area: Area) -> None:
    """A review from its beginning to its end."""
    due = desk.today() + timedelta(days=200)
    actions.raise_action(desk, area.assessment_id, ["G01"], "Name a lead", due_on=due)
    review = reviews.begin_review(desk, area.assessment_id)
    reviews.set_next(desk, review, desk.today() + timedelta(days=90))
    reviews.set_off(desk, review)
    reviews.end(desk, review)


def test_both_files_are_named_by_marking_area_and_date(desk: Desk, area: Area) -> None:
    paper, report = made(desk, area)
    assert pdf_of(paper, report).file_name == "OFFICIAL Aldermoor board paper 2026-11-21.pdf"
    assert word_of(paper, report).file_name == "OFFICIAL Aldermoor board paper 2026-11-21.docx"
