"""What may still follow once an assessment is agreed, and what stands."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import (
    Refused,
)
from assessment.access.typed import Typed
from assessment.consensus import service
from assessment.consensus.model import HowReached, Stance
from assessment.partnership import service as partnerships
from tests.assessment.consensus.agreed import agencies, agree
from tests.desk import Area


class TestAfterAgreed:
    def test_words_may_follow_until_the_assessment_is_closed(
        self, any_desk: Desk, area: Area
    ) -> None:
        one = area.assessment_id
        (agency,) = agencies(any_desk, area, "Probation")
        service.record_rating(any_desk, one, "P08", 2)
        agree(any_desk, area)
        service.set_words_from(any_desk, one, "P08", agency)
        service.edit_words(any_desk, one, "P08", "rationale", Typed.over("", "It works."))
        assert service.ratings_of(any_desk, one)["P08"].rationale == "It works."
        partnerships.close(any_desk, one)
        before = service.ratings_of(any_desk, one)
        with pytest.raises(Refused, match="Take it up again"):
            service.edit_words(any_desk, one, "P08", "rationale", Typed.over("It works.", "No."))
        with pytest.raises(Refused, match="Take it up again"):
            service.set_words_from(any_desk, one, "P08", None)
        assert service.ratings_of(any_desk, one) == before

    @pytest.mark.parametrize(
        "change",
        [
            lambda desk, one: service.clear_rating(desk, one, "P08"),
            lambda desk, one: service.record_how(desk, one, "P08", HowReached.ALL_AGREED),
            lambda desk, one: service.set_prisons(desk, one, "P08", []),
            lambda desk, one: service.record_not_applicable(
                desk, one, "P08", Typed.over("", "Not here.")
            ),
        ],
    )
    def test_the_decision_stands_whole(self, any_desk: Desk, area: Area, change) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        agree(any_desk, area)
        with pytest.raises(Refused, match="its ratings stand"):
            change(any_desk, area.assessment_id)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 2

    def test_no_different_view_changes_once_closed(self, any_desk: Desk, area: Area) -> None:
        one, two = agencies(any_desk, area, "Probation", "Gatehouse")
        view = service.record_different_view(any_desk, area.assessment_id, "P08", one)
        agree(any_desk, area)
        partnerships.close(any_desk, area.assessment_id)
        before = service.different_views_of(any_desk, area.assessment_id)
        for change in (
            lambda: service.record_different_view(any_desk, area.assessment_id, "P08", two),
            lambda: service.set_different_rating(any_desk, view, Stance.DONT_KNOW),
            lambda: service.edit_different_reason(any_desk, view, Typed.over("", "Late.")),
            lambda: service.put_view_away(any_desk, view),
        ):
            with pytest.raises(Refused, match="closed"):
                change()
        assert service.different_views_of(any_desk, area.assessment_id) == before
