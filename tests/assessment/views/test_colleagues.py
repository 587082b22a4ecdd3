"""A second device of an agency: it stands beside the contact's, and sends nothing by itself."""

import json

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, NotFound, Refused
from assessment.access.typed import Typed
from assessment.invitations import service as invitations
from assessment.store.activity import activity_event
from assessment.views import service
from assessment.views.model import Answer, Way
from tests.assessment.invitations.joined import Room, room


STATEMENT = "P08"


def own(here: Room, device: Desk) -> tuple:
    """What stands as the agency's view, first and later."""
    return service.own_view(device, here.assessment_id, STATEMENT, here.prison)


def give(here: Room, device: Desk, said: int) -> None:
    """The agency's own answer, sent from a device."""
    service.give(device, here.assessment_id, STATEMENT, here.prison, said, way=Way.JOINED)


class TestBeside:
    def test_a_colleague_s_answer_is_not_the_agency_s(self, any_desk: Desk) -> None:
        here = room(any_desk)
        contact, colleague = here.joined(here.prison), here.joined(here.prison)
        service.answer_beside(colleague, STATEMENT, 1)
        assert own(here, contact) == (None, None)
        assert not service.answered(any_desk, here.assessment_id).first
        assert not service.sealed_views(any_desk, here.assessment_id)

    def test_the_contact_sees_it_with_its_reason(self, any_desk: Desk) -> None:
        here = room(any_desk)
        contact, colleague = here.joined(here.prison), here.joined(here.prison)
        service.answer_beside(colleague, STATEMENT, 1)
        service.answer_beside(colleague, STATEMENT, Answer.DONT_KNOW)
        service.edit_reason_beside(colleague, STATEMENT, Typed.over("", "Nobody counts Fridays"))
        [(device, answer)] = service.colleagues_say(contact, STATEMENT)
        assert (device.number, answer.said) == (2, Answer.DONT_KNOW)
        assert answer.reason == "Nobody counts Fridays"

    def test_the_contact_uses_one_and_its_words_follow(self, any_desk: Desk) -> None:
        here = room(any_desk)
        contact, colleague = here.joined(here.prison), here.joined(here.prison)
        give(here, contact, 3)
        mine = (here.assessment_id, STATEMENT, here.prison)
        service.edit_reason(contact, *mine, Typed.over("", "It works on weekdays"))
        service.answer_beside(colleague, STATEMENT, 1)
        service.edit_reason_beside(colleague, STATEMENT, Typed.over("", "Not on Fridays"))
        [(_device, answer)] = service.colleagues_say(contact, STATEMENT)
        service.use_answer(contact, STATEMENT, answer.id)
        service.use_answer(contact, STATEMENT, answer.id)
        first, _later = own(here, contact)
        assert (first.said, first.reason) == (1, "It works on weekdays\nNot on Fridays")

    def test_one_that_was_taken_back_cannot_be_used(self, desk: Desk) -> None:
        here = room(desk)
        contact, colleague = here.joined(here.prison), here.joined(here.prison)
        service.answer_beside(colleague, STATEMENT, 1)
        [(_device, answer)] = service.colleagues_say(contact, STATEMENT)
        service.take_back_beside(colleague, STATEMENT)
        with pytest.raises(NotFound, match="taken that answer back"):
            service.use_answer(contact, STATEMENT, answer.id)
        assert service.own_answers(colleague) == {}

    def test_after_the_contact_is_handed_over_neither_sees_what_the_first_gave(
        self, desk: Desk
    ) -> None:
        here = room(desk)
        first, second = here.joined(here.prison), here.joined(here.prison)
        give(here, first, 2)
        invitations.hand_over(desk, here.assessment_id, second.actor.device_id)
        assert own(here, second) == (None, None)
        assert service.answered_here(second, here.assessment_id, here.prison) == {STATEMENT}
        with pytest.raises(Refused, match="device of its contact"):
            own(here, first)

    def test_words_wait_for_an_answer_and_pass_the_guard(self, any_desk: Desk) -> None:
        here = room(any_desk)
        here.joined(here.prison)
        colleague = here.joined(here.prison)
        with pytest.raises(BadInput, match="Choose an answer first"):
            service.edit_reason_beside(colleague, STATEMENT, Typed.over("", "Fridays"))
        service.answer_beside(colleague, STATEMENT, 1)
        with pytest.raises(LikelyIdentifier):
            service.edit_reason_beside(colleague, STATEMENT, Typed.over("", "See A1234BC"))

    def test_the_log_never_says_what_it_was(self, any_desk: Desk) -> None:
        here = room(any_desk)
        here.joined(here.prison)
        colleague = here.joined(here.prison)
        service.answer_beside(colleague, STATEMENT, 3)
        service.answer_beside(colleague, STATEMENT, 0)
        service.edit_reason_beside(colleague, STATEMENT, Typed.over("", "Fridays"))
        service.take_back_beside(colleague, STATEMENT)
        of_colleagues = sa.select(activity_event).where(
            activity_event.c.subject_table == "colleague_answer"
        )
        with any_desk.store.reading() as tx:
            rows = tx.all(of_colleagues)
        assert len(rows) == 4
        for row in rows:
            kept = {**row["before"], **row["after"]}
            assert kept.get("rating") in {None, "not logged"}
            assert "Fridays" not in json.dumps(kept)


