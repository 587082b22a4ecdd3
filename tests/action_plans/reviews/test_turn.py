"""What is said of one action in its turn: the report, the line, and moves of its date."""

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import Dates, MoveReason, Reported
from action_plans.actions.rules.status import State, status_of
from action_plans.reviews import service
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    LikelyIdentifier,
    Refused,
    StaleEdit,
)
from assessment.access.typed import Typed
from tests.action_plans.actions.area import Area
from tests.action_plans.reviews.held import Held, in_days, raised


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
