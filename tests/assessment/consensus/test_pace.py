"""How fast the room goes, and when it finishes."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.consensus.rules.before_reveal import Told
from assessment.consensus.rules.opening import (
    basis_words,
    box_words,
    end_words,
    late_words,
    opening_sentences,
    time_left_words,
)
from assessment.consensus.rules.pace import (
    PLANNED,
    Course,
    Pause,
    clock_words,
    finish_instant,
    pace_of,
    pauses_of,
)


BEGAN = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def after(minutes: float) -> datetime:
    """So many minutes into the workshop."""
    return BEGAN + timedelta(minutes=minutes)


class TestEnd:
    def test_before_anything_is_measured_the_plan_counts(self) -> None:
        pace = pace_of(Course(now=BEGAN, left=23))
        assert not pace.measured
        assert pace.ends_at == BEGAN + 23 * PLANNED
        assert end_words(pace, BEGAN) == "At this pace we finish at 11:55."
        assert basis_words(pace) == "Based on 5 minutes a statement, the toolkit’s own figure."

    def test_then_what_the_statements_took(self) -> None:
        course = Course(
            now=after(30), left=4, began_at=BEGAN, settled_at=(after(8), after(20), after(30))
        )
        pace = pace_of(course)
        assert pace.each == timedelta(minutes=10)
        assert pace.ends_at == after(70)
        assert basis_words(pace) == "Statements have taken about 10 minutes each so far."

    def test_a_break_is_no_part_of_it(self) -> None:
        course = Course(
            now=after(45),
            left=2,
            began_at=BEGAN,
            settled_at=(after(10), after(35)),
            pauses=(Pause(since=after(12), until=after(27)),),
        )
        assert pace_of(course).each == timedelta(minutes=10)

    def test_the_rest_begins_when_the_break_is_over(self) -> None:
        course = Course(now=after(5), left=2, began_at=BEGAN, break_until=after(20))
        pace = pace_of(course)
        assert pace.ends_at == after(20) + 2 * PLANNED
        assert pace.break_until == after(20)

    def test_what_was_settled_before_it_began_counts_for_nothing(self) -> None:
        course = Course(now=after(10), left=3, began_at=BEGAN, settled_at=(after(-60),))
        assert not pace_of(course).measured

    def test_a_beginning_of_another_day_measures_nothing(self) -> None:
        course = Course(now=after(24 * 60), left=3, began_at=BEGAN, settled_at=(after(10),))
        assert pace_of(course).each == PLANNED

    def test_time_spent_on_the_statement_counts_but_its_lateness_not_twice(self) -> None:
        early = pace_of(Course(now=after(2), left=3, since=BEGAN)).ends_at
        assert early == BEGAN + 3 * PLANNED
        over = pace_of(Course(now=after(20), left=3, since=BEGAN)).ends_at
        assert over == after(20) + 2 * PLANNED

    def test_nothing_left_has_no_end(self) -> None:
        pace = pace_of(Course(now=BEGAN, left=0, finish_at=after(10)))
        assert (pace.ends_at, pace.for_each) == (None, None)
        assert end_words(pace, BEGAN) == "Every statement is settled."
        assert time_left_words(pace, BEGAN) == ""

    @given(st.integers(0, 60), st.integers(0, 600), st.integers(0, 600))
    def test_more_left_never_ends_earlier(self, left: int, now: int, since: int) -> None:
        def ends(number: int) -> datetime:
            course = Course(now=after(now), left=number, since=after(min(now, since)))
            return pace_of(course).ends_at or after(now)

        assert after(now) <= ends(left) <= ends(left + 1)


class TestTimeLeft:
    def test_is_shared_by_what_is_left(self) -> None:
        pace = pace_of(Course(now=BEGAN, left=10, finish_at=after(40)))
        assert pace.for_each == timedelta(minutes=4)
        assert time_left_words(pace, BEGAN) == "10 statements left, 4 minutes each."
        assert late_words(pace, BEGAN) == "That is 10 minutes after 10:40, the time set."

    def test_enough_of_it_says_nothing_of_lateness(self) -> None:
        assert late_words(pace_of(Course(now=BEGAN, left=2, finish_at=after(40))), BEGAN) == ""

    def test_none_set_is_none_to_share(self) -> None:
        pace = pace_of(Course(now=BEGAN, left=10))
        assert pace.for_each is None
        assert (time_left_words(pace, BEGAN), late_words(pace, BEGAN)) == ("", "")

    def test_once_it_is_over_the_rest_can_be_parked(self) -> None:
        pace = pace_of(Course(now=after(50), left=1, finish_at=after(40)))
        assert time_left_words(pace, after(50)) == (
            "The time set, 10:40, is over. 1 statement can be parked for the next meeting."
        )

    def test_a_box_does_not_shrink_while_the_room_talks(self) -> None:
        course = Course(now=after(3), left=8, since=BEGAN, finish_at=after(40))
        pace = pace_of(course)
        assert (pace.box, pace.in_box) == (PLANNED, timedelta(minutes=2))
        assert box_words(pace) == "2 minutes left for this statement."

    def test_a_box_that_is_over_does_not_scold(self) -> None:
        words = box_words(pace_of(Course(now=after(9), left=8, since=BEGAN)))
        assert words.startswith("This statement has had its 5 minutes: record where you are")

    def test_a_break_takes_nothing_from_the_box(self) -> None:
        rested = (Pause(since=after(1), until=after(16)),)
        pace = pace_of(Course(now=after(18), left=8, since=BEGAN, pauses=rested))
        assert pace.in_box == timedelta(minutes=2)

    def test_at_no_statement_there_is_no_box(self) -> None:
        assert box_words(pace_of(Course(now=BEGAN, left=8))) == ""


class TestBreaks:
    def test_ends_when_it_is_ended_or_its_time_is_over(self) -> None:
        told = [(after(10), after(25)), (after(20), None), (after(40), after(50))]
        assert pauses_of(told, after(90)) == (
            Pause(since=after(10), until=after(20)),
            Pause(since=after(40), until=after(50)),
        )

    def test_one_made_longer_is_one_stretch(self) -> None:
        told = [(after(10), after(20)), (after(18), after(30))]
        rested = sum((one.until - one.since for one in pauses_of(told, after(60))), timedelta())
        assert rested == timedelta(minutes=20)

    def test_a_running_one_lasts_until_now(self) -> None:
        (running,) = pauses_of([(after(10), after(25))], after(12))
        assert running.until == after(12)

    @given(st.lists(st.tuples(st.integers(0, 99), st.none() | st.integers(0, 200)), max_size=8))
    def test_never_overlap(self, told: list[tuple[int, int | None]]) -> None:
        acts = [
            (after(at), None if until is None else after(until))
            for at, until in sorted(told, key=lambda one: one[0])
        ]
        found = pauses_of(acts, after(100))
        assert all(one.until >= one.since for one in found)
        assert all(a.until <= b.since for a, b in zip(found, found[1:], strict=False))


class TestClock:
    def test_is_londons(self) -> None:
        summer = datetime(2026, 7, 1, 11, 25, tzinfo=UTC)
        assert clock_words(summer, summer) == "12:25"

    def test_after_midnight_says_which_day(self) -> None:
        now = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
        assert clock_words(now + timedelta(hours=1), now) == "00:30 tomorrow"
        assert clock_words(now + timedelta(days=2), now) == "23:30 on 23 November 2026"

    @pytest.mark.parametrize(
        ("now", "wanted", "day"),
        [
            ((9, 30), time(12, 30), 21),
            ((23, 30), time(0, 30), 22),
            ((12, 40), time(12, 30), 21),
            ((8, 0), time(21, 0), 21),
        ],
    )
    def test_a_time_to_finish_is_the_nearest_such_time(
        self, now: tuple[int, int], wanted: time, day: int
    ) -> None:
        at = datetime(2026, 11, 21, *now, tzinfo=UTC)
        found = finish_instant(wanted, at)
        assert found == datetime(2026, 11, day, wanted.hour, wanted.minute, tzinfo=UTC)

    def test_in_summer_it_is_an_hour_before_in_utc(self) -> None:
        at = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
        assert finish_instant(time(12, 30), at) == datetime(2026, 7, 1, 11, 30, tzinfo=UTC)


def opening(**known: Any) -> tuple[str, ...]:
    """The opening's sentences once the room has begun, of these facts."""
    usual = {"agencies": 0, "views": 0, "agreeing": None, "begun": True, "left": 5, "settled": 0}
    return opening_sentences(**(usual | known))


