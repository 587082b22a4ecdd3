"""A burst of typing is one event, which keeps what stood when it began."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from assessment.store.activity import SPELL, activity_event
from tests.assessment.store.rows import event, log, new_partnership, partnership
from tests.desk import VIEWER, FixedClock, make_desk, seen_by


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(tick=timedelta(milliseconds=1))


@pytest.fixture
def desk(any_desk, clock):
    return make_desk(any_desk.store, now=clock)


@pytest.fixture
def row_id(desk) -> str:
    return new_partnership(desk, "Before")


@pytest.fixture
def type_in(desk, row_id):
    """Save a text into the name, as a box of this spell does."""

    def run(text: str, spell: str | None = "box-1", at=desk, field="name", what="edited") -> None:
        with at.store.writing() as tx:
            about = event(at, row_id, f"partnership.{what}", spell=spell)
            tx.update(partnership, row_id, {field: text, "saved_at": at.now()}, about)

    return run


@pytest.fixture
def told(desk, row_id):
    """(before, after) of each event's name."""

    def run() -> list[tuple]:
        events = log(desk, row_id)
        return [(e["before"].get("name"), e["after"].get("name")) for e in events]

    return run


def test_many_saves_of_one_box_are_one_event(type_in, told, clock) -> None:
    for text in ("T", "Th", "The", "The words"):
        type_in(text)
        clock.forward(seconds=1)
    assert told() == [("Before", "The words")]


def test_the_event_says_when_it_was_last_typed_into(type_in, desk, row_id, clock) -> None:
    type_in("T")
    clock.forward(minutes=4)
    type_in("Th")
    assert log(desk, row_id)[0]["at"] > clock.at - timedelta(minutes=1)


def test_a_pause_of_more_than_five_minutes_begins_another(type_in, told, clock) -> None:
    type_in("One")
    clock.forward(seconds=SPELL.total_seconds() + 1)
    type_in("Two")
    assert told() == [("Before", "One"), ("One", "Two")]


def test_another_box_begins_another(type_in, told) -> None:
    type_in("One")
    type_in("Two", spell="box-2")
    assert told() == [("Before", "One"), ("One", "Two")]


def test_someone_elses_text_in_between_is_kept(type_in, told, desk) -> None:
    type_in("Mine")
    type_in("Theirs", spell="box-2", at=seen_by(desk, VIEWER))
    type_in("Mine again")
    assert told() == [("Before", "Mine"), ("Mine", "Theirs"), ("Theirs", "Mine again")]


def test_the_same_box_in_another_hand_begins_another(type_in, told, desk) -> None:
    type_in("Mine")
    type_in("Theirs", at=seen_by(desk, VIEWER))
    assert told() == [("Before", "Mine"), ("Mine", "Theirs")]


def test_an_act_that_is_no_typing_ends_the_spell(type_in, told) -> None:
    type_in("One")
    type_in("Official", spell=None, field="marking", what="marked")
    type_in("Two")
    assert told() == [("Before", "One"), (None, None), ("One", "Two")]


def test_two_acts_without_a_spell_are_two_events(type_in, told) -> None:
    type_in("One", spell=None)
    type_in("Two", spell=None)
    assert told() == [("Before", "One"), ("One", "Two")]


def test_a_spell_over_two_fields_keeps_what_stood_in_both(type_in, desk, row_id) -> None:
    type_in("Name")
    type_in("Region", field="probation_region")
    [one] = log(desk, row_id)
    assert (one["before"]["name"], one["before"]["probation_region"]) == ("Before", "")
    assert (one["after"]["name"], one["after"]["probation_region"]) == ("Name", "Region")


def test_typing_back_to_the_beginning_still_tells_what_stood_between(type_in, told, clock) -> None:
    type_in("Other")
    type_in("Before")
    assert told() == [("Before", "Before")]


def test_a_clock_that_was_set_back_swallows_no_text(type_in, desk, row_id, clock) -> None:
    """Theirs then looks older than mine, and mine as if it were the last event of the row."""
    type_in("Mine")
    clock.forward(seconds=-30)
    type_in("Theirs", spell="box-2", at=seen_by(desk, VIEWER))
    type_in("Mine again")
    with desk.store.reading() as tx:
        steps = {(e["before"]["name"], e["after"]["name"]) for e in events_of(tx, row_id)}
    assert steps == {("Before", "Mine"), ("Mine", "Theirs"), ("Theirs", "Mine again")}


def events_of(tx, row_id: str) -> list:
    """The events that changed the name, in no order: their clock is not to be trusted."""
    query = sa.select(activity_event).where(activity_event.c.subject_id == row_id)
    return [one for one in tx.all(query) if "name" in one["before"]]
