"""In what way first views differ. *Not ours to judge* is never a difference."""

from enum import StrEnum

from assessment.consensus.rules.spread import Spread


ENOUGH_TO_AGREE = 2


class Difference(StrEnum):
    """A kind of difference; one statement can have several."""

    APART = "apart"
    ONE_KNOWS = "one_knows"
    RATED_OR_NOT_APPLICABLE = "rated_or_not_applicable"


DIFFERENCE_WORDS = {
    Difference.APART: "The ratings are apart.",
    Difference.ONE_KNOWS: "One knows, one doesn’t.",
    Difference.RATED_OR_NOT_APPLICABLE: "Some rate it, some say it is not applicable here.",
}


def differences_of(spread: Spread) -> tuple[Difference, ...]:
    """The kinds of difference in a spread, in the one order; empty where there is none."""
    knows = spread.rated + spread.not_applicable
    found = {
        Difference.APART: len(spread.levels) > 1,
        Difference.ONE_KNOWS: bool(spread.dont_know and knows),
        Difference.RATED_OR_NOT_APPLICABLE: bool(spread.rated and spread.not_applicable),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def agrees(spread: Spread) -> bool:
    """Whether first views agree: at least two judge the statement, and none differs.

    Those who say it is not theirs to judge do not count towards the two. Where nobody knows,
    nothing is agreed.
    """
    judged = spread.rated + spread.not_applicable
    return judged >= ENOUGH_TO_AGREE and not differences_of(spread)
