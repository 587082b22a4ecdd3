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
    """One statement and its neighbours in scope; `place` is its number among `of` in the domain."""

    assessment: Assessment
    bank: Bank
    domain: Domain
    statement: Statement
    results: tuple[StatementResult, ...]
    place: int
    of: int
    before: Statement | None
    after: Statement | None


class RatingView(Frozen):
    """What is agreed of one statement, and who and what can be named beside it, by id.

    `observers` are those of the agencies that are not asked to rate.
    """

    assessment: Assessment
    bank: Bank
    statement: Statement
    rating: AgreedRating | None
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
