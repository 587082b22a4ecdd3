"""A review from its beginning to its record, by the lead alone and within one area."""

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import MoveReason, Reported
from action_plans.reviews import service
from action_plans.reviews.model import Why
from assessment.access.errors import (
    BadInput,
    NotFound,
    Refused,
)
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.action_plans.reviews.held import Held, in_days
from tests.desk import VIEWER, begin_area, seen_by


def test_a_review_goes_from_its_beginning_to_its_record_and_the_next_date(any_held: Held) -> None:
    held, desk = any_held, any_held.desk
    assert [turn.why for turn in service.here(desk, held.review).turns] == [
        Why.OVERDUE, Why.DUE, Why.FINISHED
    ]  # fmt: skip
    held.say("Late", Reported.NO_UPDATE)
    service.move_due(desk, held.turn("Late").id, in_days(desk, 40), MoveReason.STAFFING)
    [move] = held.action("Late").moves
    actions.edit_move_words(desk, move.id, Typed.over("", "Two posts are empty"))
    held.say("Soon", Reported.DONE)
    service.word(desk, held.turn("Soon").id, Typed.over("", "The rota is signed"))
    actions.edit_text(desk, held.action("Soon").id, "shown_by", Typed.over("", "The rota"))
    record = held.end()

    assert (record.present, record.away) == (("Aldermoor Council",), ("HMP Stonebrook",))
    late, soon, done = record.lines
    assert (late.said, late.stood, late.stands) == ("No update received", "At risk", "At risk")
    assert (soon.said, soon.line) == ("Done", "The rota is signed")
    assert (soon.stood, soon.stands) == ("At risk", "Complete")
    assert (done.said, done.stands) == ("", "Complete")
    assert record.changed == (soon,)
    assert record.no_update == (late,)
    assert record.not_reached == ()
    [told] = record.moves
    assert told.why == "Staffing: Two posts are empty"
    assert (told.first_due_on, told.to_on) == (in_days(desk, -10), in_days(desk, 40))
    assert [(one.what, one.shown_by) for one in record.done] == [
        ("Soon", "The rota"), ("Done", "Signed protocol")
    ]  # fmt: skip
    assert record.next_on == in_days(desk, 91)
    one = partnerships.assessment(desk, held.area.assessment)
    assert one.next_review_on == record.next_on
    assert service.running_review(desk, held.area.partnership) is None
    assert [one.id for one in service.reviews_of(desk, held.area.partnership)] == [held.review]


def test_after_a_crash_it_is_back_on_its_action(any_held: Held) -> None:
    held = any_held
    service.go_to(held.desk, held.review, 2, seen=1)
    again = service.begin_review(held.desk, held.area.assessment)
    assert again == held.review
    here = service.here(held.desk, again)
    assert here.turn == held.turn("Soon")
    assert here.left == 2


def test_a_double_press_on_next_skips_nothing(held: Held) -> None:
    for _ in range(2):
        service.go_to(held.desk, held.review, 2, seen=1)
    assert service.review(held.desk, held.review).place == 2
    service.go_to(held.desk, held.review, 99)
    assert service.here(held.desk, held.review).turn is None


def test_what_is_recorded_keeps_its_place_in_the_walk(held: Held) -> None:
    """Else what is done or moved ahead would fall out, and the next ones be skipped."""
    before = service.here(held.desk, held.review).turns
    held.say("Late", Reported.DONE)
    service.set_off(held.desk, held.review)
    assert service.here(held.desk, held.review).turns == before


def test_one_begun_by_mistake_goes_away_and_comes_back(held: Held) -> None:
    service.put_away(held.desk, held.review)
    assert service.running_review(held.desk, held.area.partnership) is None
    other = service.begin_review(held.desk, held.area.assessment)
    with pytest.raises(Refused):
        service.put_back(held.desk, held.review)
    service.put_away(held.desk, other)
    service.put_back(held.desk, held.review)
    assert service.running_review(held.desk, held.area.partnership).id == held.review


def test_nothing_of_another_area_is_taken(held: Held) -> None:
    other = begin_area(held.desk, "Brackwater")
    stranger = partnerships.add_agency(held.desk, other.partnership_id, "Elsewhere", ["LAC"])
    with pytest.raises(BadInput):
        service.set_present(held.desk, held.review, [stranger])


def test_a_closed_assessment_is_not_reviewed(area: Area) -> None:
    desk, one = area.desk, area.assessment
    area.rate(G01=0)
    partnerships.edit_assessment_text(desk, one, "no_dates_reason", Typed.over("", "They follow"))
    partnerships.agree(desk, one)
    partnerships.close(desk, one)
    with pytest.raises(Refused, match="closed"):
        service.begin_review(desk, one)


def test_only_the_lead_holds_a_review(held: Held) -> None:
    viewer = seen_by(held.desk, VIEWER)
    turn = held.turn("Soon").id
    for act in (
        lambda: service.begin_review(viewer, held.area.assessment),
        lambda: service.set_off(viewer, held.review),
        lambda: service.report(viewer, turn, Reported.DONE),
        lambda: service.end(viewer, held.review),
    ):
        with pytest.raises(Refused):
            act()


def test_what_is_not_there_is_said_plainly(area: Area) -> None:
    with pytest.raises(NotFound):
        service.record_of(area.desk, "nowhere")
    with pytest.raises(NotFound):
        service.report(area.desk, "nowhere", Reported.DONE)
