from datetime import date

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import Dates, MoveReason, Reported, YesNo
from action_plans.actions.rules.status import State
from action_plans.priorities import service
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, ChangedMeanwhile, NotFound, Refused
from assessment.access.typed import Typed
from tests.action_plans.actions.area import Area
from tests.desk import VIEWER, seen_by


def two(area: Area) -> tuple[str, str]:
    """Two open actions of the council on P08, the second on G01 too."""
    first = actions.raise_action(
        area.desk, area.assessment, ["P08"], "Agree a script",
        owner_agency_id=area.council, prisons=[area.stonebrook],
    )  # fmt: skip
    second = actions.raise_action(
        area.desk, area.assessment, ["P08", "G01"], "Name a lead",
        owner_agency_id=area.council, prisons=[area.fenwick], due_on=date(2027, 3, 1),
    )  # fmt: skip
    actions.edit_text(area.desk, second, "why", Typed.over("", "Nobody answers."))
    return first, second


def offered(area: Area) -> list[tuple[int, int]]:
    lines = actions.plan_of(area.desk, area.assessment)
    found = service.offers(area.desk, area.partnership, lines)
    return [(one.kept.number, one.other.number) for one in found]


def test_joining_keeps_both_and_is_undone_to_what_stood_before(any_area: Area) -> None:
    area, desk = any_area, any_area.desk
    first, second = two(area)
    before, other = actions.action(desk, first), actions.action(desk, second)
    assert offered(area) == [(1, 2)]
    service.join(desk, first, second)
    whole = actions.action(desk, first)
    assert whole.what == "Agree a script; also: Name a lead"
    assert (whole.why, set(whole.statements)) == ("Nobody answers.", {"P08", "G01"})
    assert set(whole.prisons) == {area.stonebrook, area.fenwick}
    assert "It was due 1 March 2027" in whole.notes[-1].text
    assert actions.action(desk, second).archived_at
    assert offered(area) == []
    [one] = service.joined(desk, area.partnership)
    service.part(desk, area.partnership, one.pair_id)
    after = actions.action(desk, first)
    kept = ("what", "why", "statements", "prisons", "supporters")
    assert [getattr(after, f) for f in kept] == [getattr(before, f) for f in kept]
    assert actions.action(desk, second).open
    assert actions.action(desk, second).what == other.what
    assert offered(area) == []
    assert service.joined(desk, area.partnership) == ()


def test_what_was_rewritten_while_they_were_one_stays(area: Area) -> None:
    first, second = two(area)
    service.join(area.desk, first, second)
    joined = actions.action(area.desk, first).what
    actions.edit_text(area.desk, first, "what", Typed.over(joined, "Agree it all"))
    [one] = service.joined(area.desk, area.partnership)
    service.part(area.desk, area.partnership, one.pair_id)
    action = actions.action(area.desk, first)
    assert (action.what, action.why, action.statements) == ("Agree it all", "", ("P08",))


def test_joining_twice_joins_once_and_each_parting_undoes_its_own(area: Area) -> None:
    first, second = two(area)
    third = actions.raise_action(
        area.desk, area.assessment, ["P08"], "Train staff", owner_agency_id=area.council
    )
    service.join(area.desk, first, second)
    service.join(area.desk, first, second)
    service.join(area.desk, first, third)
    pair = next(p for p in service.joined(area.desk, area.partnership) if p.other.id == third)
    service.part(area.desk, area.partnership, pair.pair_id)
    assert actions.action(area.desk, first).what == "Agree a script; also: Name a lead"
    with pytest.raises(BadInput):
        service.part(area.desk, area.partnership, pair.pair_id)
    with pytest.raises(NotFound):
        service.part(area.desk, area.partnership, "nowhere")


def test_two_that_were_called_two_are_not_offered_again(area: Area) -> None:
    first, second = two(area)
    service.keep_two(area.desk, first, second)
    assert offered(area) == []
    assert actions.action(area.desk, first).what == "Agree a script"


def test_what_is_finished_is_not_joined(area: Area) -> None:
    first, second = two(area)
    actions.complete(area.desk, second)
    with pytest.raises(BadInput):
        service.join(area.desk, first, second)
    assert service.joined(area.desk, area.partnership) == ()


@pytest.mark.parametrize("act", ["join", "keep_two"])
def test_only_the_lead_decides_whether_two_are_one(area: Area, act: str) -> None:
    first, second = two(area)
    with pytest.raises(Refused):
        getattr(service, act)(seen_by(area.desk, VIEWER), first, second)
    assert offered(area) == [(1, 2)]


