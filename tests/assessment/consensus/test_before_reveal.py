"""What is told before the reveal leaves, of everyone else's answer, more than one possible."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.consensus.rules.before_reveal import (
    Told,
    may_be_counted,
    told,
    width_to_order,
)
from assessment.consensus.rules.differences import agrees
from assessment.consensus.rules.spread import Spread, spread_of
from assessment.views.model import Answer, View, Way
from tests.desk import MORNING


LEVELS = (0, 1, 2, 3)
ALIKE, APART = spread_of((2, 2, 2)), spread_of((0, 2, 3))


def view(minutes: int) -> View:
    """A view given so long after the morning began."""
    at = MORNING + timedelta(minutes=minutes)
    return View(
        id=str(minutes),
        assessment_id="one",
        statement_id="P01",
        agency_id=str(minutes),
        answer=Answer.RATED,
        rating=2,
        way=Way.JOINED,
        given_at=at,
        saved_at=at,
    )


@given(st.lists(st.sampled_from(LEVELS), min_size=2, max_size=4))
def test_the_order_leaves_each_other_agency_two_answers_at_least(ratings: list[int]) -> None:
    own, others = ratings[0], ratings[1:]
    shown = width_to_order(spread_of(ratings))
    possible = [
        each
        for each in product(LEVELS, repeat=len(others))
        if width_to_order(spread_of((own, *each))) == shown
    ]
    for place in range(len(others)):
        assert len({each[place] for each in possible}) > 1


@given(st.lists(st.sampled_from([ALIKE, APART]), max_size=12))
def test_the_count_leaves_of_each_statement_whether_it_agrees_open(hidden: list[Spread]) -> None:
    said = told(hidden)
    if said is None:
        return
    for place, one in enumerate(hidden):
        flipped = APART if agrees(one) else ALIKE
        others = hidden[:place] + hidden[place + 1 :]
        # Either it alone, or it and one of the others that is as it was not.
        changed = [[flipped, *others]] + [
            [flipped, *others[:at], one, *others[at + 1 :]]
            for at, other in enumerate(others)
            if other == flipped
        ]
        assert any(told(each) == said for each in changed)


def test_wide_ones_order_by_their_width_among_three_ratings() -> None:
    assert width_to_order(spread_of((0, 1, 3))) > width_to_order(spread_of((0, 1, 2))) > 0
    assert width_to_order(spread_of((0, 3, Answer.DONT_KNOW))) == 0


@pytest.mark.parametrize(
    ("alike", "apart", "words"),
    [
        (14, 9, Told(of=23, agreeing=14)),
        (0, 5, Told(of=5, agreeing=0, at_most_one=True)),
        (4, 1, Told(of=5, agreeing=5, all_but_one=True)),
        (2, 0, None),
    ],
)
def test_none_and_all_are_told_vaguely_and_few_not_at_all(
    alike: int, apart: int, words: Told | None
) -> None:
    assert told([ALIKE] * alike + [APART] * apart) == words


def test_only_what_was_in_when_the_room_began_is_counted() -> None:
    began = MORNING + timedelta(minutes=10)
    in_time = [view(1), view(2), view(10)]
    assert may_be_counted(in_time, began)
    assert not may_be_counted([*in_time, view(11)], began)
    assert not may_be_counted(in_time[:2], began)
    assert not may_be_counted(in_time, None)
