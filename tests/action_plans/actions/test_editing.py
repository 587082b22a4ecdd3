"""What is written and chosen of an action, and what it is linked to."""

import pytest

from action_plans.actions import service
from action_plans.actions.model import (
    TEXTS,
    Effort,
    Kind,
    Level,
    Source,
)
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    StaleEdit,
    TooLong,
)
from tests.action_plans.actions.area import Area
from tests.action_plans.actions.raised import WHAT, raised, typed


def test_every_text_of_an_action_can_be_typed_and_comes_back_as_typed(any_area: Area) -> None:
    action_id = raised(any_area)
    for number, field in enumerate(TEXTS):
        stored = getattr(service.action(any_area.desk, action_id), field)
        service.edit_text(any_area.desk, action_id, field, typed(f"=Gŵyl ✓ {number}", stored))
    action = service.action(any_area.desk, action_id)
    expected = [f"=Gŵyl ✓ {number}" for number in range(len(TEXTS))]
    assert [getattr(action, field) for field in TEXTS] == expected


def test_a_stale_edit_loses_neither_text(any_area: Area) -> None:
    action_id = raised(any_area)
    service.edit_text(any_area.desk, action_id, "why", typed("Theirs"))
    with pytest.raises(StaleEdit) as refused:
        service.edit_text(any_area.desk, action_id, "why", typed("Mine"))
    assert refused.value.current == "Theirs"
    assert service.action(any_area.desk, action_id).why == "Theirs"


def test_text_over_its_limit_is_not_cut_and_not_saved(area: Area) -> None:
    action_id = raised(area)
    with pytest.raises(TooLong):
        service.edit_text(area.desk, action_id, "why", typed("x" * (TEXTS["why"].limit + 1)))
    assert service.action(area.desk, action_id).why == ""


def test_words_that_a_state_rests_on_cannot_be_emptied(area: Area) -> None:
    action_id = raised(area)
    service.decline(area.desk, action_id, "No staff before April")
    with pytest.raises(BadInput):
        service.edit_text(area.desk, action_id, "what", typed("", WHAT))
    blank = typed(" ", "No staff before April")
    with pytest.raises(BadInput):
        service.edit_text(area.desk, action_id, "declined_because", blank)
    service.ask_again(area.desk, action_id)
    service.edit_text(area.desk, action_id, "declined_because", typed("", "No staff before April"))


def test_links_are_exactly_what_was_chosen(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    service.link_statements(desk, action_id, ["P08", "G01"])
    service.link_prisons(desk, action_id, [any_area.fenwick, any_area.stonebrook])
    service.link_prisons(desk, action_id, [any_area.fenwick])
    service.link_supporters(desk, action_id, [any_area.council])
    action = service.action(desk, action_id)
    assert action.statements == ("G01", "P08")
    assert (action.prisons, action.supporters) == ((any_area.fenwick,), (any_area.council,))
    assert service.actions_for_statement(desk, any_area.assessment, "G01") == (action,)
    assert service.actions_for_statement(desk, any_area.assessment, "G02") == ()


def test_an_override_needs_its_reason_first(any_area: Area) -> None:
    action_id = raised(any_area)
    with pytest.raises(BadInput):
        service.set_priority(any_area.desk, action_id, Level.LOW)
    service.edit_text(any_area.desk, action_id, "priority_reason", typed("The board waits"))
    service.set_priority(any_area.desk, action_id, Level.LOW)
    priority = service.plan_of(any_area.desk, any_area.assessment)[0].priority
    assert (priority.level, priority.overridden) == (Level.LOW, True)
    service.set_priority(any_area.desk, action_id, None)
    assert not service.plan_of(any_area.desk, any_area.assessment)[0].priority.overridden


def test_two_screens_link_what_they_both_picked(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    service.link_prisons(desk, action_id, [any_area.fenwick], [])
    service.link_prisons(desk, action_id, [any_area.stonebrook], [])
    service.link_supporters(desk, action_id, [any_area.council], [])
    service.link_supporters(desk, action_id, [], [])
    action = service.action(desk, action_id)
    assert set(action.prisons) == {any_area.fenwick, any_area.stonebrook}
    assert action.supporters == (any_area.council,)


def test_an_owner_is_not_chosen_twice_where_neither_screen_showed_one(any_area: Area) -> None:
    action_id = raised(any_area)
    service.set_owner(any_area.desk, action_id, any_area.council, seen=None)
    with pytest.raises(ChangedMeanwhile):
        service.set_owner(any_area.desk, action_id, any_area.prison_team, seen=None)
    assert service.action(any_area.desk, action_id).owner_agency_id == any_area.council


@pytest.mark.parametrize(
    ("choose", "field", "theirs", "mine"),
    [
        (service.set_kind, "kind", Kind.MAINTAIN, Kind.INVESTIGATE),
        (service.set_effort, "effort", Effort.SMALL, Effort.LARGE),
        (service.set_source, "source", Source.AUDIT, Source.INCIDENT),
        (service.set_priority, "priority_override", Level.HIGH, Level.LOW),
    ],
)
def test_a_choice_on_a_screen_that_fell_behind_is_refused(
    any_area: Area, choose, field: str, theirs: object, mine: object
) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    service.edit_text(desk, action_id, "priority_reason", typed("The governor asked"))
    shown = getattr(service.action(desk, action_id), field)
    choose(desk, action_id, theirs, seen=shown)
    with pytest.raises(ChangedMeanwhile):
        choose(desk, action_id, mine, seen=shown)
    assert getattr(service.action(desk, action_id), field) == theirs
    choose(desk, action_id, theirs, seen=shown)
    choose(desk, action_id, mine, seen=theirs)
    assert getattr(service.action(desk, action_id), field) == mine
