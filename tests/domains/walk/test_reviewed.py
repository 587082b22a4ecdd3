"""Where another area differed, on the results page; and what it said, at the next assessment."""

import pytest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.views import service as views
from tests.assessment.peer_review.pages import HOSTILE, drawn, opened
from tests.assessment.peer_review.reviewed import FULL, SAFETY, Reviewed, reviewed
from tests.desk import VIEWER, seen_by


RESULTS = "domains.walk.pages.results"
ROOM = "domains.walk.pages.room"
STATEMENT = "domains.walk.pages.statement"


@pytest.fixture
def here(desk: Desk) -> Reviewed:
    """The first reviewer rated one statement lower, with words; their facts are not checked."""
    here = reviewed(desk)
    reviewer = here.by_link()
    reviews.rate(reviewer, here.first, FULL, 1)
    reviews.rate(reviewer, here.first, SAFETY, 1)
    line = Typed.over("", f"We saw no minutes {HOSTILE}")
    reviews.edit_rating_text(reviewer, here.first, FULL, "line", line)
    reviews.hand_in(reviewer, here.first)
    return here


def next_assessment(here: Reviewed) -> Reviewed:
    """The same area's next one, without a review of its own."""
    desk, one = here.desk, partnerships.assessment(here.desk, here.assessment_id)
    month = one.month.replace(year=one.month.year + 1)
    later = partnerships.start_assessment(desk, one.partnership_id, one.bank_id, month)
    room = here.room.__class__(desk, later, *here.room.everyone)
    return Reviewed(room, "", "", "")


def test_results_show_where_they_differed_as_a_draft_until_it_is_released(here: Reviewed) -> None:
    reviews.moderate(here.desk, here.round_id, FULL, 2, "Half of it is there")
    said = drawn(opened(here, RESULTS))
    _, _, part = said.partition("<h2>Review by another area</h2>")
    assert "2 ratings: 1 the same as ours and 1 lower. Draft, facts being checked." in part
    assert "Would rate lower" in part
    assert "Mostly met" in part
    assert "<img" not in part
    reviews.check_facts(here.desk, here.round_id)
    reviews.release(here.desk, here.round_id)
    assert "Draft, facts" not in drawn(opened(here, RESULTS))


def test_whoever_was_given_sight_reads_what_was_released_without_whose_words(
    here: Reviewed,
) -> None:
    reviews.moderate(here.desk, here.round_id, FULL, 2, "Half of it is there")
    viewer = seen_by(here.desk, VIEWER)
    assert "another area" not in drawn(opened(here, RESULTS, viewer)).lower()
    reviews.check_facts(here.desk, here.round_id)
    reviews.release(here.desk, here.round_id)
    page = opened(here, RESULTS, viewer)
    _, _, part = drawn(page).partition("<h2>Review by another area</h2>")
    assert "2 ratings: 1 the same as ours and 1 lower." in part
    assert "Mostly met" in part
    assert [w for w in ("Brackley", "Commissioner", "no minutes", "Half of") if w in part] == []
    later = next_assessment(here)
    assert "said last time" not in drawn(opened(later, STATEMENT, viewer, id=FULL))


def test_before_the_ratings_are_agreed_results_speak_of_no_review(here: Reviewed) -> None:
    assert "another area" not in drawn(opened(next_assessment(here), RESULTS))


def test_the_next_assessment_starts_with_what_they_said_once_it_was_released(
    here: Reviewed,
) -> None:
    later = next_assessment(here)
    assert "said last time" not in drawn(opened(later, STATEMENT, id=FULL))
    reviews.check_facts(here.desk, here.round_id)
    reviews.release(here.desk, here.round_id)
    said = drawn(opened(later, STATEMENT, id=FULL))
    _, _, part = said.partition("<details><summary>What Brackley said last time, in the assess")
    assert "We saw no minutes &lt;img" in part
    assert "Partly met" in part
    assert "said last time" not in drawn(opened(later, STATEMENT, id="P01"))


def test_what_they_said_sways_no_first_view(here: Reviewed) -> None:
    """On the statement's page and in the room it comes with the spread, and not before."""
    reviews.check_facts(here.desk, here.round_id)
    reviews.release(here.desk, here.round_id)
    later = next_assessment(here)
    desk, one = later.desk, later.assessment_id
    views.choose_names_shown(desk, one, False)
    views.ask_for_views(desk, one)
    consensus.go_to(desk, one, FULL, seen=None)
    for page in (STATEMENT, ROOM):
        said = drawn(opened(later, page, id=FULL))
        assert "no minutes" not in said
        assert ("said something of this statement last time" in said) is (page == STATEMENT)
    views.show_spread(desk, one, FULL)
    for page in (STATEMENT, ROOM):
        assert "We saw no minutes" in drawn(opened(later, page, id=FULL))
