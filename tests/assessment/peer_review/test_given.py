"""What a peer reviewer is given, and above all what they are not."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.consensus.model import Stance
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import DocumentWay, Outcome, TextPlace
from assessment.peer_review.rules.naming import HELD_BACK
from tests.assessment.peer_review.reviewed import FULL, PLAIN, SAFETY, Reviewed, reviewed
from tests.desk import VIEWER, begin_area, seen_by


# No treatment provider is asked about it.
NOT_ABOUT_COMMUNITY = ("G10",)
NAMED = "Larkhill has not come since June"
WHY, DIFFERENT, TITLE = "Everyone came since May", "The prison never came", "Minutes since May"


def told(desk: Desk) -> Reviewed:
    """A round on a statement with a reason, a different view, and a document of the council's."""
    it = reviewed(desk)
    here = (it.assessment_id, FULL)
    consensus.edit_words(desk, *here, "rationale", Typed.over("", WHY))
    view = consensus.record_different_view(desk, *here, it.room.prison, Stance.DONT_KNOW)
    consensus.edit_different_reason(desk, view, Typed.over("", DIFFERENT))
    item = evidence_service.add_evidence(desk, *here, TITLE, it.room.council)
    evidence_service.edit_text(desk, item, "kept", Typed.over("", "Shared drive, folder 7"))
    service.set_document_way(desk, it.round_id, item, DocumentWay.ON_THE_DAY)
    return it


def bidding(desk: Desk) -> Reviewed:
    """An open round whose first reviewer may bid for an agency that a reason and a title name."""
    it = told(desk)
    area = partnerships.partnership_of(desk, it.assessment_id)
    larkhill = partnerships.add_agency(desk, area, "Larkhill Trust", ["ICB"])
    here = (it.assessment_id, FULL)
    consensus.edit_words(desk, *here, "rationale", Typed.over(WHY, NAMED))
    item = evidence_service.add_evidence(desk, *here, "Letter of LARKHILL", it.room.council)
    service.set_document_way(desk, it.round_id, item, DocumentWay.ON_THE_DAY)
    service.set_may_bid_for(desk, it.first, larkhill)
    service.set_blind(desk, it.round_id, False)
    freeze(it)
    return it


def freeze(it: Reviewed) -> None:
    """The lead has read every text, and keeps it as it stands."""
    service.freeze_texts(it.desk, it.round_id, service.texts_to_read(it.desk, it.round_id))