class TestOpening:
    def test_says_what_there_is_and_what_is_to_do(self) -> None:
        words = opening(agencies=7, views=211, agreeing=Told(of=20, agreeing=14), left=23)
        assert " ".join(words) == (
            "Seven agencies have given 211 first views. 14 statements agree. 9 need talking about."
        )

    def test_one_of_each(self) -> None:
        words = opening(agencies=1, views=1, begun=False, left=1, settled=1)
        assert " ".join(words) == (
            "One agency has given 1 first view. 1 statement needs talking about. "
            "1 is settled already. How many agree is told once the room begins."
        )

    def test_none_and_all_are_not_told_exactly(self) -> None:
        few = Told(of=5, agreeing=0, at_most_one=True)
        assert "At most one statement agrees." in opening(agencies=3, views=9, agreeing=few)
        most = Told(of=5, agreeing=5, all_but_one=True)
        words = opening(agencies=3, views=9, agreeing=most, left=7)
        assert words[1:] == (
            "All but at most one of 5 statements agree.",
            "2 more need talking about.",
        )

    def test_of_too_few_it_says_why_nothing_is_told(self) -> None:
        assert "it would give views away" in opening(agencies=2, views=9)[-1]

    def test_without_first_views_it_speaks_of_none(self) -> None:
        words = opening(left=23, settled=2)
        assert words == ("23 statements need talking about.", "2 are settled already.")
