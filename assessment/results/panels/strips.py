"""A domain at a glance: a cell for each statement."""

from collections.abc import Iterable

from markupsafe import Markup

from assessment.bank.model import Bank
from assessment.consensus.model import Standing
from assessment.results.model import Results, StatementResult
from assessment.ui.html import joined
from assessment.ui.symbols import Cell, CellState, domain_row, key, strip


_STATES = {
    Standing.NOT_APPLICABLE: CellState.NOT_APPLICABLE,
    Standing.DEFERRED: CellState.LATER,
    Standing.NOT_RATED: CellState.NONE,
}


def cell_of(statement: StatementResult) -> Cell:
    """A statement as a cell; out of scope is never drawn as unrated."""
    if not statement.in_scope:
        return Cell(statement.id, CellState.OUT)
    if statement.rating is None:
        return Cell(statement.id, _STATES[statement.standing])
    return Cell(
        statement.id,
        CellState.RATED,
        statement.rating,
        statement.words,
        statement.provisional,
    )


def domain_strip(statements: Iterable[StatementResult], now: str = "", name: str = "") -> Markup:
    """The strip of one domain; `now` is the statement one is looking at."""
    return strip([cell_of(statement) for statement in statements], now, name)


def all_strips(bank: Bank, results: Results) -> Markup:
    """Every domain's strip with how far it has come, and the key."""
    rows = joined(
        domain_row(
            domain.title,
            f"{domain.rated} of {domain.in_scope} rated"
            if domain.in_scope
            else "Not part of this assessment",
            domain_strip(results.of_domain(domain.id), name=domain.title),
        )
        for domain in results.domains
    )
    cells = [cell_of(statement) for statement in results.statements]
    return rows + key(bank.labels(), cells)
