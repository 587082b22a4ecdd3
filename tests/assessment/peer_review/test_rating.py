"""A peer reviewer's own ratings, by their link and by a pack that came back."""

from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, ChangedMeanwhile, LikelyIdentifier, Refused
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import CANNOT_TELL, GivenRating, Way
from tests.assessment.peer_review.reviewed import FULL, SAFETY, reviewed
from tests.desk import FixedClock


SCRIPT = '=HYPERLINK("http://x")<script>alert(1)</script>'


class TestByLink:
    def test_a_rating_can_be_changed_and_taken_back_until_it_is_sent(self, desk: Desk) -> None:
        it = reviewed(desk)
        here = it.by_link()
        for said in (2, CANNOT_TELL, None, 0):
            service.rate(here, it.first, FULL, said)
            assert service.given_to(here, it.first).own[FULL].said == said
        assert service.given_to(here, it.first).answered == 1

    def test_their_second_screen_is_told_what_the_first_said(self, desk: Desk) -> None:
        it = reviewed(desk)
        here = it.by_link()
        service.rate(here, it.first, FULL, 2, seen=None)
        with pytest.raises(ChangedMeanwhile):
            service.rate(here, it.first, FULL, 1, seen=None)
        assert service.given_to(here, it.first).own[FULL].said == 2

    def test_after_it_is_sent_it_stands(self, desk: Desk) -> None:
        it = reviewed(desk)
        here = it.returned(**{FULL: 2})
        for act in (
            lambda: service.rate(here, it.first, FULL, 3),
            lambda: service.edit_rating_text(here, it.first, FULL, "line", Typed.over("", "No")),
            lambda: service.set_for_visit(here, it.first, FULL, True),
            lambda: service.hand_in(here, it.first),
        ):
            with pytest.raises(Refused, match="are in and stand"):
                act()

    @pytest.mark.parametrize("said", [-1, 4, 10**20])
    def test_what_is_off_the_scale_is_no_rating(self, desk: Desk, said: int) -> None:
        it = reviewed(desk)
        with pytest.raises(BadInput, match="no rating"):
            service.rate(it.by_link(), it.first, FULL, said)
        with pytest.raises(BadInput, match="no rating"):
            service.rate_many(desk, it.first, [GivenRating(statement_id=FULL, said=said)])

    def test_an_empty_form_is_not_sent(self, desk: Desk) -> None:
        it = reviewed(desk)
        here = it.by_link()
        service.edit_rating_text(here, it.first, FULL, "line", Typed.over("", "Later"))
        with pytest.raises(BadInput, match="Nothing is rated yet"):
            service.hand_in(here, it.first)

    def test_a_likely_identifier_is_not_kept(self, any_desk: Desk) -> None:
        it = reviewed(any_desk)
        here = it.by_link()
        typed = Typed.over("", "We met Mr Smith, A1234BC, at the gate")
        with pytest.raises(LikelyIdentifier):
            service.edit_rating_text(here, it.first, FULL, "comment", typed)
        assert service.given_to(here, it.first).own.get(FULL) is None

    def test_the_facts_are_due_in_ten_working_days(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.returned(**{FULL: 2})
        # From Saturday 21 November 2026.
        assert service.round_of(desk, it.round_id).facts_due_on == date(2026, 12, 4)

    def test_an_assessment_that_was_closed_takes_nothing_any_more(self, desk: Desk) -> None:
        it = reviewed(desk)
        here = it.by_link()
        partnerships.close(desk, it.assessment_id)
        with pytest.raises(Refused, match="over"):
            service.rate(here, it.first, FULL, 2)


class TestByPack:
    def test_it_comes_in_whole(self, desk: Desk) -> None:
        it = reviewed(desk)
        lines = [
            GivenRating(statement_id=FULL, said=1, line="No list", comment=SCRIPT, for_visit=True),
            GivenRating(statement_id=SAFETY, said=CANNOT_TELL, evidence_asked="The audit"),
        ]
        assert service.rate_many(desk, it.first, lines) == 2
        own = service.given_to(desk, it.first).own
        assert (own[FULL].rating, own[FULL].comment, own[FULL].way) == (1, SCRIPT, Way.PACK)
        assert own[SAFETY].said is CANNOT_TELL
        assert len(service.challenges(desk, it.round_id)) == 2

    def test_one_likely_identifier_keeps_all_of_it_out(self, desk: Desk) -> None:
        it = reviewed(desk)
        lines = [
            GivenRating(statement_id=FULL, said=1),
            GivenRating(statement_id=SAFETY, said=1, comment="Ask Mr Smith, A1234BC"),
        ]
        with pytest.raises(LikelyIdentifier):
            service.rate_many(desk, it.first, lines)
        assert service.given_to(desk, it.first).own == {}
        assert service.rate_many(desk, it.first, lines, confirmed=True) == 2

    def test_it_is_taken_after_the_last_day_but_not_twice(self, desk: Desk) -> None:
        it = reviewed(desk)
        service.record_sent(desk, it.first)
        clock = desk.now
        assert isinstance(clock, FixedClock)
        clock.forward(weeks=5)
        lines = [GivenRating(statement_id=FULL, said=1)]
        service.rate_many(desk, it.first, lines)
        with pytest.raises(Refused, match="are in and stand"):
            service.rate_many(desk, it.first, lines)

    def test_half_of_one_can_be_taken_back_and_read_again(self, any_desk: Desk) -> None:
        it = reviewed(any_desk)
        service.rate_many(any_desk, it.first, [GivenRating(statement_id=FULL, said=1)])
        service.take_return_back(any_desk, it.first)
        assert service.challenges(any_desk, it.round_id) == ()
        assert service.round_of(any_desk, it.round_id).returned_at is None
        lines = [
            GivenRating(statement_id=FULL, said=3),
            GivenRating(statement_id=SAFETY, said=0),
        ]
        service.rate_many(any_desk, it.first, lines)
        assert len(service.challenges(any_desk, it.round_id)) == 1

    def test_not_once_the_areas_ratings_were_shown(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.returned(**{FULL: 1})
        service.show_area(desk, it.first)
        with pytest.raises(Refused, match="ratings stand"):
            service.take_return_back(desk, it.first)
