"""A reference to something that shows how things are. The thing itself stays where it is kept."""

from datetime import date, datetime
from enum import StrEnum

from assessment.access.frozen import Frozen
from assessment.bank.model import EvidenceKind


class Strength(StrEnum):
    """How far it was looked at."""

    SAID = "said"
    SEEN = "seen"
    DATA = "data"


STRENGTH_WORDS = {
    Strength.SAID: "Said in the room",
    Strength.SEEN: "Seen by the group",
    Strength.DATA: "Checked against data",
}


class Evidence(Frozen):
    """What and whose are all that is asked at first; the rest can follow, or stay empty.

    Without a title it was only begun: it counts for nothing until somebody says what it is.
    """

    id: str
    assessment_id: str
    title: str = ""
    owner_agency_id: str | None = None
    kind: EvidenceKind | None = None
    dated: date | None = None
    kept: str = ""
    link: str = ""
    strength: Strength | None = None
    statements: tuple[str, ...] = ()
    prisons: tuple[str, ...] = ()
    added_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None
