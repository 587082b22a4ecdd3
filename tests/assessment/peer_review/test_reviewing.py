"""A peer reviewer's own form, as whoever came by a link meets it."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from assessment.peer_review import service
from assessment.peer_review.model import CANNOT_TELL, Outcome, TextPlace, ToRead
from assessment.peer_review.rules.links import ENDED, TOO_MANY, WRONG
from tests.assessment.peer_review import reviewed as scenes
from tests.assessment.peer_review.pages import FORM, HOSTILE, by, drawn, opened, press
from tests.assessment.peer_review.reviewed import FULL, SAFETY, Reviewed, reviewed
from tests.assessment.peer_review.test_links import GUESSED, altered, counted_in_log, refused
from tests.desk import FixedClock


REASON = "Zebra crossing closes on Fridays"


@pytest.fixture
def here(desk: Desk) -> Reviewed:
    return reviewed(desk)


def link(here: Reviewed, reviewer_id: str = "") -> str:
    return service.make_link(here.desk, reviewer_id or here.first)


def freeze(here: Reviewed, words: str = REASON) -> None:
    """The reason for the fully met statement, read through."""
    text = ToRead(place=TextPlace.RATIONALE, about=FULL, text=words)
    service.freeze_texts(here.desk, here.round_id, [text])


class TestTheForm:
    def test_it_says_who_reads_it_how_long_and_until_when(self, here: Reviewed) -> None:
        said = drawn(by(here, link(here)))
        assert "3 statements, about 30 minutes in all. Open until 19 December 2026." in said
        assert "Nobody but you reads any of it until you hand in" in said
        assert "counts as no rating, and never as a lower one" in said
        assert "You have rated 0 of 3." in said

    def test_a_rating_saves_when_it_is_chosen_and_is_there_after_a_reload(
        self, here: Reviewed
    ) -> None:
        token = link(here)
        at = by(here, token, statement=FULL)
        assert at.radio[0].value is None
        at = at.radio[0].set_value(1).run()
        assert "You have rated 1 of 3." in drawn(at)
        assert by(here, token, statement=FULL).radio[0].value == 1
        at.radio[0].set_value(4).run()
        assert service.given_to(here.desk, here.first).own[FULL].said is CANNOT_TELL

    def test_another_screen_s_rating_is_not_written_over(self, here: Reviewed) -> None:
        token = link(here)
        at = by(here, token, statement=FULL)
        desk = service.reviewer_desk(here.door(), token, "a phone")
        service.rate(desk, here.first, FULL, 3)
        at = at.radio[0].set_value(1).run()
        assert service.given_to(here.desk, here.first).own[FULL].said == 3
        assert 'class="trouble"' in drawn(at)

    def test_the_way_leads_on_and_the_address_keeps_the_place(self, here: Reviewed) -> None:
        token = link(here)
        at = by(here, token)
        assert f"<h2>{FULL} " in drawn(at)
        at = press(at, f"{SAFETY} →")
        assert f"<h2>{SAFETY} " in drawn(at)
        assert at.query_params["statement"] in (SAFETY, [SAFETY])
        assert f"<h2>{FULL} " in drawn(press(at, f"← {FULL}"))

    def test_what_is_withheld_is_counted_and_is_nowhere_on_the_page(self, here: Reviewed) -> None:
        token = link(here)
        service.set_may_bid_for(here.desk, here.first, here.room.council)
        left = service.given_to(here.desk, here.first)
        [gone, *_] = {each.id for each in service.scope(here.desk, here.round_id)} - left.ids
        at = by(here, token, statement=gone)
        said = drawn(at)
        assert f"{left.withheld} statement" in said
        assert "your organisation may bid for a contract" in said
        assert gone not in said
        assert not [one for one in at.selectbox[0].options if gone in one]
        service.set_may_bid_for(here.desk, here.first, here.room.community)
        assert "No statement of this review can be given to you" in drawn(by(here, token))

    def test_handing_in_asks_once_where_ratings_are_missing(self, here: Reviewed) -> None:
        token = link(here)
        at = press(by(here, token), "Hand in my ratings")
        assert "Nothing is rated yet" in drawn(at)
        at = at.radio[0].set_value(2).run()
        at = press(at, "Hand in my ratings")
        assert "2 statements have no rating yet" in drawn(at)
        assert service.ratings(here.desk, here.round_id) == ()
        at = press(at, "Hand in all the same")
        assert "Your ratings are in" in drawn(at)
        assert not at.radio
        assert len(service.ratings(here.desk, here.round_id)) == 1

    def test_in_an_open_round_the_area_s_stands_folded_under_one_s_own(
        self, here: Reviewed
    ) -> None:
        service.set_blind(here.desk, here.round_id, False)
        freeze(here)
        said = drawn(by(here, link(here), statement=FULL))
        assert "<details><summary>The area’s own rating</summary>" in said
        assert REASON in said


class TestBlind:
    @pytest.mark.parametrize("step", ["before", "handed in"])
    def test_nothing_sent_depends_on_the_area_s_ratings(
        self, desk: Desk, step: str, monkeypatch
    ) -> None:
        """Two areas that differ in one rating alone give the same page."""
        seen = []
        for rating in (0, 3):
            monkeypatch.setitem(scenes.AGREED, SAFETY, rating)
            here = reviewed(desk)
            freeze(here)
            token = link(here)
            if step == "handed in":
                own = service.reviewer_desk(here.door(), token)
                service.rate(own, here.first, SAFETY, 1)
                service.hand_in(own, here.first)
            said = drawn(by(here, token, statement=SAFETY))
            assert REASON not in said
            seen.append(said)
        first, second = (words.partition("</h1>")[2] for words in seen)
        assert first == second

    def test_once_theirs_are_in_both_stand_side_by_side_with_the_agreement(
        self, here: Reviewed
    ) -> None:
        freeze(here)
        token = link(here)
        own = service.reviewer_desk(here.door(), token)
        service.rate(own, here.first, FULL, 1)
        service.hand_in(own, here.first)
        said = drawn(press(by(here, token), "See the area’s ratings"))
        assert "Would rate lower" in said
        assert "Fully met" in said
        assert REASON in said


class TestReplies:
    @pytest.fixture
    def asked(self, here: Reviewed) -> tuple[Reviewed, str, str]:
        """A reply is confirmed; with the token of a link and the challenge."""
        token = link(here)
        own = service.reviewer_desk(here.door(), token)
        service.rate(own, here.first, FULL, 1)
        service.hand_in(own, here.first)
        [one] = service.challenges(here.desk, here.round_id)
        service.reply(here.desk, one.id, here.room.council, "We have minutes since.")
        service.confirm(here.desk, one.id, Outcome.ACCEPT_IN_PART, HOSTILE)
        return here, token, one.id

    def test_a_reply_is_answered_once_and_what_is_typed_is_kept_meanwhile(self, asked) -> None:
        here, token, one = asked
        own = service.reviewer_desk(here.door(), token)
        service.edit_answer(own, one, Typed.over("", "Thank you, that helps."))
        [mine] = service.given_to(own, here.first).challenges
        assert mine.answer == "Thank you, that helps."
        assert not mine.answered
        for seen in (
            service.challenges(here.desk, here.round_id)[0],
            service.challenge_of(here.desk, one)[0],
            service.given_to(here.desk, here.first).challenges[0],
        ):
            assert seen.answer == ""  # not sent: nobody else's to read
        at = by(here, token)
        said = drawn(at)
        assert "We have minutes since." in said
        assert HOSTILE not in said
        at = press(at, f"Send this answer about {FULL}")
        assert "Your answer" in drawn(at)
        assert service.challenges(here.desk, here.round_id)[0].answer == "Thank you, that helps."
        with pytest.raises(Refused, match="answers once"):
            service.edit_answer(own, one, Typed.over("Thank you, that helps.", "And more"))

    def test_another_reviewer_cannot_write_it(self, asked) -> None:
        here, _token, one = asked
        other = here.by_link(here.other)
        for desk in (other, here.desk):
            with pytest.raises(Refused):
                service.edit_answer(desk, one, Typed.over("", "Not mine"))
        assert refused(here.desk) == ["peer_reviewer.reach_refused"]


class TestNobodyElseGetsIn:
    def test_without_a_link_it_says_where_to_find_one(self, here: Reviewed) -> None:
        at = opened(here, FORM, here.door())
        assert "Open the invitation link" in drawn(at)
        assert refused(here.desk) == []

    @pytest.mark.parametrize("change", [altered, lambda _token: GUESSED, lambda _token: HOSTILE])
    def test_by_a_guessed_or_altered_link(self, here: Reviewed, change) -> None:
        said = drawn(by(here, change(link(here))))
        assert WRONG in said
        assert "Aldermere" not in said
        assert HOSTILE not in said
        assert refused(here.desk) == ["review_link.refused"]

    def test_once_it_has_expired_or_was_revoked_also_in_a_page_that_is_open(
        self, here: Reviewed
    ) -> None:
        token, theirs = link(here), link(here, here.other)
        at, other = by(here, token), by(here, theirs)
        service.revoke_link(here.desk, here.first)
        at = at.radio[0].set_value(1).run()
        assert ENDED in drawn(at)
        assert not at.radio
        clock = here.desk.now
        assert isinstance(clock, FixedClock)
        clock.forward(days=60)
        other = other.radio[0].set_value(1).run()
        assert ENDED in drawn(other)
        assert service.given_to(here.desk, here.first).own == {}
        assert service.given_to(here.desk, here.other).own == {}
        assert set(refused(here.desk)) == {"review_link.ended_refused"}

    def test_ids_of_others_in_the_address_reach_nothing(self, here: Reviewed) -> None:
        elsewhere = reviewed(here.desk)
        ids = {"id": elsewhere.round_id, "reviewer": elsewhere.first, "statement": "G03"}
        plain = drawn(by(here, link(here)))
        assert drawn(by(here, link(here), **ids, assessment=elsewhere.assessment_id)) == plain

    def test_two_hundred_wrong_links_in_a_minute_are_held_off_and_logged(
        self, here: Reviewed
    ) -> None:
        clock = here.desk.now
        assert isinstance(clock, FixedClock)
        clock.tick = timedelta(milliseconds=30)
        began, opened_before, fresh = clock.at, link(here), link(here, here.other)
        drawn(by(here, opened_before))
        at = AppTest.from_function(_knock, args=(here.door(), 200, fresh), default_timeout=60).run()
        said = drawn(at)
        assert clock.at - began < timedelta(minutes=1)
        assert said.count(WRONG) <= 10
        assert said.count(TOO_MANY) >= 191  # from there not even a right one opens now
        assert "You have rated" not in said
        assert counted_in_log(here.desk) == 200
        assert "You have rated" in drawn(by(here, opened_before))
        assert service.reviewer_desk(here.door(), fresh, "198.51.100.7").actor.reviewer_id

    def test_script_in_what_was_typed_is_shown_as_typed(self, here: Reviewed) -> None:
        token = link(here)
        own = service.reviewer_desk(here.door(), token)
        service.rate(own, here.first, FULL, 1)
        words = f"=HYPERLINK(0) {HOSTILE}"
        service.edit_rating_text(own, here.first, FULL, "line", Typed.over("", words))
        service.hand_in(own, here.first)
        said = drawn(by(here, token))
        assert "=HYPERLINK(0) &lt;img src=x" in said
        assert "<img src=x" not in said


def _knock(desk, times, right):
    """So many wrong links and then a right one, from one place."""
    import secrets

    import streamlit as st

    from assessment.peer_review.pages import reviewing
    from assessment.ui.context import PageContext

    for token in [*(secrets.token_urlsafe(32) for _ in range(times)), right]:
        st.query_params["key"] = token
        reviewing.render(PageContext(desk))
