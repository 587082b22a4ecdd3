"""What the lead keys in for agencies, a few keys at a time: called out, held up, or on paper."""

from collections.abc import Iterable

from assessment.access.desk import Desk
from assessment.views.model import Given, KeyedView, Way
from assessment.views.service.giving import GaveItself, give_many, take_back


def key_in(
    desk: Desk, assessment_id: str, keyed: Iterable[KeyedView], *, way: Way
) -> frozenset[tuple[str, str]]:
    """Keep a batch of keys; gives the cells left alone because the agency gave a view itself.

    The rest is kept, all or none. The same batch may come twice.

    Raises:
        Refused, BadInput: see `give`; a view to be taken back has been revealed.
    """
    differing = set()
    with desk.store.writing():
        for one in keyed:
            try:
                _key(desk, assessment_id, one, way)
            except GaveItself:
                differing.add((one.statement_id, one.agency_id))
    return frozenset(differing)


def _key(desk: Desk, assessment_id: str, one: KeyedView, way: Way) -> None:
    """One key. What is refused has written nothing, so the others may stand."""
    pair = (one.statement_id, one.agency_id)
    if one.said is None:
        take_back(desk, assessment_id, *pair, replace=one.replace)
        return
    given = Given(statement_id=one.statement_id, agency_id=one.agency_id, said=one.said)
    give_many(desk, assessment_id, [given], way=way, replace=one.replace)
