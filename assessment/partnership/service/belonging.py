"""Whether what is named belongs here: an agency or a prison of another area is refused.

Every service that is given such ids asks here, in the transaction that writes them.
"""

from collections.abc import Collection

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.bank import service as bank_service
from assessment.partnership import store
from assessment.partnership.model import Assessment, Kept
from assessment.partnership.service import reading


NOT_HERE = {
    Kept.AGENCY: "That agency does not take part in this area. Nothing was changed.",
    Kept.PRISON: "That prison is not one of this area’s. Nothing was changed.",
}
NOT_A_STATEMENT = "That is not one of this assessment’s statements. Nothing was changed."
OBSERVES = "That agency observes and is not asked to rate. Nothing was changed."


def check_agencies_here(desk: Desk, partnership_id: str, ids: Collection[str | None]) -> None:
    """Raises BadInput for an agency of another area; None is nobody, and passes."""
    _check_here(desk, Kept.AGENCY, partnership_id, ids)


def check_prisons_here(desk: Desk, partnership_id: str, ids: Collection[str]) -> None:
    """Raises BadInput for a prison of another area."""
    _check_here(desk, Kept.PRISON, partnership_id, ids)


def check_asked_here(desk: Desk, partnership_id: str, agency_id: str | None) -> None:
    """Raises BadInput for an agency of another area, or one that only observes."""
    check_agencies_here(desk, partnership_id, [agency_id])
    if agency_id and reading.agency(desk, agency_id).observer:
        raise BadInput(OBSERVES)


def check_statements_here(desk: Desk, one: Assessment, ids: Collection[str]) -> None:
    """Raises BadInput for an id that the assessment's set lacks. Out of scope is no reason."""
    bank = bank_service.bank_of(desk, one.bank_id)
    if not all(bank.has(statement_id) for statement_id in ids):
        raise BadInput(NOT_A_STATEMENT)


def _check_here(desk: Desk, kept: Kept, partnership_id: str, ids: Collection[str | None]) -> None:
    with desk.store.reading() as tx:
        for one in filter(None, ids):
            row = store.kept_row(tx, kept, one)
            if row is None or row["partnership_id"] != partnership_id:
                raise BadInput(NOT_HERE[kept])
