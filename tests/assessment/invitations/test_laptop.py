"""The lead's laptop on its way round: who is shut out, whose form opens, and what a PIN takes."""

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from assessment.access.actor import Role
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.invitations import service
from assessment.partnership import service as partnerships
from assessment.store.activity import activity_event
from assessment.views import service as views
from assessment.views.model import Way
from tests.assessment.invitations.joined import Room, room
from tests.desk import VIEWER, FixedClock, seen_by


PIN = "2468"


class Left(BaseException):
    """What a page does instead of showing a message: it goes elsewhere."""


def leave() -> None:
    raise Left


def nothing() -> None:
    """A page that has nothing better than the message."""


def passing(desk: Desk, agency_id: str = "") -> Room:
    """The laptop on its way round, in an agency's turn if one is named."""
    here = room(desk)
    service.pass_laptop(desk, here.assessment_id, PIN)
    if agency_id:
        service.begin_turn(desk, getattr(here, agency_id))
    return here


def held(desk: Desk) -> tuple[Desk, FixedClock]:
    """The same desk with a clock that the test moves."""
    clock = FixedClock(desk.now(), timedelta(milliseconds=1))
    return Desk(store=desk.store, actor=desk.actor, now=clock, new_id=desk.new_id), clock


class TestShutOut:
    def test_an_open_page_of_the_lead_can_neither_read_nor_write(self, any_desk: Desk) -> None:
        here = room(any_desk)
        page = service.lead_desk(any_desk, nothing)
        partnerships.add_prison(
            page, partnerships.partnership_of(page, here.assessment_id), "HMP A"
        )
        service.pass_laptop(any_desk, here.assessment_id, PIN)
        with pytest.raises(Refused, match="passed around"):
            partnerships.assessment(page, here.assessment_id)
        with pytest.raises(Refused, match="passed around"):
            views.give(page, here.assessment_id, "P08", here.prison, 2, way=Way.CALLED_OUT)
        assert not views.answered(any_desk, here.assessment_id).first

    def test_a_page_may_leave_instead_and_nothing_is_written(self, any_desk: Desk) -> None:
        here = passing(any_desk)
        page = service.lead_desk(any_desk, leave)
        with pytest.raises(Left):
            partnerships.add_agency(page, "any", "Another", ["PS"])
        service.end_by_pin(any_desk, PIN)
        names = {
            one.name
            for one in partnerships.agencies(
                page, partnerships.partnership_of(page, here.assessment_id)
            )
        }
        assert "Another" not in names

    def test_a_write_under_way_is_finished_before_the_laptop_goes(self, any_desk: Desk) -> None:
        here = room(any_desk)
        page = service.lead_desk(any_desk, nothing)
        with page.store.writing():
            service.pass_laptop(any_desk, here.assessment_id, PIN)
            assert partnerships.assessment(page, here.assessment_id)
        with pytest.raises(Refused):
            partnerships.assessment(page, here.assessment_id)

    def test_devices_that_joined_go_on(self, any_desk: Desk) -> None:
        here = room(any_desk)
        phone = here.joined(here.prison)
        service.pass_laptop(any_desk, here.assessment_id, PIN)
        views.give(phone, here.assessment_id, "P08", here.prison, 2, way=Way.JOINED)
        assert views.own_view(phone, here.assessment_id, "P08", here.prison)[0]

    def test_it_goes_round_once_at_a_time(self, desk: Desk) -> None:
        here = passing(desk)
        with pytest.raises(Refused, match="passed around"):
            service.pass_laptop(desk, here.assessment_id, PIN)


