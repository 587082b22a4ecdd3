"""Invitation links: who gets in by one, who doesn't, and what of it is logged."""

from datetime import timedelta

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import GivenRating, Outcome
from assessment.peer_review.rules.links import ENDED, TOO_MANY, WRONG
from assessment.peer_review.store.tables import wrong_review_link
from assessment.store.activity import activity_event
from tests.assessment.peer_review.reviewed import FULL, PLAIN, reviewed
from tests.desk import FixedClock


GUESSED = "A" * 43


def refused(desk: Desk) -> list[str]:
    """What the log keeps of refusals."""
    with desk.store.reading() as tx:
        rows = tx.all(activity_event.select().order_by(activity_event.c.at, activity_event.c.id))
    return [row["what"] for row in rows if "refused" in row["what"]]


def counted_in_log(desk: Desk) -> int:
    """How many refusals the log tells of: the most that each row stood for."""
    with desk.store.reading() as tx:
        rows = tx.all(activity_event.select())
    told: dict[str, int] = {}
    for row in rows:
        if "refused" in row["what"]:
            told[row["subject_id"]] = max(told.get(row["subject_id"], 0), row["after"]["times"])
    return sum(told.values())


def forward(desk: Desk, **how_far: float) -> None:
    clock = desk.now
    assert isinstance(clock, FixedClock)
    clock.forward(**how_far)


def altered(token: str) -> str:
    return token[:-1] + ("A" if token[-1] != "A" else "B")


class TestGettingIn:
    def test_a_link_opens_one_reviewers_desk(self, desk: Desk) -> None:
        it = reviewed(desk)
        here = it.by_link()
        assert here.actor.reviewer_id == it.first
        assert service.given_to(here, it.first).role == "Commissioner, Brackley Council"

    def test_of_its_token_only_a_hash_is_kept(self, desk: Desk) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        link = service.link_of(desk, it.first)
        assert link is not None
        assert token not in link.model_dump_json()
        with desk.store.reading() as tx:
            log = str([dict(row) for row in tx.all(activity_event.select())])
        assert token not in log
        assert link.token_hash not in log

    @pytest.mark.parametrize("change", [altered, str.lower, lambda token: f"{token}A"])
    def test_an_altered_one_opens_nothing_and_is_logged(self, desk: Desk, change) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        with pytest.raises(Refused) as refusal:
            service.reviewer_desk(it.door(), change(token), "here")
        assert refusal.value.message == WRONG
        assert refused(desk) == ["review_link.refused"]

    def test_a_new_one_takes_the_place_of_the_one_before(self, desk: Desk) -> None:
        it = reviewed(desk)
        before = service.make_link(desk, it.first)
        service.make_link(desk, it.first)
        with pytest.raises(Refused, match=ENDED[:40]):
            service.reviewer_desk(it.door(), before, "here")

    @pytest.mark.parametrize(
        "end",
        [
            lambda it: service.revoke_link(it.desk, it.first),
            lambda it: service.put_reviewer_away(it.desk, it.first),
            lambda it: service.close_round(it.desk, it.round_id),
            lambda it: service.put_round_away(it.desk, it.round_id),
            lambda it: partnerships.close(it.desk, it.assessment_id),
            lambda it: forward(it.desk, weeks=4, days=1),
        ],
    )
    def test_one_that_ended_is_shut_at_the_next_step(self, desk: Desk, end) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        service.reviewer_desk(it.door(), token, "here")
        end(it)
        with pytest.raises(Refused, match=ENDED[:40]):
            service.reviewer_desk(it.door(), token, "here")
        assert refused(desk) == ["review_link.ended_refused"]

    def test_it_opens_until_its_last_day_is_over(self, desk: Desk) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        forward(desk, weeks=4)
        service.reviewer_desk(it.door(), token, "here")

    def test_the_lead_is_told_that_it_shuts_before_a_reply_can_be_answered(
        self, desk: Desk
    ) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        here = service.reviewer_desk(it.door(), token, "here")
        forward(desk, weeks=3)
        assert service.open_longer(desk, it.round_id) is None
        service.rate(here, it.first, FULL, 1)
        service.hand_in(here, it.first)
        # Facts are checked until two weeks from now, and the link shuts in one.
        soon = service.open_longer(desk, it.round_id)
        assert soon is not None
        assert "shut at the end of 19 December 2026, and facts are checked by 25" in soon.words
        (challenge,) = service.challenges(desk, it.round_id)
        service.reply(desk, challenge.id, it.room.council, "We have minutes since.")
        service.confirm(desk, challenge.id, Outcome.NOT_ACCEPTED, "It is in the minutes.")
        forward(desk, weeks=2)
        late = service.open_longer(desk, it.round_id)
        assert late is not None
        assert "1 confirmed reply cannot be answered by it" in late.words
        with pytest.raises(Refused, match=ENDED[:40]):
            service.reviewer_desk(it.door(), token, "here")
        # One act, and the link that was sent opens again.
        service.set_expiry(desk, it.round_id, late.day)
        again = service.reviewer_desk(it.door(), token, "here")
        service.answer_back(again, challenge.id, "Then I agree.")
        assert service.open_longer(desk, it.round_id) is None
        service.set_expiry(desk, it.round_id, desk.today())
        service.revoke_link(desk, it.first)
        assert service.open_longer(desk, it.round_id) is None

    def test_only_at_a_door(self, desk: Desk) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        for other in (desk, it.by_link(it.other)):
            with pytest.raises(Refused):
                service.reviewer_desk(other, token, "here")