def test_an_agency_sees_what_it_owns_supports_and_waits_for_by_date(area: Area) -> None:
    first, second = two(area)
    desk = area.desk
    actions.set_dates(desk, first, Dates(due_on=date(2027, 4, 1)), why=MoveReason.STAFFING)
    actions.link_supporters(desk, first, [area.prison_team])
    actions.edit_text(desk, second, "waiting_for", Typed.over("", "The security clearance"))
    actions.set_waiting_agency(desk, second, area.prison_team)
    ours = service.agency_plan(desk, area.partnership, area.council)
    assert [one.action.number for one in ours.owns] == [2, 1]
    [wait] = ours.waits
    assert wait.words == "The security clearance (HMP Stonebrook)"
    theirs = service.agency_plan(desk, area.partnership, area.prison_team)
    assert [one.action.number for one in theirs.supports] == [1]
    assert [(one.line.action.number, one.words) for one in theirs.awaited] == [
        (2, "The security clearance")
    ]
    text = service.reminder_for(desk, area.assessment, ours)
    assert "For: Aldermoor Council" in text
    assert "to the lead for the assessment: how it goes" in text
    with pytest.raises(NotFound):
        service.agency_plan(desk, area.partnership, "nowhere")


def test_a_reminder_for_a_role_has_that_roles_actions_alone(area: Area) -> None:
    first, second = two(area)
    for action_id, role in ((first, "Chair"), (second, "Pharmacist")):
        actions.edit_text(area.desk, action_id, "owner_role", Typed.over("", role))
    ours = service.agency_plan(area.desk, area.partnership, area.council)
    assert ours.roles == ("Chair", "Pharmacist")
    text = service.reminder_for(area.desk, area.assessment, ours, "Chair")
    assert "For: Chair, Aldermoor Council" in text
    assert "Agree a script" in text
    assert "Name a lead" not in text


def test_money_comes_out_by_funder_and_as_rows_for_the_needs_assessment(area: Area) -> None:
    first, second = two(area)
    desk = area.desk
    actions.set_cost(desk, first, 12_000)
    actions.set_budget_agreed(desk, first, YesNo.YES)
    actions.set_funder_agency(desk, first, area.council)
    actions.edit_text(desk, second, "funder", Typed.over("", "NHS England"))
    actions.set_resources_available(desk, second, YesNo.NO)
    found = service.resources(desk, area.assessment)
    assert [(one.funder, one.agreed, one.uncosted) for one in found.totals] == [
        ("Aldermoor Council", 12_000, 0), ("NHS England", 0, 1),
    ]  # fmt: skip
    extract = service.needs_extract(desk, area.assessment)
    rows = [dict(zip(extract.headings, row, strict=True)) for row in extract.rows]
    assert [(r["Cost"], r["Budget agreed"], r["Resources available"]) for r in rows] == [
        (12_000, "Yes", "Not known"), (None, "Not known", "No"),
    ]  # fmt: skip
    assert {r["Owner’s answer"] for r in rows} == {"Proposed, not yet asked"}


def test_a_cost_is_a_sum_of_money_and_another_screens_is_kept(area: Area) -> None:
    first, _second = two(area)
    with pytest.raises(BadInput):
        actions.set_cost(area.desk, first, -1)
    actions.set_cost(area.desk, first, 10, seen=None)
    with pytest.raises(ChangedMeanwhile):
        actions.set_cost(area.desk, first, 20, seen=None)
    assert actions.action(area.desk, first).cost_pounds == 10


def forward(desk: Desk, **how_far: float) -> None:
    desk.now.forward(**how_far)  # type: ignore[attr-defined]


def test_what_changed_since_a_day_is_told_from_the_record_of_changes(any_area: Area) -> None:
    area, desk = any_area, any_area.desk
    first, second = two(area)
    still = actions.raise_action(
        desk, area.assessment, ["G02"], "Carry on", due_on=date(2028, 1, 1)
    )
    day = desk.today()
    forward(desk, days=2)
    actions.set_dates(desk, second, Dates(due_on=date(2027, 5, 1)), why=MoveReason.STAFFING)
    actions.add_note(desk, first, "Stuck", report=Reported.OFF_TRACK)
    new = actions.raise_action(desk, area.assessment, ["G03"], "Begin")
    found = service.since(desk, area.partnership, day)
    told = {one.action.id: one.sentence() for one in found.changed}
    assert told == {
        first: "Was on track, is off track.",
        second: "Its date was moved from 1 March 2027 to 1 May 2027.",
        new: "New, raised on 23 November 2026. On track.",
    }
    assert still not in told
    actions.complete(desk, first, shown_by="It is there")
    actions.put_away(desk, second)
    found = service.since(desk, area.partnership, day)
    states = {one.action.id: one.now.state for one in found.changed}
    assert states[first] is State.COMPLETE
    assert [action.id for action in found.put_away] == [second]
    assert service.since(desk, area.partnership, desk.today()).changed == ()
