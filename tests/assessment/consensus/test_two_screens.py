"""What is decided on two screens at once passes over nothing."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import (
    ChangedMeanwhile,
)
from assessment.access.typed import Typed
from assessment.consensus import service
from assessment.consensus.model import HowReached, Stance
from assessment.partnership import service as partnerships
from tests.assessment.consensus.agreed import agencies
from tests.desk import Area


class TestTwoScreens:
    """What one screen records is never overwritten by another that had not seen it."""

    def test_two_first_ratings_do_not_pass_over_each_other(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1, seen=None)
        with pytest.raises(ChangedMeanwhile, match="09:30:"):
            service.record_rating(any_desk, area.assessment_id, "P08", 3, seen=None)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 1

    def test_the_same_choice_on_two_screens_is_no_conflict(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1, seen=None)
        service.record_rating(any_desk, area.assessment_id, "P08", 1, seen=None)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 1

    @pytest.mark.parametrize(
        "choose",
        [
            lambda desk, one, seen: service.clear_rating(desk, one, "P08", seen=seen),
            lambda desk, one, seen: service.record_how(
                desk, one, "P08", HowReached.ALL_AGREED, seen=seen
            ),
            lambda desk, one, seen: service.record_not_applicable(
                desk, one, "P08", Typed.over("", "Nobody settles here."), seen=seen
            ),
        ],
    )
    def test_nor_does_any_other_decision(self, any_desk: Desk, area: Area, choose) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        before = service.rating_of(any_desk, area.assessment_id, "P08")
        with pytest.raises(ChangedMeanwhile):
            choose(any_desk, area.assessment_id, None)
        assert service.rating_of(any_desk, area.assessment_id, "P08") == before
        assert before is not None
        choose(any_desk, area.assessment_id, before.decided_at)
        assert service.rating_of(any_desk, area.assessment_id, "P08") != before

    def test_a_colleagues_sentence_does_not_refuse_a_rating(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        seen = service.ratings_of(any_desk, area.assessment_id)["P08"].decided_at
        words = Typed.over("", "Bridging works.")
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", words)
        service.record_rating(any_desk, area.assessment_id, "P08", 2, seen=seen)
        now = service.ratings_of(any_desk, area.assessment_id)["P08"]
        assert (now.rating, now.rationale) == (2, "Bridging works.")

    def test_the_reason_why_not_applicable_is_written_on_without_a_new_decision(
        self, any_desk: Desk, area: Area
    ) -> None:
        one = area.assessment_id
        service.record_not_applicable(any_desk, one, "P10", Typed.over("", "No"), seen=None)
        first = service.ratings_of(any_desk, one)["P10"]
        on = Typed.over("No", "Nobody settles here.")
        service.record_not_applicable(any_desk, one, "P10", on, seen=None)
        now = service.ratings_of(any_desk, one)["P10"]
        assert now.not_applicable_reason == "Nobody settles here."
        assert now.decided_at == first.decided_at

    def test_prisons_picked_on_two_screens_both_stand(self, any_desk: Desk, area: Area) -> None:
        first, second = (
            partnerships.add_prison(any_desk, area.partnership_id, name)
            for name in ("HMP Stonebrook", "HMP Fenwick")
        )
        service.set_prisons(any_desk, area.assessment_id, "P08", [first], [])
        service.set_prisons(any_desk, area.assessment_id, "P08", [second], [])
        assert set(service.ratings_of(any_desk, area.assessment_id)["P08"].prisons) == {
            first,
            second,
        }
        service.set_prisons(any_desk, area.assessment_id, "P08", [], [first])
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].prisons == (second,)

    def test_who_writes_the_words_is_not_chosen_twice(self, any_desk: Desk, area: Area) -> None:
        one, two = agencies(any_desk, area, "Probation", "Gatehouse")
        service.set_words_from(any_desk, area.assessment_id, "P08", one, seen=None)
        with pytest.raises(ChangedMeanwhile):
            service.set_words_from(any_desk, area.assessment_id, "P08", two, seen=None)
        service.set_words_from(any_desk, area.assessment_id, "P08", two, seen=one)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].words_from == two

    def test_nor_what_an_agency_says_instead(self, any_desk: Desk, area: Area) -> None:
        (agency,) = agencies(any_desk, area, "Probation")
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.set_different_rating(any_desk, view, Stance.RATED, 1, seen=None)
        with pytest.raises(ChangedMeanwhile):
            service.set_different_rating(any_desk, view, Stance.DONT_KNOW, seen=None)
        service.set_different_rating(any_desk, view, Stance.DONT_KNOW, seen=1)
        assert service.different_view(any_desk, view).said is Stance.DONT_KNOW
