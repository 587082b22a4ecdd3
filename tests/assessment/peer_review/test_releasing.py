"""Nothing that a round found leaves before its facts are checked and it is released."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.peer_review import service
from assessment.peer_review.model import GivenRating
from tests.assessment.peer_review.reviewed import FULL, reviewed


class TestRelease:
    def test_nothing_leaves_before_facts_are_checked_and_it_is_released(self, desk: Desk) -> None:
        it = reviewed(desk)
        with pytest.raises(Refused, match="ratings are in yet"):
            service.release(desk, it.round_id)
        it.confirmed()
        with pytest.raises(Refused, match="facts"):
            service.release(desk, it.round_id)
        assert service.released_findings(desk, it.assessment_id) == ()
        service.check_facts(desk, it.round_id)
        service.release(desk, it.round_id)
        (found,) = service.released_findings(desk, it.assessment_id)
        assert found.lower == 1
        for hidden in ("Brackley", "Commissioner", "minutes since", "Half of it"):
            assert hidden not in found.model_dump_json()
        service.take_release_back(desk, it.round_id)
        assert service.released_findings(desk, it.assessment_id) == ()

    def test_what_comes_after_the_check_of_facts_is_checked_before_it_leaves(
        self, desk: Desk
    ) -> None:
        it = reviewed(desk)
        it.challenged()
        service.check_facts(desk, it.round_id)
        it.returned(it.other, **{FULL: 0})
        with pytest.raises(Refused, match="facts"):
            service.release(desk, it.round_id)

    def test_nothing_comes_in_once_it_is_released(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.challenged()
        service.check_facts(desk, it.round_id)
        service.release(desk, it.round_id)
        late = [GivenRating(statement_id=FULL, said=0)]
        with pytest.raises(Refused, match="over"):
            service.rate_many(desk, it.other, late)
        with pytest.raises(Refused, match="stand"):
            service.take_return_back(desk, it.first)
        service.take_release_back(desk, it.round_id)
        service.rate_many(desk, it.other, late)

    def test_closing_does_not_release(self, desk: Desk) -> None:
        it = reviewed(desk)
        it.challenged()
        service.close_round(desk, it.round_id)
        assert service.standing(desk, it.round_id).draft
        assert service.released_findings(desk, it.assessment_id) == ()

    def test_strengths_are_passed_on_only_if_ticked_and_with_a_shared_mailbox(
        self, desk: Desk
    ) -> None:
        it = reviewed(desk)
        here = it.by_link()
        service.rate(here, it.first, FULL, 3)
        typed = Typed.over("", "The weekly list at the gate")
        service.edit_rating_text(here, it.first, FULL, "borrow", typed)
        service.hand_in(here, it.first)
        (rating,) = service.ratings(desk, it.round_id)
        mailbox = Typed.over("", "drugs.partnership@aldermoor.gov.uk")
        service.edit_round_text(desk, it.round_id, "mailbox", mailbox)
        assert service.strengths_to_pass_on(desk, it.round_id) == ()
        service.set_pass_on(desk, rating.id, True)
        assert [one.id for one in service.strengths_to_pass_on(desk, it.round_id)] == [rating.id]
        service.edit_round_text(desk, it.round_id, "mailbox", Typed.over(mailbox.text, ""))
        assert service.strengths_to_pass_on(desk, it.round_id) == ()

    def test_a_persons_mailbox_is_not_kept(self, desk: Desk) -> None:
        it = reviewed(desk)
        typed = Typed.over("", "jo.bloggs@aldermoor.gov.uk")
        with pytest.raises(BadInput, match="one person’s address"):
            service.edit_round_text(desk, it.round_id, "mailbox", typed)
        assert service.round_of(desk, it.round_id).mailbox == ""
