"""Scope: what counts as in, and how long it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.partnership.model import ScopeKind
from assessment.partnership.rules.scope import HALF_DAY, in_scope, minutes, spoken_minutes


IDS = st.lists(st.sampled_from(["G01", "G02", "D01", "P01", "A01"]), unique=True)


@given(every=IDS, core=IDS, chosen=IDS, kind=st.sampled_from(ScopeKind))
def test_nothing_outside_the_statements_is_ever_in_scope(
    every: list[str], core: list[str], chosen: list[str], kind: ScopeKind
) -> None:
    assert in_scope(kind, every, core, chosen) <= set(every)


def test_each_kind_takes_its_own_set() -> None:
    every, core, chosen = ["G01", "G02", "D01"], ["G01", "D01"], ["G02"]
    assert in_scope(ScopeKind.CORE, every, core, chosen) == {"G01", "D01"}
    assert in_scope(ScopeKind.ALL, every, core, chosen) == {"G01", "G02", "D01"}
    assert in_scope(ScopeKind.CHOSEN, every, core, chosen) == {"G02"}


@given(st.integers(min_value=1, max_value=300))
def test_no_session_is_longer_than_half_a_day_and_none_is_spare(statements: int) -> None:
    plan = minutes(statements)
    assert plan.minutes <= plan.sessions * HALF_DAY
    assert minutes(max(statements - 24, 0)).sessions == plan.sessions - 1


@given(st.integers(min_value=0, max_value=300))
def test_another_statement_never_takes_less_time(statements: int) -> None:
    assert minutes(statements + 1).minutes > minutes(statements).minutes


def test_twenty_core_statements_fit_half_a_day_and_all_46_take_two_sessions() -> None:
    assert minutes(20).sessions == 1
    assert (
        minutes(20).words == "20 statements: one session of half a day, about 3 hours 10 minutes."
    )
    assert minutes(46).sessions == 2
    assert "two sessions of half a day, each about 3 hours 25 minutes" in minutes(46).words


def test_an_empty_choice_says_so() -> None:
    assert minutes(0).words == "No statement is chosen yet."


@pytest.mark.parametrize(
    ("total", "words"),
    [(0, "0 minutes"), (45, "45 minutes"), (60, "1 hour"), (61, "1 hour 1 minute")],
)
def test_minutes_are_said_in_hours(total: int, words: str) -> None:
    assert spoken_minutes(total) == words
