"""The record of a review as a file: one page, whatever was said, and nothing in it left untold."""

from datetime import date

import pytest

from action_plans.actions import service as actions
from action_plans.actions.model import MoveReason, Reported
from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from exports.downloads import service as downloads
from exports.printed import service
from tests.desk import VIEWER, Area, begin_area, seen_by
from tests.exports.hostile import ALL
from tests.exports.printed.scene import pages, tags


def begun(desk: Desk, *whats: str) -> tuple[Area, str]:
    """A review that has set off through actions that are late."""
    area = begin_area(desk)
    for what in whats:
        actions.raise_action(desk, area.assessment_id, ["P08"], what, due_on=date(2026, 11, 1))
    review = reviews.begin_review(desk, area.assessment_id)
    reviews.set_off(desk, review)
    return area, review


def test_it_tells_what_was_said_moved_and_not_heard_on_one_page(desk: Desk) -> None:
    area, review = begun(desk, "Name a lead", "Train the team", "Count the gaps", "Ask the court")
    turns = reviews.here(desk, review).turns
    reviews.report(desk, turns[0].id, Reported.OFF_TRACK)
    reviews.word(desk, turns[0].id, Typed.over("", "Nobody has come forward"))
    reviews.report(desk, turns[1].id, Reported.NO_UPDATE)
    reviews.move_due(desk, turns[2].id, date(2027, 2, 1), MoveReason.STAFFING)
    reviews.end(desk, review)
    made = service.review_record(desk, review)
    assert made.file_name == (
        "OFFICIAL Aldermoor record of the review of 21 November 2026 2026-11-21.pdf"
    )
    [page] = pages(made.data)
    for words in (
        "Name a lead", "Off track: Nobody has come forward", "No update received",
        "Date moved to 1 February 2027, first set for 1 November 2026. Staffing.", "Not reached",
        "4 actions gone through", "OFFICIAL",
    ):  # fmt: skip
        assert words in page
    assert page.count("Not reached") == 1, "what nobody came to is not what nothing was heard of"
    assert {"/Table", "/TH", "/H1"} <= {tag for tag, _ in tags(made.data)}
    assert downloads.files_made(desk, area.partnership_id)[0].kind == "review_record"


def test_two_dozen_actions_with_the_longest_words_are_still_one_page(desk: Desk) -> None:
    long = ("MWM 中文 " + "agree who does what with which money and by when " * 6)[:250]
    _area, review = begun(
        desk, *(f"{number} {ALL[number % len(ALL)]} {long}" for number in range(24))
    )
    for turn in reviews.here(desk, review).turns:
        reviews.report(desk, turn.id, Reported.AT_RISK)
        reviews.word(desk, turn.id, Typed.over("", long))
        reviews.move_due(desk, turn.id, date(2027, 2, 1), MoveReason.OTHER_AGENCY)
    reviews.end(desk, review)
    [page] = pages(service.review_record(desk, review).data)
    assert "Also gone through: 17, 18" in page
    assert "The record in Throughcare has every word." in page


def test_only_of_a_review_that_has_ended_and_only_for_the_lead(desk: Desk) -> None:
    _area, review = begun(desk, "Name a lead")
    with pytest.raises(Refused, match="not ended"):
        service.review_record(desk, review)
    reviews.end(desk, review)
    with pytest.raises(Refused, match="Only the lead"):
        service.review_record(seen_by(desk, VIEWER), review)
