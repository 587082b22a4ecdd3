"""What the statement page and the domain page show, read once."""

from collections.abc import Mapping

from assessment.access.frozen import Frozen
from assessment.bank.model import Bank, Domain, Statement
from assessment.consensus.model import AgreedRating
from assessment.partnership.model import Assessment
from assessment.results.model import Results, StatementResult


class DomainView(Frozen):
    """One domain of an assessment. `results` holds all its statements, those out of scope too."""

    assessment: Assessment
    bank: Bank
    domain: Domain
    results: tuple[StatementResult, ...]


class RowView(Frozen):
    """One statement in the list of its domain, as one that is in scope."""

    assessment: Assessment
    bank: Bank
    statement: Statement
    result: StatementResult
    rating: AgreedRating | None


class StatementView(Frozen):
    """One statement, and its neighbours among those in scope."""

    domain: Domain
    statement: Statement
    before: Statement | None
    after: Statement | None


class RatingView(Frozen):
    """What is agreed of one statement among its domain's, and who and what can be named beside it.

    `results` are the domain's; `place` is the statement's number among the `of` in scope, 0 for
    none. `observers` are those of the agencies that are not asked to rate.
    """

    assessment: Assessment
    bank: Bank
    statement: Statement
    rating: AgreedRating | None
    results: tuple[StatementResult, ...]
    place: int
    of: int
    agencies: Mapping[str, str]
    observers: frozenset[str]
    prisons: Mapping[str, str]


class HomeView(Frozen):
    """Where an assessment has come to and what is next."""

    assessment: Assessment
    bank: Bank
    results: Results
    next_statement: Statement | None
    left: int
