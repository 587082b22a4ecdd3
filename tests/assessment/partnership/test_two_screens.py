"""What one screen chose in preparing is never overwritten by another that had not seen it."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.errors import ChangedMeanwhile
from assessment.partnership import service
from assessment.partnership.model import CanCommit, ScopeKind
from tests.assessment.partnership.test_pages import opened, settled, words
from tests.desk import Area, begin_area


Choose = Callable[..., None]


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """An area with two agencies and a meeting."""
    area = begin_area(any_desk)
    for name, kind in (("Gatehouse", "PTP"), ("Probation", "PS")):
        service.add_agency(any_desk, area.partnership_id, name, [kind])
    service.add_meeting(any_desk, area.assessment_id, date(2026, 11, 26))
    return area


def _assessment(field: str, choose: Choose, *values: object) -> tuple[object, ...]:
    def stands(desk: Desk, area: Area) -> object:
        return getattr(service.assessment(desk, area.assessment_id), field)

    return lambda _desk, area: area.assessment_id, choose, stands, values


def _agency(desk: Desk, area: Area) -> str:
    return service.agencies(desk, area.partnership_id)[0].id


def _meeting(desk: Desk, area: Area) -> str:
    return service.meetings(desk, area.assessment_id)[0].id


# Which row, the use case, what stands, and what two screens choose in turn.
CHOICES = {
    "month": _assessment("month", service.set_month, date(2026, 10, 1), date(2026, 12, 1)),
    "keep until": _assessment(
        "keep_until", service.set_keep_until, date(2027, 6, 1), date(2028, 6, 1)
    ),
    "next review": _assessment(
        "next_review_on", service.set_next_review, date(2027, 2, 1), date(2027, 3, 1)
    ),
    "assess again": _assessment(
        "assess_again_on", service.set_assess_again, date(2027, 10, 1), date(2027, 11, 1)
    ),
    "scope": _assessment("scope_kind", service.set_scope_kind, ScopeKind.ALL, ScopeKind.CHOSEN),
    "can commit": (
        _agency,
        service.set_can_commit,
        lambda desk, area: service.agencies(desk, area.partnership_id)[0].can_commit,
        (CanCommit.YES, CanCommit.MUST_CHECK),
    ),
    "marking": (
        lambda _desk, area: area.partnership_id,
        service.set_marking,
        lambda desk, area: service.partnership(desk, area.partnership_id).marking,
        ("OFFICIAL-SENSITIVE", ""),
    ),
    "held on": (
        _meeting,
        service.set_held_on,
        lambda desk, area: service.meetings(desk, area.assessment_id)[0].held_on,
        (date(2026, 12, 1), date(2026, 12, 2)),
    ),
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_on_a_screen_that_fell_behind_is_refused(
    any_desk: Desk, area: Area, name: str
) -> None:
    row, choose, stands, (theirs, mine) = CHOICES[name]
    row_id, shown = row(any_desk, area), stands(any_desk, area)
    choose(any_desk, row_id, theirs, seen=shown)
    with pytest.raises(ChangedMeanwhile, match="09:30:"):
        choose(any_desk, row_id, mine, seen=shown)
    assert stands(any_desk, area) == theirs
    choose(any_desk, row_id, theirs, seen=shown)
    choose(any_desk, row_id, mine, seen=theirs)
    assert stands(any_desk, area) == mine


@pytest.mark.parametrize("choose", [service.set_lead_agency, service.set_plan_lead_agency])
def test_nor_are_two_leads_chosen_where_neither_screen_showed_one(
    any_desk: Desk, area: Area, choose: Choose
) -> None:
    theirs, mine = (one.id for one in service.agencies(any_desk, area.partnership_id))
    choose(any_desk, area.assessment_id, theirs, seen=None)
    with pytest.raises(ChangedMeanwhile):
        choose(any_desk, area.assessment_id, mine, seen=None)
    one = service.assessment(any_desk, area.assessment_id)
    assert theirs in {one.lead_agency_id, one.plan_lead_agency_id}
    assert mine not in {one.lead_agency_id, one.plan_lead_agency_id}


def test_kinds_picked_on_two_screens_are_joined(any_desk: Desk, area: Area) -> None:
    agency_id = _agency(any_desk, area)
    service.set_agency_types(any_desk, agency_id, ["PTP", "CTP"], seen=["PTP"])
    service.set_agency_types(any_desk, agency_id, ["PTP", "LEX"], seen=["PTP"])
    assert service.agency(any_desk, agency_id).types == ("CTP", "LEX", "PTP")


def test_the_screen_says_so_in_place_and_shows_what_stands(desk: Desk) -> None:
    area = begin_area(desk)
    at: AppTest = opened(desk, "prepare", section="scope")
    service.set_month(desk, area.assessment_id, date(2027, 1, 1))
    settled(at.date_input(key="month").set_value(date(2026, 12, 9)).run())
    assert "Another screen recorded something else at 09:30:" in words(at)
    assert at.date_input(key="month~1").value == date(2027, 1, 1)
    settled(at.date_input(key="month~1").set_value(date(2026, 12, 9)).run())
    assert service.assessment(desk, area.assessment_id).month == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("section", "widget", "theirs", "mine"),
    [
        ("area", "marking", "OFFICIAL-SENSITIVE", ""),
        ("area", "keep_until", date(2027, 6, 1), date(2028, 6, 1)),
    ],
)
def test_so_do_the_choices_on_handling(
    desk: Desk, section: str, widget: str, theirs: object, mine: object
) -> None:
    area = begin_area(desk)
    at = opened(desk, "prepare", section=section)
    if widget == "marking":
        service.set_marking(desk, area.partnership_id, str(theirs))
        settled(at.selectbox(key=widget).set_value(mine).run())
        assert at.selectbox(key=f"{widget}~1").value == theirs
    else:
        service.set_keep_until(desk, area.assessment_id, date(2027, 6, 1))
        settled(at.date_input(key=widget).set_value(date(2028, 6, 1)).run())
        assert at.date_input(key=f"{widget}~1").value == theirs
    assert "Another screen recorded something else" in words(at)


def test_and_those_on_agencies(desk: Desk) -> None:
    area = begin_area(desk)
    one, two = (
        service.add_agency(desk, area.partnership_id, name, ["PS"]) for name in ("Gate", "Way")
    )
    at = opened(desk, "prepare", section="agencies")
    service.set_lead_agency(desk, area.assessment_id, one)
    settled(at.selectbox(key="lead_agency").set_value(two).run())
    assert service.assessment(desk, area.assessment_id).lead_agency_id == one
    at = opened(desk, "prepare", section="agencies", agency=one)
    service.set_can_commit(desk, one, CanCommit.YES)
    settled(at.selectbox(key=f"can_commit_{one}").set_value(CanCommit.MUST_CHECK).run())
    assert service.agency(desk, one).can_commit is CanCommit.YES
    assert "Another screen recorded something else" in words(at)
