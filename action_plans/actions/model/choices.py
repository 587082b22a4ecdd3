"""What can be chosen of an action, and the words for it."""

from enum import StrEnum


class Kind(StrEnum):
    """What the action is for."""

    IMPROVE = "improve"
    MAINTAIN = "maintain"
    INVESTIGATE = "investigate"


class Answer(StrEnum):
    """What its owner says to it. Nobody is given an action without having been asked."""

    AGREED = "agreed"
    PROPOSED = "proposed"
    DECLINED = "declined"


class Effort(StrEnum):
    """How much work it is."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Level(StrEnum):
    """How urgent it is beside the others."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class YesNo(StrEnum):
    """Whether something is so; where it is not known, there is no value."""

    YES = "yes"
    NO = "no"


class Source(StrEnum):
    """Where the need for it was seen."""

    SELF_ASSESSMENT = "self_assessment"
    PEER_REVIEW = "peer_review"
    AUDIT = "audit"
    INCIDENT = "incident"


class Reported(StrEnum):
    """What a progress note says of the action as a whole.

    That nothing was heard says nothing of how it goes: see `HEARD`.
    """

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    DONE = "done"
    NO_UPDATE = "no_update"


class MoveReason(StrEnum):
    """Why a due date was moved."""

    OTHER_AGENCY = "other_agency"
    NATIONAL_CHANGE = "national_change"
    STAFFING = "staffing"
    POPULATION = "population"
    OTHER = "other"


class Impact(StrEnum):
    """What came of an action that is done; "none" is as good an answer as any."""

    SEEN = "seen"
    NONE = "none"
    TOO_EARLY = "too_early"


KIND_WORDS = {
    Kind.IMPROVE: "Improve",
    Kind.MAINTAIN: "Keep up what works",
    Kind.INVESTIGATE: "Find out more",
}
EFFORT_WORDS = {Effort.SMALL: "Small", Effort.MEDIUM: "Medium", Effort.LARGE: "Large"}
LEVEL_WORDS = {Level.HIGH: "High", Level.MEDIUM: "Medium", Level.LOW: "Low"}
YES_NO_WORDS = {YesNo.YES: "Yes", YesNo.NO: "No"}
SOURCE_WORDS = {
    Source.SELF_ASSESSMENT: "Self-assessment",
    Source.PEER_REVIEW: "Review by another area",
    Source.AUDIT: "Audit",
    Source.INCIDENT: "Incident",
}
REPORTED_WORDS = {
    Reported.ON_TRACK: "On track",
    Reported.AT_RISK: "At risk",
    Reported.OFF_TRACK: "Off track",
    Reported.DONE: "Done",
    Reported.NO_UPDATE: "No update received",
}
MOVE_WORDS = {
    MoveReason.OTHER_AGENCY: "Waiting for another agency",
    MoveReason.NATIONAL_CHANGE: "National change",
    MoveReason.STAFFING: "Staffing",
    MoveReason.POPULATION: "Prison population",
    MoveReason.OTHER: "Other",
}
IMPACT_WORDS = {
    Impact.SEEN: "Effect seen",
    Impact.NONE: "Done, no effect seen",
    Impact.TOO_EARLY: "Too early to tell",
}
# What someone who knows the action can say of it.
HEARD = tuple(report for report in Reported if report is not Reported.NO_UPDATE)
