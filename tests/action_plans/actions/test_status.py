from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from action_plans.actions.model import Action, Reported
from action_plans.actions.rules.status import (
    LOOKS,
    State,
    counted_from,
    one_month_after,
    overdue,
    status_of,
)
from tests.action_plans.actions.made import NOW, TODAY, an_action, noon, reports


ON, RISK, OFF, DONE = Reported.ON_TRACK, Reported.AT_RISK, Reported.OFF_TRACK, Reported.DONE


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


STOPPED = {"stopped_on": days(-1), "stopped_reason": "No money", "stopped_approved_by": "Chair"}

# Every row of the table in rules/status.py, with both sides of each boundary.
TABLE: list[tuple[str, dict[str, Any], State]] = [
    ("open and due in half a year", {}, State.ON_TRACK),
    ("no due date at all", {"due": None}, State.ON_TRACK),
    ("due in 29 days, no report", {"due": days(29)}, State.ON_TRACK),
    ("due in 28 days, no report", {"due": days(28)}, State.AT_RISK),
    ("due today, no report", {"due": days(0)}, State.AT_RISK),
    (
        "due in 28 days, reported on track",
        {"due": days(28), "notes": reports((days(-3), ON))},
        State.ON_TRACK,
    ),
    (
        "due today, reported on track today",
        {"due": days(0), "notes": reports((days(0), ON))},
        State.ON_TRACK,
    ),
    (
        "nearing, on track said before the last review",
        {"due": days(9), "review_on": days(-1), "notes": reports((days(-2), ON))},
        State.AT_RISK,
    ),
    (
        "nearing, on track said at the last review",
        {"due": days(9), "review_on": days(-1), "notes": reports((days(-1), ON))},
        State.ON_TRACK,
    ),
    (
        "nearing, on track said, review still to come",
        {"due": days(9), "review_on": days(1), "notes": reports((days(-60), ON))},
        State.ON_TRACK,
    ),
    (
        "nearing, on track and then at risk",
        {"due": days(9), "notes": reports((days(-5), ON), (days(-2), RISK))},
        State.AT_RISK,
    ),
    ("a risk reported, due far off", {"notes": reports((days(-5), RISK))}, State.AT_RISK),
    (
        "a risk reported, then on track",
        {"notes": reports((days(-5), RISK), (days(-2), ON))},
        State.ON_TRACK,
    ),
    ("reported off track", {"notes": reports((days(-5), OFF))}, State.OFF_TRACK),
    ("one day late", {"due": days(-1)}, State.AT_RISK),
    (
        "one day late, reported on track",
        {"due": days(-1), "notes": reports((days(0), ON))},
        State.AT_RISK,
    ),
    ("one month late to the day", {"due": date(2026, 10, 21)}, State.AT_RISK),
    ("one month and a day late", {"due": date(2026, 10, 20)}, State.OFF_TRACK),
    ("blocked", {"blocked_by": "No lawful basis yet"}, State.OFF_TRACK),
    (
        "blocked and reported on track",
        {"blocked_by": "No lawful basis yet", "notes": reports((days(0), ON))},
        State.OFF_TRACK,
    ),
    ("starts tomorrow", {"start_on": days(1)}, State.NOT_STARTED),
    ("starts today", {"start_on": days(0)}, State.ON_TRACK),
    ("starts tomorrow, due soon", {"start_on": days(1), "due": days(9)}, State.NOT_STARTED),
    (
        "starts tomorrow, a risk reported",
        {"start_on": days(1), "notes": reports((days(0), RISK))},
        State.AT_RISK,
    ),
    ("starts tomorrow, blocked", {"start_on": days(1), "blocked_by": "x"}, State.OFF_TRACK),
    (
        "finished and shown",
        {"completed_on": days(-1), "shown_by": "Signed protocol"},
        State.COMPLETE,
    ),
    (
        "finished late and shown",
        {"completed_on": days(0), "shown_by": "Signed protocol", "due": days(-200)},
        State.COMPLETE,
    ),
    ("finished, nothing shown", {"completed_on": days(-1)}, State.DONE_UNSEEN),
    (
        "finished, nothing shown, long past due",
        {"completed_on": days(-1), "due": days(-200)},
        State.DONE_UNSEEN,
    ),
    ("finished, not shown, blocked", {"completed_on": days(0), "blocked_by": "x"}, State.OFF_TRACK),
    ("said done, opened again", {"notes": reports((days(-2), DONE))}, State.ON_TRACK),
    (
        "at risk, said done, opened again",
        {"notes": reports((days(-3), RISK), (days(-2), DONE))},
        State.AT_RISK,
    ),
    ("stopped", STOPPED, State.STOPPED),
    ("stopped though late and blocked", {**STOPPED, "due": days(-90), "blocked_by": "x"},
     State.STOPPED),
    ("stopped without approval", {**STOPPED, "stopped_approved_by": ""}, State.ON_TRACK),
    ("stopped without a reason", {**STOPPED, "stopped_reason": ""}, State.ON_TRACK),
]  # fmt: skip


@pytest.mark.parametrize(("values", "state"), [pytest.param(v, s, id=n) for n, v, s in TABLE])
def test_status_follows_the_table(values: dict[str, Any], state: State) -> None:
    assert status_of(an_action(**values), TODAY).state is state


def test_every_state_occurs_in_the_table() -> None:
    assert {state for _, _, state in TABLE} == set(State)


