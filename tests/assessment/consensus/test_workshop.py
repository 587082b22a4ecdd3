"""Leading the room, on both databases: where it is, in which order, how long."""

from datetime import timedelta

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, ChangedMeanwhile, Refused
from assessment.consensus import service
from assessment.consensus.model import Arranged, HowReached, Workshop
from assessment.partnership import service as partnerships
from assessment.views.model import Answer, Said
from tests.assessment.consensus.meeting_room import ALIKE, APART, OTHER, SAFETY, Room, room_of
from tests.desk import VIEWER, FixedClock, make_desk, seen_by


@pytest.fixture
def room(any_desk: Desk) -> Room:
    """Four agencies that were asked for first views."""
    return room_of(any_desk)


def state(room: Room) -> Workshop:
    """The workshop as it is kept."""
    found = service.workshop(room.desk, room.assessment_id)
    assert found is not None
    return found


class TestWhereTheRoomIs:
    def test_stands_after_the_server_was_gone(self, room: Room) -> None:
        service.begin_workshop(room.desk, room.assessment_id)
        service.go_to(room.desk, room.assessment_id, APART, seen=None)
        again = make_desk(room.desk.store)
        assert service.current(again, room.assessment_id) == APART
        assert service.agenda(again, room.assessment_id).current == APART

    def test_two_screens_that_go_on_together_go_once(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        service.go_to(*here, ALIKE, seen=None)
        service.go_to(*here, APART, seen=ALIKE)
        since = state(room).statement_since
        service.go_to(*here, APART, seen=ALIKE)
        assert (state(room).statement_id, state(room).statement_since) == (APART, since)

    def test_two_screens_that_part_are_told(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        service.go_to(*here, APART, seen=None)
        with pytest.raises(ChangedMeanwhile, match="09:30:"):
            service.go_to(*here, OTHER, seen=None)
        assert state(room).statement_id == APART

    def test_nothing_else_that_another_screen_did_stands_in_the_way(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        service.go_to(*here, ALIKE, seen=None)
        service.arrange(*here, Arranged.WIDEST_FIRST, seen=Arranged.BY_DOMAIN)
        service.take_break(*here, 15)
        service.set_shortcuts(*here, on=False)
        service.go_to(*here, APART, seen=ALIKE)
        kept = state(room)
        assert (kept.statement_id, kept.arranged, kept.shortcuts) == (
            APART,
            Arranged.WIDEST_FIRST,
            False,
        )
        assert kept.break_until is not None

    def test_two_orders_at_once_are_a_conflict(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        at = room.desk.now() + timedelta(hours=2)
        service.set_finish_at(*here, at, seen=None)
        with pytest.raises(ChangedMeanwhile):
            service.set_finish_at(*here, at + timedelta(hours=1), seen=None)
        assert state(room).finish_at == at

    def test_a_statement_of_another_set_is_none(self, room: Room) -> None:
        with pytest.raises(BadInput):
            service.go_to(room.desk, room.assessment_id, "Z99")

    @pytest.mark.parametrize(
        "act",
        [
            lambda desk, one: service.begin_workshop(desk, one),
            lambda desk, one: service.go_to(desk, one, ALIKE),
            lambda desk, one: service.take_break(desk, one, 10),
            lambda desk, one: service.accept_together(desk, one, [ALIKE]),
            lambda desk, one: service.show_together(desk, one),
            lambda desk, one: service.agenda(desk, one),
            lambda desk, one: service.together(desk, one),
            lambda desk, one: service.honesty(desk, one),
        ],
    )
    def test_is_the_leads(self, desk: Desk, act) -> None:
        one = room_of(desk)
        for actor in (VIEWER, one.partner(one.prison).actor):
            with pytest.raises(Refused):
                act(seen_by(desk, actor), one.assessment_id)
        assert service.workshop(desk, one.assessment_id) is None


class TestTime:
    def test_beginning_twice_begins_once(self, desk: Desk) -> None:
        one = room_of(desk)
        service.begin_workshop(desk, one.assessment_id)
        began = state(one).began_at
        service.begin_workshop(desk, one.assessment_id)
        assert state(one).began_at == began

    def test_a_second_session_begins_its_time_anew_on_its_statement(self, desk: Desk) -> None:
        one, clock = room_of(desk), desk.now
        assert isinstance(clock, FixedClock)
        service.begin_workshop(desk, one.assessment_id)
        service.go_to(desk, one.assessment_id, APART)
        clock.forward(days=7)
        service.begin_workshop(desk, one.assessment_id)
        kept = state(one)
        assert (kept.statement_id, kept.statement_since) == (APART, kept.began_at)
        assert not service.agenda(desk, one.assessment_id).pace.measured

    def test_the_pace_is_measured_without_the_break(self, any_desk: Desk) -> None:
        one, clock = room_of(any_desk), any_desk.now
        assert isinstance(clock, FixedClock)
        clock.tick = timedelta(0)
        here = (any_desk, one.assessment_id)
        service.begin_workshop(*here)
        clock.forward(minutes=2)
        service.take_break(*here, 15)
        clock.forward(minutes=10)
        service.end_break(*here)
        clock.forward(minutes=4)
        service.record_rating(*here, ALIKE, 2)
        pace = service.agenda(*here).pace
        assert (pace.measured, pace.each) == (True, timedelta(minutes=6))
        assert pace.ends_at == clock() + pace.left * timedelta(minutes=6)

    def test_many_accepted_at_once_say_nothing_of_the_pace(self, desk: Desk) -> None:
        one = room_of(desk)
        one.give(ALIKE, 1, 1, 1, 1)
        service.begin_workshop(desk, one.assessment_id)
        service.accept_together(desk, one.assessment_id, [ALIKE])
        assert not service.agenda(desk, one.assessment_id).pace.measured

    def test_a_settled_statement_has_no_time_left_to_watch(self, desk: Desk) -> None:
        one = room_of(desk)
        here = (desk, one.assessment_id)
        service.go_to(*here, APART)
        assert service.agenda(*here).pace.box is not None
        service.record_rating(*here, APART, 1)
        assert service.agenda(*here).pace.box is None

    @pytest.mark.parametrize("minutes", [0, 121])
    def test_a_break_has_its_bounds(self, desk: Desk, minutes: int) -> None:
        one = room_of(desk)
        with pytest.raises(BadInput, match="from 1 to 120 minutes"):
            service.take_break(desk, one.assessment_id, minutes)


class TestAgenda:
    def test_opens_with_what_there_is(self, room: Room) -> None:
        for one in ("G01", ALIKE):
            room.give(one, 2, 2, 2, 2)
        room.give(APART, 0, 3, 3)
        room.give(OTHER, 0, 3)
        here = (room.desk, room.assessment_id)
        assert "How many agree is told once the room begins." in service.agenda(*here).opening
        service.begin_workshop(*here)
        assert service.agenda(*here).opening[:3] == (
            "Four agencies have given 13 first views.",
            "All but at most one of 3 statements agree.",
            "18 more need talking about.",
        )

    def test_a_view_that_comes_in_the_room_moves_no_count(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        for one in ("G01", ALIKE, OTHER, "D01"):
            room.give(one, *((2, 2, 2) if one in {"G01", ALIKE} else (0, 2, 3)))
        service.begin_workshop(*here)
        before = service.agenda(*here).opening[1:3]
        assert before == ("2 statements agree.", "19 need talking about.")
        room.give(APART, 1, 1, 1)
        assert service.agenda(*here).opening[1:3] == before

    def test_parked_ones_come_last_and_settled_ones_apart(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        service.park(*here, "G01")
        service.record_rating(*here, ALIKE, 1)
        found = service.agenda(*here)
        assert found.items[0].statement_id == APART
        assert found.items[-1].statement_id == "G01"
        assert [one.statement_id for one in found.settled] == [ALIKE]

    def test_widest_first_knows_the_spread_before_anyone_sees_it(self, room: Room) -> None:
        room.give(OTHER, 0, 3, 1)
        room.give(APART, 1, 2, 1)
        here = (room.desk, room.assessment_id)
        service.arrange(*here, Arranged.WIDEST_FIRST)
        order = [one.statement_id for one in service.agenda(*here).items]
        assert order.index(SAFETY) < order.index(OTHER) < order.index(APART)

    def test_two_views_order_nothing_whatever_they_are(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        service.arrange(*here, Arranged.WIDEST_FIRST)
        orders = []
        for said in ((1, 1), (0, 3)):
            room.give(OTHER, *said)
            orders.append([one.statement_id for one in service.agenda(*here).items])
        assert orders[0] == orders[1]

    @pytest.mark.parametrize(
        ("one", "other"),
        [((1, 1, 1), (3, 3, 3)), ((0, 2), (1, 3)), ((Answer.DONT_KNOW, 1), (0, 3))],
    )
    def test_says_the_same_whatever_was_answered_until_it_is_revealed(
        self, desk: Desk, one: tuple[Said, ...], other: tuple[Said, ...]
    ) -> None:
        room = room_of(desk)
        clock = desk.now
        assert isinstance(clock, FixedClock)
        clock.tick = timedelta(0)
        room.give(ALIKE, *one)
        before = service.agenda(desk, room.assessment_id)
        told = service.history(desk, room.assessment_id, ALIKE)
        honest = service.honesty(desk, room.assessment_id)
        room.give(ALIKE, *other)
        assert service.agenda(desk, room.assessment_id) == before
        assert service.history(desk, room.assessment_id, ALIKE) == told
        assert service.honesty(desk, room.assessment_id) == honest

    def test_a_revealed_one_brings_its_spread(self, room: Room) -> None:
        room.give(APART, 0, 3, Answer.NOT_OURS)
        room.reveal(APART)
        found = service.agenda(room.desk, room.assessment_id).item(APART)
        assert found is not None
        assert found.spread == service.spread_shown(room.desk, room.assessment_id, APART)
        assert (found.asked, found.answered) == (4, 3)

    def test_parking_leaves_no_rating(self, room: Room) -> None:
        here = (room.desk, room.assessment_id)
        service.record_rating(*here, ALIKE, 1)
        service.park(*here, ALIKE)
        rating = service.rating_of(*here, ALIKE)
        assert rating is not None
        assert (rating.rating, rating.how) == (None, HowReached.DEFERRED)

    def test_without_first_views_it_is_a_plain_list(self, desk: Desk) -> None:
        one = room_of(desk, asked=False)
        found = service.agenda(desk, one.assessment_id)
        assert len(found.items) == len(partnerships.scope(desk, one.assessment_id))
        assert found.opening[0] == "21 statements need talking about."
        assert service.together(desk, one.assessment_id) == ()
        assert service.honesty(desk, one.assessment_id).words() == ()
