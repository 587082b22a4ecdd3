"""What the room sees of a statement's views, what it decides, and what is told of it later."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, ChangedMeanwhile, Refused
from assessment.access.typed import Typed
from assessment.bank.model import EvidenceKind
from assessment.bank.service import built_in_bank
from assessment.consensus import service
from assessment.consensus.model import AgreedRating, Decision, HowReached, Stance
from assessment.consensus.rules.differences import Difference
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from assessment.store.activity import activity_event
from assessment.views import service as views
from assessment.views.model import Answer
from tests.assessment.consensus.meeting_room import ALIKE, APART, OTHER, SAFETY, Room, room_of
from tests.desk import FixedClock


@pytest.fixture
def room(any_desk: Desk) -> Room:
    """Four agencies that were asked for first views."""
    return room_of(any_desk)


def rating(room: Room, statement_id: str) -> AgreedRating:
    """What was agreed of a statement."""
    found = service.rating_of(room.desk, room.assessment_id, statement_id)
    assert found is not None
    return found


def add_evidence(room: Room, statement_id: str, *kinds: EvidenceKind) -> None:
    """References of these kinds."""
    for kind in kinds:
        made = evidence.add_evidence(room.desk, room.assessment_id, statement_id, f"A {kind}")
        evidence.set_kind(room.desk, made, kind)


class TestSpread:
    def test_is_closed_until_the_reveal(self, room: Room) -> None:
        room.give(APART, 0, 3)
        for ask in (service.spread_shown, service.differences_shown, service.who_differs):
            with pytest.raises(Refused):
                ask(room.desk, room.assessment_id, APART)

    def test_counts_first_views_and_who_gave_none(self, room: Room) -> None:
        room.give(APART, 1, 3, Answer.DONT_KNOW)
        room.reveal(APART, names=True)
        room.give_one(APART, room.probation, 0)
        here = (room.desk, room.assessment_id, APART)
        assert service.spread_shown(*here).words(built_in_bank().labels()) == (
            "One says Partly met, one says Fully met, one doesn’t know, "
            "no view was received from one."
        )
        assert service.differences_shown(*here) == (Difference.APART, Difference.ONE_KNOWS)

    def test_who_differs_waits_for_the_second_step(self, room: Room) -> None:
        room.give(APART, 1, 3, 1, 0)
        room.reveal(APART)
        here = (room.desk, room.assessment_id, APART)
        with pytest.raises(Refused, match="has not been shown yet"):
            service.who_differs(*here)
        views.show_names(*here)
        assert service.who_differs(*here).words() == (
            "HMP Stonebrook 3, Community 1, Probation 0, Council 1"
        )

    def test_a_later_view_is_told_apart(self, room: Room) -> None:
        room.give(APART, 1, 3)
        room.reveal(APART, names=True)
        room.give_one(APART, room.probation, 2)
        found = service.who_differs(room.desk, room.assessment_id, APART)
        assert [one.name for one in found.later] == ["Probation"]
        assert "Probation" not in found.words()

    def test_still_thinking_are_those_present_asked_and_silent(self, room: Room) -> None:
        here = (room.desk, room.assessment_id, APART)
        room.give(APART, 1)
        assert service.still_thinking(*here) == ("HMP Stonebrook", "Community", "Probation")
        room.meet(room.council, room.probation)
        assert service.still_thinking(*here) == ("Probation",)
        assert service.still_thinking(room.desk, room.assessment_id, "P03") == ()

    def test_a_meeting_where_nobody_was_ticked_waits_for_all_that_are_asked(
        self, desk: Desk
    ) -> None:
        one = room_of(desk)
        one.give(APART, 1, 2, 2)
        one.meet()
        assert service.still_thinking(desk, one.assessment_id, APART) == ("Probation",)

    def test_of_no_statement_there_is_nobody_to_wait_for(self, desk: Desk) -> None:
        with pytest.raises(BadInput):
            service.still_thinking(desk, room_of(desk).assessment_id, "Z99")


class TestRecordAgreed:
    def test_all_agreed_where_every_first_view_is_this_rating(self, room: Room) -> None:
        room.give(ALIKE, 2, 2, Answer.NOT_OURS)
        room.reveal(ALIKE)
        service.record_agreed(room.desk, room.assessment_id, ALIKE, 2)
        assert (rating(room, ALIKE).rating, rating(room, ALIKE).how) == (2, HowReached.ALL_AGREED)

    @pytest.mark.parametrize("said", [(2, 2, 1), (2, 2, Answer.DONT_KNOW), (1, 1), (2,), ()])
    def test_after_discussion_otherwise(self, desk: Desk, said: tuple[int, ...]) -> None:
        one = room_of(desk)
        one.give(APART, *said)
        one.reveal(APART)
        service.record_agreed(desk, one.assessment_id, APART, 2)
        assert rating(one, APART).how is HowReached.AFTER_DISCUSSION

    def test_a_spread_nobody_saw_decides_nothing(self, desk: Desk) -> None:
        one = room_of(desk)
        one.give(ALIKE, 2, 2, 2, 2)
        service.record_agreed(desk, one.assessment_id, ALIKE, 2)
        assert rating(one, ALIKE).how is HowReached.AFTER_DISCUSSION

    def test_what_was_told_stands(self, desk: Desk) -> None:
        one = room_of(desk)
        here = (desk, one.assessment_id, APART)
        service.record_agreed(*here, 1, HowReached.CHAIR_DECIDED)
        service.record_agreed(*here, 2)
        assert rating(one, APART).how is HowReached.CHAIR_DECIDED

    def test_with_a_different_view_not_all_agreed(self, desk: Desk) -> None:
        one = room_of(desk)
        here = (desk, one.assessment_id, ALIKE)
        one.give(ALIKE, 2, 2, 2, 2)
        one.reveal(ALIKE)
        service.record_different_view(*here, one.prison, 1)
        service.record_agreed(*here, 2)
        assert rating(one, ALIKE).how is HowReached.MOST_AGENCIES

    def test_is_one_decision_and_one_event(self, room: Room) -> None:
        here = (room.desk, room.assessment_id, ALIKE)
        service.record_agreed(*here, 1)
        seen = rating(room, ALIKE).decided_at
        service.record_agreed(*here, 2, HowReached.MOST_AGENCIES, seen=seen)
        with pytest.raises(ChangedMeanwhile):
            service.record_agreed(*here, 3, seen=seen)
        with room.desk.store.reading() as tx:
            mine = activity_event.c.what == "agreed_rating.recorded"
            told = tx.all(
                sa.select(activity_event)
                .where(mine)
                .order_by(activity_event.c.at, activity_event.c.id)
            )
        assert [row["after"]["rating"] for row in told] == [1, 2]

    @pytest.mark.parametrize("how", [HowReached.DEFERRED, HowReached.WITHOUT_DISCUSSION])
    def test_no_rating_is_reached_by_these(self, desk: Desk, how: HowReached) -> None:
        with pytest.raises(ValueError, match="no rating of the room"):
            service.record_agreed(desk, room_of(desk).assessment_id, ALIKE, 1, how)


class TestFreezing:
    def test_no_first_view_comes_after_the_room_decided(self, room: Room) -> None:
        room.give(APART, 1)
        service.record_rating(room.desk, room.assessment_id, APART, 2)
        room.give_one(APART, room.council, 2)
        room.give_one(APART, room.prison, 2)
        assert views.answered(room.desk, room.assessment_id).of(APART) == {room.council}
        first, later = views.own_view(
            room.partner(room.council), room.assessment_id, APART, room.council
        )
        assert first is not None
        assert later is not None
        assert (first.said, later.said) == (1, 2)

    def test_nor_after_it_was_not_applicable_here(self, desk: Desk) -> None:
        one = room_of(desk)
        typed = Typed.over("", "No such prison here")
        service.record_not_applicable(desk, one.assessment_id, APART, typed)
        one.give(APART, 1)
        assert not views.answered(desk, one.assessment_id).of(APART)

    def test_parking_freezes_nothing(self, desk: Desk) -> None:
        one = room_of(desk)
        service.park(desk, one.assessment_id, APART)
        one.give(APART, 1)
        assert views.answered(desk, one.assessment_id).of(APART) == {one.council}

    def test_where_nobody_was_asked_nothing_is_written(self, desk: Desk) -> None:
        one = room_of(desk, asked=False)
        service.record_rating(desk, one.assessment_id, APART, 2)
        assert views.reveals_of(desk, one.assessment_id) == {}


class TestTogether:
    def test_gives_ids_alone_until_they_are_shown(self, room: Room) -> None:
        room.give(ALIKE, 2, 2, 2, 2)
        room.give(APART, 2, 2, 2, 1)
        room.give(SAFETY, 0, 1, 1, 1)
        here = (room.desk, room.assessment_id)
        assert service.together(*here) == (ALIKE,)
        assert views.reveals_of(*here) == {}
        (shown,) = service.show_together(*here)
        assert (shown.statement_id, shown.rating, shown.spread.counts) == (ALIKE, 2, (0, 0, 4, 0))
        assert service.spread_shown(*here, ALIKE) == shown.spread

    def test_a_three_waits_for_two_kinds_of_evidence(self, desk: Desk) -> None:
        one = room_of(desk)
        one.give(ALIKE, 3, 3, 3, 3)
        add_evidence(one, ALIKE, EvidenceKind.PROCESS)
        assert service.together(desk, one.assessment_id) == ()
        add_evidence(one, ALIKE, EvidenceKind.NUMBERS)
        assert service.together(desk, one.assessment_id) == (ALIKE,)

    def test_nobody_present_is_passed_over(self, desk: Desk) -> None:
        one = room_of(desk)
        one.give(ALIKE, 2, 2, 2)
        assert service.together(desk, one.assessment_id) == ()
        meeting = one.meet(one.council, one.prison, one.community)
        assert service.together(desk, one.assessment_id) == (ALIKE,)
        partnerships.set_present(desk, meeting, one.everyone)
        assert service.together(desk, one.assessment_id) == ()

    def test_what_is_accepted_is_shown_recorded_and_says_how(self, room: Room) -> None:
        meeting = room.meet(*room.everyone)
        room.give(ALIKE, 1, 1, 1, 1)
        room.give(OTHER, 0, 0, 0, 0)
        here = (room.desk, room.assessment_id)
        done = service.accept_together(*here, [OTHER, ALIKE])
        assert [(one.statement_id, one.rating) for one in done] == [(ALIKE, 1), (OTHER, 0)]
        kept = rating(room, ALIKE)
        assert (kept.rating, kept.how, kept.meeting_id) == (
            1,
            HowReached.WITHOUT_DISCUSSION,
            meeting,
        )
        assert service.spread_shown(*here, ALIKE).rated == 4

    def test_the_whole_list_is_refused_by_name_when_one_fell_out(self, room: Room) -> None:
        room.give(ALIKE, 1, 1, 1, 1)
        room.give(OTHER, 2, 2, 2, 2)
        here = (room.desk, room.assessment_id)
        assert len(service.show_together(*here)) == 2
        room.give_one(OTHER, room.prison, 0)
        title = built_in_bank().statement(OTHER).title
        with pytest.raises(Refused, match=f"{OTHER} {title}") as refused:
            service.accept_together(*here, [ALIKE, OTHER])
        assert ALIKE not in str(refused.value)
        assert service.ratings_of(*here) == {}

    def test_taken_up_again_it_was_discussed(self, desk: Desk) -> None:
        one = room_of(desk)
        one.give(ALIKE, 1, 1, 1, 1)
        service.accept_together(desk, one.assessment_id, [ALIKE])
        service.record_rating(desk, one.assessment_id, ALIKE, 2)
        assert rating(one, ALIKE).how is None


class TestDifferentView:
    def test_comes_with_what_it_says_in_one_act(self, room: Room) -> None:
        here = (room.desk, room.assessment_id, ALIKE)
        view_id = service.record_different_view(*here, room.prison, 0)
        assert service.different_view(room.desk, view_id).said == 0
        other = service.record_different_view(*here, room.council, Stance.DONT_KNOW)
        assert service.different_view(room.desk, other).said is Stance.DONT_KNOW

    def test_a_second_screen_does_not_change_what_it_says(self, room: Room) -> None:
        here = (room.desk, room.assessment_id, ALIKE)
        view_id = service.record_different_view(*here, room.prison)
        assert service.record_different_view(*here, room.prison, 1) == view_id
        assert service.record_different_view(*here, room.prison, 1) == view_id
        with pytest.raises(ChangedMeanwhile):
            service.record_different_view(*here, room.prison, 3)
        assert service.different_view(room.desk, view_id).said == 1


class TestHistory:
    def test_tells_the_whole_way(self, room: Room) -> None:
        here = (room.desk, room.assessment_id, APART)
        meeting = room.meet(room.council, room.prison)
        room.give(APART, 1, 3)
        room.reveal(APART, names=True)
        room.give_one(APART, room.probation, 0)
        service.record_rating(*here, 1)
        service.record_how(*here, HowReached.CHAIR_DECIDED)
        service.record_agreed(*here, 2)
        service.record_different_view(*here, room.prison, 3)
        service.record_different_view(*here, room.community, 0)
        found = service.history(*here)
        assert [one.said for one in found.first] == [1, 3]
        assert [one.agency_id for one in found.later] == [room.probation]
        chair = HowReached.CHAIR_DECIDED
        assert [(one.before, one.after) for one in found.changes] == [
            (Decision(), Decision(rating=1, how=chair)),
            (Decision(rating=1, how=chair), Decision(rating=2, how=chair)),
        ]
        assert found.meeting is not None
        assert found.meeting.id == meeting
        assert {one.view.agency_id: one.words for one in found.different} == {
            room.prison: "",
            room.community: "was not there",
        }

    def test_before_the_reveal_it_tells_how_many_answered(self, desk: Desk) -> None:
        one = room_of(desk)
        one.give(APART, 1, 3)
        service.record_rating(desk, one.assessment_id, APART, 2)
        found = service.history(desk, one.assessment_id, APART)
        assert (found.answered, found.views, found.spread) == (2, (), None)
        assert found.frozen_at is not None
        assert found.spread_at is None

    def test_names_that_were_never_agreed_stay_out(self, desk: Desk) -> None:
        one = room_of(desk, names_shown=False)
        one.give(APART, 1, 3)
        one.reveal(APART)
        one.give_one(APART, one.prison, 0)
        found = service.history(desk, one.assessment_id, APART)
        assert [(view.said, view.agency_id) for view in found.views] == [(1, ""), (3, "")]


class TestHonesty:
    def test_tells_of_revealed_statements_and_counts_the_rest(self, room: Room) -> None:
        room.give(ALIKE, 1, 2, 2)
        room.give(APART, 0, 3)
        room.give(OTHER, Answer.DONT_KNOW, Answer.NOT_OURS)
        room.give("G01", 0, 3)
        for statement_id in (ALIKE, APART, OTHER):
            room.reveal(statement_id)
        found = service.honesty(room.desk, room.assessment_id)
        assert (found.within_one, found.compared, found.share_within_one) == (1, 2, 0.5)
        assert found.nobody_could_judge == (OTHER,)
        told = {one.statement_id: one for one in found.statements}
        assert (told[ALIKE].no_view, told[APART].no_view) == (1, 2)
        assert told["G01"].spread is None
        labels = built_in_bank().labels()
        assert told["G01"].words(labels) == "Not revealed; 1 of 2 have answered."
        assert told[APART].words(labels).startswith("One says Not met, one says Fully met")
        assert found.words()[:2] == (
            "On 1 of 2 statements with ratings to compare, first views lay within one level.",
            "On 1 statement nobody could judge.",
        )

    def test_where_no_view_came_nobody_failed_to_judge(self, desk: Desk) -> None:
        one = room_of(desk)
        one.reveal(APART)
        found = service.honesty(desk, one.assessment_id)
        assert (found.nobody_could_judge, found.share_within_one) == ((), None)

    def test_a_meeting_still_to_come_asks_for_nothing_yet(self, desk: Desk) -> None:
        one = room_of(desk)
        later = partnerships.add_meeting(desk, one.assessment_id, desk.today() + timedelta(days=7))
        partnerships.set_present(desk, later, [one.prison])
        assert service.different_views_until(desk, one.assessment_id) is None

    def test_a_view_is_asked_for_until_ten_working_days_later(self, desk: Desk) -> None:
        one, clock = room_of(desk), desk.now
        assert isinstance(clock, FixedClock)
        assert service.different_views_until(desk, one.assessment_id) is None
        one.meet(*one.everyone)
        held = clock().date()
        until = service.different_views_until(desk, one.assessment_id)
        assert until is not None
        assert until - held == timedelta(days=13)
