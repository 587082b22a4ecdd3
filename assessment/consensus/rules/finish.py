"""What the room left for later, gathered for each agency."""

from collections.abc import Collection, Iterable, Mapping

from assessment.access.frozen import Frozen
from assessment.access.wording import listed
from assessment.consensus.model import AgreedRating, HowReached
from assessment.evidence.model import Evidence
from assessment.evidence.rules import missing_from


class LeftForLater(Frozen):
    """One thing to finish: the statement, what is missing, and which agency can give it.

    `agency_id` is None where nobody has been asked yet.
    """

    agency_id: str | None
    statement_id: str
    words: str


def left_for_later(
    ratings: Mapping[str, AgreedRating],
    evidence: Iterable[Evidence],
    in_scope: Collection[str],
) -> tuple[LeftForLater, ...]:
    """Missing words and evidence of rated statements in scope, in the order given."""
    register = tuple(evidence)
    found: list[LeftForLater] = []
    for statement_id in in_scope:
        rating = ratings.get(statement_id)
        if rating is None or rating.rating is None:
            continue
        attached = [item for item in register if statement_id in item.statements]
        found += _missing_words(rating)
        found += _missing_evidence(rating, attached)
    return tuple(found)


def _missing_words(rating: AgreedRating) -> list[LeftForLater]:
    wanted = (
        ("how it was reached", rating.how is None),
        ("why the chair decided", rating.how is HowReached.CHAIR_DECIDED and not rating.because),
        ("why this rating", not rating.rationale),
    )
    missing = [words for words, is_missing in wanted if is_missing]
    return [_left(rating, rating.words_from, f"Say {listed(missing)}.")] if missing else []


def _missing_evidence(rating: AgreedRating, attached: list[Evidence]) -> list[LeftForLater]:
    if not attached:
        return [_left(rating, rating.words_from, "Name what shows it.")]
    return [
        _left(rating, item.owner_agency_id, f"“{item.title}”: add {listed(missing)}.")
        for item in attached
        if (missing := missing_from(item))
    ]


def _left(rating: AgreedRating, agency_id: str | None, words: str) -> LeftForLater:
    return LeftForLater(agency_id=agency_id, statement_id=rating.statement_id, words=words)
