"""Reads an assessment and says where the partnership stands."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from assessment.access.desk import Desk
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, EvidenceKind, Statement
from assessment.consensus import service as consensus
from assessment.consensus.model import STANDING_WORDS, AgreedRating
from assessment.consensus.rules.standing import standing
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.results.model import Results, StatementResult
from assessment.results.rules.counting import results


if TYPE_CHECKING:
    import pandas as pd


def results_of(desk: Desk, assessment_id: str) -> Results:
    """Every statement's standing."""
    with desk.store.reading():
        bank = bank_service.bank_of(desk, partnerships.assessment(desk, assessment_id).bank_id)
        ratings = consensus.ratings_of(desk, assessment_id)
        found = _standings(desk, bank, assessment_id, bank.statements, ratings)
    return results(bank.domains, found)


def domain_results(
    desk: Desk, bank: Bank, assessment_id: str, letter: str, ratings: Mapping[str, AgreedRating]
) -> tuple[StatementResult, ...]:
    """The standing of one domain's statements; their `ratings` were read before."""
    with desk.store.reading():
        return _standings(desk, bank, assessment_id, bank.in_domain(letter), ratings)


def _standings(
    desk: Desk,
    bank: Bank,
    assessment_id: str,
    statements: Iterable[Statement],
    ratings: Mapping[str, AgreedRating],
) -> tuple[StatementResult, ...]:
    kinds = evidence_service.kinds_by_statement(desk, assessment_id)
    in_scope = partnerships.scope(desk, assessment_id)
    return tuple(
        statement_result(
            bank,
            statement,
            statement.id in in_scope,
            ratings.get(statement.id),
            kinds.get(statement.id, frozenset()),
        )
        for statement in statements
    )


def statements_frame(results: Results) -> "pd.DataFrame":
    """The rated statements as a table of data; pandas is loaded when first asked for."""
    from assessment.results import frames  # here: half a second that no other page needs

    return frames.statements_frame(results)


def statements_about(desk: Desk, assessment_id: str, prison_id: str) -> frozenset[str]:
    """The statements whose rating or evidence names a prison; naming none, they hold for all."""
    with desk.store.reading():
        ratings = consensus.ratings_of(desk, assessment_id).values()
        evidence = evidence_service.evidence_of(desk, assessment_id)
    rated = {rating.statement_id for rating in ratings if prison_id in rating.prisons}
    shown = {s for item in evidence if prison_id in item.prisons for s in item.statements}
    return frozenset(rated | shown)


def statement_result(
    bank: Bank,
    statement: Statement,
    in_scope: bool,
    rating: AgreedRating | None,
    kinds: frozenset[EvidenceKind],
) -> StatementResult:
    """One statement's standing, with its words."""
    stands = standing(rating, kinds)
    value = rating.rating if rating else None
    return StatementResult(
        id=statement.id,
        domain=statement.domain,
        title=statement.title,
        core=statement.core,
        safety=statement.safety or "",
        in_scope=in_scope,
        standing=stands,
        rating=value,
        words=STANDING_WORDS[stands] if value is None else bank.label(value),
        kinds=kinds,
        prisons=rating.prisons if rating else (),
    )
