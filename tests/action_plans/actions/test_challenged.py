"""An action that a reviewing area's challenge raised: when it may, and how it names its source."""

from dataclasses import dataclass

import pytest

from action_plans.actions import service
from action_plans.actions.columns import PLAN
from action_plans.actions.model import Answer, Source
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from assessment.peer_review import service as reviews
from assessment.peer_review.model import Outcome
from tests.assessment.peer_review.reviewed import FULL, Reviewed, reviewed
from tests.desk import VIEWER, seen_by


WHAT = "Write down who chairs when the lead is away"


@dataclass(frozen=True)
class Challenged:
    here: Reviewed
    challenge: str

    @property
    def desk(self) -> Desk:
        return self.here.desk

    def raised(self) -> str:
        return service.raise_from_challenge(self.desk, self.challenge, WHAT)


def accepted(desk: Desk) -> Challenged:
    here = reviewed(desk)
    _, challenge = here.confirmed()
    return Challenged(here, challenge.id)


def release(it: Challenged) -> None:
    reviews.check_facts(it.desk, it.here.round_id)
    reviews.release(it.desk, it.here.round_id)


def test_it_names_its_challenge_and_proposes_the_agency_that_replied(any_desk: Desk) -> None:
    it = accepted(any_desk)
    action = service.action(it.desk, it.raised())
    assert (action.challenge_id, action.source) == (it.challenge, Source.PEER_REVIEW)
    assert action.statements == (FULL,)
    assert action.owner_agency_id == it.here.room.council
    assert action.answer is Answer.PROPOSED
    assert service.actions_of_challenge(it.desk, it.challenge) == (action,)
    assert service.action_origin(it.desk, action) == "Review by Brackley, statement G02"


def test_only_an_accepted_challenge_raises_one_and_only_the_lead_does(desk: Desk) -> None:
    it = accepted(desk)
    with pytest.raises(Refused):
        service.raise_from_challenge(seen_by(desk, VIEWER), it.challenge, WHAT)
    reviews.take_confirmation_back(desk, it.challenge)
    with pytest.raises(Refused, match="confirms the agency’s reply first"):
        it.raised()
    reviews.confirm(desk, it.challenge, Outcome.NOT_ACCEPTED, "It is in the minutes")
    with pytest.raises(Refused, match="not accepted"):
        it.raised()
    assert service.actions_of_challenge(desk, it.challenge) == ()


def test_a_copy_without_the_area_still_says_that_another_area_reviewed(desk: Desk) -> None:
    it = accepted(desk)
    it.raised()
    release(it)
    [row] = service.plan_rows(desk, service.plan_of(desk, it.here.assessment_id))
    [column] = [one for one in PLAN if one.key == "source"]
    assert column.value(row) == "Review by Brackley, statement G02"
    kept_back = row.model_copy(update={"came_from": ""})
    assert column.value(kept_back) == "Review by another area"


def test_where_the_need_was_seen_elsewhere_no_review_is_named(desk: Desk) -> None:
    it = accepted(desk)
    action_id = it.raised()
    service.set_source(desk, action_id, Source.AUDIT)
    assert service.action_origin(desk, service.action(desk, action_id)) == ""


def test_ratings_stand_once_an_action_was_raised_from_them(desk: Desk) -> None:
    """Its challenge names where the action comes from, also when the reply was emptied since."""
    it = accepted(desk)
    action_id = it.raised()
    reviews.take_confirmation_back(desk, it.challenge)
    reviews.set_replying_agency(desk, it.challenge, None)
    reviews.set_outcome(desk, it.challenge, None)
    emptied = Typed.over("We have minutes since.", "")
    reviews.edit_challenge_text(desk, it.challenge, "reply", emptied)
    with pytest.raises(Refused, match="a reply to them was begun"):
        reviews.take_return_back(desk, it.here.first)
    assert service.action(desk, action_id).challenge_id == it.challenge


def test_other_bodies_hear_nothing_of_its_source_before_the_review_is_released(desk: Desk) -> None:
    it = accepted(desk)
    it.raised()

    def told(by: Desk) -> tuple[str, str, Source | None]:
        [row] = service.plan_rows(by, service.plan_of(by, it.here.assessment_id))
        [line] = service.plan_of(by, it.here.assessment_id)
        return row.source, row.came_from, service.source_told(by, line.action)

    viewer, origin = seen_by(desk, VIEWER), "Review by Brackley, statement G02"
    assert told(desk) == ("", origin, Source.PEER_REVIEW)
    assert told(viewer) == ("", "", None)
    release(it)
    assert told(desk) == ("Review by another area", origin, Source.PEER_REVIEW)
    assert told(viewer) == ("Review by another area", "", Source.PEER_REVIEW)
