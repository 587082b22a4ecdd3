"""Moderated ratings: set at a meeting with the area there, beside the other two."""

from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from tests.assessment.peer_review.reviewed import FULL, PLAIN, reviewed
from tests.desk import FixedClock


class TestModerated:
    def test_all_three_ratings_stay_with_who_was_there(self, any_desk: Desk) -> None:
        it = reviewed(any_desk)
        it.challenged()
        service.moderate(any_desk, it.round_id, FULL, 2, "Half of it is done.")
        one = service.moderated(any_desk, it.round_id)[FULL]
        assert (one.rating, set(one.present)) == (2, set(it.room.everyone))
        assert consensus.ratings_of(any_desk, it.assessment_id)[FULL].rating == 3
        assert [each.rating for each in service.ratings(any_desk, it.round_id)] == [1]
        # Who was there is what the meeting had then.
        meeting = one.meeting_id
        assert meeting is not None
        partnerships.set_present(any_desk, meeting, [it.room.council])
        kept = service.moderated(any_desk, it.round_id)[FULL]
        assert set(kept.present) == set(it.room.everyone)

    @pytest.mark.parametrize("there", [(), ("council",), ("council", "observer")])
    def test_never_by_the_lead_alone(self, desk: Desk, there: tuple[str, ...]) -> None:
        it = reviewed(desk)
        it.challenged()
        partnership = partnerships.partnership_of(desk, it.assessment_id)
        observer = partnerships.add_agency(desk, partnership, "Region", ["OHID"])
        partnerships.set_observer(desk, observer, True)
        ids = {"council": it.room.council, "observer": observer}
        it.room.meet(*(ids[name] for name in there))
        meeting = partnerships.current_meeting(desk, it.assessment_id)
        assert meeting is not None
        with pytest.raises(Refused, match="at least two"):
            service.moderate(desk, it.round_id, FULL, 2, "So I think.", meeting.id)
        assert service.moderated(desk, it.round_id) == {}

    def test_nor_at_a_meeting_still_to_come_nor_at_another_assessments(self, desk: Desk) -> None:
        it, elsewhere = reviewed(desk), reviewed(desk)
        it.challenged()
        ahead = partnerships.add_meeting(desk, it.assessment_id, date(2027, 1, 14))
        partnerships.set_present(desk, ahead, it.room.everyone)
        theirs = partnerships.current_meeting(desk, elsewhere.assessment_id)
        assert theirs is not None
        for meeting in (ahead, theirs.id):
            with pytest.raises(BadInput, match="no meeting was held since"):
                service.moderate(desk, it.round_id, FULL, 2, "So we think.", meeting)

    def test_its_words_too_are_changed_by_a_later_meeting_alone(self, any_desk: Desk) -> None:
        it, desk = reviewed(any_desk), any_desk
        it.challenged()
        here = (desk, it.round_id, FULL)
        service.moderate(*here, 2, "Half of it is doen.")
        service.take_moderated_back(*here)
        service.moderate(*here, 2, "Half of it is done.")
        clock = desk.now
        assert isinstance(clock, FixedClock)
        clock.forward(days=1)
        for said in ((3, "Half of it is done."), (2, "All of it, really.")):
            with pytest.raises(Refused, match="the meeting of 21 November"):
                service.moderate(*here, *said)
        service.take_moderated_back(*here)
        assert service.moderated(desk, it.round_id) == {}
        assert service.taken_back(desk, it.round_id)[FULL].reason == "Half of it is done."
        with pytest.raises(Refused, match="set this rating and its words"):
            service.moderate(*here, 2, "All of it, really.")
        it.room.meet(it.room.council, it.room.prison)
        service.moderate(*here, 1, "Less than we thought.")
        kept = service.moderated(desk, it.round_id)[FULL]
        assert (kept.rating, set(kept.present)) == (1, {it.room.council, it.room.prison})
        assert service.taken_back(desk, it.round_id) == {}

    def test_it_needs_a_reason_a_statement_of_the_round_and_ratings(self, desk: Desk) -> None:
        it = reviewed(desk)
        with pytest.raises(Refused, match="ratings are in yet"):
            service.moderate(desk, it.round_id, FULL, 2, "So we think.")
        it.challenged()
        with pytest.raises(BadInput, match="why"):
            service.moderate(desk, it.round_id, FULL, 2, " ")
        with pytest.raises(BadInput, match="not one of this review"):
            service.moderate(desk, it.round_id, PLAIN, 2, "So we think.")

    def test_not_applicable_is_no_rating_and_none_stands_once_taken_back(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.challenged()
        service.moderate(desk, it.round_id, FULL, None, "We have no prison here.")
        (found,) = service.findings(desk, it.round_id).moderated
        assert (found.statement_id, found.not_applicable, found.rating) == (FULL, True, None)
        service.take_moderated_back(desk, it.round_id, FULL)
        assert service.moderated(desk, it.round_id) == {}
