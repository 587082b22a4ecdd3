"""Different views stand beside the rating."""

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service
from assessment.consensus.model import Stance
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from tests.assessment.consensus.agreed import agencies, agree
from tests.desk import Area


def test_a_different_view_begins_the_agreeing(any_desk: Desk, area: Area) -> None:
    (agency,) = agencies(any_desk, area, "Probation")
    service.record_different_view(any_desk, area.assessment_id, "P08", agency)
    status = partnerships.assessment(any_desk, area.assessment_id).status
    assert status is Status.CONSENSUS


class TestDifferentViews:
    def test_stands_beside_the_rating_and_changes_nothing_in_it(
        self, any_desk: Desk, area: Area
    ) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        before = service.rating_of(any_desk, area.assessment_id, "P08")
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.set_different_rating(any_desk, view, Stance.RATED, 1)
        typed = Typed.over("", "Bank holiday releases still slip.")
        service.edit_different_reason(any_desk, view, typed)
        kept = service.different_view(any_desk, view)
        assert (kept.rating, kept.reason) == (1, "Bank holiday releases still slip.")
        assert service.rating_of(any_desk, area.assessment_id, "P08") == before

    def test_an_agency_has_one_for_a_statement(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        first = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        again = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        assert again == first

    def test_can_come_after_the_assessment_is_agreed(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        agree(any_desk, area)
        service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        assert len(service.different_views_of(any_desk, area.assessment_id)) == 1

    def test_put_away_can_be_put_back(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.put_view_away(any_desk, view)
        assert service.different_views_of(any_desk, area.assessment_id) == ()
        service.put_view_back(any_desk, view)
        assert [v.id for v in service.different_views_of(any_desk, area.assessment_id)] == [view]

    def test_does_not_know_is_not_a_rating(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.set_different_rating(any_desk, view, Stance.RATED, 2)
        service.set_different_rating(any_desk, view, Stance.DONT_KNOW)
        kept = service.different_view(any_desk, view)
        assert (kept.stance, kept.rating) == (Stance.DONT_KNOW, None)
