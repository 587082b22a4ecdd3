"""A domain at a glance: a cell for each statement."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from assessment.bank.model import Bank
from assessment.consensus.model import Standing
from assessment.results.model import Results, StatementResult
from assessment.ui.context import PageContext
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


def linked_strip(
    ctx: PageContext, statements: Iterable[StatementResult], name: str, now: str = ""
) -> Markup:
    """The strip of one domain, each statement in scope a link to its page; see `follow_links`.

    `now` is the statement one is looking at.
    """
    return strip([_linked(ctx, statement, now) for statement in statements], now, name)


def _linked(ctx: PageContext, statement: StatementResult, now: str) -> Cell:
    cell = cell_of(statement)
    if not statement.in_scope or statement.id == now:
        return cell
    return replace(cell, link=ctx.link_to("statement", id=cell.id), title=statement.title)


def all_strips(ctx: PageContext, bank: Bank, results: Results) -> Markup:
    """Every domain's strip with how far it has come and links to its statements, and the key."""
    rows = joined(
        domain_row(
            domain.title,
            f"{domain.rated} of {domain.in_scope} rated"
            if domain.in_scope
            else "Not part of this assessment",
            linked_strip(ctx, results.of_domain(domain.id), domain.title),
        )
        for domain in results.domains
    )
    cells = [cell_of(statement) for statement in results.statements]
    return rows + key(bank.labels(), cells)
