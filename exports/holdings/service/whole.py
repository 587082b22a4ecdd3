"""Removing for good what hangs together: an assessment, an area, and the safety copies of them."""

from contextlib import suppress

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.partnership import service as partnerships
from assessment.store.bulk import remove_partnership
from exports.holdings.permissions import check_user_can_remove
from exports.holdings.rules.words import removed_for_good
from exports.holdings.service.bytes_gone import blank, tidy_up
from exports.holdings.service.reading import local_copies
from exports.holdings.store import erasing


def remove_assessment(
    desk: Desk, assessment_id: str, typed: str, *, with_area: bool = False
) -> bool:
    """Remove an assessment for good: all that belongs to it, its actions and its safety copies.

    `typed` must be its title, so that no click alone does it. `with_area` removes the area too,
    with its agencies and every name in it, where this is its last assessment. Says whether the
    database's file could be made to forget it at once.

    Raises:
        Refused: not the lead, or the area has another assessment. NotFound. BadInput: other words
            were typed.
    """
    check_user_can_remove(desk.actor)
    one = partnerships.assessment(desk, assessment_id)
    if typed.strip().casefold() != one.title.casefold():
        raise BadInput(f"Nothing was removed. To remove it, type: {one.title}")
    if with_area:
        return _remove_area(desk, one.partnership_id, {assessment_id})
    event = desk.event(
        "assessment.removed",
        subject_table="assessment",
        subject_id=assessment_id,
        partnership_id=one.partnership_id,
    )
    with desk.store.writing() as tx:
        erasing.erase_assessment(tx, assessment_id, event)
    _drop_copies(desk, assessment_id)
    return tidy_up(desk)


def remove_area(desk: Desk, partnership_id: str) -> str:
    """Remove an area that has no assessment any more; gives the words on what was done.

    Raises:
        Refused: not the lead, or it has an assessment. NotFound.
    """
    check_user_can_remove(desk.actor)
    name = partnerships.partnership(desk, partnership_id).name
    return removed_for_good(name, bytes_gone=_remove_area(desk, partnership_id, set()))


def _remove_area(desk: Desk, partnership_id: str, last: set[str]) -> bool:
    """`last` are the assessments that it may still have."""
    event = desk.event(
        "area.removed",
        subject_table="partnership",
        subject_id=partnership_id,
        partnership_id=None,
    )
    with desk.store.writing() as tx:
        if erasing.assessments_of(tx, partnership_id) - last:
            raise Refused(
                "Nothing was removed: the area has another assessment, which would go with it. "
                "Remove that one first."
            )
        remove_partnership(tx, partnership_id, event)
    _drop_copies(desk, partnership_id)
    return tidy_up(desk)


def _drop_copies(desk: Desk, row_id: str) -> None:
    """Delete each safety copy that knows the row, its bytes first."""
    for path in local_copies(desk):
        if row_id.encode() in path.read_bytes():
            blank(path)
            with suppress(FileNotFoundError):
                path.unlink()