def moved(first: date, to: date | None, **values: Any) -> Action:
    """An action whose due date was moved three days ago."""
    whole = {"original_due_on": first, "due_on": to, "moved_at": noon(days(-3)), "held_to": first}
    return an_action(**(whole | values))


# A date that was moved: what is counted, and what is shown.
MOVED: list[tuple[str, Action, State]] = [
    ("late, then moved ahead", moved(days(-10), days(90)), State.AT_RISK),
    ("very late, then moved ahead", moved(days(-90), days(90)), State.OFF_TRACK),
    ("late, then its date taken away", moved(days(-10), None), State.AT_RISK),
    (
        "reported on track before the move only",
        moved(days(-10), days(90), notes=reports((days(-4), ON))),
        State.AT_RISK,
    ),
    (
        "reported on track since the move",
        moved(days(-90), days(90), notes=reports((days(-1), ON))),
        State.ON_TRACK,
    ),
    (
        "reported on track since, new date passed too",
        moved(days(-90), days(-1), notes=reports((days(-2), ON))),
        State.AT_RISK,
    ),
    (
        "reported on track since, then at risk",
        moved(days(-90), days(90), notes=reports((days(-2), ON), (days(-1), RISK))),
        State.AT_RISK,
    ),
    ("moved ahead in good time", moved(days(40), days(90)), State.ON_TRACK),
    ("brought forward, and late by the new date", moved(days(90), days(-1)), State.AT_RISK),
    (
        "brought forward, late, and put back",
        moved(days(90), days(90), held_to=days(-1)),
        State.AT_RISK,
    ),
]


@pytest.mark.parametrize(("action", "state"), [pytest.param(a, s, id=n) for n, a, s in MOVED])
def test_a_moved_date_counts_only_once_reported_on_track(action: Action, state: State) -> None:
    assert status_of(action, TODAY).state is state


def test_the_reason_of_a_moved_and_late_action_names_both_dates() -> None:
    reason = status_of(moved(date(2026, 11, 1), date(2027, 2, 1)), TODAY).reason
    assert "1 November 2026" in reason
    assert "1 February 2027" in reason


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 12, 5), date(2027, 1, 5)),
        (date(2026, 10, 31), date(2026, 11, 30)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_months_last(day: date, after: date) -> None:
    assert one_month_after(day) == after


def test_only_open_actions_are_overdue() -> None:
    assert overdue(an_action(due=days(-1)), TODAY)
    assert not overdue(an_action(due=days(0)), TODAY)
    assert not overdue(an_action(due=days(-1), completed_on=days(0)), TODAY)
    assert not overdue(an_action(due=days(-1), **STOPPED), TODAY)


some_day = st.dates(min_value=date(2025, 6, 1), max_value=date(2028, 6, 1))
some_reports = st.lists(st.tuples(some_day, st.sampled_from(Reported)), max_size=4).map(
    lambda said: reports(*said)
)
WORSE = (State.NOT_STARTED, State.ON_TRACK, State.AT_RISK, State.OFF_TRACK)


@st.composite
def actions(draw: st.DrawFn, **fixed: Any) -> Action:
    """An open action with whatever dates and reports."""
    first = draw(st.none() | some_day)
    due = draw(st.just(first) | st.none() | some_day) if first else None
    values = {
        "original_due_on": first,
        "due_on": due,
        "moved_at": noon(draw(some_day)) if due != first else None,
        "held_to": draw(some_day) if due != first else None,
        "start_on": draw(st.none() | some_day),
        "review_on": draw(st.none() | some_day),
        "blocked_by": draw(st.sampled_from(["", "No room in the prison"])),
        "notes": draw(some_reports),
    }
    return an_action(**(values | fixed))


@given(actions(), some_day, st.integers(min_value=0, max_value=400))
def test_an_action_never_looks_better_for_time_alone(action: Action, day: date, on: int) -> None:
    now, later = (status_of(action, d).state for d in (day, day + timedelta(days=on)))
    assert WORSE.index(later) >= WORSE.index(now)


@given(actions(blocked_by="No lawful basis yet"), some_day)
def test_what_is_blocked_is_always_red(action: Action, day: date) -> None:
    assert status_of(action, day).colour == "red"


@given(actions(blocked_by=""), st.none() | some_day, st.integers(min_value=1, max_value=400))
def test_moving_the_date_alone_never_turns_a_late_action_green(
    action: Action, to: date | None, late_by: int
) -> None:
    counted = counted_from(action)
    assume(counted is not None and to != action.due_on)
    day = (counted or TODAY) + timedelta(days=late_by)
    newest = max((note.at for note in action.notes), default=NOW)
    just_moved = action.model_copy(update={"due_on": to, "moved_at": newest, "held_to": counted})
    assert status_of(just_moved, day).colour in ("amber", "red")


@given(actions(shown_by=""), some_day, some_day)
def test_nothing_is_complete_without_what_shows_it(action: Action, on: date, day: date) -> None:
    finished = action.model_copy(update={"completed_on": on})
    assert status_of(finished, day).colour in ("amber", "red")


@given(actions(), some_day)
def test_a_reason_is_one_or_two_plain_sentences(action: Action, day: date) -> None:
    status = status_of(action, day)
    assert (status.colour, status.symbol, status.words) == LOOKS[status.state]
    assert status.reason.endswith(".")
    assert "None" not in status.reason
