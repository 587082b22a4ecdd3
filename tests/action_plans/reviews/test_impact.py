"""The effect of what is done is asked about in a review, and never made up."""

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import Impact
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
)
from assessment.access.typed import Typed
from tests.action_plans.reviews.held import Held, in_days


class TestImpact:
    def test_no_effect_is_an_answer_and_too_early_asks_again(self, any_held: Held) -> None:
        desk, done = any_held.desk, any_held.action("Done").id
        actions.say_impact(desk, done, Impact.TOO_EARLY)
        assert actions.action(desk, done).impact_due_on == in_days(desk, 91)
        actions.say_impact(desk, done, Impact.NONE)
        found = actions.action(desk, done)
        assert [one.answer for one in found.impacts] == [Impact.TOO_EARLY, Impact.NONE]
        assert found.impact_due_on is None
        assert [one.answer for one in any_held.end().impacts] == ["Done, no effect seen"]

    def test_an_effect_is_seen_only_with_what_was_seen(self, held: Held) -> None:
        desk, done = held.desk, held.action("Done").id
        with pytest.raises(BadInput):
            actions.say_impact(desk, done, Impact.SEEN)
        actions.edit_text(desk, done, "effect_draft", Typed.over("", "26 of 30 came"))
        actions.say_impact(desk, done, Impact.SEEN)
        found = actions.action(desk, done)
        assert found.impact is not None
        assert (found.impact.words, found.effect_draft) == ("26 of 30 came", "")

    def test_it_is_asked_of_nothing_that_is_still_to_be_done(self, held: Held) -> None:
        with pytest.raises(BadInput):
            actions.say_impact(held.desk, held.action("Soon").id, Impact.NONE)

    def test_two_screens_do_not_answer_over_each_other(self, held: Held) -> None:
        done = held.action("Done").id
        actions.say_impact(held.desk, done, Impact.NONE, seen=None)
        with pytest.raises(ChangedMeanwhile):
            actions.say_impact(held.desk, done, Impact.TOO_EARLY, seen=None)
