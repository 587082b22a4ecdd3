"""Dates, times and numbers are said as people here say them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.access.wording import (
    are,
    clock,
    counted,
    listed,
    local_day,
    long_date,
    moment,
    month_year,
)


@pytest.mark.parametrize(
    ("utc", "time", "day"),
    [
        # The clocks go on at 01:00 UTC on the last Sunday of March, back on that of October.
        (datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), "00:59:59", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 1, 0, 0, tzinfo=UTC), "02:00:00", date(2026, 3, 29)),
        (datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC), "01:59:59", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 1, 0, 0, tzinfo=UTC), "01:00:00", date(2026, 10, 25)),
        (datetime(2026, 6, 30, 23, 30, 0, tzinfo=UTC), "00:30:00", date(2026, 7, 1)),
        (datetime(2026, 12, 31, 23, 30, 0, tzinfo=UTC), "23:30:00", date(2026, 12, 31)),
    ],
)
def test_an_instant_is_said_in_london_s_time(utc, time, day) -> None:
    assert (clock(utc), local_day(utc)) == (time, day)
    assert moment(utc) == f"{long_date(day)} at {time[:5]}"


def test_dates_are_said_without_leading_noughts() -> None:
    assert long_date(date(2026, 11, 21)) == "21 November 2026"
    assert long_date(date(2027, 1, 2)) == "2 January 2027"
    assert month_year(date(2026, 9, 1)) == "September 2026"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 actions"), (1, "1 action"), (2, "2 actions"), (1200, "1,200 actions")],
)
def test_a_count_is_said_with_its_plural(number, said) -> None:
    assert counted(number, "action") == said


def test_an_odd_plural_and_the_verb_go_with_the_number() -> None:
    assert [counted(n, "agency", "agencies") for n in (1, 2)] == ["1 agency", "2 agencies"]
    assert [are(n) for n in (0, 1, 2)] == ["are", "is", "are"]


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_said_as_a_sentence_says_it(parts, said) -> None:
    assert listed(parts) == said
    assert listed(["a", "b"], "or") == "a or b"


@given(st.dates())
def test_every_day_can_be_said_and_told_apart(day) -> None:
    number, month, year = long_date(day).split(" ")
    assert (int(number), int(year)) == (day.day, day.year)
    assert month_year(day) == f"{month} {year}"
