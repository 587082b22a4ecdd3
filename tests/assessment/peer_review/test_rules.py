"""What a round takes, how ratings compare, where it stands, and which mailboxes are shared."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.access.errors import BadInput
from assessment.peer_review.model import (
    CANNOT_TELL,
    Conflict,
    PeerReviewer,
    Question,
    ReviewerRating,
    ReviewRound,
    Way,
    YesNoUnknown,
)
from assessment.peer_review.rules.agreement import Agreement, agreement, raises_challenge
from assessment.peer_review.rules.conflict import notes
from assessment.peer_review.rules.links import could_be, why_shut
from assessment.peer_review.rules.mailbox import check_mailbox
from assessment.peer_review.rules.scope import (
    MOST,
    Candidate,
    minutes_words,
    proposed,
    too_many_words,
)
from assessment.peer_review.rules.stage import Stage, standing_of


AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 21)

candidates = st.lists(
    st.builds(
        Candidate,
        statement_id=st.integers(0, 99).map(lambda n: f"G{n:02}"),
        safety=st.booleans(),
        rating=st.none() | st.integers(0, 3),
        width=st.integers(0, 3),
    ),
    unique_by=lambda one: one.statement_id,
    max_size=46,
)


class TestScope:
    @given(candidates)
    def test_at_most_twelve_once_each_and_only_what_can_be_tested(self, some) -> None:
        taken = proposed(some)
        by_id = {one.statement_id: one for one in some}
        assert len(taken) <= MOST
        assert len(set(taken)) == len(taken)
        assert all(by_id[each].rating is not None for each in taken)

    @given(candidates)
    def test_nothing_left_out_is_more_telling_than_what_was_taken(self, some) -> None:
        def telling(one: Candidate) -> tuple[bool, bool, int]:
            return (one.safety, one.rating == 3, one.width)

        taken = proposed(some)
        inside = [telling(one) for one in some if one.statement_id in taken]
        outside = [
            telling(one) for one in some if one.statement_id not in taken and one.rating is not None
        ]
        if inside and outside:
            assert max(outside) <= min(inside)
        if len(taken) < MOST:
            assert all(each == (False, False, 0) for each in outside)

    def test_safety_comes_first_then_fully_met_then_the_widest(self) -> None:
        some = [
            Candidate(statement_id="WIDE", rating=1, width=3),
            Candidate(statement_id="ALIKE", rating=1),
            Candidate(statement_id="NARROW", rating=1, width=1),
            Candidate(statement_id="FULL", rating=3),
            Candidate(statement_id="SAFE", rating=0, safety=True),
            Candidate(statement_id="UNRATED", safety=True),
        ]
        assert proposed(some) == ("SAFE", "FULL", "WIDE", "NARROW")

    def test_twelve_take_the_two_hours_that_were_promised(self) -> None:
        assert minutes_words(12) == "12 statements: about 2 hours for each peer reviewer."

    def test_the_warning_comes_beyond_fifteen(self) -> None:
        assert too_many_words(15) == ""
        assert "16 statements take a peer reviewer about 2 hours 40 minutes" in too_many_words(16)


def rating(**said) -> ReviewerRating:
    return ReviewerRating(
        id="r",
        reviewer_id="p",
        statement_id="G02",
        way=Way.LINK,
        given_at=AT,
        saved_at=AT,
        **said,
    )


class TestAgreement:
    @pytest.mark.parametrize(
        ("own", "said", "found"),
        [
            (2, 2, Agreement.SAME),
            (0, 0, Agreement.SAME),
            (2, 3, Agreement.HIGHER),
            (3, 0, Agreement.LOWER),
            (3, CANNOT_TELL, Agreement.CANNOT_TELL),
            (None, CANNOT_TELL, Agreement.CANNOT_TELL),
            (None, 0, None),
            (0, None, None),
        ],
    )
    def test_it_is_computed(self, own, said, found) -> None:
        assert agreement(own, said) is found

    @pytest.mark.parametrize(
        ("said", "raised"),
        [
            ({"rating": 2}, False),
            ({"rating": 2, "comment": "Well told."}, False),
            ({"rating": 2, "question": "Who decides?"}, True),
            ({"rating": 2, "evidence_asked": "The minutes."}, True),
            ({"rating": 3}, True),
            ({"rating": 0}, True),
            ({"cannot_tell": True}, True),
            ({}, False),
        ],
    )
    def test_a_challenge_is_raised_where_the_area_owes_a_reply(self, said, raised) -> None:
        assert raises_challenge(2, rating(**said)) is raised

    def test_a_rating_where_the_area_has_none_calls_for_a_reply(self) -> None:
        assert raises_challenge(None, rating(rating=2))


def conflict(question: Question, answer: YesNoUnknown | None) -> Conflict:
    return Conflict(id=question, round_id="r", question=question, answer=answer, saved_at=AT)


class TestConflictNote:
    def test_what_is_unanswered_is_counted(self) -> None:
        assert notes([], []) == ("5 questions of the conflict note left to answer.",)

    def test_a_bidder_must_be_named(self) -> None:
        answers = [conflict(one, YesNoUnknown.NO) for one in Question if one != Question.MAY_BID]
        answers.append(conflict(Question.MAY_BID, YesNoUnknown.YES))
        (note,) = notes(answers, [])
        assert "say of each peer reviewer" in note
        named = PeerReviewer(id="p", round_id="r", may_bid_for="a", added_at=AT, saved_at=AT)
        assert notes(answers, [named]) == ()


def a_round(**more) -> ReviewRound:
    given_so_far = {
        "reviewing_area": "Brackley",
        "expires_on": date(2026, 12, 19),
        "texts_frozen_at": AT,
    }
    return ReviewRound(
        id="r", assessment_id="x", number=1, began_at=AT, saved_at=AT, **(given_so_far | more)
    )


def person(**more) -> PeerReviewer:
    given_so_far = {"role": "Head of treatment"}
    return PeerReviewer(id="p", round_id="r", added_at=AT, saved_at=AT, **(given_so_far | more))


class TestStage:
    @pytest.mark.parametrize(
        ("one", "people", "stage", "next_words"),
        [
            ({"reviewing_area": " "}, [person()], Stage.SETTING_UP, "Say which area"),
            ({}, [], Stage.SETTING_UP, "Add a peer reviewer"),
            ({}, [person(), person(role=" ")], Stage.SETTING_UP, "the role of each"),
            ({"texts_frozen_at": None}, [person()], Stage.SETTING_UP, "Read through"),
            ({}, [person()], Stage.SETTING_UP, "Make a reviewer pack"),
            ({"sent_at": AT}, [person()], Stage.OUT, "until 19 December 2026"),
            (
                {"sent_at": AT, "expires_on": date(2026, 11, 20)},
                [person()],
                Stage.OUT,
                "Set a later one",
            ),
            (
                {"returned_at": AT},
                [person(returned_at=AT), person()],
                Stage.BACK,
                "Give the area’s ratings to 1 peer reviewer",
            ),
            (
                {"returned_at": AT, "blind": False},
                [person(returned_at=AT), person()],
                Stage.BACK,
                "Wait for 1 more",
            ),
            (
                {"returned_at": AT, "facts_due_on": date(2026, 12, 4)},
                [person(returned_at=AT, shown_at=AT)],
                Stage.FACTS,
                "by 4 December 2026.",
            ),
            (
                {"returned_at": AT, "facts_checked_at": AT},
                [person(returned_at=AT, shown_at=AT)],
                Stage.FACTS,
                "Release it",
            ),
            ({"returned_at": AT, "released_at": AT}, [], Stage.RELEASED, "Pass on"),
            ({"closed_at": AT}, [], Stage.CLOSED, ""),
        ],
    )
    def test_where_it_stands_and_what_is_next(self, one, people, stage, next_words) -> None:
        found = standing_of(a_round(**one), people, 12, TODAY)
        assert found.stage is stage
        assert next_words in found.next
        assert found.draft is ("released_at" not in one)

    def test_the_conflict_note_is_answered_before_anything_is_sent(self) -> None:
        found = standing_of(a_round(), [person()], 12, TODAY, unanswered=2)
        assert found.next == "Answer the conflict note: 2 questions left."
        out = standing_of(a_round(sent_at=AT), [person()], 12, TODAY, unanswered=2)
        assert "until 19 December 2026" in out.next


class TestMailbox:
    @pytest.mark.parametrize(
        "address",
        ["", "drugs.partnership@area.gov.uk", "public.health@a.gov.uk", "cdp@area.gov.uk"],
    )
    def test_a_shared_one_may_be_passed_on(self, address: str) -> None:
        check_mailbox(address)

    @pytest.mark.parametrize(
        "address",
        ["jo.bloggs@area.gov.uk", "j.bloggs2@area.gov.uk", "jo_ann-bloggs@a.uk", "Jo", "a@b"],
    )
    def test_a_persons_or_none_is_refused(self, address: str) -> None:
        with pytest.raises(BadInput):
            check_mailbox(address)


class TestLimits:
    def test_ten_from_one_place_shut_the_door_there(self) -> None:
        assert why_shut(9, 9) == ""
        assert why_shut(10, 10)

    def test_a_flood_from_elsewhere_shuts_out_nobody_whose_link_is_right(self) -> None:
        assert why_shut(0, 5_000) == ""
        assert why_shut(1, 100)

    @pytest.mark.parametrize("token", ["", "a" * 42, "a" * 44, "a" * 42 + "\n", "é" * 43])
    def test_what_is_no_token_is_not_looked_up(self, token: str) -> None:
        assert not could_be(token)
