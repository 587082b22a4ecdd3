"""First views: whose they are, when they stand, and that nobody sees them before the reveal."""

import json
from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, Refused
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.store.activity import activity_event
from assessment.views import service
from assessment.views.model import Answer, Given, Way
from tests.desk import VIEWER, begin_area, seen_by


STATEMENT, OTHER = "P08", "G01"


@dataclass(frozen=True)
class Scene:
    """An assessment that asks for views of two agencies, with the lead's desk."""

    lead: Desk
    assessment_id: str
    prison: str
    probation: str

    def partner(self, agency_id: str) -> Desk:
        """The desk of someone who speaks for an agency."""
        actor = Actor(
            name="A device",
            role=Role.PARTNER,
            assessment_id=self.assessment_id,
            agency_id=agency_id,
        )
        return seen_by(self.lead, actor)

    def give(self, agency_id: str, said: int | Answer, statement_id: str = STATEMENT) -> None:
        """The agency's own answer."""
        here = (self.assessment_id, statement_id, agency_id)
        service.give(self.partner(agency_id), *here, said, way=Way.JOINED)

    def reveal(self) -> None:
        """The spread of the statement is shown."""
        service.show_spread(self.lead, self.assessment_id, STATEMENT)


def scene(desk: Desk, *, names_shown: bool = False, asked: bool = True) -> Scene:
    area = begin_area(desk)
    prison = partnerships.add_agency(desk, area.partnership_id, "HMP Stonebrook", ["PTP"])
    probation = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    service.choose_names_shown(desk, area.assessment_id, names_shown)
    if asked:
        service.ask_for_views(desk, area.assessment_id)
    return Scene(desk, area.assessment_id, prison, probation)


