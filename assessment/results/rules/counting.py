"""Counts, never means: ratings are ordinal."""

from collections.abc import Iterable, Sequence

from assessment.bank.model import Domain
from assessment.consensus.model import Standing
from assessment.results.model import DomainResult, Results, StatementResult


def results(domains: Iterable[Domain], statements: Sequence[StatementResult]) -> Results:
    """The results of an assessment, its domains in the bank's order."""
    return Results(
        statements=tuple(statements),
        domains=tuple(domain_result(domain, statements) for domain in domains),
    )


def domain_result(domain: Domain, statements: Iterable[StatementResult]) -> DomainResult:
    """One domain's counts. Every statement in scope is counted exactly once."""
    mine = [s for s in statements if s.domain == domain.id and s.in_scope]
    standings = [s.standing for s in mine]
    ratings = [s.rating for s in mine if s.rating is not None]
    levels = [ratings.count(level) for level in range(4)]
    return DomainResult(
        id=domain.id,
        title=domain.title,
        in_scope=len(mine),
        rated=len(ratings),
        at_level=(levels[0], levels[1], levels[2], levels[3]),
        provisional=standings.count(Standing.PROVISIONAL),
        not_applicable=standings.count(Standing.NOT_APPLICABLE),
        deferred=standings.count(Standing.DEFERRED),
        not_rated=standings.count(Standing.NOT_RATED),
    )