class TestWhatADeviceCannotDo:
    def test_a_colleague_s_device_sends_no_view_and_reads_none(self, any_desk: Desk) -> None:
        here = room(any_desk)
        contact, colleague = here.joined(here.prison), here.joined(here.prison)
        give(here, contact, 2)
        mine = (here.assessment_id, STATEMENT, here.prison)
        for act in (
            lambda: give(here, colleague, 0),
            lambda: service.take_back(colleague, *mine),
            lambda: service.edit_reason(colleague, *mine, Typed.over("", "Ours")),
            lambda: service.set_people(colleague, *mine, 8),
            lambda: own(here, colleague),
            lambda: service.own_views(colleague, here.assessment_id, here.prison),
            lambda: service.colleagues_say(colleague, STATEMENT),
        ):
            with pytest.raises(Refused, match="device of its contact"):
                act()

    def test_an_ended_device_writes_and_reads_nothing_more(self, any_desk: Desk) -> None:
        here = room(any_desk)
        contact, colleague = here.joined(here.prison), here.joined(here.prison)
        for device in (contact, colleague):
            invitations.end_device(any_desk, here.assessment_id, device.actor.device_id)
        for act in (
            lambda: give(here, contact, 0),
            lambda: own(here, contact),
            lambda: service.answer_beside(colleague, STATEMENT, 0),
            lambda: service.own_answers(colleague),
        ):
            with pytest.raises(Refused, match="ended it"):
                act()

    def test_another_agency_or_assessment_is_out_of_reach(self, desk: Desk) -> None:
        here, other = room(desk), room(desk)
        device = here.joined(here.prison)
        for ids in (
            (here.assessment_id, STATEMENT, here.probation),
            (other.assessment_id, STATEMENT, other.prison),
            (other.assessment_id, STATEMENT, here.prison),
        ):
            with pytest.raises(Refused, match="one agency in one assessment"):
                service.give(device, *ids, 1, way=Way.JOINED)
            with pytest.raises(Refused, match="one agency in one assessment"):
                service.own_view(device, *ids)

    def test_other_agencies_colleagues_are_not_seen(self, desk: Desk) -> None:
        here = room(desk)
        here.joined(here.probation)
        theirs = here.joined(here.probation)
        service.answer_beside(theirs, STATEMENT, 1)
        assert service.colleagues_say(here.joined(here.prison), STATEMENT) == ()

    def test_the_lead_keys_nothing_beside(self, desk: Desk) -> None:
        room(desk)
        with pytest.raises(Refused):
            service.answer_beside(desk, STATEMENT, 1)