class TestGiving:
    def test_an_answer_is_kept_and_read_back_by_its_own_agency(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 1)
        first, later = service.own_view(
            here.partner(here.prison), here.assessment_id, STATEMENT, here.prison
        )
        assert first is not None
        assert (first.said, first.way, first.keyed_by) == (1, Way.JOINED, "")
        assert later is None

    @pytest.mark.parametrize("said", [0, 3, Answer.DONT_KNOW, Answer.NOT_OURS])
    def test_a_changed_answer_takes_the_place_of_the_one_before(
        self, desk: Desk, said: int | Answer
    ) -> None:
        here = scene(desk)
        here.give(here.prison, 2)
        here.give(here.prison, said)
        found = service.own_views(here.partner(here.prison), here.assessment_id, here.prison)
        assert [one.said for one in found] == [said]

    def test_what_the_lead_keys_says_who_keyed_it(self, desk: Desk) -> None:
        here = scene(desk)
        ids = (here.assessment_id, STATEMENT, here.prison)
        kept = service.give(desk, *ids, 2, way=Way.CALLED_OUT)
        assert kept.keyed_by == "The lead"

    def test_the_lead_cannot_key_over_what_an_agency_gave_itself(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 2)
        ids = (here.assessment_id, STATEMENT, here.prison)
        with pytest.raises(Refused, match="gave a view of its own") as refused:
            service.give(any_desk, *ids, 0, way=Way.CALLED_OUT)
        assert "2" not in str(refused.value)
        service.give(any_desk, *ids, 0, way=Way.CALLED_OUT, replace=True)
        assert [one.said for one in service.sealed_views(any_desk, here.assessment_id)] == [0]

    def test_nothing_is_kept_of_many_when_one_cannot_be(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        many = [
            Given(statement_id=STATEMENT, agency_id=here.prison, said=1),
            Given(statement_id="Z99", agency_id=here.prison, said=1),
        ]
        with pytest.raises(BadInput):
            service.give_many(any_desk, here.assessment_id, many, way=Way.PACK)
        assert not service.answered(any_desk, here.assessment_id).first

    def test_a_view_taken_back_is_gone_with_its_prisons(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 1)
        one = partnerships.assessment(any_desk, here.assessment_id)
        jail = partnerships.add_prison(any_desk, one.partnership_id, "HMP Fenwick")
        mine = (here.partner(here.prison), here.assessment_id, STATEMENT, here.prison)
        service.set_view_prisons(*mine, [jail])
        service.take_back(*mine)
        assert service.own_view(*mine) == (None, None)

    def test_words_wait_for_an_answer(self, desk: Desk) -> None:
        here = scene(desk)
        mine = (here.partner(here.prison), here.assessment_id, STATEMENT, here.prison)
        with pytest.raises(BadInput, match="Choose an answer first"):
            service.edit_reason(*mine, Typed.over("", "Gaps on Fridays"))

    def test_the_guard_reads_reasons(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 1)
        mine = (here.partner(here.prison), here.assessment_id, STATEMENT, here.prison)
        with pytest.raises(LikelyIdentifier):
            service.edit_reason(*mine, Typed.over("", "It happened to A1234BC"))
        first, _later = service.own_view(*mine)
        assert first is not None
        assert first.reason == ""


class TestBeforeTheReveal:
    def test_names_are_settled_before_the_first_question(self, desk: Desk) -> None:
        area = begin_area(desk)
        with pytest.raises(Refused, match="First choose whether"):
            service.ask_for_views(desk, area.assessment_id)

    def test_the_promise_stands_once_a_view_is_in(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 1)
        with pytest.raises(Refused, match="That stands now"):
            service.choose_names_shown(any_desk, here.assessment_id, True)

    @pytest.mark.parametrize("actor", ["probation", "viewer", "lead"])
    def test_nobody_else_reads_it(self, desk: Desk, actor: str) -> None:
        here = scene(desk)
        here.give(here.prison, 1)
        who = {"probation": here.partner(here.probation), "viewer": seen_by(desk, VIEWER)}
        other = who.get(actor, desk)
        with pytest.raises(Refused):
            service.own_views(other, here.assessment_id, here.prison)
        with pytest.raises(Refused):
            service.shown_views(other, here.assessment_id, STATEMENT)
        if actor != "lead":
            with pytest.raises(Refused):
                service.sealed_views(other, here.assessment_id)

    def test_a_partner_gives_only_their_own_agencys_view(self, desk: Desk) -> None:
        here = scene(desk)
        ids = (here.assessment_id, STATEMENT, here.prison)
        with pytest.raises(Refused, match="one agency in one assessment"):
            service.give(here.partner(here.probation), *ids, 1, way=Way.JOINED)

    def test_the_activity_log_never_says_what_was_answered(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 3)
        here.give(here.prison, 0)
        mine = (here.partner(here.prison), here.assessment_id, STATEMENT, here.prison)
        service.edit_reason(*mine, Typed.over("", "Fridays are unsafe"))
        service.take_back(*mine)
        with any_desk.store.reading() as tx:
            rows = tx.all(sa.select(activity_event).where(activity_event.c.subject_table == "view"))
        assert len(rows) >= 4
        for row in rows:
            kept = {**row["before"], **row["after"]}
            assert kept.get("answer", "not logged") == "not logged"
            assert kept.get("rating") in {None, "not logged"}
            assert "Fridays" not in json.dumps(kept)

    def test_who_has_answered_is_known_to_all(self, desk: Desk) -> None:
        here = scene(desk)
        here.give(here.prison, 1)
        found = service.answered(seen_by(desk, VIEWER), here.assessment_id)
        assert found.of(STATEMENT) == {here.prison}
        assert found.by(here.probation) == frozenset()


class TestReveal:
    def test_the_spread_comes_without_names_or_words(self, any_desk: Desk) -> None:
        here = scene(any_desk, names_shown=True)
        here.give(here.prison, 1)
        here.give(here.probation, 3)
        mine = (here.partner(here.prison), here.assessment_id, STATEMENT, here.prison)
        service.edit_reason(*mine, Typed.over("", "Gaps on Fridays"))
        here.reveal()
        shown = service.shown_views(any_desk, here.assessment_id, STATEMENT)
        assert [(one.said, one.agency_id, one.reason) for one in shown] == [
            (1, "", ""),
            (3, "", ""),
        ]

    def test_names_follow_where_that_was_agreed(self, any_desk: Desk) -> None:
        here = scene(any_desk, names_shown=True)
        here.give(here.prison, 1)
        with pytest.raises(Refused, match="Show the spread first"):
            service.show_names(any_desk, here.assessment_id, STATEMENT)
        here.reveal()
        service.show_names(any_desk, here.assessment_id, STATEMENT)
        (shown,) = service.shown_views(any_desk, here.assessment_id, STATEMENT)
        assert shown.agency_id == here.prison

    def test_names_never_follow_where_it_was_not(self, any_desk: Desk) -> None:
        here = scene(any_desk, names_shown=False)
        here.give(here.prison, 1)
        here.reveal()
        with pytest.raises(Refused, match="no names are shown"):
            service.show_names(any_desk, here.assessment_id, STATEMENT)

    def test_a_view_after_the_reveal_stands_beside_the_first(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 1)
        here.reveal()
        here.give(here.prison, 3)
        here.give(here.probation, 2)
        mine = (here.assessment_id, STATEMENT)
        first, later = service.own_view(here.partner(here.prison), *mine, here.prison)
        assert first is not None
        assert later is not None
        assert (first.said, later.said, later.after_reveal) == (1, 3, True)
        assert service.answered(any_desk, here.assessment_id).of(STATEMENT) == {here.prison}

    def test_a_frozen_view_cannot_be_taken_back(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 1)
        service.freeze(any_desk, here.assessment_id, STATEMENT)
        with pytest.raises(Refused, match="first views stand"):
            service.take_back(here.partner(here.prison), here.assessment_id, STATEMENT, here.prison)

    def test_freezing_shows_nothing(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.give(here.prison, 1)
        service.freeze(any_desk, here.assessment_id, STATEMENT)
        with pytest.raises(Refused, match="not been revealed"):
            service.shown_views(any_desk, here.assessment_id, STATEMENT)

    def test_only_the_lead_reveals(self, desk: Desk) -> None:
        here = scene(desk)
        with pytest.raises(Refused, match="Only the lead"):
            service.show_spread(here.partner(here.prison), here.assessment_id, STATEMENT)

    def test_other_statements_stay_closed(self, desk: Desk) -> None:
        here = scene(desk)
        here.give(here.prison, 1)
        here.give(here.prison, 2, OTHER)
        here.reveal()
        with pytest.raises(Refused):
            service.shown_views(desk, here.assessment_id, OTHER)


def test_asking_begins_the_stage_of_first_views(any_desk: Desk) -> None:
    here = scene(any_desk)
    assert partnerships.assessment(any_desk, here.assessment_id).status is Status.VIEWS


def test_views_wait_until_they_are_asked_for(any_desk: Desk) -> None:
    here = scene(any_desk, asked=False)
    with pytest.raises(Refused, match="not asked for yet"):
        here.give(here.prison, 1)


def test_every_act_moves_the_sequence_that_screens_follow(any_desk: Desk) -> None:
    here = scene(any_desk)
    with any_desk.store.reading() as tx:
        before = tx.sequence(here.assessment_id)
    here.give(here.prison, 1)
    with any_desk.store.reading() as tx:
        assert tx.sequence(here.assessment_id) == before + 1
