from typing import Any

import pytest

from action_plans.actions.model import Answer
from action_plans.actions.rules.suggest import starters_offered, unanswered, upkeep_offered
from action_plans.actions.rules.words import answer_words, owner_and_no, owner_words
from tests.action_plans.actions.made import TODAY, an_action


STARTERS = ("Set one number to ring", "Agree a rota")
STOPPED = {"stopped_on": TODAY, "stopped_reason": "No money", "stopped_approved_by": "Chair"}
OPEN = an_action(statements=("P08",))


@pytest.mark.parametrize(
    ("rating", "offered"), [(None, ()), (0, STARTERS), (1, STARTERS), (2, STARTERS), (3, ())]
)
def test_starters_are_offered_for_shortfalls_only(
    rating: int | None, offered: tuple[str, ...]
) -> None:
    assert starters_offered("P08", rating, STARTERS, []) == offered


@pytest.mark.parametrize("rating", [None, 0, 1, 2, 3])
def test_upkeep_is_offered_for_what_is_fully_met_only(rating: int | None) -> None:
    assert upkeep_offered("P08", rating, []) is (rating == 3)


def test_nothing_is_offered_where_an_action_is_open() -> None:
    assert starters_offered("P08", 0, STARTERS, [OPEN]) == ()
    assert not upkeep_offered("P08", 3, [OPEN])
    assert starters_offered("P02", 0, STARTERS, [OPEN]) == STARTERS


@pytest.mark.parametrize("over", [STOPPED, {"completed_on": TODAY}, {"archived_at": OPEN.saved_at}])
def test_starters_come_back_when_the_action_is_over(over: dict[str, Any]) -> None:
    closed = an_action(statements=("P08",), **over)
    assert starters_offered("P08", 1, STARTERS, [closed]) == STARTERS


@pytest.mark.parametrize(
    ("values", "answers"),
    [
        ({}, True),
        ({"opened_in": "earlier"}, True),
        ({"completed_on": TODAY}, True),
        ({"completed_on": TODAY, "opened_in": "earlier"}, False),
        ({"answer": Answer.DECLINED}, False),
        (STOPPED, False),
        ({"archived_at": OPEN.saved_at}, False),
    ],
)
def test_which_actions_answer_a_zero(values: dict[str, Any], answers: bool) -> None:
    action = an_action(statements=("P08",), **values)
    left = unanswered(["P08", "G01"], [action], [], "assessment-1")
    assert left == (("G01",) if answers else ("P08", "G01"))


def test_a_written_reason_answers_a_zero() -> None:
    assert unanswered(["P08", "G01"], [], ["G01"], "assessment-1") == ("P08",)


def test_an_owner_is_said_by_role_and_agency_and_what_is_missing_is_said() -> None:
    assert owner_words(an_action(owner_role="Head of healthcare"), "HMP Stonebrook") == (
        "Head of healthcare, HMP Stonebrook"
    )
    assert owner_words(an_action(), "HMP Fenwick") == "HMP Fenwick, role to be named"
    assert owner_words(an_action(), "") == "No owner yet"


def test_an_owner_who_has_not_said_yes_does_not_stand_alone() -> None:
    asked = an_action(owner_role="Head of healthcare")
    assert owner_and_no(asked, "HMP Fenwick") == (
        "Head of healthcare, HMP Fenwick (proposed, not yet asked)"
    )
    declined = {"answer": Answer.DECLINED, "declined_because": "Nobody is free."}
    assert owner_and_no(asked.model_copy(update=declined), "") == "Head of healthcare (declined)"
    agreed = asked.model_copy(update={"answer": Answer.AGREED})
    assert owner_and_no(agreed, "") == "Head of healthcare"
    assert owner_and_no(an_action(), "") == "No owner yet"


def test_the_owners_answer_is_always_said() -> None:
    agreed = an_action(answer=Answer.AGREED, answered_by="Head of healthcare", answered_on=TODAY)
    declined = an_action(answer=Answer.DECLINED, declined_because="No staff before April")
    assert answer_words(agreed) == "Agreed by Head of healthcare on 21 November 2026"
    own = agreed.model_copy(update={"owner_role": "Head of healthcare"})
    assert answer_words(own) == "Agreed on 21 November 2026"
    assert answer_words(an_action()) == "Proposed, not yet asked"
    assert answer_words(declined) == "Declined: No staff before April"
