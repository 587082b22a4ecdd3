"""The page of one challenge, from the reply to an action and the end."""

import pytest
from streamlit.testing.v1 import AppTest

from action_plans.actions import service
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.peer_review import service as reviews
from assessment.peer_review.model import CANNOT_TELL, Outcome
from tests.action_plans.actions.test_challenged import WHAT, Challenged, accepted
from tests.assessment.peer_review.pages import HOSTILE, drawn, opened
from tests.assessment.peer_review.reviewed import FULL, Reviewed, reviewed


PAGE = "action_plans.actions.pages.challenge"


@pytest.fixture
def it(desk: Desk) -> Challenged:
    return accepted(desk)


def shown(it: Challenged, desk: Desk | None = None) -> AppTest:
    return opened(it.here, PAGE, desk, id=it.challenge)


def asked(here: Reviewed, words: str) -> Challenged:
    """A reviewer who cannot tell, and asks for evidence in these words."""
    reviewer = here.by_link()
    reviews.rate(reviewer, here.first, FULL, CANNOT_TELL)
    typed = Typed.over("", words)
    reviews.edit_rating_text(reviewer, here.first, FULL, "evidence_asked", typed)
    reviews.hand_in(reviewer, here.first)
    (found,) = reviews.challenges(here.desk, here.round_id)
    return Challenged(here, found.id)


def test_who_cannot_tell_asks_for_evidence_and_gave_no_lower_rating(desk: Desk) -> None:
    said = drawn(shown(asked(reviewed(desk), f"Minutes {HOSTILE}")))
    assert "Cannot tell from what I was given" in said
    assert "Evidence asked for:</strong> Minutes &lt;img" in said
    assert "<img" not in said
    assert "lower" not in said
    assert "Fully met" in said


def test_a_reply_is_confirmed_only_whole_and_refused_in_words(desk: Desk) -> None:
    here = reviewed(desk)
    _, challenge = here.challenged()
    it = Challenged(here, challenge.id)
    page = shown(it)
    assert "An action can be raised once" in drawn(page)
    page.button(key=f"confirm_{challenge.id}").click().run()
    assert "say which agency replies" in drawn(page)
    page.selectbox(key=f"challenge_{challenge.id}_agency").select(here.room.council).run()
    page.selectbox(key=f"challenge_{challenge.id}_outcome").select(Outcome.ACCEPT_IN_PART).run()
    for field, words in (("reply", "We have minutes."), ("outcome_reason", "Half is done.")):
        reviews.edit_challenge_text(desk, challenge.id, field, Typed.over("", words))
    page.button(key=f"confirm_{challenge.id}").click().run()
    assert "Accept in part; the peer reviewer may answer once." in drawn(page)
    assert "<strong>Council</strong>: We have minutes." in drawn(page)


def test_their_answer_is_kept_once_and_what_looks_like_an_identifier_is_asked_about(
    it: Challenged,
) -> None:
    page = shown(it)
    page.text_input(key=f"answer_{it.challenge}").input("Ask A1234BC about it")
    page.button(key=f"FormSubmitter:answer_{it.challenge}_form-Keep their answer").click().run()
    assert reviews.challenge_of(it.desk, it.challenge)[0].answered_at is None
    page.text_input(key=f"answer_{it.challenge}").input("We would still see them")
    page.button(key=f"FormSubmitter:answer_{it.challenge}_form-Keep their answer").click().run()
    assert "We would still see them" in drawn(page)
    assert page.text_input(key=f"raise_{it.challenge}") in page.text_input
    assert f"answer_{it.challenge}" not in {box.key for box in page.text_input}


def test_an_action_is_raised_from_it_and_the_challenge_closed(it: Challenged) -> None:
    page = shown(it)
    page.text_input(key=f"raise_{it.challenge}").input(WHAT)
    page.button(key=f"FormSubmitter:raise_{it.challenge}_form-Raise an action").click().run()
    [action] = service.actions_of_challenge(it.desk, it.challenge)
    assert f"1. {WHAT}" in drawn(page)
    assert action.source == "peer_review"
    page.button(key=f"close_challenge_{it.challenge}").click().run()
    assert "Closed." in drawn(page)


def test_the_actions_page_says_which_review_it_comes_from(it: Challenged) -> None:
    page = opened(it.here, "action_plans.actions.pages.action", id=it.raised())
    assert "Comes from: review by Brackley, statement G02." in drawn(page)
