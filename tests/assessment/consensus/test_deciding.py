"""Deciding a rating: by whom, how it was reached, and what belongs here."""

from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    Refused,
)
from assessment.access.typed import Typed
from assessment.consensus import service
from assessment.consensus.model import HowReached
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from tests.assessment.consensus.agreed import agencies, agree, events
from tests.desk import VIEWER, Area, begin_area, seen_by


class TestRecordRating:
    def test_the_first_rating_begins_the_agreeing(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 2
        status = partnerships.assessment(any_desk, area.assessment_id).status
        assert status is Status.CONSENSUS

    def test_nought_is_a_rating_and_no_row_is_none(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 0)
        ratings = service.ratings_of(any_desk, area.assessment_id)
        assert ratings["P08"].rating == 0
        assert "P09" not in ratings

    def test_who_was_there_comes_from_the_meeting(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        meeting = partnerships.add_meeting(any_desk, area.assessment_id, any_desk.today())
        partnerships.set_present(any_desk, meeting, [agency])
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert rating.meeting_id == meeting

    def test_the_event_holds_what_stood_before(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        service.record_rating(any_desk, area.assessment_id, "P08", 3)
        last = events(any_desk)[-1]
        assert last["what"] == "agreed_rating.recorded"
        assert (last["before"]["rating"], last["after"]["rating"]) == (1, 3)
        assert last["assessment_id"] == area.assessment_id
        assert last["partnership_id"] == area.partnership_id

    def test_recording_the_same_again_changes_nothing(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        before = (service.rating_of(any_desk, area.assessment_id, "P08"), len(events(any_desk)))
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        after = (service.rating_of(any_desk, area.assessment_id, "P08"), len(events(any_desk)))
        assert after == before

    def test_a_screen_that_fell_behind_overwrites_nothing(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        seen = service.rating_of(any_desk, area.assessment_id, "P08")
        assert seen is not None
        at = seen.decided_at
        service.record_rating(any_desk, area.assessment_id, "P08", 2, seen=at)
        with pytest.raises(ChangedMeanwhile):
            service.record_rating(any_desk, area.assessment_id, "P08", 0, seen=at)
        now = service.rating_of(any_desk, area.assessment_id, "P08")
        assert now is not None
        assert now.rating == 2

    def test_an_agreed_assessment_keeps_its_ratings(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        agree(any_desk, area)
        with pytest.raises(Refused, match="open the ratings again"):
            service.record_rating(any_desk, area.assessment_id, "P08", 2)

    def test_a_viewer_records_nothing(self, any_desk: Desk, area: Area) -> None:
        viewer = seen_by(any_desk, VIEWER)
        with pytest.raises(Refused, match="Only the lead"):
            service.record_rating(viewer, area.assessment_id, "P08", 2)
        assert service.ratings_of(any_desk, area.assessment_id) == {}

    def test_clearing_keeps_the_words(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        typed = Typed.over("", "Bridging works on weekdays.")
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
        service.clear_rating(any_desk, area.assessment_id, "P08")
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert (rating.rating, rating.rationale) == (None, "Bridging works on weekdays.")


class TestWhatBelongsHere:
    def test_an_unknown_statement_cannot_be_rated(self, any_desk: Desk, area: Area) -> None:
        with pytest.raises(BadInput, match="not one of this assessment"):
            service.record_rating(any_desk, area.assessment_id, "ZZ9", 2)
        assert service.ratings_of(any_desk, area.assessment_id) == {}
        status = partnerships.assessment(any_desk, area.assessment_id).status
        assert status is Status.PREPARING

    def test_nothing_of_another_area_is_taken(self, any_desk: Desk, area: Area) -> None:
        other, one = begin_area(any_desk, "Brackwater"), area.assessment_id
        (theirs,) = agencies(any_desk, other, "Their probation")
        prison = partnerships.add_prison(any_desk, other.partnership_id, "HMP Fenwick")
        for change in (
            lambda: service.record_different_view(any_desk, one, "P08", theirs),
            lambda: service.set_words_from(any_desk, one, "P08", theirs),
            lambda: service.set_prisons(any_desk, one, "P08", [prison]),
        ):
            with pytest.raises(BadInput, match="Nothing was changed"):
                change()
        assert service.resting(any_desk, one)["a different view"] == frozenset()
        assert service.ratings_of(any_desk, one) == {}

    def test_an_observer_is_not_asked(self, any_desk: Desk, area: Area) -> None:
        (agency,) = agencies(any_desk, area, "National team")
        partnerships.set_observer(any_desk, agency, True)
        with pytest.raises(BadInput, match="observes"):
            service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        with pytest.raises(BadInput, match="observes"):
            service.set_words_from(any_desk, area.assessment_id, "P08", agency)


class TestHowItWasReached:
    def test_coming_back_leaves_no_rating(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        service.record_how(any_desk, area.assessment_id, "P08", HowReached.DEFERRED)
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert (rating.rating, rating.how) == (None, HowReached.DEFERRED)

    def test_rating_what_was_put_off_ends_the_putting_off(self, any_desk: Desk, area: Area) -> None:
        service.record_how(any_desk, area.assessment_id, "P08", HowReached.DEFERRED)
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert (rating.rating, rating.how) == (1, None)


class TestNotApplicable:
    @pytest.mark.parametrize("reason", ["", "   "])
    def test_needs_a_reason(self, any_desk: Desk, area: Area, reason: str) -> None:
        with pytest.raises(BadInput, match="why it is not applicable"):
            service.record_not_applicable(
                any_desk, area.assessment_id, "P08", Typed.over("", reason)
            )
        assert service.ratings_of(any_desk, area.assessment_id) == {}

    def test_takes_the_place_of_a_rating_and_gives_way_to_one(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P10", 1)
        typed = Typed.over("", "Nobody here settles far away.")
        service.record_not_applicable(any_desk, area.assessment_id, "P10", typed)
        rating = service.rating_of(any_desk, area.assessment_id, "P10")
        assert rating is not None
        assert (rating.rating, rating.not_applicable) == (None, True)
        service.record_rating(any_desk, area.assessment_id, "P10", 2)
        rating = service.rating_of(any_desk, area.assessment_id, "P10")
        assert rating is not None
        assert (rating.rating, rating.not_applicable) == (2, False)


def test_a_meeting_after_the_rating_does_not_rewrite_who_was_there(
    any_desk: Desk, area: Area
) -> None:
    first = partnerships.add_meeting(any_desk, area.assessment_id, date(2026, 11, 20))
    service.record_rating(any_desk, area.assessment_id, "P08", 2)
    partnerships.add_meeting(any_desk, area.assessment_id, date(2026, 11, 21))
    rating = service.rating_of(any_desk, area.assessment_id, "P08")
    assert rating is not None
    assert rating.meeting_id == first
