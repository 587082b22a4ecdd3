"""What is withheld from a peer reviewer whose organisation may bid for an agency's contract.

Nothing about that agency is given to them: no statement that concerns its kind of agency, whether
or not it was asked this time, no evidence that is its own, and no text that names it. The lead may
withhold more, and never less.
"""

from collections.abc import Collection, Iterable

from assessment.access.wording import counted, listed
from assessment.bank.model import AgencyType, Statement
from assessment.evidence.model import Evidence
from assessment.partnership.model import Agency
from assessment.peer_review.rules.naming import names


BY_HAND = "You withheld it."


def concerns(statement: Statement, agency: Agency) -> bool:
    """Whether a statement is about an agency; one that names no kind of agency is about all.

    An agency that nobody said the kind of may be of any.
    """
    kinds = set(statement.agencies)
    return not kinds or not agency.types or not kinds.isdisjoint(agency.types)


def because(statement: Statement, agency: Agency, kinds: Iterable[AgencyType]) -> str:
    """Why a statement is about an agency, in words; empty where it is not."""
    if not concerns(statement, agency):
        return ""
    if not agency.types:
        return f"Nobody said what kind of agency {agency.name} is, so it may be about it."
    if not statement.agencies:
        return "It is about every agency."
    shared = [
        one.name for one in kinds if one.code in agency.types and one.code in statement.agencies
    ]
    return f"It is about the kind of agency that {agency.name} is: {listed(shared)}."


def statements_given(
    statements: Iterable[Statement], may_bid_for: Agency | None, by_hand: Collection[str] = ()
) -> tuple[Statement, ...]:
    """The statements of a round that a reviewer may see; `by_hand` are withheld besides."""
    if may_bid_for is None:
        return tuple(statements)
    return tuple(
        one for one in statements if one.id not in by_hand and not concerns(one, may_bid_for)
    )


def evidence_given(items: Iterable[Evidence], may_bid_for: Agency | None) -> tuple[Evidence, ...]:
    """The documents of a round that a reviewer may see, before their titles are looked at."""
    barred = may_bid_for.id if may_bid_for else None
    return tuple(one for one in items if barred is None or one.owner_agency_id != barred)


def text_given(text: str, may_bid_for: Agency | None, area: str) -> bool:
    """Whether a text may be given: it does not name the agency."""
    return may_bid_for is None or not names(text, may_bid_for.name, area)


def withheld_words(agency: str, about: int, by_hand: int, left: int) -> str:
    """What the lead is told; empty where nothing is withheld.

    `about` statements are about the agency, `by_hand` others the lead withheld, `left` are given.
    """
    said = []
    if about:
        said.append(
            f"{counted(about, 'statement')} of this round are about {agency}, so this reviewer is "
            "not given them."
            if about != 1
            else f"1 statement of this round is about {agency}, so this reviewer is not given it."
        )
    if by_hand:
        said.append(f"You withheld {counted(by_hand, 'more statement' if about else 'statement')}.")
    if not said:
        return ""
    if left:
        said.append(f"{counted(left, 'statement')} {'is' if left == 1 else 'are'} left.")
    else:
        said.append(
            "Nothing is left: ask the reviewing area for somebody else, or let this review take in "
            "statements that are not about it."
        )
    return " ".join(said)