class TestTurns:
    def test_another_agency_goes_first_only_by_the_pin(self, desk: Desk) -> None:
        here = passing(desk)
        with pytest.raises(Refused, match="not the PIN"):
            service.begin_turn_by_pin(desk, here.probation, "1357")
        found = service.passed(desk)
        assert found is not None
        assert found.agency_id is None
        service.begin_turn_by_pin(desk, here.probation, PIN)
        assert service.turn_desk(desk, nothing).actor.agency_id == here.probation

    def test_wrong_pins_for_a_turn_and_for_the_end_count_together(self, desk: Desk) -> None:
        here = passing(desk)
        for wrong in ("1111", "2222", "3333"):
            with pytest.raises(Refused, match="not the PIN"):
                service.begin_turn_by_pin(desk, here.probation, wrong)
        for wrong in ("4444", "5555"):
            with pytest.raises(Refused, match="not the PIN"):
                service.end_by_pin(desk, wrong)
        with pytest.raises(Refused, match="Too many wrong PINs"):
            service.begin_turn_by_pin(desk, here.probation, PIN)

    def test_each_agency_gives_and_sees_its_own(self, any_desk: Desk) -> None:
        here = passing(any_desk, "prison")
        mine = service.turn_desk(any_desk, nothing)
        assert (mine.actor.role, mine.actor.agency_id) == (Role.PARTNER, here.prison)
        views.give(mine, here.assessment_id, "P08", here.prison, 1, way=Way.LAPTOP)
        service.end_turn(any_desk, here.prison)
        service.begin_turn(any_desk, here.probation)
        next_one = service.turn_desk(any_desk, nothing)
        with pytest.raises(Refused):
            views.own_views(next_one, here.assessment_id, here.prison)

    def test_what_a_phone_gave_before_shows_to_that_agency_alone(self, desk: Desk) -> None:
        here = room(desk)
        views.give(
            here.joined(here.prison), here.assessment_id, "P08", here.prison, 3, way=Way.JOINED
        )
        service.pass_laptop(desk, here.assessment_id, PIN)
        service.begin_turn(desk, here.prison)
        mine = service.turn_desk(desk, nothing)
        first, _later = views.own_view(mine, here.assessment_id, "P08", here.prison)
        assert first is not None
        assert first.said == 3

    def test_a_tab_of_the_turn_before_can_neither_read_nor_write(self, any_desk: Desk) -> None:
        here = passing(any_desk, "prison")
        before = service.turn_desk(any_desk, nothing)
        service.end_turn(any_desk, here.prison)
        for agency in ("", here.probation):
            if agency:
                service.begin_turn(any_desk, agency)
            with pytest.raises(Refused, match="another agency’s turn"):
                views.own_views(before, here.assessment_id, here.prison)
            with pytest.raises(Refused, match="another agency’s turn"):
                views.give(before, here.assessment_id, "P08", here.prison, 1, way=Way.LAPTOP)

    def test_a_turn_is_not_opened_again_nor_in_another_s(self, any_desk: Desk) -> None:
        here = passing(any_desk, "prison")
        with pytest.raises(Refused, match="another agency’s turn"):
            service.begin_turn(any_desk, here.probation)
        service.end_turn(any_desk, here.prison)
        found = service.passed(any_desk)
        assert found
        assert found.over == {here.prison}
        with pytest.raises(Refused, match="has had its turn"):
            service.begin_turn(any_desk, here.prison)

    def test_another_round_begins_anew(self, desk: Desk) -> None:
        here = passing(desk, "prison")
        service.end_turn(desk, here.prison)
        service.end_by_pin(desk, PIN)
        service.pass_laptop(desk, here.assessment_id, PIN)
        service.begin_turn(desk, here.prison)

    def test_observers_have_no_turn(self, desk: Desk) -> None:
        with pytest.raises(BadInput, match="observes"):
            passing(desk, "observer")

    def test_only_the_lead_gives_turns(self, desk: Desk) -> None:
        here = room(desk)
        for other in (here.door, here.joined(here.prison), seen_by(desk, VIEWER)):
            with pytest.raises(Refused, match="Only at the laptop"):
                service.pass_laptop(other, here.assessment_id, PIN)
            for act in (service.end_by_pin, service.begin_turn, service.end_turn):
                with pytest.raises(Refused, match="Only at the laptop"):
                    act(other, PIN)
            with pytest.raises(Refused, match="Only at the laptop"):
                service.unlock(other)


class TestPin:
    @pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "１２３４", "12 34", "-123"])
    def test_it_is_four_to_eight_figures(self, desk: Desk, pin: str) -> None:
        here = room(desk)
        with pytest.raises(BadInput, match="4 to 8 figures"):
            service.pass_laptop(desk, here.assessment_id, pin)
        assert service.passed(desk) is None

    def test_the_right_one_gives_the_app_back(self, any_desk: Desk) -> None:
        here = passing(any_desk, "prison")
        service.end_by_pin(any_desk, PIN)
        assert service.passed(any_desk) is None
        assert partnerships.assessment(service.lead_desk(any_desk, nothing), here.assessment_id)

    def test_five_wrong_ones_and_the_right_one_waits_a_minute(self, any_desk: Desk) -> None:
        desk, clock = held(any_desk)
        passing(desk)
        for _ in range(5):
            with pytest.raises(Refused, match="not the PIN"):
                service.end_by_pin(desk, "1111")
        with pytest.raises(Refused, match="Too many wrong PINs"):
            service.end_by_pin(desk, PIN)
        clock.forward(seconds=59)
        with pytest.raises(Refused, match="Too many wrong PINs"):
            service.end_by_pin(desk, PIN)
        clock.forward(seconds=2)
        service.end_by_pin(desk, PIN)
        assert service.passed(desk) is None

    def test_each_further_wrong_one_waits_longer(self, desk: Desk) -> None:
        desk, clock = held(desk)
        passing(desk)
        for _ in range(5):
            with pytest.raises(Refused):
                service.end_by_pin(desk, "1111")
        for minutes in (1, 2, 4, 8, 16, 32, 32):
            clock.forward(minutes=minutes, seconds=-1)
            with pytest.raises(Refused, match="Too many"):
                service.end_by_pin(desk, "1111")
            clock.forward(seconds=2)
            with pytest.raises(Refused, match="not the PIN"):
                service.end_by_pin(desk, "1111")

    def test_neither_pin_nor_hash_is_in_the_log(self, any_desk: Desk) -> None:
        passing(any_desk, "prison")
        with pytest.raises(Refused):
            service.end_by_pin(any_desk, "97531")
        service.end_by_pin(any_desk, PIN)
        with any_desk.store.reading() as tx:
            rows = tx.all(sa.select(activity_event))
        mine = [row for row in rows if row["subject_table"] == "laptop_turn"]
        kept = json.dumps([[row["what"], row["before"], row["after"]] for row in mine], default=str)
        assert {row["what"] for row in mine} == {
            "laptop_turn.began",
            "laptop_turn.agency_began",
            "laptop_turn.wrong_pin",
            "laptop_turn.ended",
        }
        assert "97531" not in kept
        assert PIN not in kept
        assert '"pin_hash": "not logged"' in kept

    def test_a_forgotten_one_is_helped_at_the_command_line(self, any_desk: Desk) -> None:
        passing(any_desk, "prison")
        assert service.unlock(any_desk)
        assert service.passed(any_desk) is None
        assert not service.unlock(any_desk)
