"""Where a statement stands: rated, provisional, not applicable here, to come back to, not yet."""

from collections.abc import Collection

from assessment.bank.model import EvidenceKind
from assessment.consensus.model import AgreedRating, HowReached, Standing
from assessment.evidence.rules import KINDS_THAT_CONFIRM


HIGHEST = 3


def provisional(rating: int | None, kinds: Collection[EvidenceKind]) -> bool:
    """Fully met with no evidence, or with only one kind: kept, and drawn hollow."""
    return rating == HIGHEST and len(set(kinds)) < KINDS_THAT_CONFIRM


def standing(rating: AgreedRating | None, kinds: Collection[EvidenceKind]) -> Standing:
    """The standing of a statement in scope, from its agreed rating and its kinds of evidence."""
    if rating is None:
        return Standing.NOT_RATED
    if rating.not_applicable:
        return Standing.NOT_APPLICABLE
    if rating.rating is not None:
        return Standing.PROVISIONAL if provisional(rating.rating, kinds) else Standing.RATED
    return Standing.DEFERRED if rating.how is HowReached.DEFERRED else Standing.NOT_RATED
