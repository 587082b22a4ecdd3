from datetime import date, timedelta
from typing import Any

import pytest

from action_plans.actions.model import Impact, ImpactAnswer, Reported
from action_plans.actions.rules.impact import impact_asked, impact_sentence
from action_plans.actions.rules.status import State, status_of
from action_plans.reviews.model import Why
from action_plans.reviews.rules.pace import pace_words
from action_plans.reviews.rules.walking import proposed_next, walk, why_walked
from tests.action_plans.actions.made import NOW, TODAY, an_action, reports


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


NEXT = days(91)
STOPPED = {"stopped_on": days(-1), "stopped_reason": "No money", "stopped_approved_by": "Chair"}
DONE = {"completed_on": days(-3), "shown_by": "Signed protocol"}

TABLE: list[tuple[str, dict[str, Any], Why | None]] = [
    ("past its date", {"due": days(-1)}, Why.OVERDUE),
    ("late and blocked", {"due": days(-1), "blocked_by": "x"}, Why.OVERDUE),
    ("due today", {"due": days(0)}, Why.DUE),
    ("due on the day of the next review", {"due": NEXT}, Why.DUE),
    ("due the day after it", {"due": NEXT + timedelta(days=1)}, None),
    ("due later, blocked", {"due": days(200), "blocked_by": "x"}, Why.STUCK),
    (
        "due later, off track",
        {"due": days(200), "notes": reports((days(-9), Reported.OFF_TRACK))},
        Why.STUCK,
    ),
    (
        "due later, at risk",
        {"due": days(200), "notes": reports((days(-9), Reported.AT_RISK))},
        None,
    ),
    ("no date, nothing said", {"due": None}, None),
    ("finished since the last review", DONE, Why.FINISHED),
    ("finished on the day of the last review", {**DONE, "completed_on": days(-50)}, None),
    ("finished, impact to be asked today", {**DONE, "impact_due_on": days(0)}, Why.IMPACT),
    ("finished, impact to be asked tomorrow", {**DONE, "impact_due_on": days(1)}, Why.FINISHED),
    (
        "finished long ago, impact missed at an earlier review",
        {**DONE, "completed_on": days(-300), "impact_due_on": days(-90)},
        Why.IMPACT,
    ),
    ("stopped", STOPPED, None),
    ("stopped though late", {**STOPPED, "due": days(-90)}, None),
]


@pytest.mark.parametrize(("values", "why"), [pytest.param(v, w, id=n) for n, v, w in TABLE])
def test_what_a_review_goes_through_follows_the_table(values, why) -> None:
    assert why_walked(an_action(**values), TODAY, NEXT, days(-50)) is why


def test_every_reason_occurs_in_the_table() -> None:
    assert {why for _, _, why in TABLE if why} == set(Why)


def test_without_a_review_before_a_quarter_counts_as_recent() -> None:
    recent = an_action(**{**DONE, "completed_on": days(-90)})
    long_ago = an_action(**{**DONE, "completed_on": days(-91)})
    assert why_walked(recent, TODAY, NEXT, None) is Why.FINISHED
    assert why_walked(long_ago, TODAY, NEXT, None) is None


def test_the_walk_begins_with_the_latest_and_ends_with_what_is_finished() -> None:
    found = [
        an_action(id="done", number=1, **DONE),
        an_action(id="soon", number=2, due=days(9)),
        an_action(id="late", number=3, due=days(-9)),
        an_action(id="sooner", number=4, due=days(3)),
        an_action(id="later", number=5, due=days(-40)),
    ]
    through = [action.id for action, _ in walk(found, TODAY, NEXT, None)]
    assert through == ["later", "late", "sooner", "soon", "done"]


def test_the_next_review_is_proposed_before_the_day_to_assess_again() -> None:
    assert proposed_next(TODAY, None) == NEXT
    assert proposed_next(TODAY, days(40)) == days(40)
    assert proposed_next(TODAY, days(-1)) == NEXT


