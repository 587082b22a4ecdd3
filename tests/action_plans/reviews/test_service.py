from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import Dates, Impact, MoveReason, Reported
from action_plans.actions.rules.status import State, status_of
from action_plans.reviews import service
from action_plans.reviews.model import Turn, Why
from assessment.access.desk import Desk
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    LikelyIdentifier,
    NotFound,
    Refused,
    StaleEdit,
)
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.desk import VIEWER, begin_area, seen_by


def in_days(desk: Desk, number: int) -> date:
    return desk.today() + timedelta(days=number)


@dataclass(frozen=True)
class Held:
    """A review that has set off, with its turns by what the action says."""

    area: Area
    review: str

    @property
    def desk(self) -> Desk:
        return self.area.desk

    def turn(self, what: str) -> Turn:
        found = service.here(self.desk, self.review).turns
        return next(t for t in found if actions.action(self.desk, t.action_id).what == what)

    def action(self, what: str):
        return actions.action(self.desk, self.turn(what).action_id)

    def say(self, what: str, said: Reported | None, **given: object) -> None:
        service.report(self.desk, self.turn(what).id, said, **given)  # type: ignore[arg-type]

    def end(self):
        service.end(self.desk, self.review)
        return service.record_of(self.desk, self.review)


def raised(area: Area, what: str, due: int | None, **values: object) -> str:
    on = None if due is None else in_days(area.desk, due)
    return actions.raise_action(
        area.desk, area.assessment, ["P08"], what, due_on=on, **values  # type: ignore[arg-type]
    )  # fmt: skip


def setting_off(area: Area) -> Held:
    """Late, soon and done are gone through; what is due next year goes on by itself."""
    raised(area, "Soon", 20, owner_agency_id=area.council, owner_role="Commissioner")
    raised(area, "Late", -10, owner_agency_id=area.prison_team)
    raised(area, "Next year", 300)
    done = raised(area, "Done", -5)
    actions.complete(area.desk, done, shown_by="Signed protocol")
    review = service.begin_review(area.desk, area.assessment)
    service.set_present(area.desk, review, [area.council])
    service.set_off(area.desk, review)
    return Held(area, review)


@pytest.fixture
def held(area: Area) -> Held:
    return setting_off(area)


@pytest.fixture
def any_held(any_area: Area) -> Held:
    return setting_off(any_area)


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


class TestReport:
    def test_no_update_received_changes_nothing_but_what_is_said_beside_it(
        self, held: Held
    ) -> None:
        desk, before = held.desk, held.action("Late")
        stood = status_of(before, desk.today())
        held.say("Late", Reported.NO_UPDATE)
        after = held.action("Late")
        said = status_of(after, desk.today())
        assert said.state is stood.state
        assert said.reason == f"{stood.reason} No update received on 21 November 2026."
        assert after.open
        assert after.notes[-1].said_by == ""

    def test_another_press_corrects_the_same_note(self, held: Held) -> None:
        for said in (Reported.AT_RISK, Reported.NO_UPDATE, Reported.ON_TRACK):
            held.say("Soon", said)
        assert [note.report for note in held.action("Soon").notes] == [Reported.ON_TRACK]

    def test_the_owner_said_it_where_its_agency_is_there(self, held: Held) -> None:
        held.say("Soon", Reported.ON_TRACK)
        held.say("Late", Reported.ON_TRACK)
        assert held.action("Soon").notes[-1].said_by == "Commissioner"
        assert held.action("Late").notes[-1].said_by == ""

    def test_done_by_a_slip_opens_again(self, held: Held) -> None:
        held.say("Soon", Reported.DONE)
        assert held.action("Soon").impact_due_on == in_days(held.desk, 91)
        assert not held.action("Soon").open
        held.say("Soon", Reported.ON_TRACK)
        assert held.action("Soon").open
        held.say("Soon", None)
        assert held.action("Soon").notes == ()

    def test_what_was_finished_before_is_not_reported_on(self, held: Held) -> None:
        with pytest.raises(BadInput):
            held.say("Done", Reported.ON_TRACK)
        assert not held.action("Done").open

    def test_a_screen_that_fell_behind_is_told_so(self, held: Held) -> None:
        held.say("Soon", Reported.AT_RISK, seen=None)
        with pytest.raises(ChangedMeanwhile):
            held.say("Soon", Reported.DONE, seen=None)
        assert held.action("Soon").open

    def test_a_date_moved_in_the_same_turn_is_what_was_reported_on_track(self, held: Held) -> None:
        held.say("Late", Reported.ON_TRACK)
        service.move_due(
            held.desk, held.turn("Late").id, in_days(held.desk, 60), MoveReason.STAFFING
        )
        state = status_of(held.action("Late"), held.desk.today()).state
        assert state is State.ON_TRACK

    def test_nothing_is_recorded_once_the_review_has_ended(self, held: Held) -> None:
        turn = held.turn("Soon").id
        held.end()
        for act in (
            lambda: service.report(held.desk, turn, Reported.DONE),
            lambda: service.word(held.desk, turn, Typed.over("", "Late news")),
            lambda: service.move_due(held.desk, turn, in_days(held.desk, 60), MoveReason.STAFFING),
        ):
            with pytest.raises(Refused):
                act()
        assert held.action("Soon").notes == ()


