"""The pages of a review by another area, as the lead meets them."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import CannotTell, DocumentWay, Question, YesNoUnknown
from tests.assessment.peer_review.pages import HOSTILE, drawn, opened
from tests.assessment.peer_review.reviewed import AGREED, FULL, SAFETY, Reviewed, reviewed
from tests.desk import begin_area


REVIEWS = "assessment.peer_review.pages.reviews"
ROUND = "assessment.peer_review.pages.round"


@pytest.fixture
def here(desk: Desk) -> Reviewed:
    return reviewed(desk)


def labels(at: AppTest) -> list[str]:
    return [button.label for button in at.button]


def test_without_a_review_it_says_what_one_is_and_why_none_can_begin(here: Reviewed) -> None:
    area = begin_area(here.desk, "Elsewhere")
    room = here.room.__class__(here.desk, area.assessment_id, "", "", "", "")
    page = opened(Reviewed(room, "", "", ""), REVIEWS)
    said = drawn(page)
    assert "about 2 hours: 12 statements at most" in said
    assert "without an account" in said
    assert "Record the assessment as agreed first" in said
    assert "Go to the results" in labels(page)


def test_a_review_is_begun_by_one_press_and_listed_with_what_is_next(here: Reviewed) -> None:
    page = opened(here, REVIEWS)
    assert "Review 1, by Brackley" in drawn(page)
    page.button(key="begin_round").click().run()
    assert len(service.rounds(here.desk, here.assessment_id)) == 2
    said = drawn(opened(here, REVIEWS))
    assert "Review 2, by an area still to be named" in said
    assert "Say which area reviews." in said


def test_another_assessments_review_is_not_shown(here: Reviewed) -> None:
    area = partnerships.partnership_of(here.desk, here.assessment_id)
    one = partnerships.assessment(here.desk, here.assessment_id)
    month = one.month + timedelta(days=200)
    other = partnerships.start_assessment(here.desk, area, one.bank_id, month)
    room = here.room.__class__(here.desk, other, *here.room.everyone)
    said = drawn(opened(Reviewed(room, "", "", ""), ROUND, id=here.round_id))
    assert "That review is of another assessment." in said
    assert "Brackley" not in said


def test_what_a_bidder_is_not_given_is_told_with_why_and_more_can_be_withheld(
    here: Reviewed,
) -> None:
    area = partnerships.partnership_of(here.desk, here.assessment_id)
    larkhill = partnerships.add_agency(here.desk, area, "Larkhill Trust", ["ICB"])
    service.set_may_bid_for(here.desk, here.first, larkhill)
    page = opened(here, ROUND, id=here.round_id)
    assert "It is about the kind of agency that Larkhill Trust is" in drawn(page)
    box = page.multiselect(key=f"withhold_{here.first}_")
    assert not any(option.startswith("P08") for option in box.options)
    box.select(FULL).run()
    assert "You withheld 1 more statement." in drawn(page)
    assert service.given_to(here.desk, here.first).ids == {"A03"}
    page.multiselect(key=f"withhold_{here.first}_{FULL}").set_value([]).run()
    assert service.given_to(here.desk, here.first).ids == {FULL, "A03"}


def test_who_reviews_is_kept_as_it_is_chosen(here: Reviewed) -> None:
    page = opened(here, ROUND, id=here.round_id)
    page.selectbox(key=f"reviewer_{here.first}_may_bid").select(here.room.community).run()
    assert "about Community, so this reviewer is not given" in drawn(page)
    shared = next(
        each
        for each in service.conflicts(here.desk, here.round_id)
        if each.question is Question.PRISONS
    )
    page.selectbox(key=f"conflict_{shared.id}").select(YesNoUnknown.YES).run()
    assert "Do both areas have prisons in common?" in {box.label for box in page.selectbox}
    page.button(key=f"round_{here.round_id}_add").click().run()
    assert len(service.reviewers(here.desk, here.round_id)) == 3
    answers = {each.question: each.answer for each in service.conflicts(here.desk, here.round_id)}
    assert answers[Question.PRISONS] is YesNoUnknown.YES


def test_more_than_fifteen_statements_are_warned_of_and_the_rule_is_one_press(
    here: Reviewed,
) -> None:
    proposed = service.scope(here.desk, here.round_id)
    every = sorted(partnerships.scope(here.desk, here.assessment_id))
    service.set_scope(here.desk, here.round_id, every[:16])
    page = opened(here, ROUND, id=here.round_id, section="what")
    assert "16 statements: about" in drawn(page)
    assert "Beyond 15 the last" in drawn(page)
    page.button(key=f"round_{here.round_id}_propose").click().run()
    assert service.scope(here.desk, here.round_id) == proposed
    assert "Beyond 15" not in drawn(page)


def test_the_rest_of_the_documents_is_shown_on_the_day(here: Reviewed) -> None:
    title = f"Minutes {HOSTILE}"
    one = evidence.add_evidence(here.desk, here.assessment_id, FULL, title)
    page = opened(here, ROUND, id=here.round_id, section="what")
    page.button(key=f"round_{here.round_id}_rest").click().run()
    found = service.documents(here.desk, here.round_id)
    assert found[one].way is DocumentWay.ON_THE_DAY


def test_a_visit_to_a_prison_says_by_when_its_gate_needs_the_names(here: Reviewed) -> None:
    day = here.desk.today() + timedelta(days=30)
    service.set_visit(here.desk, here.round_id, day)
    service.set_gate_notice(here.desk, here.round_id, 10)
    said = drawn(opened(here, ROUND, id=here.round_id, section="visit"))
    assert "names to the gate by 11 December 2026: 10 days before." in said
    assert "no phones or laptops" in said


def test_what_came_back_stands_side_by_side_and_is_marked_a_draft(here: Reviewed) -> None:
    assert "No ratings are back yet" in drawn(opened(here, ROUND, id=here.round_id, section="back"))
    reviewer = here.by_link()
    service.rate(reviewer, here.first, FULL, 1)
    service.edit_rating_text(reviewer, here.first, FULL, "line", Typed.over("", HOSTILE))
    service.rate(reviewer, here.first, SAFETY, CannotTell.CANNOT_TELL)
    service.hand_in(reviewer, here.first)
    said = drawn(opened(here, ROUND, id=here.round_id))
    assert "Draft, facts being checked" in said
    assert "1 statement is rated differently. On 1 somebody cannot tell" in said
    assert "Would rate lower" in said
    assert "Fully met" in said
    assert "&lt;img" in said
    assert "<img" not in said


def test_release_needs_the_facts_checked_and_is_refused_in_words(here: Reviewed) -> None:
    here.returned(**{FULL: AGREED[FULL]})
    page = opened(here, ROUND, id=here.round_id, section="release")
    page.button(key=f"release_{here.round_id}").click().run()
    assert "Not released: record first that the facts" in drawn(page)
    page.button(key=f"check_facts_{here.round_id}").click().run()
    page.button(key=f"release_{here.round_id}").click().run()
    assert service.round_of(here.desk, here.round_id).released_at is not None
    assert "Take the release back" in labels(page)


class TestModerating:
    PAGE = "assessment.peer_review.pages.moderating"

    def setting(self, here: Reviewed, rating: int | None, words: str) -> AppTest:
        page = opened(here, self.PAGE, id=here.round_id)
        key = f"moderated_{here.round_id}_{FULL}"
        if rating is not None:
            page.radio(key=f"{key}_rating").set_value(rating)
        page.text_input(key=key).input(words)
        return page.button(key=f"FormSubmitter:{key}_form-Set it for {FULL}").click().run()

    def test_the_meeting_sets_it_beside_what_everybody_said(self, here: Reviewed) -> None:
        here.returned(**{FULL: 1})
        said = drawn(self.setting(here, 2, "Half of it is in the minutes"))
        assert "Set by Council, HMP Stonebrook, Community and Probation" in said
        assert all(words in said for words in ("Fully met", "Partly met", "Mostly met"))
        found = service.moderated(here.desk, here.round_id)[FULL]
        assert (found.rating, found.reason) == (2, "Half of it is in the minutes")

    def test_without_a_rating_or_with_one_agency_it_is_refused_and_keeps_the_words(
        self, here: Reviewed
    ) -> None:
        here.returned(**{FULL: 1})
        page = self.setting(here, None, "Half of it")
        assert "choose the rating first" in drawn(page)
        meeting = partnerships.current_meeting(here.desk, here.assessment_id)
        assert meeting is not None
        partnerships.set_present(here.desk, meeting.id, [here.room.council])
        page = self.setting(here, 2, "Half of it")
        assert "at least two of its agencies must have been there" in drawn(page)
        assert page.text_input(key=f"moderated_{here.round_id}_{FULL}").value == "Half of it"
        assert service.moderated(here.desk, here.round_id) == {}

    def test_who_was_there_before_the_ratings_came_back_sets_none(self, here: Reviewed) -> None:
        here.returned(**{FULL: 1})
        meeting = partnerships.current_meeting(here.desk, here.assessment_id)
        assert meeting is not None
        before = here.desk.today() - timedelta(days=20)
        partnerships.set_held_on(here.desk, meeting.id, before)
        page = opened(here, self.PAGE, id=here.round_id)
        assert "No meeting was held since the ratings came back." in drawn(page)
        page = self.setting(here, 2, "Half of it")
        assert "Not saved: no meeting was held since" in drawn(page)
        assert service.moderated(here.desk, here.round_id) == {}

    def test_it_is_taken_back(self, here: Reviewed) -> None:
        here.returned(**{FULL: 1})
        page = self.setting(here, 4, "No such service here")
        [found] = service.moderated(here.desk, here.round_id).values()
        assert found.not_applicable
        page.button(key=f"take_back_{found.id}").click().run()
        assert service.moderated(here.desk, here.round_id) == {}
        assert "Before: Not applicable here. No such service here" in drawn(page)
