"""Who is asked about what: a statement concerns an agency by its type."""

from collections.abc import Collection, Iterable, Mapping

from assessment.bank.model import Statement
from assessment.partnership.model import Agency


def asked_of(statement: Statement, agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """The agencies asked for a view of a statement, in the order given.

    A statement that names no type concerns everyone. Observers and agencies put away are never
    asked, so nobody waits for them.
    """
    return tuple(agency for agency in agencies if is_asked(statement, agency))


def is_asked(statement: Statement, agency: Agency) -> bool:
    """Whether this agency is asked for a view of this statement."""
    if agency.observer or agency.archived_at:
        return False
    return not statement.agencies or not set(statement.agencies).isdisjoint(agency.types)


def asked_any(statements: Collection[Statement], agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """The agencies asked for a view of at least one of the statements, in the order given."""
    return tuple(each for each in agencies if any(is_asked(one, each) for one in statements))


def asked_pairs(
    statements: Iterable[Statement], agencies: Collection[Agency]
) -> frozenset[tuple[str, str]]:
    """Every pair of statement and agency id of which a first view is asked."""
    return frozenset(
        (statement.id, agency.id)
        for statement in statements
        for agency in asked_of(statement, agencies)
    )


def by_agency(
    statements: Collection[Statement], agencies: Iterable[Agency]
) -> Mapping[str, tuple[Statement, ...]]:
    """The statements each asked agency is asked about, in the statements' order."""
    found = {
        agency.id: tuple(one for one in statements if is_asked(one, agency)) for agency in agencies
    }
    return {agency_id: mine for agency_id, mine in found.items() if mine}
