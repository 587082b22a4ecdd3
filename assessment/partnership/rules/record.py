"""What of an assessment may still be changed at each status: the one table.

From *agreed* on the ratings and what they were made of stand; words, evidence and different views
may come late. First views are given once they have been asked for; after *agreed* a view that
comes is a later one. After *closed* nothing of the record changes: evidence of a second kind would
turn a provisional rating firm. Removals for privacy are no part of this and always possible.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from assessment.access.errors import Refused
from assessment.partnership.model import Status


class Part(StrEnum):
    """A part of an assessment's record."""

    RATINGS = "ratings"
    SCOPE = "scope"
    MONTH = "month"
    VIEWS = "views"
    WORDS = "words"
    EVIDENCE = "evidence"
    DIFFERENT_VIEWS = "different_views"
    MEETINGS = "meetings"
    PLAN = "plan"


UNTIL_AGREED: Final = frozenset({Status.PREPARING, Status.VIEWS, Status.CONSENSUS})
UNTIL_CLOSED: Final = UNTIL_AGREED | {Status.AGREED}

OPEN: Mapping[Part, frozenset[Status]] = {
    Part.RATINGS: UNTIL_AGREED,
    Part.SCOPE: UNTIL_AGREED,
    Part.MONTH: UNTIL_AGREED,
    Part.VIEWS: frozenset({Status.VIEWS, Status.CONSENSUS, Status.AGREED}),
    Part.WORDS: UNTIL_CLOSED,
    Part.EVIDENCE: UNTIL_CLOSED,
    Part.DIFFERENT_VIEWS: UNTIL_CLOSED,
    Part.MEETINGS: UNTIL_CLOSED,
    Part.PLAN: UNTIL_CLOSED,
}

AGREED_WORDS: Mapping[Part, str] = {
    Part.RATINGS: "its ratings stand, with how they were reached and their prisons. "
    "Why they are so, evidence and different views can still be added until it is closed. "
    "To change a rating, open the ratings again from the results page; that is recorded.",
    Part.SCOPE: "what is in scope stands. Open the ratings again to change what is in scope.",
    Part.MONTH: "its month stands. Open the ratings again to change it.",
}
NOT_ASKED_WORDS = (
    "First views are not asked for yet. The lead for the assessment asks for them on the page "
    "First views."
)
CLOSED_WORDS = (
    "This assessment is closed, so nothing of its record changes any more. "
    "Take it up again from the results page to change something; that is recorded."
)


def is_open(part: Part, status: Status) -> bool:
    """Whether a part of the record may still be changed."""
    return status in OPEN[part]


def check_is_open(part: Part, status: Status) -> None:
    """Raises Refused, saying what stands and what is still open, once it may not be changed."""
    if not is_open(part, status):
        raise Refused(settled_words(part, status))


def settled_words(part: Part, status: Status) -> str:
    """What is settled of a part and what may still follow; empty while it is open."""
    if is_open(part, status):
        return ""
    if status is Status.CLOSED:
        return CLOSED_WORDS
    if status is Status.PREPARING:
        return NOT_ASKED_WORDS
    return f"This assessment is agreed, so {AGREED_WORDS[part]}"
