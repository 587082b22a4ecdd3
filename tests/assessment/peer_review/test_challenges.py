"""Challenges and replies to them; what a round tests, and what the next assessment hears of it."""

from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, ChangedMeanwhile, Refused, StaleEdit
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import Outcome
from tests.assessment.peer_review.reviewed import AGREED, FULL, PLAIN, agree, reviewed
from tests.desk import VIEWER, FixedClock, seen_by


class TestReply:
    @pytest.mark.parametrize(
        ("ready", "missing"),
        [
            ((), "which agency"),
            (("agency",), "reply is missing"),
            (("agency", "reply"), "why it comes out"),
            (("agency", "reply", "outcome"), "why it comes out"),
        ],
    )
    def test_it_is_confirmed_only_when_whole(self, desk: Desk, ready, missing: str) -> None:
        it = reviewed(desk)
        here, one = it.challenged()
        if "agency" in ready:
            service.set_replying_agency(desk, one.id, it.room.council)
        if "reply" in ready:
            service.edit_challenge_text(desk, one.id, "reply", Typed.over("", "We have it."))
        if "outcome" in ready:
            service.set_outcome(desk, one.id, Outcome.NOT_ACCEPTED)
        with pytest.raises(BadInput, match=missing):
            service.confirm(desk, one.id)
        assert service.given_to(here, it.first).challenges == ()

    def test_once_confirmed_it_stands_until_that_is_taken_back(self, desk: Desk) -> None:
        it = reviewed(desk)
        here, one = it.confirmed()
        (told,) = service.given_to(here, it.first).challenges
        assert (told.agency, told.outcome) == ("Council", Outcome.ACCEPT_IN_PART)
        with pytest.raises(Refused, match="confirmed"):
            service.set_outcome(desk, one.id, Outcome.NOT_ACCEPTED)
        with pytest.raises(Refused, match="confirmed"):
            service.edit_challenge_text(desk, one.id, "reply", Typed.over("", "Other"))
        service.take_confirmation_back(desk, one.id)
        service.set_outcome(desk, one.id, Outcome.NOT_ACCEPTED)
        assert service.given_to(here, it.first).challenges == ()

    def test_the_reviewer_answers_once(self, desk: Desk) -> None:
        it = reviewed(desk)
        here, one = it.challenged()
        with pytest.raises(Refused, match="not replied yet"):
            service.answer_back(here, one.id, "Too early")
        service.reply(desk, one.id, it.room.council, "We have it.")
        service.confirm(desk, one.id, Outcome.NOT_ACCEPTED, "It was there.")
        with pytest.raises(BadInput):
            service.answer_back(here, one.id, "  ")
        service.answer_back(here, one.id, "We see.")
        with pytest.raises(Refused, match="answers once"):
            service.answer_back(here, one.id, "And another thing")
        with pytest.raises(Refused, match="has answered"):
            service.take_confirmation_back(desk, one.id)
        (kept,) = service.challenges(desk, it.round_id)
        assert kept.answer == "We see."

    def test_two_screens_do_not_overwrite_one_another(self, desk: Desk) -> None:
        it = reviewed(desk)
        _, one = it.challenged()
        service.set_replying_agency(desk, one.id, it.room.council, seen=None)
        with pytest.raises(ChangedMeanwhile):
            service.set_replying_agency(desk, one.id, it.room.prison, seen=None)
        service.edit_challenge_text(desk, one.id, "reply", Typed.over("", "First"))
        with pytest.raises(StaleEdit):
            service.edit_challenge_text(desk, one.id, "reply", Typed.over("", "Second"))

    def test_an_agency_of_another_area_cannot_reply(self, desk: Desk) -> None:
        it, elsewhere = reviewed(desk), reviewed(desk)
        _, one = it.challenged()
        with pytest.raises(BadInput):
            service.reply(desk, one.id, elsewhere.room.council, "Ours")

    def test_it_is_closed_after_a_reply_and_can_be_opened_again(self, desk: Desk) -> None:
        it = reviewed(desk)
        here, one = it.challenged()
        with pytest.raises(Refused):
            service.close_challenge(desk, one.id)
        service.reply(desk, one.id, it.room.council, "We have it.")
        service.confirm(desk, one.id, Outcome.TURNED_INTO_ACTION, "It goes into the plan.")
        service.close_challenge(desk, one.id)
        with pytest.raises(Refused, match="closed"):
            service.answer_back(here, one.id, "Too late")
        service.open_challenge_again(desk, one.id)
        service.answer_back(here, one.id, "In time")

    def test_a_rating_that_was_changed_no_longer_differs_and_its_challenge_stays(
        self, desk: Desk
    ) -> None:
        it = reviewed(desk)
        _, one = it.confirmed()
        partnerships.reopen(desk, it.assessment_id, "The reviewer was right")
        consensus.record_agreed(desk, it.assessment_id, FULL, 1)
        assert [each.id for each in service.challenges(desk, it.round_id)] == [one.id]
        assert [str(each) for each in service.agreements(desk, it.round_id).values()] == ["same"]


