"""Challenges, moderated ratings, and what becomes of a round: drafts until it is released."""

from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, ChangedMeanwhile, Refused, StaleEdit
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import GivenRating, Outcome
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


class TestRelease:
    def test_nothing_leaves_before_facts_are_checked_and_it_is_released(self, desk: Desk) -> None:
        it = reviewed(desk)
        with pytest.raises(Refused, match="ratings are in yet"):
            service.release(desk, it.round_id)
        it.confirmed()
        with pytest.raises(Refused, match="facts"):
            service.release(desk, it.round_id)
        assert service.released_findings(desk, it.assessment_id) == ()
        service.check_facts(desk, it.round_id)
        service.release(desk, it.round_id)
        (found,) = service.released_findings(desk, it.assessment_id)
        assert found.lower == 1
        for hidden in ("Brackley", "Commissioner", "minutes since", "Half of it"):
            assert hidden not in found.model_dump_json()
        service.take_release_back(desk, it.round_id)
        assert service.released_findings(desk, it.assessment_id) == ()

    def test_what_comes_after_the_check_of_facts_is_checked_before_it_leaves(
        self, desk: Desk
    ) -> None:
        it = reviewed(desk)
        it.challenged()
        service.check_facts(desk, it.round_id)
        it.returned(it.other, **{FULL: 0})
        with pytest.raises(Refused, match="facts"):
            service.release(desk, it.round_id)

    def test_nothing_comes_in_once_it_is_released(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.challenged()
        service.check_facts(desk, it.round_id)
        service.release(desk, it.round_id)
        late = [GivenRating(statement_id=FULL, said=0)]
        with pytest.raises(Refused, match="over"):
            service.rate_many(desk, it.other, late)
        with pytest.raises(Refused, match="stand"):
            service.take_return_back(desk, it.first)
        service.take_release_back(desk, it.round_id)
        service.rate_many(desk, it.other, late)

    def test_closing_does_not_release(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.challenged()
        service.close_round(desk, it.round_id)
        assert service.standing(desk, it.round_id).draft
        assert service.released_findings(desk, it.assessment_id) == ()

    def test_strengths_are_passed_on_only_if_ticked_and_with_a_shared_mailbox(
        self, desk: Desk
    ) -> None:
        it = reviewed(desk)
        here = it.by_link()
        service.rate(here, it.first, FULL, 3)
        typed = Typed.over("", "The weekly list at the gate")
        service.edit_rating_text(here, it.first, FULL, "borrow", typed)
        service.hand_in(here, it.first)
        (rating,) = service.ratings(desk, it.round_id)
        mailbox = Typed.over("", "drugs.partnership@aldermoor.gov.uk")
        service.edit_round_text(desk, it.round_id, "mailbox", mailbox)
        assert service.strengths_to_pass_on(desk, it.round_id) == ()
        service.set_pass_on(desk, rating.id, True)
        assert [one.id for one in service.strengths_to_pass_on(desk, it.round_id)] == [rating.id]
        service.edit_round_text(desk, it.round_id, "mailbox", Typed.over(mailbox.text, ""))
        assert service.strengths_to_pass_on(desk, it.round_id) == ()

    def test_a_persons_mailbox_is_not_kept(self, desk: Desk) -> None:
        it = reviewed(desk)
        typed = Typed.over("", "jo.bloggs@aldermoor.gov.uk")
        with pytest.raises(BadInput, match="one person’s address"):
            service.edit_round_text(desk, it.round_id, "mailbox", typed)
        assert service.round_of(desk, it.round_id).mailbox == ""


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
