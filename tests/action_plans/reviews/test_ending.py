"""A review ends with its record and the next date, and not before the plan is whole."""

from dataclasses import replace
from datetime import timedelta

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import Dates, MoveReason, Reported
from action_plans.reviews import service
from action_plans.reviews.model import Why
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    Refused,
)
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from tests.action_plans.reviews.held import Held, in_days


class TestEnd:
    def test_what_nobody_came_to_is_not_the_same_as_no_update(self, held: Held) -> None:
        held.say("Late", Reported.NO_UPDATE)
        record = held.end()
        assert [line.what for line in record.not_reached] == ["Soon"]
        assert [line.what for line in record.no_update] == ["Late"]

    def test_it_needs_the_next_date_and_one_the_assessment_can_have(self, held: Held) -> None:
        service.set_next(held.desk, held.review, None)
        with pytest.raises(BadInput):
            held.end()
        partnerships.set_assess_again(held.desk, held.area.assessment, in_days(held.desk, 50))
        service.set_next(held.desk, held.review, in_days(held.desk, 60))
        with pytest.raises(BadInput):
            held.end()
        assert service.review(held.desk, held.review).running
        assert held.turn("Soon").stands is None

    def test_a_next_date_set_elsewhere_meanwhile_is_not_overwritten(self, held: Held) -> None:
        partnerships.set_next_review(held.desk, held.area.assessment, in_days(held.desk, 30))
        with pytest.raises(ChangedMeanwhile):
            service.end(held.desk, held.review, seen=None)
        assert service.review(held.desk, held.review).running

    def test_its_record_stands_however_the_actions_go_on(self, held: Held) -> None:
        held.say("Soon", Reported.ON_TRACK)
        before = held.end()
        soon = held.action("Soon").id
        actions.set_dates(held.desk, soon, Dates(due_on=in_days(held.desk, 3)))
        actions.add_note(held.desk, soon, report=Reported.OFF_TRACK)
        after = service.record_of(held.desk, held.review)
        told = [(line.said, line.line, line.stood, line.stands) for line in after.lines]
        assert told == [(line.said, line.line, line.stood, line.stands) for line in before.lines]
        assert after.moves == before.moves

    def test_every_open_action_counts_as_reviewed_from_then_on(self, held: Held) -> None:
        held.end()
        found = actions.actions_of(held.desk, held.area.partnership)
        reviewed = {one.what: one.reviewed_on for one in found}
        assert reviewed.pop("Done") is None
        assert set(reviewed.values()) == {held.desk.today()}


def test_it_ends_only_when_every_action_has_a_date_or_a_reason_for_none(held: Held) -> None:
    late = held.action("Late").id
    actions.set_dates(held.desk, late, Dates(), why=MoveReason.OTHER)
    with pytest.raises(Refused, match="Not ended yet: .* a date for action 2, or a reason for no"):
        service.end(held.desk, held.review)
    actions.edit_text(held.desk, late, "no_due_reason", Typed.over("", "Waits for the tender"))
    assert held.end().ended_at


def test_a_statement_without_an_action_holds_it_once_ratings_are_agreed(held: Held) -> None:
    desk, one = held.desk, held.area.assessment
    held.area.rate(G01=0)
    partnerships.edit_assessment_text(desk, one, "no_dates_reason", Typed.over("", "They follow"))
    partnerships.agree(desk, one)
    with pytest.raises(Refused, match="an action for G01"):
        service.end(desk, held.review)
    actions.write_reason_for_no_action(desk, one, "G01", Typed.over("", "Next year"))
    assert held.end().ended_at


def test_a_later_review_looks_back_to_the_one_before(held: Held) -> None:
    held.end()
    clock = held.desk.now()
    later = replace(held.desk, now=lambda: clock + timedelta(days=91))
    ahead = service.walk_ahead(later, held.area.partnership, in_days(later, 91))
    found = {action.what: why for action, why in ahead}
    assert found == {"Late": Why.OVERDUE, "Soon": Why.OVERDUE, "Done": Why.IMPACT}