class TestGuessing:
    def test_of_two_hundred_in_a_minute_none_gets_in_and_each_is_logged(self, desk: Desk) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        clock = desk.now
        assert isinstance(clock, FixedClock)
        clock.tick = timedelta(milliseconds=60)
        said = []
        for number in range(200):
            with pytest.raises(Refused) as refusal:
                service.reviewer_desk(it.door(), f"{number:043}", "there")
            said.append(refusal.value.message)
        assert set(said[:10]) == {WRONG}
        assert set(said[10:]) == {TOO_MANY}
        # Each of the first ten has its line in the log, and one more line counts the others.
        assert len(refused(desk)) == 11
        assert counted_in_log(desk) == 200
        assert service.wrong_links(desk) == 200
        # Even the right one is not opened from there now; from elsewhere it is.
        with pytest.raises(Refused, match="ten minutes"):
            service.reviewer_desk(it.door(), token, "there")
        assert service.reviewer_desk(it.door(), token, "elsewhere").actor.reviewer_id == it.first
        # Who is at work goes on, whatever others beside them try.
        service.reviewer_desk(it.door(), token, "there")

    def test_after_ten_minutes_a_right_one_opens(self, desk: Desk) -> None:
        it = reviewed(desk)
        token = service.make_link(desk, it.first)
        for _ in range(10):
            with pytest.raises(Refused):
                service.reviewer_desk(it.door(), GUESSED, "here")
        forward(desk, minutes=10)
        service.reviewer_desk(it.door(), token, "here")

    def test_where_it_came_from_is_forgotten_after_a_day(self, desk: Desk) -> None:
        it = reviewed(desk)
        for _ in range(3):
            with pytest.raises(Refused):
                service.reviewer_desk(it.door(), GUESSED, "192.0.2.7")
        forward(desk, days=1, minutes=1)
        with pytest.raises(Refused):
            service.reviewer_desk(it.door(), GUESSED, "192.0.2.8")
        with desk.store.reading() as tx:
            log = str([dict(row) for row in tx.all(activity_event.select())])
        assert "192.0.2" not in log
        assert log.count("wrong_review_link.cleared") == 1
        with desk.store.reading() as tx:
            sources = [row["source"] for row in tx.all(wrong_review_link.select())]
        assert sources == ["192.0.2.8"]


