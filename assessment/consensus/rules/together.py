"""Which statements may be accepted together, without discussion.

"Open to challenge" is the guidance's phrase; one keystroke for many statements is the opposite,
so it is fenced: safety-critical ones never, and only where enough agencies said the same and
nobody who should speak is missing.
"""

from collections.abc import Collection, Iterable

from assessment.access.frozen import Frozen
from assessment.bank.model import EvidenceKind, Statement
from assessment.consensus.model import AgreedRating, DifferentView, Standing
from assessment.consensus.rules.standing import provisional, standing
from assessment.views.model import Answer, View


ENOUGH = 3


class Facts(Frozen):
    """What is known of one statement in scope when it is asked whether it may be accepted.

    `first` and `later` are its views, `asked` the agencies asked and `there` those present, of
    whom none may be missing.
    """

    statement: Statement
    first: tuple[View, ...] = ()
    later: tuple[View, ...] = ()
    asked: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    kinds: frozenset[EvidenceKind] = frozenset()
    agreed: AgreedRating | None = None
    different: tuple[DifferentView, ...] = ()


def rating_together(facts: Facts) -> int | None:
    """The rating that may be recorded without discussion; None where it may not be.

    At least three asked agencies gave it; nobody said anything else but *not ours to judge*,
    first or later; every agency present and asked has given its view; a 3 has two kinds of
    evidence; and the statement is neither safety-critical, nor rated, nor parked.
    """
    ratings = {view.rating for view in facts.first if view.rating is not None}
    if len(ratings) != 1:
        return None
    (rating,) = ratings
    free = (
        facts.statement.safety is None
        and standing(facts.agreed, facts.kinds) is Standing.NOT_RATED
        and not facts.different
    )
    return rating if free and _carried(facts, rating) else None


def _carried(facts: Facts, rating: int) -> bool:
    gave = {view.agency_id for view in facts.first if view.rating == rating}
    answered = {view.agency_id for view in facts.first}
    return (
        len(gave & facts.asked) >= ENOUGH
        and _nobody_else([*facts.first, *facts.later], rating)
        and not (facts.asked & facts.there) - answered
        and not provisional(rating, facts.kinds)
    )


def _nobody_else(views: Iterable[View], rating: int) -> bool:
    said: Collection[object] = {view.said for view in views}
    return not set(said) - {rating, Answer.NOT_OURS}
