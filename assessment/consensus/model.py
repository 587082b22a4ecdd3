"""What the partnership agreed of a statement, how it was reached, and who sees it differently."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from assessment.access.frozen import Frozen


class HowReached(StrEnum):
    """How the room came to its rating."""

    ALL_AGREED = "all_agreed"
    AFTER_DISCUSSION = "after_discussion"
    WITHOUT_DISCUSSION = "without_discussion"
    MOST_AGENCIES = "most_agencies"
    CHAIR_DECIDED = "chair_decided"
    DEFERRED = "deferred"


HOW_WORDS = {
    HowReached.ALL_AGREED: "All agreed",
    HowReached.AFTER_DISCUSSION: "Agreed after discussion",
    HowReached.WITHOUT_DISCUSSION: "Agreed without discussion",
    HowReached.MOST_AGENCIES: "Most agencies, with different views recorded",
    HowReached.CHAIR_DECIDED: "Chair decided after hearing all views, because …",
    HowReached.DEFERRED: "Come back to this",
}

# What can be chosen for a rating; the one left out is recorded only where many are accepted.
HOW_OFFERED = tuple(how for how in HowReached if how is not HowReached.WITHOUT_DISCUSSION)


class Standing(StrEnum):
    """Where a statement in scope stands. Only `rated` carries a value; none of the rest is 0."""

    RATED = "rated"
    PROVISIONAL = "provisional"
    NOT_APPLICABLE = "not_applicable"
    DEFERRED = "deferred"
    NOT_RATED = "not_rated"


STANDING_WORDS = {
    Standing.NOT_APPLICABLE: "Not applicable here",
    Standing.DEFERRED: "To come back to",
    Standing.NOT_RATED: "Not yet rated",
}


class AgreedRating(Frozen):
    """One statement's agreed rating: 0 to 3, or not applicable here with a reason, or not yet.

    `because` belongs to a chair's decision, `rationale` says why this rating; `words_from` is the
    agency that will write what was left for later.
    """

    id: str
    assessment_id: str
    statement_id: str
    rating: int | None = None
    not_applicable: bool = False
    not_applicable_reason: str = ""
    how: HowReached | None = None
    because: str = ""
    rationale: str = ""
    words_from: str | None = None
    meeting_id: str | None = None
    prisons: tuple[str, ...] = ()
    decided_at: datetime | None = None
    saved_at: datetime
    version: int = 1


class LoggedAct(Frozen):
    """One act of the activity log on one row: the columns it wrote, before and after."""

    at: datetime
    by: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


class Decision(Frozen):
    """What the room had decided of a statement at one time."""

    rating: int | None = None
    not_applicable: bool = False
    how: HowReached | None = None


class RatingChange(Frozen):
    """One change of what was decided: what stood before and what stood then."""

    at: datetime
    by: str
    before: Decision
    after: Decision


class Arranged(StrEnum):
    """The order in which a workshop takes its statements."""

    BY_DOMAIN = "by_domain"
    WIDEST_FIRST = "widest_first"


ARRANGED_WORDS = {
    Arranged.BY_DOMAIN: "Domain by domain",
    Arranged.WIDEST_FIRST: "Safety-critical and furthest apart first",
}


class Workshop(Frozen):
    """Where the room is: kept, so that after a crash it is back on its statement.

    `finish_at` is when the talking must end, `statement_since` when the room came to its
    statement, `break_until` when it meets again after a break.
    """

    id: str
    assessment_id: str
    arranged: Arranged = Arranged.BY_DOMAIN
    statement_id: str | None = None
    statement_since: datetime | None = None
    began_at: datetime | None = None
    finish_at: datetime | None = None
    break_until: datetime | None = None
    shortcuts: bool = True
    saved_at: datetime
    version: int = 1


class Stance(StrEnum):
    """What an agency that sees it differently says."""

    RATED = "rated"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"


STANCE_WORDS = {
    Stance.DONT_KNOW: "Don’t know",
    Stance.NOT_APPLICABLE: "Not applicable here",
}


class DifferentView(Frozen):
    """An agency's different view: it stands beside the agreed rating and changes nothing in it."""

    id: str
    assessment_id: str
    statement_id: str
    agency_id: str
    stance: Stance | None = None
    rating: int | None = None
    reason: str = ""
    recorded_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None

    @property
    def said(self) -> int | Stance | None:
        """What the agency says instead: a rating, or a stance that is none."""
        return self.stance if self.rating is None else self.rating
