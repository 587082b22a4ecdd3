"""What can be chosen in a review by another area, and how each is said.

In this field a peer is a person with lived experience who supports others: on screen and in files
these people are *peer reviewers*, from a *reviewing area*.
"""

from enum import StrEnum


class Kept(StrEnum):
    """What this slice keeps, by the name of its table; activity events use the same names."""

    ROUND = "review_round"
    CONFLICT = "review_conflict"
    REVIEWER = "peer_reviewer"
    DOCUMENT = "round_document"
    TEXT = "round_text"
    RATING = "reviewer_rating"
    CHALLENGE = "challenge"
    MODERATED = "moderated_rating"
    LINK = "review_link"


class Kind(StrEnum):
    """Who reviews; the guidance names these three."""

    LOCAL_AUTHORITY = "local_authority"
    PROBATION_AREA = "probation_area"
    PRISON = "prison"


KIND_WORDS = {
    Kind.LOCAL_AUTHORITY: "Another local authority",
    Kind.PROBATION_AREA: "A neighbouring probation area",
    Kind.PRISON: "Another prison",
}


class Question(StrEnum):
    """What the conflict note asks by name."""

    SHARED_PROVIDER = "shared_provider"
    MAY_BID = "may_bid"
    PRISONS = "prisons"
    FAMILY_OR_WORK = "family_or_work"
    REVIEWED_LAST = "reviewed_last"


QUESTION_WORDS = {
    Question.SHARED_PROVIDER: "Do both areas have the same treatment provider?",
    Question.MAY_BID: "May a provider of theirs bid for a contract of ours, or ours for theirs?",
    Question.PRISONS: "Do both areas have prisons in common?",
    Question.FAMILY_OR_WORK: "Is a peer reviewer family of somebody here, or lately employed here?",
    Question.REVIEWED_LAST: "Did they review us last time, or we them?",
}


class YesNoUnknown(StrEnum):
    """An answer to the conflict note."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


YES_NO_UNKNOWN_WORDS = {
    YesNoUnknown.YES: "Yes",
    YesNoUnknown.NO: "No",
    YesNoUnknown.NOT_KNOWN: "Not known",
}


class DocumentWay(StrEnum):
    """How peer reviewers come to see a document; it never travels in a pack or by a link."""

    SECURE_MAIL = "secure_mail"
    ON_THE_DAY = "on_the_day"
    NOT_AVAILABLE = "not_available"


DOCUMENT_WAY_WORDS = {
    DocumentWay.SECURE_MAIL: "Sent by secure mail",
    DocumentWay.ON_THE_DAY: "Shown on the day",
    DocumentWay.NOT_AVAILABLE: "Not available",
}


class CannotTell(StrEnum):
    """The answer that is no rating: a request for evidence, never a lower rating."""

    CANNOT_TELL = "cannot_tell"


CANNOT_TELL = CannotTell.CANNOT_TELL
CANNOT_TELL_WORDS = "Cannot tell from what I was given"

# A rating from 0 to 3, or that it cannot be told.
Said = int | CannotTell


class Way(StrEnum):
    """How a peer reviewer's rating came."""

    PACK = "pack"
    LINK = "link"


WAY_WORDS = {Way.PACK: "Reviewer pack", Way.LINK: "Invitation link"}


class Outcome(StrEnum):
    """What the area makes of a challenge."""

    ACCEPT_AND_CHANGE = "accept_and_change"
    ACCEPT_IN_PART = "accept_in_part"
    NOT_ACCEPTED = "not_accepted"
    TURNED_INTO_ACTION = "turned_into_action"


OUTCOME_WORDS = {
    Outcome.ACCEPT_AND_CHANGE: "Accept and change",
    Outcome.ACCEPT_IN_PART: "Accept in part",
    Outcome.NOT_ACCEPTED: "Do not accept",
    Outcome.TURNED_INTO_ACTION: "Turn into an action",
}


class TextPlace(StrEnum):
    """Which text of the area a frozen one stands for."""

    EVIDENCE_TITLE = "evidence_title"
    RATIONALE = "rationale"
    NOT_APPLICABLE = "not_applicable_reason"
