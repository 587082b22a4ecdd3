"""Joining by a code: who is let in, who is not, and what guessing comes to."""

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from assessment.access.actor import Role
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound, Refused
from assessment.invitations import service
from assessment.invitations.rules.codes import as_typed, code_hash
from assessment.partnership import service as partnerships
from assessment.store.activity import activity_event
from tests.assessment.invitations.joined import room
from tests.desk import VIEWER, FixedClock, seen_by


HERE, THERE = "10.0.0.4", "10.0.0.5"
WRONG = "BBBB-BBBB"


def logged(desk: Desk, what: str) -> list[str]:
    """Each event of a kind, as text."""
    with desk.store.reading() as tx:
        rows = tx.all(sa.select(activity_event).where(activity_event.c.what == what))
    return [json.dumps([row["before"], row["after"]]) for row in rows]


def at_pace(desk: Desk, tick: timedelta) -> Desk:
    """The same desk, whose clock goes on by so much each time it is asked."""
    clock = FixedClock(desk.now(), tick)
    return Desk(store=desk.store, actor=desk.actor, now=clock, new_id=desk.new_id)


class TestCodes:
    def test_each_agency_asked_gets_one_and_observers_none(self, any_desk: Desk) -> None:
        here = room(any_desk)
        made = service.make_codes(any_desk, here.assessment_id)
        assert set(made) == {here.prison, here.probation}
        assert len(set(made.values())) == 2
        assert set(service.codes_of(any_desk, here.assessment_id)) == set(made)

    def test_an_agency_of_which_nothing_is_asked_gets_none(self, desk: Desk) -> None:
        here = room(desk)
        area = partnerships.partnership_of(desk, here.assessment_id)
        housing = partnerships.add_agency(desk, area, "Housing team", ["HSG"])
        assert housing not in service.make_codes(desk, here.assessment_id)
        with pytest.raises(BadInput, match="asked of that agency"):
            here.code(housing)

    def test_slips_that_were_printed_go_on_being_right(self, any_desk: Desk) -> None:
        here = room(any_desk)
        printed = here.code(here.prison)
        assert set(service.make_codes(any_desk, here.assessment_id)) == {here.probation}
        assert service.join(here.door, printed, HERE)

    def test_a_new_code_takes_the_place_of_the_old(self, any_desk: Desk) -> None:
        here = room(any_desk)
        old = here.code(here.prison)
        new = here.code(here.prison)
        with pytest.raises(Refused, match="opens nothing here"):
            service.join(here.door, old, HERE)
        assert service.join(here.door, new, HERE)

    def test_a_revoked_code_opens_nothing(self, any_desk: Desk) -> None:
        here = room(any_desk)
        code = here.code(here.prison)
        service.revoke(any_desk, here.assessment_id, here.prison)
        with pytest.raises(Refused, match="opens nothing here"):
            service.join(here.door, code, HERE)
        assert not service.codes_of(any_desk, here.assessment_id)

    def test_neither_code_nor_hash_nor_address_is_in_the_log(self, any_desk: Desk) -> None:
        here = room(any_desk)
        code = here.code(here.prison)
        token = service.join(here.door, code, HERE)
        with pytest.raises(Refused):
            service.join(here.door, WRONG, HERE)
        with any_desk.store.reading() as tx:
            rows = tx.all(sa.select(activity_event))
        kept = json.dumps([[row["what"], row["before"], row["after"]] for row in rows])
        for secret in (code, as_typed(code), code_hash(as_typed(code)), token, WRONG, HERE):
            assert secret not in kept

    def test_an_observer_cannot_be_given_one(self, desk: Desk) -> None:
        here = room(desk)
        with pytest.raises(BadInput, match="observes"):
            here.code(here.observer)

    def test_only_the_lead_makes_and_sees_them(self, desk: Desk) -> None:
        here = room(desk)
        for other in (here.door, here.joined(here.prison), seen_by(desk, VIEWER)):
            for act in (service.make_codes, service.codes_of, service.devices_of):
                with pytest.raises(Refused, match="Only the lead"):
                    act(other, here.assessment_id)

    def test_none_are_made_once_the_ratings_are_agreed(self, desk: Desk) -> None:
        here = room(desk)
        here.agree()
        with pytest.raises(Refused, match="codes have stopped"):
            service.make_codes(desk, here.assessment_id)