class TestLine:
    def test_it_may_come_before_the_report_and_is_one_note_with_it(self, held: Held) -> None:
        turn = held.turn("Soon").id
        service.word(held.desk, turn, Typed.over("", "The rota is"))
        held.say("Soon", Reported.ON_TRACK)
        service.word(held.desk, turn, Typed.over("The rota is", "The rota is signed"))
        [note] = held.action("Soon").notes
        assert (note.text, note.report) == ("The rota is signed", Reported.ON_TRACK)

    def test_it_is_guarded_and_loses_neither_of_two_texts(self, held: Held) -> None:
        turn = held.turn("Soon").id
        with pytest.raises(LikelyIdentifier):
            service.word(held.desk, turn, Typed.over("", "Ring about A1234BC"))
        assert held.action("Soon").notes == ()
        service.word(held.desk, turn, Typed.over("", "Theirs"))
        with pytest.raises(StaleEdit):
            service.word(held.desk, turn, Typed.over("", "Mine"))

    def test_taken_out_again_it_leaves_no_empty_note(self, held: Held) -> None:
        turn = held.turn("Soon").id
        service.word(held.desk, turn, Typed.over("", "Hm"))
        service.word(held.desk, turn, Typed.over("Hm", ""))
        assert held.action("Soon").notes == ()


class TestMoves:
    def test_every_move_stays_and_a_slip_of_the_hand_is_none(self, any_area: Area) -> None:
        desk, action = any_area.desk, raised(any_area, "Soon", 20)
        dates = actions.action(desk, action).dates

        def move(to: int, why: MoveReason | None = None) -> None:
            wanted = dates().model_copy(update={"due_on": in_days(desk, to)})
            actions.set_dates(desk, action, wanted, why=why)

        move(400, MoveReason.OTHER_AGENCY)
        move(40)
        [slip] = actions.action(desk, action).moves
        assert (slip.from_on, slip.to_on) == (in_days(desk, 20), in_days(desk, 40))
        assert slip.reason is MoveReason.OTHER_AGENCY
        desk.now.forward(days=1)  # type: ignore[attr-defined]
        move(60, MoveReason.STAFFING)
        both = actions.action(desk, action).moves
        assert [one.reason for one in both] == [MoveReason.OTHER_AGENCY, MoveReason.STAFFING]
        move(39)
        assert len(actions.action(desk, action).moves) == 1
        assert actions.action(desk, action).original_due_on == in_days(desk, 19)

    def test_a_screen_that_fell_behind_is_told_so(self, held: Held) -> None:
        desk, first = held.desk, MoveReason.STAFFING
        service.move_due(desk, held.turn("Late").id, in_days(desk, 60), first)
        [move] = held.action("Late").moves
        actions.explain_move(desk, move.id, MoveReason.POPULATION, seen=first)
        with pytest.raises(ChangedMeanwhile):
            actions.explain_move(desk, move.id, MoveReason.OTHER, seen=first)

    def test_the_first_date_put_right_on_its_day_leaves_no_move(self, area: Area) -> None:
        action = raised(area, "Soon", 20)
        actions.set_dates(area.desk, action, Dates(due_on=in_days(area.desk, 10)))
        actions.correct_first_due(area.desk, action)
        assert actions.action(area.desk, action).moves == ()


class TestImpact:
    def test_no_effect_is_an_answer_and_too_early_asks_again(self, any_held: Held) -> None:
        desk, done = any_held.desk, any_held.action("Done").id
        actions.say_impact(desk, done, Impact.TOO_EARLY)
        assert actions.action(desk, done).impact_due_on == in_days(desk, 91)
        actions.say_impact(desk, done, Impact.NONE)
        found = actions.action(desk, done)
        assert [one.answer for one in found.impacts] == [Impact.TOO_EARLY, Impact.NONE]
        assert found.impact_due_on is None
        assert [one.answer for one in any_held.end().impacts] == ["Done, no effect seen"]

    def test_an_effect_is_seen_only_with_what_was_seen(self, held: Held) -> None:
        desk, done = held.desk, held.action("Done").id
        with pytest.raises(BadInput):
            actions.say_impact(desk, done, Impact.SEEN)
        actions.edit_text(desk, done, "effect_draft", Typed.over("", "26 of 30 came"))
        actions.say_impact(desk, done, Impact.SEEN)
        found = actions.action(desk, done)
        assert found.impact is not None
        assert (found.impact.words, found.effect_draft) == ("26 of 30 came", "")

    def test_it_is_asked_of_nothing_that_is_still_to_be_done(self, held: Held) -> None:
        with pytest.raises(BadInput):
            actions.say_impact(held.desk, held.action("Soon").id, Impact.NONE)

    def test_two_screens_do_not_answer_over_each_other(self, held: Held) -> None:
        done = held.action("Done").id
        actions.say_impact(held.desk, done, Impact.NONE, seen=None)
        with pytest.raises(ChangedMeanwhile):
            actions.say_impact(held.desk, done, Impact.TOO_EARLY, seen=None)


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


def test_a_later_review_looks_back_to_the_one_before(held: Held) -> None:
    held.end()
    clock = held.desk.now()
    later = replace(held.desk, now=lambda: clock + timedelta(days=91))
    ahead = service.walk_ahead(later, held.area.partnership, in_days(later, 91))
    found = {action.what: why for action, why in ahead}
    assert found == {"Late": Why.OVERDUE, "Soon": Why.OVERDUE, "Done": Why.IMPACT}
