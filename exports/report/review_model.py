"""What a report holds of reviews by other areas, in words; each kind has its rows in the table of
field and audience.

A `draft` was not released yet: it leaves in the own partnership's copy alone, and says so.
"""

from datetime import date

from assessment.access.frozen import Frozen


class ModeratedLine(Frozen):
    """What the partnership said of a statement after a review, beside what it had agreed.

    `review` is which one: "Review 1"; `rating` is None where it is not applicable here.
    """

    review: str
    rating: int | None
    standing: str
    set_on: date
    because: str
    draft: bool


class ReviewedLine(Frozen):
    """What one peer reviewer said of a statement, and what the partnership replied.

    `compared` is how it stands beside the agreed rating. A reply is here once it is confirmed.
    """

    review: str
    reviewer: str
    said: str
    compared: str
    line: str
    comment: str
    question: str
    evidence_asked: str
    borrow: str
    replied_by: str
    reply: str
    outcome: str
    outcome_reason: str
    answer: str


class StrengthLine(Frozen):
    """A strength that the area lets others borrow."""

    statement: str
    words: str


class ReviewLine(Frozen):
    """One review by another area in numbers: how its ratings stand beside the agreed ones.

    `by` is the reviewing area, `state` how far it has come; `closed` of its `challenges` are.
    """

    name: str
    by: str
    state: str
    draft: bool
    same: int
    higher: int
    lower: int
    cannot_tell: int
    challenges: int
    closed: int
    strengths: tuple[StrengthLine, ...]
