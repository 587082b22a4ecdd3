"""The partnership, who takes part, and one assessment of it."""

from datetime import date, datetime
from enum import StrEnum

from assessment.access.frozen import Frozen
from assessment.access.wording import month_year


MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE")


class Kept(StrEnum):
    """What this slice keeps, by the name of its table; activity events use the same names."""

    PARTNERSHIP = "partnership"
    AUTHORITY = "authority"
    PRISON = "prison"
    AGENCY = "agency"
    ASSESSMENT = "assessment"
    MEETING = "meeting"


class CanCommit(StrEnum):
    """Whether a representative can commit staff time in the room."""

    YES = "yes"
    MUST_CHECK = "must_check"
    NOT_KNOWN = "not_known"


CAN_COMMIT_WORDS = {
    CanCommit.YES: "Yes",
    CanCommit.MUST_CHECK: "Needs to check with …",
    CanCommit.NOT_KNOWN: "Not known yet",
}


class ScopeKind(StrEnum):
    """How the statements of an assessment were chosen."""

    CORE = "core"
    ALL = "all"
    CHOSEN = "chosen"


SCOPE_WORDS = {
    ScopeKind.CORE: "The core statements",
    ScopeKind.ALL: "All statements",
    ScopeKind.CHOSEN: "A chosen set",
}


class Status(StrEnum):
    """How far an assessment has come; the moves between stand in rules.status."""

    PREPARING = "preparing"
    VIEWS = "views"
    CONSENSUS = "consensus"
    AGREED = "agreed"
    CLOSED = "closed"


STATUS_WORDS = {
    Status.PREPARING: "Preparing",
    Status.VIEWS: "Gathering first views",
    Status.CONSENSUS: "Agreeing ratings",
    Status.AGREED: "Agreed",
    Status.CLOSED: "Closed",
}


class Partnership(Frozen):
    """An area. `marking` is the handling marking of what leaves it; empty where none is wanted."""

    id: str
    name: str
    probation_region: str = ""
    marking: str = ""
    created_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None


class Authority(Frozen):
    """A local authority of the area; its code is optional, since codes change."""

    id: str
    partnership_id: str
    name: str
    code: str = ""
    added_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None


class Prison(Frozen):
    """A prison that people come home from; many lie outside the area.

    `in_area` is so until somebody says otherwise. So nothing may be told of a prison inside the
    area: only that one lies outside is ever somebody's word.
    """

    id: str
    partnership_id: str
    name: str
    in_area: bool = True
    added_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None


class Agency(Frozen):
    """An agency that takes part. `types` are codes of the statements' agency types.

    Roles are of the person who speaks for it and of the substitute; names are optional. An
    observer is not asked to rate.
    """

    id: str
    partnership_id: str
    name: str
    types: tuple[str, ...] = ()
    role: str = ""
    representative: str = ""
    substitute_role: str = ""
    substitute: str = ""
    can_commit: CanCommit = CanCommit.NOT_KNOWN
    check_with: str = ""
    observer: bool = False
    added_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None


class Assessment(Frozen):
    """One assessment of one partnership. `month` is the first day of the month it is known by.

    `sequence` counts the acts it has seen; screens that follow the room read it.
    """

    id: str
    partnership_id: str
    bank_id: str
    month: date
    scope_kind: ScopeKind = ScopeKind.CORE
    status: Status = Status.PREPARING
    lead_agency_id: str | None = None
    lead_role: str = ""
    keep_until: date | None = None
    plan_lead_agency_id: str | None = None
    plan_lead_role: str = ""
    review_rhythm: str = ""
    next_review_on: date | None = None
    assess_again_on: date | None = None
    no_dates_reason: str = ""
    reopened_because: str = ""
    agreed_at: datetime | None = None
    created_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None
    sequence: int = 0

    @property
    def title(self) -> str:
        """The assessment of November 2026."""
        return f"The assessment of {month_year(self.month)}"


class Meeting(Frozen):
    """A meeting of the partnership; `present` are the ids of the agencies that were there."""

    id: str
    assessment_id: str
    held_on: date
    present: tuple[str, ...] = ()
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None
