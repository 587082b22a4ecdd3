"""Stages: which moves there are, what each needs, and the picture drawn from the table."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.access.errors import Refused
from assessment.partnership.model import Status
from assessment.partnership.rules.record import Part, check_is_open, settled_words
from assessment.partnership.rules.status import (
    TRANSITIONS,
    agreement,
    check_can_be_agreed,
    diagram,
    transition,
)
from tests.assessment.partnership.made import assessment_with


SETTLED = {
    "plan_lead_role": "Public health consultant",
    "review_rhythm": "Every three months",
    "next_review_on": date(2027, 2, 1),
    "assess_again_on": date(2027, 11, 1),
}


ALLOWED = {
    (Status.PREPARING, Status.VIEWS),
    (Status.PREPARING, Status.CONSENSUS),
    (Status.VIEWS, Status.CONSENSUS),
    (Status.CONSENSUS, Status.AGREED),
    (Status.AGREED, Status.CONSENSUS),
    (Status.AGREED, Status.CLOSED),
    (Status.CLOSED, Status.AGREED),
}


@pytest.mark.parametrize(("before", "after"), list(product(Status, Status)))
def test_only_the_moves_of_the_table_are_allowed(before: Status, after: Status) -> None:
    if (before, after) in ALLOWED:
        assert transition(before, after, "a late report came in").after is after
    else:
        with pytest.raises(Refused, match="Nothing was changed"):
            transition(before, after, "a late report came in")


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_opening_agreed_ratings_again_asks_why(reason: str) -> None:
    with pytest.raises(Refused, match="reason"):
        transition(Status.AGREED, Status.CONSENSUS, reason)


def test_every_status_but_none_is_a_dead_end() -> None:
    assert {move.before for move in TRANSITIONS} == set(Status)


def test_diagram_draws_every_move_of_the_table() -> None:
    drawn = diagram()
    assert drawn.startswith("stateDiagram-v2\n")
    for move in TRANSITIONS:
        assert f"{move.before} --> {move.after}: {move.words}" in drawn


@given(present=st.sets(st.sampled_from(sorted(SETTLED))))
def test_agreeing_names_exactly_what_is_missing(present: set[str]) -> None:
    one = assessment_with(**{name: SETTLED[name] for name in present})
    assert len(agreement(one, 0).missing) == len(SETTLED) - len(present)


@given(present=st.sets(st.sampled_from(sorted(SETTLED))))
def test_a_reason_stands_in_for_lead_and_dates(present: set[str]) -> None:
    settled = {name: SETTLED[name] for name in present}
    one = assessment_with(no_dates_reason="The contract ends in March", **settled)
    check_can_be_agreed(one)


def test_blank_reason_is_no_reason() -> None:
    with pytest.raises(Refused, match="a lead for the plan, how often actions are reviewed"):
        check_can_be_agreed(assessment_with(no_dates_reason="  "))


def test_agency_alone_is_a_lead_for_the_plan() -> None:
    one = assessment_with(**{**SETTLED, "plan_lead_role": "", "plan_lead_agency_id": "agency"})
    assert agreement(one, 0).missing == ()


@pytest.mark.parametrize(
    ("unrated", "question"),
    [
        (0, ""),
        (1, "1 statement is not yet rated. Agree without them, or go back to them first?"),
        (7, "7 statements are not yet rated. Agree without them, or go back to them first?"),
    ],
)
def test_unrated_statements_are_a_question_and_no_block(unrated: int, question: str) -> None:
    found = agreement(assessment_with(**SETTLED), unrated)
    assert found.question == question
    assert not found.missing


FOLLOWING = {
    Status.PREPARING: set(Part) - {Part.VIEWS},
    Status.VIEWS: set(Part),
    Status.CONSENSUS: set(Part),
    Status.AGREED: {
        Part.VIEWS,
        Part.WORDS,
        Part.EVIDENCE,
        Part.DIFFERENT_VIEWS,
        Part.MEETINGS,
        Part.PLAN,
    },
    Status.CLOSED: set(),
}


@pytest.mark.parametrize(("part", "status"), list(product(Part, Status)))
def test_words_and_evidence_may_follow_until_closed_and_ratings_until_agreed(
    part: Part, status: Status
) -> None:
    if part in FOLLOWING[status]:
        check_is_open(part, status)
        assert settled_words(part, status) == ""
    else:
        words = (
            "not asked for yet" if status is Status.PREPARING else f"This assessment is {status}"
        )
        with pytest.raises(Refused, match=words):
            check_is_open(part, status)


def test_what_is_settled_says_what_is_still_open() -> None:
    assert "evidence and different views can still be added" in settled_words(
        Part.RATINGS, Status.AGREED
    )