class TestSameBrowser:
    """The door knows a browser by a random name, and its next tab is the same device."""

    NAME = "a" * 43

    def test_joining_again_is_the_same_device_by_another_code_too(self, any_desk: Desk) -> None:
        here = room(any_desk)
        first = service.join(here.door, here.code(here.prison), HERE, self.NAME)
        again = service.join(here.door, here.code(here.prison), HERE, self.NAME)
        assert first == again
        assert len(service.devices_of(any_desk, here.assessment_id)) == 1

    def test_another_browser_or_agency_is_another_device(self, desk: Desk) -> None:
        here = room(desk)
        joins = ((here.prison, self.NAME), (here.prison, "b" * 43), (here.probation, self.NAME))
        tokens = {service.join(here.door, here.code(one), HERE, name) for one, name in joins}
        assert len(tokens) == 3

    def test_one_that_the_lead_ended_joins_as_a_new_one(self, desk: Desk) -> None:
        here = room(desk)
        first = service.join(here.door, here.code(here.prison), HERE, self.NAME)
        [device] = service.devices_of(desk, here.assessment_id)
        service.end_device(desk, here.assessment_id, device.id)
        again = service.join(here.door, here.code(here.prison), HERE, self.NAME)
        assert again != first
        assert service.is_seat(desk, again)

    @pytest.mark.parametrize("name", ["", "short", "a" * 42 + ";", "a" * 44])
    def test_a_name_that_the_door_does_not_give_names_nobody(self, desk: Desk, name: str) -> None:
        here = room(desk)
        tokens = {service.join(here.door, here.code(here.prison), HERE, name) for _ in range(2)}
        assert len(tokens) == 2


class TestJoining:
    def test_it_gives_the_desk_of_one_agency_in_one_assessment(self, any_desk: Desk) -> None:
        here = room(any_desk)
        token = service.join(here.door, here.code(here.prison), HERE)
        actor = service.partner_desk(here.door, token).actor
        assert (actor.role, actor.assessment_id, actor.agency_id) == (
            Role.PARTNER,
            here.assessment_id,
            here.prison,
        )
        assert actor.name == "HMP Stonebrook, device 1"

    @pytest.mark.parametrize(
        "change", [str.lower, lambda c: c.replace("-", " "), lambda c: f" {c}"]
    )
    def test_capitals_hyphens_and_spaces_make_no_difference(self, desk: Desk, change) -> None:
        here = room(desk)
        assert service.join(here.door, change(here.code(here.prison)), HERE)

    def test_nothing_typed_is_no_wrong_code(self, desk: Desk) -> None:
        here = room(desk)
        with pytest.raises(BadInput, match="Type the code"):
            service.join(here.door, " - ", HERE)
        assert service.wrong_codes(desk) == 0

    def test_the_code_is_right_but_views_are_not_asked_for_yet(self, desk: Desk) -> None:
        here = room(desk, asked=False)
        with pytest.raises(Refused, match="not asked for yet"):
            service.join(here.door, here.code(here.prison), HERE)
        assert service.wrong_codes(desk) == 0

    def test_codes_stop_once_the_ratings_are_agreed(self, any_desk: Desk) -> None:
        here = room(any_desk)
        code = here.code(here.prison)
        here.agree()
        with pytest.raises(Refused, match="codes have stopped"):
            service.join(here.door, code, HERE)

    def test_an_agency_that_observes_by_now_is_not_let_in(self, desk: Desk) -> None:
        here = room(desk)
        code = here.code(here.prison)
        partnerships.set_observer(desk, here.prison, True)
        with pytest.raises(Refused, match="no longer asked"):
            service.join(here.door, code, HERE)

    def test_only_someone_at_the_door_joins(self, desk: Desk) -> None:
        here = room(desk)
        code = here.code(here.prison)
        for other in (desk, here.joined(here.probation), seen_by(desk, VIEWER)):
            with pytest.raises(Refused, match="on the devices of agencies"):
                service.join(other, code, HERE)

    def test_no_more_than_twenty_devices_join_by_one_code(self, desk: Desk) -> None:
        here = room(desk)
        code = here.code(here.prison)
        for _ in range(20):
            service.join(here.door, code, HERE)
        with pytest.raises(Refused, match="no more are let in"):
            service.join(here.door, code, HERE)