class TestBlind:
    def test_the_areas_ratings_reasons_and_different_views_are_nowhere(self, desk: Desk) -> None:
        it = told(desk)
        freeze(it)
        given = service.given_to(it.by_link(), it.first)
        words = given.model_dump_json()
        assert TITLE in words
        for hidden in (WHY, DIFFERENT, "folder 7"):
            assert hidden not in words
        assert {one.area for one in given.statements} == {None}
        # Nor does the order tell: it is that of the statements, not of what was agreed.
        assert [one.statement.id for one in given.statements] == [FULL, SAFETY, "A03"]

    def test_they_come_once_the_reviewers_own_are_in(self, desk: Desk) -> None:
        it = told(desk)
        freeze(it)
        here = it.by_link()
        service.rate(here, it.first, FULL, 1)
        with pytest.raises(Refused, match="not in yet"):
            service.show_area(here, it.first)
        service.hand_in(here, it.first)
        assert {one.area for one in service.given_to(here, it.first).statements} == {None}
        service.show_area(here, it.first)
        given = service.given_to(here, it.first)
        area = {one.statement.id: one.area for one in given.statements}[FULL]
        assert area is not None
        assert (area.rating, area.provisional, area.reason) == (3, True, WHY)
        assert DIFFERENT not in given.model_dump_json()
        # The other reviewer's are not in, so theirs stay hidden.
        other = service.given_to(desk, it.other)
        assert {one.area for one in other.statements} == {None}

    def test_no_reviewer_sees_what_another_said(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.returned(**{FULL: 0})
        other = it.by_link(it.other)
        assert service.given_to(other, it.other).own == {}
        it2 = it.returned(it.other, **{FULL: 2})
        service.show_area(it2, it.other)
        assert [r.rating for r in service.given_to(it2, it.other).own.values()] == [2]


def test_in_an_open_round_the_areas_ratings_stand_beside_from_the_start(desk: Desk) -> None:
    it = told(desk)
    service.set_blind(desk, it.round_id, False)
    freeze(it)
    given = service.given_to(it.by_link(), it.first)
    assert [one.area.rating for one in given.statements if one.area] == [3, 1, 2]


class TestTexts:
    def test_a_text_that_nobody_read_is_not_given(self, desk: Desk) -> None:
        it = told(desk)
        service.set_blind(desk, it.round_id, False)
        words = service.given_to(desk, it.first).model_dump_json()
        assert TITLE not in words
        assert WHY not in words

    def test_what_is_read_is_what_would_be_given(self, desk: Desk) -> None:
        it = told(desk)
        found = {one.place: one.text for one in service.texts_to_read(desk, it.round_id)}
        assert found == {TextPlace.EVIDENCE_TITLE: TITLE, TextPlace.RATIONALE: WHY}

    def test_a_rewording_is_given_and_what_is_left_out_is_not(self, any_desk: Desk) -> None:
        it = told(any_desk)
        service.set_blind(any_desk, it.round_id, False)
        freeze(it)
        reworded = [
            one.model_copy(update={"text": "Minutes" if TITLE in one.text else ""})
            for one in service.texts_to_read(any_desk, it.round_id)
        ]
        service.freeze_texts(any_desk, it.round_id, reworded)
        given = service.given_to(any_desk, it.first)
        (document,) = given.statements[0].documents
        assert (document.title, document.owner) == ("Minutes", "Council")
        assert WHY not in given.model_dump_json()

    def test_a_document_of_another_assessment_is_refused(self, desk: Desk) -> None:
        it = told(desk)
        elsewhere = begin_area(desk, "Elsewhere")
        item = evidence_service.add_evidence(desk, elsewhere.assessment_id, "G02", "Theirs")
        with pytest.raises(BadInput):
            service.set_document_way(desk, it.round_id, item, DocumentWay.SECURE_MAIL)


class TestWithheld:
    def test_who_may_bid_is_given_nothing_about_the_agency(self, desk: Desk) -> None:
        it = told(desk)
        freeze(it)
        service.set_scope(desk, it.round_id, [FULL, SAFETY, *NOT_ABOUT_COMMUNITY])
        service.set_may_bid_for(desk, it.first, it.room.community)
        given = service.given_to(it.by_link(), it.first)
        assert given.ids == set(NOT_ABOUT_COMMUNITY)
        assert given.withheld == 2
        assert service.given_to(desk, it.other).ids == {FULL, SAFETY, "G10"}

    def test_nor_what_it_replies_to_them(self, desk: Desk) -> None:
        it = reviewed(desk)
        service.set_scope(desk, it.round_id, [*NOT_ABOUT_COMMUNITY])
        service.set_may_bid_for(desk, it.first, it.room.community)
        here = it.returned(it.first, G10=2)
        (challenge,) = service.challenges(desk, it.round_id)
        service.reply(desk, challenge.id, it.room.community, "We lost two workers in May.")
        service.confirm(desk, challenge.id, Outcome.NOT_ACCEPTED, "They will be replaced.")
        service.show_area(here, it.first)
        assert service.given_to(here, it.first).challenges == ()

    def test_nor_a_text_that_names_it_and_the_lead_is_told_why(self, any_desk: Desk) -> None:
        it, desk = bidding(any_desk), any_desk
        here = service.given_to(desk, it.first)
        assert here.ids == {FULL, "A03"}
        [document] = [doc for one in here.statements for doc in one.documents]
        assert document.title == "Minutes since May"
        reasons = {one.statement.id: one.area.reason for one in here.statements if one.area}
        assert reasons[FULL] == HELD_BACK
        whole = service.given_to(desk, it.other).model_dump_json()
        assert (NAMED in whole, "Letter of LARKHILL" in whole) == (True, True)

        found = service.withholding(desk, it.first)
        assert found is not None
        [statement] = found.statements
        assert (statement.statement.id, statement.by_hand) == (SAFETY, False)
        assert "the kind of agency that Larkhill Trust is" in statement.because
        assert [(one.where, one.text) for one in found.texts] == [
            ("Title of a document", "Letter of LARKHILL"),
            (f"Why {FULL} is rated so", NAMED),
        ]
        assert "names Larkhill Trust" in service.named_in(desk, it.round_id, NAMED)
        assert service.named_in(desk, it.round_id, WHY) == ""

    def test_the_lead_may_withhold_more_and_never_less(self, any_desk: Desk) -> None:
        it, desk = bidding(any_desk), any_desk
        service.set_withheld(desk, it.first, [FULL], seen=[])
        assert service.given_to(desk, it.first).ids == {"A03"}
        found = service.withholding(desk, it.first)
        assert found is not None
        assert (found.about, found.by_hand, found.left) == (1, 1, 1)
        service.set_withheld(desk, it.first, [], seen=[FULL])
        assert service.given_to(desk, it.first).ids == {FULL, "A03"}
        with pytest.raises(Refused, match="for whose contract"):
            service.set_withheld(desk, it.other, [FULL])
        with pytest.raises(Refused, match="Only the lead"):
            service.set_withheld(seen_by(desk, VIEWER), it.first, [FULL])
        assert service.withholding(desk, it.other) is None

    def test_a_reply_by_that_agency_or_that_names_it_is_pointed_out(self, desk: Desk) -> None:
        it = bidding(desk)
        here = it.returned(it.first, **{FULL: 1})
        service.show_area(here, it.first)
        (challenge,) = service.challenges(desk, it.round_id)
        assert service.bidder_note(desk, challenge.id) == ""
        service.reply(desk, challenge.id, it.room.council, "Ask Larkhill’s manager.")
        assert "Reword them without the name" in service.bidder_note(desk, challenge.id)
        service.confirm(desk, challenge.id, Outcome.NOT_ACCEPTED, "It is so.")
        [told] = service.given_to(here, it.first).challenges
        assert (told.reply, told.outcome_reason) == (HELD_BACK, "It is so.")
        service.take_confirmation_back(desk, challenge.id)
        bidder = service.reviewers(desk, it.round_id)[0].may_bid_for
        service.set_replying_agency(desk, challenge.id, bidder)
        assert "Larkhill Trust replies, and" in service.bidder_note(desk, challenge.id)

    def test_nor_can_they_rate_it(self, desk: Desk) -> None:
        it = reviewed(desk)
        service.set_may_bid_for(desk, it.first, it.room.community)
        service.set_scope(desk, it.round_id, [FULL, *NOT_ABOUT_COMMUNITY])
        here = it.by_link()
        with pytest.raises(BadInput):
            service.rate(here, it.first, FULL, 0)

    def test_where_nothing_is_left_no_pack_or_link_is_made(self, desk: Desk) -> None:
        it = reviewed(desk)
        service.set_scope(desk, it.round_id, [FULL])
        service.set_may_bid_for(desk, it.first, it.room.community)
        for act in (service.make_link, service.record_sent):
            with pytest.raises(BadInput, match="no statement that this peer reviewer"):
                act(desk, it.first)
        assert service.round_of(desk, it.round_id).sent_at is None

    def test_an_agency_of_another_area_is_refused(self, desk: Desk) -> None:
        it, elsewhere = reviewed(desk), reviewed(desk)
        with pytest.raises(BadInput):
            service.set_may_bid_for(desk, it.first, elsewhere.room.community)
        with pytest.raises(BadInput):
            service.add_reviewer(desk, it.round_id, "Head", "Colne", elsewhere.room.prison)


class TestScope:
    def test_it_stands_once_it_is_with_the_reviewing_area(self, desk: Desk) -> None:
        it = reviewed(desk)
        service.set_scope(desk, it.round_id, [FULL, PLAIN], seen=[FULL])
        assert {one.id for one in service.scope(desk, it.round_id)} == {FULL, PLAIN, SAFETY, "A03"}
        service.record_sent(desk, it.first)
        for change in (
            lambda: service.set_scope(desk, it.round_id, [FULL]),
            lambda: service.propose(desk, it.round_id),
            lambda: service.set_blind(desk, it.round_id, False),
        ):
            with pytest.raises(Refused, match="reviewing area already"):
                change()

    def test_no_statement_of_another_set(self, desk: Desk) -> None:
        it = reviewed(desk)
        with pytest.raises(BadInput):
            service.set_scope(desk, it.round_id, ["Z99"])

    def test_a_spread_that_was_not_shown_puts_nothing_on_the_list(self, desk: Desk) -> None:
        it = reviewed(desk)
        assert PLAIN not in service.proposal(desk, it.assessment_id)
