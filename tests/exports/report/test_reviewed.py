"""What reviews by other areas found is in nobody else's copy before it is released."""

from assessment.access.desk import Desk
from assessment.privacy.audience import Audience
from exports.report.model import Report
from exports.report.reading import passages_of
from exports.report.service import copy_of
from tests.desk import VIEWER, seen_by
from tests.exports.visits.visited import FRIDAY, REASON, Visited, back


OTHERS = [one for one in Audience if one is not Audience.OWN]
TOLD = ("No minutes seen", "Who chairs?", "We have minutes since the spring.", REASON, "Brackley")


def copy(here: Visited, audience: Audience) -> Report:
    return copy_of(here.desk, here.one.assessment_id, audience)


def test_a_draft_is_in_our_own_copy_alone_and_says_that_it_is_one(desk: Desk) -> None:
    here = back(desk)
    own = copy(here, Audience.OWN)
    assert [one.state for one in own.reviews] == ["Draft, facts being checked"]
    [line] = [one for one in own.statements() if one.id == "G02"]
    assert line.rating == 3
    assert [(one.standing, one.review) for one in line.moderated] == [
        ("Mostly met", "Review 1 (draft, facts being checked)")
    ]
    for words in TOLD:
        assert words in own.model_dump_json()
    for audience in OTHERS:
        report = copy(here, audience)
        assert report.reviews == ()
        assert not any(one.moderated or one.reviewed for one in report.statements())


def test_released_findings_reach_others_without_what_was_said_and_by_whom(desk: Desk) -> None:
    here = back(desk)
    here.released()
    for audience in (Audience.BOARD, Audience.REGION, Audience.PUBLIC):
        report = copy(here, audience)
        [review] = report.reviews
        assert (review.same, review.higher, review.lower, review.cannot_tell) == (1, 1, 1, 1)
        [moderated] = [one for line in report.statements() for one in line.moderated]
        assert (moderated.review, moderated.standing) == ("Review 1", "Mostly met")
        assert [one.words for one in review.strengths] == (
            [] if audience is Audience.PUBLIC else [FRIDAY]
        )
        dumped = report.model_dump_json()
        assert [words for words in TOLD if words in dumped] == []
    assert copy(here, Audience.REVIEWER).reviews == ()
    by_viewer = copy_of(seen_by(desk, VIEWER), here.one.assessment_id, Audience.BOARD)
    assert by_viewer.reviews == copy(here, Audience.BOARD).reviews


def test_a_strength_is_read_before_it_leaves_the_area(desk: Desk) -> None:
    here = back(desk)
    here.released()
    read = {one.text: one for one in passages_of(copy(here, Audience.REGION))}
    assert read[FRIDAY].place == "A strength that peer reviewers named"
    assert read[FRIDAY].where == ("P08 No gap in medication",)