class TestGuessing:
    def test_two_hundred_wrong_codes_in_a_minute_are_ten_tries(self, any_desk: Desk) -> None:
        here = room(any_desk)
        code = here.code(here.prison)
        door = at_pace(here.door, timedelta(seconds=0.05))
        refused = []
        for _ in range(200):
            with pytest.raises(Refused) as told:
                service.join(door, WRONG, HERE)
            refused.append("opens nothing" in str(told.value))
        assert sum(refused) == 10
        with pytest.raises(Refused, match="Wait ten minutes"):
            service.join(door, code, HERE)
        assert service.join(door, code, THERE)

    def test_every_wrong_code_is_logged(self, any_desk: Desk) -> None:
        here = room(any_desk)
        for wrong in (WRONG, "short", "O0O0O0O0"):
            with pytest.raises(Refused, match="opens nothing"):
                service.join(here.door, wrong, HERE)
        assert len(logged(any_desk, "join_code.refused")) == 3
        assert service.wrong_codes(any_desk) == 3

    def test_whoever_changes_addresses_gains_nothing(self, any_desk: Desk) -> None:
        here = room(any_desk)
        code = here.code(here.prison)
        door = at_pace(here.door, timedelta(seconds=0.05))
        for number in range(100):
            with pytest.raises(Refused, match="opens nothing"):
                service.join(door, "short", f"10.1.0.{number}")
        with pytest.raises(Refused, match="on this network"):
            service.join(door, code, "10.2.0.1")

    def test_after_ten_minutes_it_is_open_again(self, desk: Desk) -> None:
        here = room(desk)
        code = here.code(here.prison)
        for _ in range(10):
            with pytest.raises(Refused):
                service.join(here.door, WRONG, HERE)
        later = at_pace(here.door, timedelta(minutes=10))
        assert service.join(later, code, HERE)

    def test_where_they_came_from_is_forgotten_after_a_day(self, any_desk: Desk) -> None:
        here = room(any_desk)
        with pytest.raises(Refused):
            service.join(here.door, WRONG, HERE)
        with pytest.raises(Refused):
            service.join(at_pace(here.door, timedelta(days=2)), WRONG, THERE)
        with any_desk.store.reading() as tx:
            assert list(tx.all(sa.text("SELECT source FROM wrong_code"))) == [{"source": THERE}]

    def test_those_who_joined_go_on_while_the_door_is_shut(self, desk: Desk) -> None:
        here = room(desk)
        token = service.join(here.door, here.code(here.prison), HERE)
        for _ in range(11):
            with pytest.raises(Refused):
                service.join(here.door, WRONG, HERE)
        assert service.partner_desk(here.door, token).actor.agency_id == here.prison


class TestDevices:
    def test_the_first_is_the_contact_s_and_the_second_is_seen(self, any_desk: Desk) -> None:
        here = room(any_desk)
        first, second = here.joined(here.prison), here.joined(here.prison)
        here.joined(here.probation)
        assert service.is_contact(first)
        assert not service.is_contact(second)
        assert [one.number for one in service.devices_beside(first)] == [2]
        found = service.devices_of(any_desk, here.assessment_id)
        mine = [one for one in found if one.agency_id == here.prison]
        assert [(one.number, one.contact) for one in mine] == [(1, True), (2, False)]

    def test_an_ended_device_reaches_nothing(self, any_desk: Desk) -> None:
        here = room(any_desk)
        token = service.join(here.door, here.code(here.prison), HERE)
        partner = service.partner_desk(here.door, token)
        service.end_device(any_desk, here.assessment_id, partner.actor.device_id)
        with pytest.raises(Refused, match="ended it"):
            service.partner_desk(here.door, token)
        with pytest.raises(Refused, match="ended it"):
            service.check_is_contact(partner)

    def test_whoever_comes_after_an_ended_contact_is_the_contact(self, desk: Desk) -> None:
        here = room(desk)
        first = here.joined(here.prison)
        service.end_device(desk, here.assessment_id, first.actor.device_id)
        again = here.joined(here.prison)
        assert service.is_contact(again)
        assert again.actor.name == "HMP Stonebrook, device 2"

    def test_the_lead_hands_the_contact_over(self, any_desk: Desk) -> None:
        here = room(any_desk)
        first, second = here.joined(here.prison), here.joined(here.prison)
        service.hand_over(any_desk, here.assessment_id, second.actor.device_id)
        assert service.is_contact(second)
        assert not service.is_contact(first)

    def test_a_device_of_another_assessment_is_not_touched(self, desk: Desk) -> None:
        here, other = room(desk), room(desk)
        device = here.joined(here.prison)
        for act in (service.end_device, service.hand_over):
            with pytest.raises(NotFound):
                act(desk, other.assessment_id, device.actor.device_id)
        assert service.is_contact(device)

    @pytest.mark.parametrize("token", ["", "x", "A" * 43, "' OR 1=1 --"])
    def test_no_other_token_opens_a_seat(self, desk: Desk, token: str) -> None:
        here = room(desk)
        here.joined(here.prison)
        with pytest.raises(Refused, match="has not joined"):
            service.partner_desk(here.door, token)

    def test_a_closed_assessment_has_no_seats(self, desk: Desk) -> None:
        here = room(desk)
        token = service.join(here.door, here.code(here.prison), HERE)
        here.agree()
        partnerships.close(desk, here.assessment_id)
        with pytest.raises(Refused, match="closed"):
            service.partner_desk(here.door, token)

    def test_a_partner_ends_and_hands_over_nothing(self, desk: Desk) -> None:
        here = room(desk)
        first, second = here.joined(here.prison), here.joined(here.prison)
        for act in (service.end_device, service.hand_over):
            with pytest.raises(Refused, match="Only the lead"):
                act(second, here.assessment_id, first.actor.device_id)
