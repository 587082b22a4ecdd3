"""The facilitator's screen: what it shows before the spread and after, in how few presses."""

import re
from dataclasses import dataclass, field
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Answer, Way
from domains.walk.panels.room_differ import Differing
from domains.walk.panels.room_way import KEYS
from tests.assessment.consensus.agreed import agree
from tests.desk import Area, begin_area


HERE, GENTLE = "P08", "A03"
AGENCIES = {"HMP Stonebrook": "PTP", "Probation": "PS", "Way Back In": "LEX"}
ALIKE: dict[str, int | Answer] = dict.fromkeys(AGENCIES, 2)
APART: dict[str, int | Answer] = {
    "HMP Stonebrook": 1,
    "Probation": 3,
    "Way Back In": Answer.DONT_KNOW,
}


def _script(desk, area, went):
    import streamlit as st

    from assessment.ui.context import PageContext
    from domains.walk.pages import room

    class There(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    room.render(There(desk, area.partnership_id, area.assessment_id))


def plainly(label: str) -> str:
    """A label without what keeps markdown out of it."""
    return label.replace("\\", "")


@dataclass
class Room:
    """An area in its room, with a screen on which presses are counted."""

    desk: Desk
    area: Area
    agencies: dict[str, str]
    page: AppTest
    presses: int = 0
    went: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def html(self) -> str:
        """All HTML of our own on the page."""
        assert not self.page.exception
        return "".join(each.proto.body for each in self.page.get("html"))

    @property
    def buttons(self) -> list[str]:
        """The words on the buttons."""
        return [plainly(button.label) for button in self.page.button]

    @property
    def sent(self) -> list[str]:
        """Every element as it goes to the browser, but for the time of day and how many acts the
        assessment has seen, which the screen follows.
        """
        every = (str(getattr(one, "proto", "")) for one in self.page.main)
        told = r'\d\d:\d\d|\\"mark\\": \\"\d+\\"'
        return [re.sub(told, "", one) for one in every]

    def press(self, words: str) -> None:
        """One press on the button that begins so."""
        self.presses += 1
        plain = (one for one in self.page.button if plainly(one.label).startswith(words))
        next(plain).click().run()

    def choose(self, level: int) -> None:
        """One press on a level."""
        self.presses += 1
        self.control.set_value(level).run()

    @property
    def control(self):
        """The row of levels."""
        (found,) = (g for g in self.page.button_group if str(g.key).startswith("room_rating"))
        return found

    def rating(self, statement_id: str = HERE):
        """What is recorded."""
        return consensus.rating_of(self.desk, self.area.assessment_id, statement_id)


def room_of(
    desk: Desk,
    said: dict[str, int | Answer],
    *,
    names: bool | None = True,
    at: str | None = HERE,
    present: list[str] | None = None,
) -> Room:
    """A room whose agencies have said so on the statement it is at."""
    area = begin_area(desk)
    ids = {
        name: partnerships.add_agency(desk, area.partnership_id, name, [code])
        for name, code in AGENCIES.items()
    }
    if present is not None:
        meeting = partnerships.add_meeting(desk, area.assessment_id, date(2026, 11, 21))
        partnerships.set_present(desk, meeting, [ids[name] for name in present])
    if names is not None:
        views.choose_names_shown(desk, area.assessment_id, names)
        views.ask_for_views(desk, area.assessment_id)
    for name, answer in said.items():
        views.give(desk, area.assessment_id, at or HERE, ids[name], answer, way=Way.CALLED_OUT)
    if at:
        consensus.go_to(desk, area.assessment_id, at)
    return another_screen(Room(desk, area, ids, AppTest.from_string("")))


def another_screen(room: Room) -> Room:
    """A second tab on the same room."""
    made = Room(room.desk, room.area, room.agencies, AppTest.from_string(""))
    args = (room.desk, room.area, made.went)
    made.page = AppTest.from_function(_script, args=args, default_timeout=30).run()
    return made


class TestBeforeTheSpread:
    def test_it_says_who_has_answered_and_who_is_still_thinking(self, desk: Desk) -> None:
        room = room_of(desk, {"Probation": 1, "Way Back In": 1})
        assert "2 of 3 agencies have answered" in room.html
        assert "HMP Stonebrook, still thinking" in room.html
        assert "Probation, still thinking" not in room.html

    def test_what_to_do_first_is_to_hear_somebody(self, desk: Desk) -> None:
        for said, first in (
            ({}, "Key the views called out"),
            ({"Probation": 1}, "Show the spread"),
        ):
            room = room_of(desk, said)
            primary = [one.label for one in room.page.button if one.proto.type == "primary"]
            assert primary == [first]

    def test_whoever_is_not_in_the_room_is_not_waited_for(self, desk: Desk) -> None:
        room = room_of(desk, {"Probation": 1}, present=["Probation"])
        assert "HMP Stonebrook, not here today" in room.html
        room.press("Show the spread")
        assert "One says Partly met" in room.html

    @pytest.mark.parametrize("said", [ALIKE, APART])
    def test_the_screen_is_the_same_whatever_was_said(
        self, desk: Desk, said: dict[str, int | Answer]
    ) -> None:
        """Nothing on it may tell one set of answers from another: compared with all at 0."""
        room = room_of(desk, said)
        room.press("Key the views called out")
        room.page.run()
        shown = room.sent
        for agency in room.agencies.values():
            here = (desk, room.area.assessment_id, HERE, agency)
            views.give(*here, 0, way=Way.CALLED_OUT)
        room.page.run()
        assert room.sent == shown
        assert not room.page.get("imgs")
        assert not room.page.button_group

    def test_it_asks_once_while_someone_who_is_here_is_still_thinking(self, desk: Desk) -> None:
        room = room_of(desk, {"Probation": 1, "Way Back In": 1})
        room.press("Show the spread")
        question = "HMP Stonebrook is still thinking. Show the spread without it?"
        assert question in room.html
        assert views.reveal_of(desk, room.area.assessment_id, HERE) is None
        room.press("Wait")
        assert question not in room.html
        room.press("Show the spread")
        room.press("Show the spread without it")
        assert "Two say Partly met, no view was received from one." in room.html
        assert room.control.value is None, "two of three are not all"

    def test_no_bare_key_shows_anything_or_records_it(self) -> None:
        bare = {words for key, words in KEYS if "+" not in key}
        assert bare == {"next statement", "previous statement"}


class TestTheRating:
    def test_three_presses_when_all_agree(self, desk: Desk) -> None:
        room = room_of(desk, ALIKE)
        room.press("Show the spread")
        assert room.control.value == 2
        room.press("Record agreed rating")
        assert room.presses <= 3
        assert room.rating().rating == 2
        assert room.rating().how is HowReached.ALL_AGREED

    def test_six_presses_when_they_do_not_with_a_different_view(self, desk: Desk) -> None:
        room = room_of(desk, APART)
        room.press("Show the spread")
        assert room.control.value is None
        assert "The ratings are apart. One knows, one doesn’t." in room.html
        room.press("Show who sees it differently")
        room.choose(2)
        room.press("Record agreed rating")
        field = next(b for b in room.page.selectbox if str(b.key).startswith("room_differ"))
        probation = room.agencies["Probation"]
        room.presses += 1
        field.set_value(Differing(probation, 3)).run()
        assert room.presses <= 6
        assert room.rating().rating == 2
        assert room.rating().how is HowReached.MOST_AGENCIES
        (view,) = consensus.different_views_of(desk, room.area.assessment_id)
        assert (view.agency_id, view.said) == (probation, 3)
        assert "Probation sees it differently: Fully met" in room.html

    def test_names_come_in_a_second_step_and_only_where_agreed(self, desk: Desk) -> None:
        room = room_of(desk, APART)
        room.press("Show the spread")
        assert "Partly met:</strong> HMP Stonebrook" not in room.html
        room.press("Show who sees it differently")
        assert "Partly met:</strong> HMP Stonebrook" in room.html

    def test_without_agreed_names_there_is_no_second_step(self, desk: Desk) -> None:
        room = room_of(desk, APART, names=False)
        room.press("Show the spread")
        assert not [words for words in room.buttons if "differently" in words]
        assert "HMP Stonebrook" not in room.html

    def test_a_view_given_later_is_told_without_naming_anyone(self, desk: Desk) -> None:
        room = room_of(desk, APART, names=False)
        room.press("Show the spread")
        here = (desk, room.area.assessment_id, HERE)
        views.give(*here, room.agencies["Probation"], 3, way=Way.CALLED_OUT)
        room.page.run()
        assert "1 view came after first views stood." in room.html
        assert "Probation" not in room.html

    def test_nothing_is_recorded_until_a_rating_is_chosen(self, desk: Desk) -> None:
        room = room_of(desk, APART)
        room.press("Show the spread")
        room.press("Record agreed rating")
        assert "Choose the rating that the room agrees on first." in room.html
        assert room.rating() is None

    def test_two_screens_lose_nothing(self, desk: Desk) -> None:
        one = room_of(desk, APART)
        one.press("Show the spread")
        other = another_screen(one)
        other.choose(3)
        one.choose(1)
        one.press("Record agreed rating")
        other.press("Record agreed rating")
        assert "Another screen recorded something else" in other.html
        assert one.rating().rating == 1

    def test_the_half_written_sentence_is_there_on_another_screen(self, desk: Desk) -> None:
        room = room_of(desk, ALIKE)
        room.press("Show the spread")
        room.press("Record agreed rating")
        words = Typed.over("", "Fridays still sl")
        here = (desk, room.area.assessment_id, HERE)
        consensus.edit_words(*here, "rationale", words)
        boxes = another_screen(room).page.get("bidi_component")
        assert any("Fridays still sl" in str(box.proto) for box in boxes)


class TestTheWay:
    def test_it_opens_on_the_rooms_statement(self, desk: Desk) -> None:
        assert "<strong>P08</strong>, statement 6 of 8" in room_of(desk, {}).html

    def test_the_next_press_moves_every_screen(self, desk: Desk) -> None:
        room = room_of(desk, ALIKE)
        other = another_screen(room)
        room.press("Next: P09")
        assert "P09" in other.page.run().get("html")[0].proto.body

    def test_two_screens_do_not_skip_a_statement(self, desk: Desk) -> None:
        room = room_of(desk, ALIKE)
        other = another_screen(room)
        room.press("Next: P09")
        other.press("Previous: P07")
        assert "Another screen" in other.html
        assert consensus.current(desk, room.area.assessment_id) == "P09"

    def test_what_is_put_off_waits_at_the_end_and_the_room_goes_on(self, desk: Desk) -> None:
        room = room_of(desk, ALIKE)
        room.press("Come back to this")
        assert room.rating().how is HowReached.DEFERRED
        assert consensus.current(desk, room.area.assessment_id) == "P09"

    def test_a_statement_about_deaths_is_announced_before_it_is_shown(self, desk: Desk) -> None:
        room = room_of(desk, {}, at=GENTLE)
        assert "Take a moment if you need one." in room.html
        assert "naloxone" not in room.html
        assert "Show the spread" not in room.buttons
        room.press("Go on")
        assert "naloxone" in room.html

    def test_the_room_may_come_back_to_it_unseen(self, desk: Desk) -> None:
        room = room_of(desk, {}, at=GENTLE)
        room.press("Come back to it")
        assert "naloxone" not in room.html
        assert consensus.current(desk, room.area.assessment_id) == "A11"

    def test_any_other_statement_is_one_choice_away(self, desk: Desk) -> None:
        room = room_of(desk, {})
        box = next(b for b in room.page.selectbox if str(b.key).startswith("room_any"))
        box.set_value("G04").run()
        assert consensus.current(desk, room.area.assessment_id) == "G04"

    def test_a_break_has_a_screen_and_is_ended_by_hand(self, desk: Desk) -> None:
        room = room_of(desk, {})
        consensus.take_break(desk, room.area.assessment_id, 15)
        room.page.run()
        assert "We meet again at 09:4" in room.html
        room.press("End the break")
        assert "have answered" in room.html

    def test_a_room_that_has_not_begun_offers_the_first_statement(self, desk: Desk) -> None:
        room = room_of(desk, {}, at=None)
        room.press("Begin with G01")
        assert consensus.current(desk, room.area.assessment_id) == "G01"

    def test_once_ratings_stand_nothing_is_forecast(self, desk: Desk) -> None:
        room = room_of(desk, ALIKE)
        assert "finish at about" in room.html
        agree(desk, room.area)
        room.page.run()
        assert "Ratings stand" in room.html
        assert not re.search(r"finish at|\d left", room.html)

    def test_keys_can_be_switched_off(self, desk: Desk) -> None:
        room = room_of(desk, {})
        assert {b.proto.shortcut for b in room.page.button} >= {"n", "p", "shift+s"}
        room.page.checkbox[0].uncheck().run()
        assert {b.proto.shortcut for b in room.page.button} == {""}

    def test_no_key_works_while_views_are_keyed(self, desk: Desk) -> None:
        room = room_of(desk, {})
        room.press("Key the views called out")
        foot = {b.proto.shortcut for b in room.page.button if not b.label.startswith("Show")}
        assert foot == {""}
        for words in ("Show the spread", "Show the spread without"):
            room.press(words)  # the keys are gone with it, though nobody closed them
        assert {b.proto.shortcut for b in room.page.button} >= {"n", "p", "shift+b"}


class TestNamesFirst:
    def test_the_screen_asks_before_anything_can_be_given(self, desk: Desk) -> None:
        room = room_of(desk, {}, names=None)
        assert "are names shown?" in room.html
        assert "Key the views called out" not in room.buttons
        room.press("Show no names")
        asking = views.asking_of(desk, room.area.assessment_id)
        assert asking is not None
        assert asking.names_shown is False
        assert "0 of 3 agencies have answered" in room.html
