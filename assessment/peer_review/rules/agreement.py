"""Whether a peer reviewer agrees: computed from two ratings, never ticked by anyone."""

from enum import StrEnum

from assessment.peer_review.model import CannotTell, ReviewerRating, Said


class Agreement(StrEnum):
    """How a reviewer's rating stands beside the area's."""

    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"
    CANNOT_TELL = "cannot_tell"


AGREEMENT_WORDS = {
    Agreement.SAME: "Same rating",
    Agreement.HIGHER: "Would rate higher",
    Agreement.LOWER: "Would rate lower",
    Agreement.CANNOT_TELL: "Cannot tell from what was given",
}
# Where the rating itself calls for a reply.
DIFFERS = frozenset({Agreement.HIGHER, Agreement.LOWER, Agreement.CANNOT_TELL})


def agreement(own: int | None, said: Said | None) -> Agreement | None:
    """How what a reviewer `said` stands beside the area's `own` rating.

    None where there is nothing to compare: the reviewer gave no rating, or the area has none.
    """
    if isinstance(said, CannotTell):
        return Agreement.CANNOT_TELL
    if own is None or said is None:
        return None
    if said == own:
        return Agreement.SAME
    return Agreement.HIGHER if said > own else Agreement.LOWER


def raises_challenge(own: int | None, rating: ReviewerRating) -> bool:
    """Whether the area owes a reply: the rating differs, it cannot be told, or something is asked.

    Where the area has no rating to compare, a reviewer's own calls for one too.
    """
    if rating.question.strip() or rating.evidence_asked.strip():
        return True
    found = agreement(own, rating.said)
    return found in DIFFERS or (found is None and rating.rating is not None)
