from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from action_plans.actions.model import Action, Effort, Level
from action_plans.actions.rules.priority import Footing, priority_of, quick_win
from tests.action_plans.actions.made import TODAY, an_action


LABELS = ("Not met", "Partly met", "Mostly met", "Fully met")
FOOTING = Footing(
    ratings={"P08": 1, "A03": 2, "G01": 0, "G02": 1, "G03": 2, "G04": 3},
    labels=LABELS,
    safety_critical=frozenset({"P08", "A03"}),
    prisons=4,
)


@pytest.mark.parametrize(
    ("statements", "level"),
    [
        (("P08",), Level.HIGH),  # safety-critical and rated 1
        (("A03",), Level.LOW),  # safety-critical, but rated 2
        (("G01",), Level.HIGH),
        (("G02",), Level.MEDIUM),
        (("G03",), Level.LOW),
        (("G04",), Level.LOW),
        (("G04", "G01"), Level.HIGH),  # the lowest counts
        (("X99",), Level.MEDIUM),  # not rated
        ((), Level.MEDIUM),
    ],
)
def test_level_comes_from_safety_and_then_the_lowest_rating(
    statements: tuple[str, ...], level: Level
) -> None:
    assert priority_of(an_action(statements=statements), FOOTING).level is level


def test_within_a_level_safety_comes_first_then_shortfall_reach_effort_and_number() -> None:
    in_order: list[dict[str, Any]] = [
        {"number": 9, "statements": ("P08",), "prisons": ("a",), "effort": Effort.LARGE},
        {"number": 8, "statements": ("G01",), "effort": Effort.LARGE},
        {"number": 7, "statements": ("G01",), "prisons": ("a", "b"), "effort": Effort.SMALL},
        {"number": 6, "statements": ("G01",), "prisons": ("a",), "effort": Effort.SMALL},
        {"number": 4, "statements": ("G01",), "prisons": ("a",), "effort": Effort.MEDIUM},
        {"number": 3, "statements": ("G01",), "prisons": ("a",)},
        {"number": 5, "statements": ("G01",), "prisons": ("a",)},
        {"number": 2, "statements": ("G02",), "effort": Effort.SMALL},
        {"number": 1, "statements": (), "effort": Effort.SMALL},
    ]
    made = [an_action(**values) for values in in_order]
    ordered = sorted(made[::-1], key=lambda action: priority_of(action, FOOTING).rank)
    assert [a.number for a in ordered] == [a.number for a in made]


def test_the_reason_says_what_the_priority_rests_on() -> None:
    action = an_action(statements=("P08",), prisons=("a", "b"), effort=Effort.SMALL)
    assert priority_of(action, FOOTING).reason == (
        "P08 is safety-critical and rated Partly met. It touches 2 of 4 prisons. Small effort."
    )


def test_an_override_says_so_with_its_reason_and_the_rule() -> None:
    action = an_action(
        statements=("G03",), priority_override=Level.HIGH, priority_reason="The board asked for it."
    )
    priority = priority_of(action, FOOTING)
    assert (priority.level, priority.overridden) == (Level.HIGH, True)
    assert priority.reason.startswith("Set by the partnership: The board asked for it. By rule low")


def test_a_quick_win_is_small_open_and_has_a_shortfall() -> None:
    small = {"effort": Effort.SMALL, "statements": ("G02",)}
    assert quick_win(an_action(**small), FOOTING)
    assert not quick_win(an_action(**small | {"statements": ("G04",)}), FOOTING)
    assert not quick_win(an_action(**small | {"statements": ()}), FOOTING)
    assert not quick_win(an_action(**small | {"effort": Effort.MEDIUM}), FOOTING)
    assert not quick_win(an_action(**small, completed_on=TODAY), FOOTING)


def actions(number: int) -> st.SearchStrategy[Action]:
    return st.builds(
        an_action,
        number=st.just(number),
        statements=st.lists(st.sampled_from(["P08", "A03", "G01", "G04", "X99"])).map(tuple),
        prisons=st.lists(st.sampled_from("abcd"), unique=True).map(tuple),
        effort=st.none() | st.sampled_from(Effort),
        priority_override=st.none() | st.sampled_from(Level),
    )


@given(actions(1), actions(2))
def test_the_order_is_total(one: Action, other: Action) -> None:
    ranks = [priority_of(action, FOOTING).rank for action in (one, other)]
    assert ranks[0] != ranks[1]


@given(actions(1))
def test_a_lower_rating_never_makes_an_action_less_urgent(action: Action) -> None:
    lower = FOOTING.model_copy(
        update={"ratings": {s: max(0, r - 1) for s, r in FOOTING.ratings.items()}}
    )
    assert priority_of(action, lower).rank <= priority_of(action, FOOTING).rank
