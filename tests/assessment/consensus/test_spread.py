"""The spread of first views and the ways in which they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.bank.service import built_in_bank
from assessment.consensus.rules.differences import Difference, agrees, differences_of
from assessment.consensus.rules.spread import Spread, spread_of
from assessment.views.model import Answer, Said


DONT_KNOW, NOT_OURS, NOT_APPLICABLE = Answer.DONT_KNOW, Answer.NOT_OURS, Answer.NOT_APPLICABLE
SAID = st.sampled_from([0, 1, 2, 3, DONT_KNOW, NOT_OURS, NOT_APPLICABLE])
MANY = st.lists(SAID, max_size=40)
LABELS = built_in_bank().labels()


class TestCounting:
    @given(MANY, st.integers(0, 30))
    def test_every_view_is_counted_once(self, said: list[Said], no_view: int) -> None:
        found = spread_of(said, no_view=no_view)
        assert found.views == len(said)
        assert found.no_view == no_view
        for level in range(4):
            assert found.counts[level] == said.count(level)

    @given(st.permutations([0, 1, 1, 3, DONT_KNOW, NOT_OURS]))
    def test_no_order_shows(self, said: list[Said]) -> None:
        assert spread_of(said) == spread_of([0, 1, 1, 3, DONT_KNOW, NOT_OURS])

    @given(MANY)
    def test_the_width_is_between_the_farthest_ratings(self, said: list[Said]) -> None:
        ratings = [one for one in said if not isinstance(one, Answer)]
        wanted = max(ratings) - min(ratings) if len(ratings) > 1 else None
        assert spread_of(said).width == wanted

    @pytest.mark.parametrize("wrong", [4, -1, Answer.RATED])
    def test_what_is_no_answer_is_refused(self, wrong: Said) -> None:
        with pytest.raises(ValueError, match="none of the seven"):
            spread_of([1, wrong])


class TestWords:
    @pytest.mark.parametrize(
        ("said", "no_view", "words"),
        [
            (
                [1, 1, 2, 2, 2, 2, DONT_KNOW],
                0,
                "Two say Partly met, four say Mostly met, one doesn’t know.",
            ),
            ([0], 0, "One says Not met."),
            ([DONT_KNOW] * 2, 0, "Two don’t know."),
            ([3] * 10, 0, "Ten say Fully met."),
            ([3] * 11, 0, "11 say Fully met."),
            ([NOT_OURS], 0, "One says it is not theirs to judge."),
            (
                [NOT_APPLICABLE, NOT_APPLICABLE, NOT_OURS, NOT_OURS, NOT_OURS],
                0,
                "Three say it is not theirs to judge, two say it is not applicable here.",
            ),
            ([2, 2], 1, "Two say Mostly met, no view was received from one."),
            ([], 5, "No view was received."),
            ([], 0, "No view was received."),
        ],
    )
    def test_are_said_as_a_person_would(self, said: list[Said], no_view: int, words: str) -> None:
        assert spread_of(said, no_view=no_view).words(LABELS) == words


class TestDifferences:
    @pytest.mark.parametrize(
        ("said", "kinds"),
        [
            ([1, 2], [Difference.APART]),
            ([1, DONT_KNOW], [Difference.ONE_KNOWS]),
            ([NOT_APPLICABLE, DONT_KNOW], [Difference.ONE_KNOWS]),
            ([1, NOT_APPLICABLE], [Difference.RATED_OR_NOT_APPLICABLE]),
            ([0, 3, DONT_KNOW, NOT_APPLICABLE], list(Difference)),
            ([2, 2, 2], []),
            ([DONT_KNOW, DONT_KNOW, NOT_OURS], []),
        ],
    )
    def test_each_kind(self, said: list[Said], kinds: list[Difference]) -> None:
        assert list(differences_of(spread_of(said))) == kinds

    @given(MANY)
    def test_not_ours_to_judge_is_never_one(self, said: list[Said]) -> None:
        assert differences_of(spread_of(said)) == differences_of(spread_of([*said, NOT_OURS]))

    @given(MANY)
    def test_agreement_is_two_who_judge_and_none_who_differs(self, said: list[Said]) -> None:
        judged = [one for one in said if one is not NOT_OURS]
        alike = len(judged) > 1 and len(set(judged)) == 1 and judged[0] is not DONT_KNOW
        assert agrees(spread_of(said)) is alike

    def test_nobody_agrees_where_nobody_knows(self) -> None:
        assert not agrees(Spread(dont_know=4))
