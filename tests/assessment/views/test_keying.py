"""Keys kept in batches: what an agency gave itself stands, and nothing is said of what it is."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.views import service
from assessment.views.model import Answer, KeyedView, Said, Way
from tests.assessment.views.test_service import OTHER, STATEMENT, Scene, scene


def keyed(here: Scene, *keys: KeyedView) -> frozenset[tuple[str, str]]:
    return service.key_in(here.lead, here.assessment_id, keys, way=Way.PAPER)


def stored(here: Scene) -> dict[tuple[str, str], Said]:
    found = service.sealed_views(here.lead, here.assessment_id)
    return {(one.statement_id, one.agency_id): one.said for one in found}


def test_a_batch_is_kept_and_may_come_twice(any_desk: Desk) -> None:
    here = scene(any_desk)
    batch = (
        KeyedView(STATEMENT, here.prison, 1),
        KeyedView(STATEMENT, here.probation, Answer.DONT_KNOW),
    )
    assert keyed(here, *batch) == keyed(here, *batch) == frozenset()
    assert list(stored(here).values()) == [1, Answer.DONT_KNOW]
    (first, _second) = service.sealed_views(any_desk, here.assessment_id)
    assert (first.way, first.keyed_by) == (Way.PAPER, "The lead")


def test_what_an_agency_gave_itself_is_left_alone_and_the_rest_is_kept(any_desk: Desk) -> None:
    here = scene(any_desk)
    here.give(here.prison, 2)
    left = keyed(
        here, KeyedView(STATEMENT, here.prison, 0), KeyedView(STATEMENT, here.probation, 3)
    )
    assert left == {(STATEMENT, here.prison)}
    assert stored(here) == {(STATEMENT, here.prison): 2, (STATEMENT, here.probation): 3}


@pytest.mark.parametrize("key", [0, 2, Answer.DONT_KNOW])
def test_no_key_tells_what_an_agency_gave_itself(desk: Desk, key: int | Answer) -> None:
    here = scene(desk)
    here.give(here.prison, 2)
    assert keyed(here, KeyedView(STATEMENT, here.prison, key)) == {(STATEMENT, here.prison)}
    assert stored(here) == {(STATEMENT, here.prison): 2}


def test_it_is_replaced_once_the_lead_says_so(desk: Desk) -> None:
    here = scene(desk)
    here.give(here.prison, 2)
    assert not keyed(here, KeyedView(STATEMENT, here.prison, 0, replace=True))
    assert stored(here) == {(STATEMENT, here.prison): 0}


def test_what_an_agency_gave_itself_is_not_taken_back_by_a_key(any_desk: Desk) -> None:
    here = scene(any_desk)
    here.give(here.prison, 2)
    assert keyed(here, KeyedView(STATEMENT, here.prison, None)) == {(STATEMENT, here.prison)}
    assert stored(here) == {(STATEMENT, here.prison): 2}
    assert not keyed(here, KeyedView(STATEMENT, here.prison, None, replace=True))
    assert stored(here) == {}


def test_nothing_is_kept_of_a_batch_with_a_key_that_cannot_be(any_desk: Desk) -> None:
    here = scene(any_desk)
    keyed(here, KeyedView(STATEMENT, here.prison, 1))
    here.reveal()
    with pytest.raises(Refused, match="revealed"):
        keyed(here, KeyedView(OTHER, here.prison, 2), KeyedView(STATEMENT, here.prison, None))
    assert stored(here) == {(STATEMENT, here.prison): 1}


def test_a_device_of_an_agency_cannot_key_for_another(desk: Desk) -> None:
    here = scene(desk)
    batch = [KeyedView(STATEMENT, here.probation, 1)]
    with pytest.raises(Refused):
        service.key_in(here.partner(here.prison), here.assessment_id, batch, way=Way.PAPER)
    assert stored(here) == {}


def test_who_has_answered_names_ways_and_later_views(any_desk: Desk) -> None:
    here = scene(any_desk)
    here.give(here.prison, 2)
    keyed(here, KeyedView(OTHER, here.prison, 1))
    here.reveal()
    keyed(here, KeyedView(STATEMENT, here.probation, 1))
    found = service.answered(any_desk, here.assessment_id)
    assert found.ways_of(here.prison) == (Way.JOINED, Way.PAPER)
    assert found.ways_of(here.probation) == ()
    assert found.later == {(STATEMENT, here.probation)}
