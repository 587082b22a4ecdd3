"""What the activity log is told of an act on a row that belongs to an assessment."""

from typing import Protocol

from assessment.access.desk import Desk
from assessment.partnership.service.reading import partnership_of
from assessment.store.activity import ActivityEvent


class OfAssessment(Protocol):
    """A row of an assessment, of whichever table."""

    @property
    def id(self) -> str: ...
    @property
    def assessment_id(self) -> str: ...


def event_on(desk: Desk, row: OfAssessment, what: str, spell: str | None = None) -> ActivityEvent:
    """The activity event of an act on a row.

    `what` begins with the name of the row's table, as in "evidence.added". `spell` is the spell of
    typing that the act is a part of.
    """
    return desk.event(
        what,
        subject_table=what.partition(".")[0],
        subject_id=row.id,
        partnership_id=partnership_of(desk, row.assessment_id),
        assessment_id=row.assessment_id,
        spell=spell or None,
    )