@pytest.mark.parametrize(
    ("gone", "left", "words"),
    [
        (0, 20, "About 1 minute 15 seconds for each of the 20 actions left."),
        (600, 6, "About 2 minutes 30 seconds for each of the 6 actions left."),
        (1_440, 1, "About 1 minute for the last action."),
        (0, 1, "About 25 minutes for the last action."),
        (1_490, 9, "About 15 seconds for each of the 9 actions left."),
        (1_500, 4, "The 25 minutes are over; 4 actions left."),
        (90_000, 1, "The 25 minutes are over; 1 action left."),
        (60, 0, ""),
    ],
)
def test_the_time_left_is_said_for_each_action(gone: int, left: int, words: str) -> None:
    assert pace_words(25, NOW, NOW + timedelta(seconds=gone), left) == words


class TestNoUpdate:
    """That nobody was heard of says nothing of how it goes."""

    @pytest.mark.parametrize("before", [Reported.ON_TRACK, Reported.AT_RISK, Reported.OFF_TRACK])
    def test_it_changes_no_status_and_is_said_beside_it(self, before: Reported) -> None:
        said = (days(-30), before)
        heard = status_of(an_action(notes=reports(said)), TODAY)
        unheard = status_of(an_action(notes=reports(said, (days(-2), Reported.NO_UPDATE))), TODAY)
        assert unheard.state is heard.state
        assert unheard.reason == f"{heard.reason} No update received on 19 November 2026."

    def test_what_is_heard_later_takes_its_place(self) -> None:
        notes = reports((days(-9), Reported.NO_UPDATE), (days(-2), Reported.ON_TRACK))
        assert "No update" not in status_of(an_action(notes=notes), TODAY).reason


class TestLastReview:
    ON_TRACK = reports((days(-10), Reported.ON_TRACK))

    def test_a_report_from_before_the_last_review_has_aged(self) -> None:
        due = {"due": days(9), "notes": self.ON_TRACK}
        assert status_of(an_action(**due, reviewed_on=days(-9)), TODAY).state is State.AT_RISK
        assert status_of(an_action(**due, reviewed_on=days(-10)), TODAY).state is State.ON_TRACK

    def test_the_later_of_the_review_and_the_action_s_own_day_counts(self) -> None:
        due = {"due": days(9), "notes": self.ON_TRACK, "reviewed_on": days(-20)}
        assert status_of(an_action(**due, review_on=days(-9)), TODAY).state is State.AT_RISK
        assert status_of(an_action(**due, review_on=days(9)), TODAY).state is State.ON_TRACK


def answered(answer: Impact, ask_on: date | None = None) -> ImpactAnswer:
    return ImpactAnswer(id="1", action_id="action-1", at=NOW, answer=answer, ask_on=ask_on)


class TestImpact:
    def test_it_is_asked_on_its_day_and_until_it_is_answered(self) -> None:
        waiting = an_action(**DONE, impact_due_on=days(0))
        assert impact_asked(waiting, TODAY)
        assert impact_asked(waiting, days(400))
        assert not impact_asked(waiting, days(-1))
        assert not impact_asked(an_action(impact_due_on=days(0)), TODAY)

    @pytest.mark.parametrize(
        ("values", "words"),
        [
            ({}, ""),
            ({"impact_due_on": days(30)}, "Impact is asked on 21 December 2026."),
            ({"impacts": (answered(Impact.NONE),)}, "Done, no effect seen."),
            (
                {"impacts": (answered(Impact.TOO_EARLY, days(30)),), "impact_due_on": days(30)},
                "Too early to tell. Impact is asked on 21 December 2026.",
            ),
        ],
    )
    def test_what_is_known_of_it_is_said_with_the_status(self, values, words) -> None:
        action = an_action(**DONE, **values)
        assert impact_sentence(action) == words
        assert status_of(action, TODAY).reason == f"Finished on 18 November 2026. {words}".rstrip()