def test_the_next_assessment_begins_with_what_they_said(any_desk: Desk) -> None:
    it = reviewed(any_desk)
    it.confirmed()
    service.moderate(any_desk, it.round_id, FULL, 2, "Half of it is done.")
    clock = any_desk.now
    assert isinstance(clock, FixedClock)
    clock.forward(days=370)
    partnership = partnerships.partnership_of(any_desk, it.assessment_id)
    bank_id = partnerships.assessment(any_desk, it.assessment_id).bank_id
    after = partnerships.start_assessment(any_desk, partnership, bank_id, date(2027, 11, 1))
    assert service.last_time(any_desk, after) == {}
    service.check_facts(any_desk, it.round_id)
    service.release(any_desk, it.round_id)
    (said,) = service.last_time(any_desk, after)[FULL]
    assert (said.rating.rating, said.moderated, said.outcome) == (1, 2, Outcome.ACCEPT_IN_PART)
    assert said.assessment == "The assessment of November 2026"
    assert service.last_time(any_desk, it.assessment_id) == {}


class TestBeginning:
    def test_only_agreed_ratings_are_tested(self, desk: Desk) -> None:
        it = reviewed(desk)
        partnerships.reopen(desk, it.assessment_id, "A late audit came in")
        with pytest.raises(Refused, match="agreed"):
            service.begin_round(desk, it.assessment_id)
        # What runs already goes on.
        service.add_reviewer(desk, it.round_id, "Head of service", "Colne")
        agree(desk, it.assessment_id)
        second = service.begin_round(desk, it.assessment_id)
        assert [one.number for one in service.rounds(desk, it.assessment_id)] == [1, 2]
        assert {one.id for one in service.scope(desk, second)} == set(AGREED) - {PLAIN}

    def test_a_viewer_reads_what_was_released_alone_and_changes_nothing(self, desk: Desk) -> None:
        it = reviewed(desk)
        _, challenge = it.confirmed()
        service.moderate(desk, it.round_id, FULL, 2, "Two of four agencies come.")
        viewer = seen_by(desk, VIEWER)
        service.check_facts(desk, it.round_id)
        assert service.released_findings(viewer, it.assessment_id) == ()
        assert not service.is_released(viewer, challenge.id)
        service.release(desk, it.round_id)
        assert service.is_released(viewer, challenge.id)
        (found,) = service.released_findings(viewer, it.assessment_id)
        assert [(one.rating, one.reason, one.present) for one in found.moderated] == [(2, "", ())]
        for read in (
            lambda: service.rounds(viewer, it.assessment_id),
            lambda: service.round_of(viewer, it.round_id),
            lambda: service.reviewers(viewer, it.round_id),
            lambda: service.ratings(viewer, it.round_id),
            lambda: service.challenge_of(viewer, challenge.id),
            lambda: service.moderated(viewer, it.round_id),
            lambda: service.findings(viewer, it.round_id),
            lambda: service.last_time(viewer, it.assessment_id),
        ):
            with pytest.raises(Refused, match="Only the lead for the assessment reads"):
                read()
        with pytest.raises(Refused, match="Only the lead"):
            service.begin_round(viewer, it.assessment_id)