class TestReach:
    """A reviewer asks for what is another's, by its id."""

    def test_another_reviewers_of_the_same_round(self, any_desk: Desk) -> None:
        it = reviewed(any_desk)
        here = it.by_link()
        acts = [
            lambda: service.given_to(here, it.other),
            lambda: service.rate(here, it.other, FULL, 0),
            lambda: service.set_for_visit(here, it.other, FULL, True),
            lambda: service.hand_in(here, it.other),
            lambda: service.show_area(here, it.other),
        ]
        for act in acts:
            with pytest.raises(Refused, match="one peer reviewer in one round"):
                act()
        assert refused(any_desk) == ["peer_reviewer.reach_refused"] * len(acts)

    def test_another_round_and_another_area(self, desk: Desk) -> None:
        it, elsewhere = reviewed(desk), reviewed(desk)
        second = service.begin_round(desk, it.assessment_id, "Colne")
        theirs = service.add_reviewer(desk, second, "Head of service", "Colne Council")
        here = it.by_link()
        for other in (theirs, elsewhere.first):
            with pytest.raises(Refused):
                service.given_to(here, other)
            with pytest.raises(Refused):
                service.rate(here, other, FULL, 0)
        assert service.given_to(desk, theirs).own == {}
        assert refused(desk) == ["peer_reviewer.reach_refused"] * 4

    def test_what_is_the_partnerships(self, desk: Desk) -> None:
        it = reviewed(desk)
        here, challenge = it.confirmed()
        other = it.by_link(it.other)
        acts = [
            lambda: service.rounds(here, it.assessment_id),
            lambda: service.round_of(here, it.round_id),
            lambda: service.reviewers(here, it.round_id),
            lambda: service.ratings(here, it.round_id),
            lambda: service.challenges(here, it.round_id),
            lambda: service.moderated(here, it.round_id),
            lambda: service.findings(here, it.round_id),
            lambda: service.link_of(here, it.other),
            lambda: service.answer_back(other, challenge.id, "Not mine to answer."),
        ]
        for act in acts:
            with pytest.raises(Refused):
                act()
        assert len(refused(desk)) == len(acts)

    def test_the_order_in_which_statements_are_proposed(self, desk: Desk) -> None:
        """It follows the agreed ratings, so that it would tell them."""
        it = reviewed(desk)
        with pytest.raises(Refused, match="Only the partnership"):
            service.proposal(it.by_link(), it.assessment_id)
        assert refused(desk) == ["peer_reviewer.reach_refused"]

    def test_what_only_the_lead_does(self, desk: Desk) -> None:
        it = reviewed(desk)
        here, challenge = it.challenged()
        acts = [
            lambda: service.begin_round(here, it.assessment_id),
            lambda: service.set_scope(here, it.round_id, [PLAIN]),
            lambda: service.set_blind(here, it.round_id, False),
            lambda: service.add_reviewer(here, it.round_id),
            lambda: service.make_link(here, it.first),
            lambda: service.rate_many(here, it.other, [GivenRating(statement_id=FULL, said=0)]),
            lambda: service.moderate(here, it.round_id, FULL, 0, "So we think."),
            lambda: service.confirm(here, challenge.id),
            lambda: service.close_challenge(here, challenge.id),
            lambda: service.release(here, it.round_id),
            lambda: service.freeze_texts(here, it.round_id, []),
        ]
        for act in acts:
            with pytest.raises(Refused, match="Only the lead"):
                act()

    def test_a_statement_outside_the_round_is_refused_and_logged(self, any_desk: Desk) -> None:
        it = reviewed(any_desk)
        here = it.by_link()
        with pytest.raises(BadInput):
            service.rate(here, it.first, PLAIN, 0)
        lines = [
            GivenRating(statement_id=FULL, said=1),
            GivenRating(statement_id=PLAIN, said=0),
        ]
        with pytest.raises(BadInput):
            service.rate_many(any_desk, it.first, lines)
        assert service.given_to(any_desk, it.first).own == {}
        assert refused(any_desk) == ["reviewer_rating.refused"] * 2
