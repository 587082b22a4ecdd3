"""Agreeing ratings, on both databases."""

from datetime import date

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    LikelyIdentifier,
    Refused,
    StaleEdit,
    TooLong,
)
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.consensus import service
from assessment.consensus.model import HowReached, Stance
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.store.activity import activity_event
from tests.desk import VIEWER, Area, begin_area, seen_by


PRISON_NUMBER = "A1234BC"


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


def events(desk: Desk) -> list[sa.RowMapping]:
    """Every activity event, in order."""
    with desk.store.reading() as tx:
        return list(
            tx.all(sa.select(activity_event).order_by(activity_event.c.at, activity_event.c.id))
        )


def agree(desk: Desk, area: Area) -> None:
    """Take the assessment to agreed."""
    typed = Typed.over("", "Dates follow at the board in January")
    partnerships.edit_assessment_text(desk, area.assessment_id, "no_dates_reason", typed)
    partnerships.begin_consensus(desk, area.assessment_id)
    partnerships.agree(desk, area.assessment_id)


def agencies(desk: Desk, area: Area, *names: str) -> list[str]:
    """The ids of new agencies of these names."""
    return [partnerships.add_agency(desk, area.partnership_id, name, ["PS"]) for name in names]


class TestRecordRating:
    def test_the_first_rating_begins_the_agreeing(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 2
        status = partnerships.assessment(any_desk, area.assessment_id).status
        assert status is Status.CONSENSUS

    def test_nought_is_a_rating_and_no_row_is_none(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 0)
        ratings = service.ratings_of(any_desk, area.assessment_id)
        assert ratings["P08"].rating == 0
        assert "P09" not in ratings

    def test_who_was_there_comes_from_the_meeting(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        meeting = partnerships.add_meeting(any_desk, area.assessment_id, any_desk.today())
        partnerships.set_present(any_desk, meeting, [agency])
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert rating.meeting_id == meeting

    def test_the_event_holds_what_stood_before(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        service.record_rating(any_desk, area.assessment_id, "P08", 3)
        last = events(any_desk)[-1]
        assert last["what"] == "agreed_rating.recorded"
        assert (last["before"]["rating"], last["after"]["rating"]) == (1, 3)
        assert last["assessment_id"] == area.assessment_id
        assert last["partnership_id"] == area.partnership_id

    def test_recording_the_same_again_changes_nothing(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        before = (service.rating_of(any_desk, area.assessment_id, "P08"), len(events(any_desk)))
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        after = (service.rating_of(any_desk, area.assessment_id, "P08"), len(events(any_desk)))
        assert after == before

    def test_a_screen_that_fell_behind_overwrites_nothing(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        seen = service.rating_of(any_desk, area.assessment_id, "P08")
        assert seen is not None
        at = seen.decided_at
        service.record_rating(any_desk, area.assessment_id, "P08", 2, seen=at)
        with pytest.raises(ChangedMeanwhile):
            service.record_rating(any_desk, area.assessment_id, "P08", 0, seen=at)
        now = service.rating_of(any_desk, area.assessment_id, "P08")
        assert now is not None
        assert now.rating == 2

    def test_an_agreed_assessment_keeps_its_ratings(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        agree(any_desk, area)
        with pytest.raises(Refused, match="open the ratings again"):
            service.record_rating(any_desk, area.assessment_id, "P08", 2)

    def test_a_viewer_records_nothing(self, any_desk: Desk, area: Area) -> None:
        viewer = seen_by(any_desk, VIEWER)
        with pytest.raises(Refused, match="Only the lead"):
            service.record_rating(viewer, area.assessment_id, "P08", 2)
        assert service.ratings_of(any_desk, area.assessment_id) == {}

    def test_clearing_keeps_the_words(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        typed = Typed.over("", "Bridging works on weekdays.")
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
        service.clear_rating(any_desk, area.assessment_id, "P08")
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert (rating.rating, rating.rationale) == (None, "Bridging works on weekdays.")


class TestTwoScreens:
    """What one screen records is never overwritten by another that had not seen it."""

    def test_two_first_ratings_do_not_pass_over_each_other(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1, seen=None)
        with pytest.raises(ChangedMeanwhile, match="09:30:"):
            service.record_rating(any_desk, area.assessment_id, "P08", 3, seen=None)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 1

    def test_the_same_choice_on_two_screens_is_no_conflict(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1, seen=None)
        service.record_rating(any_desk, area.assessment_id, "P08", 1, seen=None)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 1

    @pytest.mark.parametrize(
        "choose",
        [
            lambda desk, one, seen: service.clear_rating(desk, one, "P08", seen=seen),
            lambda desk, one, seen: service.record_how(
                desk, one, "P08", HowReached.ALL_AGREED, seen=seen
            ),
            lambda desk, one, seen: service.record_not_applicable(
                desk, one, "P08", Typed.over("", "Nobody settles here."), seen=seen
            ),
        ],
    )
    def test_nor_does_any_other_decision(self, any_desk: Desk, area: Area, choose) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        before = service.rating_of(any_desk, area.assessment_id, "P08")
        with pytest.raises(ChangedMeanwhile):
            choose(any_desk, area.assessment_id, None)
        assert service.rating_of(any_desk, area.assessment_id, "P08") == before
        assert before is not None
        choose(any_desk, area.assessment_id, before.decided_at)
        assert service.rating_of(any_desk, area.assessment_id, "P08") != before

    def test_a_colleagues_sentence_does_not_refuse_a_rating(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        seen = service.ratings_of(any_desk, area.assessment_id)["P08"].decided_at
        words = Typed.over("", "Bridging works.")
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", words)
        service.record_rating(any_desk, area.assessment_id, "P08", 2, seen=seen)
        now = service.ratings_of(any_desk, area.assessment_id)["P08"]
        assert (now.rating, now.rationale) == (2, "Bridging works.")

    def test_the_reason_why_not_applicable_is_written_on_without_a_new_decision(
        self, any_desk: Desk, area: Area
    ) -> None:
        one = area.assessment_id
        service.record_not_applicable(any_desk, one, "P10", Typed.over("", "No"), seen=None)
        first = service.ratings_of(any_desk, one)["P10"]
        on = Typed.over("No", "Nobody settles here.")
        service.record_not_applicable(any_desk, one, "P10", on, seen=None)
        now = service.ratings_of(any_desk, one)["P10"]
        assert now.not_applicable_reason == "Nobody settles here."
        assert now.decided_at == first.decided_at

    def test_prisons_picked_on_two_screens_both_stand(self, any_desk: Desk, area: Area) -> None:
        first, second = (
            partnerships.add_prison(any_desk, area.partnership_id, name)
            for name in ("HMP Stonebrook", "HMP Fenwick")
        )
        service.set_prisons(any_desk, area.assessment_id, "P08", [first], [])
        service.set_prisons(any_desk, area.assessment_id, "P08", [second], [])
        assert set(service.ratings_of(any_desk, area.assessment_id)["P08"].prisons) == {
            first,
            second,
        }
        service.set_prisons(any_desk, area.assessment_id, "P08", [], [first])
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].prisons == (second,)

    def test_who_writes_the_words_is_not_chosen_twice(self, any_desk: Desk, area: Area) -> None:
        one, two = agencies(any_desk, area, "Probation", "Gatehouse")
        service.set_words_from(any_desk, area.assessment_id, "P08", one, seen=None)
        with pytest.raises(ChangedMeanwhile):
            service.set_words_from(any_desk, area.assessment_id, "P08", two, seen=None)
        service.set_words_from(any_desk, area.assessment_id, "P08", two, seen=one)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].words_from == two

    def test_nor_what_an_agency_says_instead(self, any_desk: Desk, area: Area) -> None:
        (agency,) = agencies(any_desk, area, "Probation")
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.set_different_rating(any_desk, view, Stance.RATED, 1, seen=None)
        with pytest.raises(ChangedMeanwhile):
            service.set_different_rating(any_desk, view, Stance.DONT_KNOW, seen=None)
        service.set_different_rating(any_desk, view, Stance.DONT_KNOW, seen=1)
        assert service.different_view(any_desk, view).said is Stance.DONT_KNOW


class TestAfterAgreed:
    def test_words_may_follow_until_the_assessment_is_closed(
        self, any_desk: Desk, area: Area
    ) -> None:
        one = area.assessment_id
        (agency,) = agencies(any_desk, area, "Probation")
        service.record_rating(any_desk, one, "P08", 2)
        agree(any_desk, area)
        service.set_words_from(any_desk, one, "P08", agency)
        service.edit_words(any_desk, one, "P08", "rationale", Typed.over("", "It works."))
        assert service.ratings_of(any_desk, one)["P08"].rationale == "It works."
        partnerships.close(any_desk, one)
        before = service.ratings_of(any_desk, one)
        with pytest.raises(Refused, match="Take it up again"):
            service.edit_words(any_desk, one, "P08", "rationale", Typed.over("It works.", "No."))
        with pytest.raises(Refused, match="Take it up again"):
            service.set_words_from(any_desk, one, "P08", None)
        assert service.ratings_of(any_desk, one) == before

    @pytest.mark.parametrize(
        "change",
        [
            lambda desk, one: service.clear_rating(desk, one, "P08"),
            lambda desk, one: service.record_how(desk, one, "P08", HowReached.ALL_AGREED),
            lambda desk, one: service.set_prisons(desk, one, "P08", []),
            lambda desk, one: service.record_not_applicable(
                desk, one, "P08", Typed.over("", "Not here.")
            ),
        ],
    )
    def test_the_decision_stands_whole(self, any_desk: Desk, area: Area, change) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        agree(any_desk, area)
        with pytest.raises(Refused, match="its ratings stand"):
            change(any_desk, area.assessment_id)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rating == 2

    def test_no_different_view_changes_once_closed(self, any_desk: Desk, area: Area) -> None:
        one, two = agencies(any_desk, area, "Probation", "Gatehouse")
        view = service.record_different_view(any_desk, area.assessment_id, "P08", one)
        agree(any_desk, area)
        partnerships.close(any_desk, area.assessment_id)
        before = service.different_views_of(any_desk, area.assessment_id)
        for change in (
            lambda: service.record_different_view(any_desk, area.assessment_id, "P08", two),
            lambda: service.set_different_rating(any_desk, view, Stance.DONT_KNOW),
            lambda: service.edit_different_reason(any_desk, view, Typed.over("", "Late.")),
            lambda: service.put_view_away(any_desk, view),
        ):
            with pytest.raises(Refused, match="closed"):
                change()
        assert service.different_views_of(any_desk, area.assessment_id) == before


class TestWhatBelongsHere:
    def test_an_unknown_statement_cannot_be_rated(self, any_desk: Desk, area: Area) -> None:
        with pytest.raises(BadInput, match="not one of this assessment"):
            service.record_rating(any_desk, area.assessment_id, "ZZ9", 2)
        assert service.ratings_of(any_desk, area.assessment_id) == {}
        status = partnerships.assessment(any_desk, area.assessment_id).status
        assert status is Status.PREPARING

    def test_nothing_of_another_area_is_taken(self, any_desk: Desk, area: Area) -> None:
        other, one = begin_area(any_desk, "Brackwater"), area.assessment_id
        (theirs,) = agencies(any_desk, other, "Their probation")
        prison = partnerships.add_prison(any_desk, other.partnership_id, "HMP Fenwick")
        for change in (
            lambda: service.record_different_view(any_desk, one, "P08", theirs),
            lambda: service.set_words_from(any_desk, one, "P08", theirs),
            lambda: service.set_prisons(any_desk, one, "P08", [prison]),
        ):
            with pytest.raises(BadInput, match="Nothing was changed"):
                change()
        assert service.resting(any_desk, one)["a different view"] == frozenset()
        assert service.ratings_of(any_desk, one) == {}

    def test_an_observer_is_not_asked(self, any_desk: Desk, area: Area) -> None:
        (agency,) = agencies(any_desk, area, "National team")
        partnerships.set_observer(any_desk, agency, True)
        with pytest.raises(BadInput, match="observes"):
            service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        with pytest.raises(BadInput, match="observes"):
            service.set_words_from(any_desk, area.assessment_id, "P08", agency)


def test_a_different_view_begins_the_agreeing(any_desk: Desk, area: Area) -> None:
    (agency,) = agencies(any_desk, area, "Probation")
    service.record_different_view(any_desk, area.assessment_id, "P08", agency)
    status = partnerships.assessment(any_desk, area.assessment_id).status
    assert status is Status.CONSENSUS


class TestHowItWasReached:
    def test_coming_back_leaves_no_rating(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        service.record_how(any_desk, area.assessment_id, "P08", HowReached.DEFERRED)
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert (rating.rating, rating.how) == (None, HowReached.DEFERRED)

    def test_rating_what_was_put_off_ends_the_putting_off(self, any_desk: Desk, area: Area) -> None:
        service.record_how(any_desk, area.assessment_id, "P08", HowReached.DEFERRED)
        service.record_rating(any_desk, area.assessment_id, "P08", 1)
        rating = service.rating_of(any_desk, area.assessment_id, "P08")
        assert rating is not None
        assert (rating.rating, rating.how) == (1, None)


class TestNotApplicable:
    @pytest.mark.parametrize("reason", ["", "   "])
    def test_needs_a_reason(self, any_desk: Desk, area: Area, reason: str) -> None:
        with pytest.raises(BadInput, match="why it is not applicable"):
            service.record_not_applicable(
                any_desk, area.assessment_id, "P08", Typed.over("", reason)
            )
        assert service.ratings_of(any_desk, area.assessment_id) == {}

    def test_takes_the_place_of_a_rating_and_gives_way_to_one(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.record_rating(any_desk, area.assessment_id, "P10", 1)
        typed = Typed.over("", "Nobody here settles far away.")
        service.record_not_applicable(any_desk, area.assessment_id, "P10", typed)
        rating = service.rating_of(any_desk, area.assessment_id, "P10")
        assert rating is not None
        assert (rating.rating, rating.not_applicable) == (None, True)
        service.record_rating(any_desk, area.assessment_id, "P10", 2)
        rating = service.rating_of(any_desk, area.assessment_id, "P10")
        assert rating is not None
        assert (rating.rating, rating.not_applicable) == (2, False)


class TestWords:
    def test_a_likely_identifier_is_written_nowhere(self, any_desk: Desk, area: Area) -> None:
        typed = Typed.over("", f"As {PRISON_NUMBER} told us")
        with pytest.raises(LikelyIdentifier) as caught:
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
        assert PRISON_NUMBER not in caught.value.message
        assert service.ratings_of(any_desk, area.assessment_id) == {}
        assert PRISON_NUMBER not in str(events(any_desk))

    def test_what_is_confirmed_is_kept(self, any_desk: Desk, area: Area) -> None:
        text = f"Form {PRISON_NUMBER} is the template’s own number"
        typed = Typed.over("", text, confirmed=True)
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rationale == text

    def test_a_stale_edit_loses_neither_text(self, any_desk: Desk, area: Area) -> None:
        mine, theirs = Typed.over("", "Mine"), Typed.over("", "Theirs")
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", theirs)
        with pytest.raises(StaleEdit) as caught:
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", mine)
        assert caught.value.current == "Theirs"
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rationale == "Theirs"

    def test_text_over_the_limit_is_refused_whole(self, any_desk: Desk, area: Area) -> None:
        typed = Typed.over("", "a" * (PARAGRAPH + 3))
        with pytest.raises(TooLong, match="3 characters over"):
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)

    def test_a_spell_of_typing_is_one_event(self, any_desk: Desk, area: Area) -> None:
        stored = ""
        for text in ("Bri", "Bridging", "Bridging works"):
            typed = Typed(text, seen=Typed.over(stored, "").seen, spell="box-1")
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
            stored = text
        edits = [e for e in events(any_desk) if e["what"] == "agreed_rating.rationale_edited"]
        assert len(edits) == 1
        assert edits[0]["before"]["rationale"] == ""
        assert edits[0]["after"]["rationale"] == "Bridging works"


class TestDifferentViews:
    def test_stands_beside_the_rating_and_changes_nothing_in_it(
        self, any_desk: Desk, area: Area
    ) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        before = service.rating_of(any_desk, area.assessment_id, "P08")
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.set_different_rating(any_desk, view, Stance.RATED, 1)
        typed = Typed.over("", "Bank holiday releases still slip.")
        service.edit_different_reason(any_desk, view, typed)
        kept = service.different_view(any_desk, view)
        assert (kept.rating, kept.reason) == (1, "Bank holiday releases still slip.")
        assert service.rating_of(any_desk, area.assessment_id, "P08") == before

    def test_an_agency_has_one_for_a_statement(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        first = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        again = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        assert again == first

    def test_can_come_after_the_assessment_is_agreed(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        service.record_rating(any_desk, area.assessment_id, "P08", 2)
        agree(any_desk, area)
        service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        assert len(service.different_views_of(any_desk, area.assessment_id)) == 1

    def test_put_away_can_be_put_back(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.put_view_away(any_desk, view)
        assert service.different_views_of(any_desk, area.assessment_id) == ()
        service.put_view_back(any_desk, view)
        assert [v.id for v in service.different_views_of(any_desk, area.assessment_id)] == [view]

    def test_does_not_know_is_not_a_rating(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        view = service.record_different_view(any_desk, area.assessment_id, "P08", agency)
        service.set_different_rating(any_desk, view, Stance.RATED, 2)
        service.set_different_rating(any_desk, view, Stance.DONT_KNOW)
        kept = service.different_view(any_desk, view)
        assert (kept.stance, kept.rating) == (Stance.DONT_KNOW, None)


class TestFinishLater:
    def test_gathers_missing_words_and_evidence_by_agency(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        service.record_rating(any_desk, area.assessment_id, "G01", 2)
        service.set_words_from(any_desk, area.assessment_id, "G01", agency)
        evidence_service.add_evidence(any_desk, area.assessment_id, "G01", "Role note", agency)
        left = service.finish_later(any_desk, area.assessment_id)
        assert {item.agency_id for item in left} == {agency}
        assert [item.words for item in left] == [
            "Say how it was reached and why this rating.",
            "“Role note”: add what kind it is, its date, where it is kept and how far it was "
            "looked at.",
        ]

    def test_what_is_whole_is_not_listed(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "G01", 2)
        service.record_how(any_desk, area.assessment_id, "G01", HowReached.ALL_AGREED)
        typed = Typed.over("", "The note is signed.")
        service.edit_words(any_desk, area.assessment_id, "G01", "rationale", typed)
        assert [item.words for item in service.finish_later(any_desk, area.assessment_id)] == [
            "Name what shows it."
        ]

    def test_statements_out_of_scope_are_left_out(self, any_desk: Desk, area: Area) -> None:
        bank_scope = partnerships.scope(any_desk, area.assessment_id)
        outside = next(s for s in ("G09", "D05", "A10", "G05") if s not in bank_scope)
        service.record_rating(any_desk, area.assessment_id, outside, 2)
        assert service.finish_later(any_desk, area.assessment_id) == ()


def test_a_meeting_after_the_rating_does_not_rewrite_who_was_there(
    any_desk: Desk, area: Area
) -> None:
    first = partnerships.add_meeting(any_desk, area.assessment_id, date(2026, 11, 20))
    service.record_rating(any_desk, area.assessment_id, "P08", 2)
    partnerships.add_meeting(any_desk, area.assessment_id, date(2026, 11, 21))
    rating = service.rating_of(any_desk, area.assessment_id, "P08")
    assert rating is not None
    assert rating.meeting_id == first
