"""What is withheld from a peer reviewer whose organisation may bid for an agency's contract.

Nothing about that agency is given to them: no statement that concerns its kind of agency, whether
or not it was asked this time, and no evidence that is its own.
"""

from collections.abc import Iterable

from assessment.access.wording import counted
from assessment.bank.model import Statement
from assessment.evidence.model import Evidence
from assessment.partnership.model import Agency


def concerns(statement: Statement, agency: Agency) -> bool:
    """Whether a statement is about an agency; one that names no kind of agency is about all."""
    return not statement.agencies or not set(statement.agencies).isdisjoint(agency.types)


def statements_given(
    statements: Iterable[Statement], may_bid_for: Agency | None
) -> tuple[Statement, ...]:
    """The statements of a round that a reviewer may see."""
    return tuple(one for one in statements if may_bid_for is None or not concerns(one, may_bid_for))


def evidence_given(items: Iterable[Evidence], may_bid_for: Agency | None) -> tuple[Evidence, ...]:
    """The documents of a round that a reviewer may see."""
    barred = may_bid_for.id if may_bid_for else None
    return tuple(one for one in items if barred is None or one.owner_agency_id != barred)


def withheld_words(agency: str, withheld: int, left: int) -> str:
    """What the lead is told; empty where nothing is withheld."""
    if not withheld:
        return ""
    said = (
        f"{counted(withheld, 'statement')} of this round are about {agency}, so this reviewer is "
        "not given them."
        if withheld != 1
        else f"1 statement of this round is about {agency}, so this reviewer is not given it."
    )
    if left:
        return f"{said} {counted(left, 'statement')} {'is' if left == 1 else 'are'} left."
    return f"{said} Nothing is left: ask the reviewing area for somebody else."
