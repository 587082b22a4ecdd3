"""What the open actions cost, by who is to pay, and how much of it is agreed."""

from collections.abc import Iterable

from action_plans.actions.columns import PlanRow
from action_plans.actions.model import YES_NO_WORDS, YesNo
from action_plans.actions.rules.amounts import NOT_KNOWN, pounds
from assessment.access.frozen import Frozen
from assessment.access.wording import counted


NO_FUNDER = "No funder named yet"


class FunderTotal(Frozen):
    """What one funder is asked for, in pounds. `uncosted` actions have no cost written down."""

    funder: str
    actions: int
    agreed: int = 0
    not_agreed: int = 0
    not_known: int = 0
    uncosted: int = 0

    @property
    def total(self) -> int:
        """All that is asked for."""
        return self.agreed + self.not_agreed + self.not_known


def totals(rows: Iterable[PlanRow]) -> tuple[FunderTotal, ...]:
    """One for each funder by name, those without a funder last.

    An action without a cost and without a funder is in none of them: nothing is asked for yet.
    """
    found: dict[str, list[PlanRow]] = {}
    for row in rows:
        if row.funder or row.cost is not None:
            found.setdefault(row.funder or NO_FUNDER, []).append(row)
    ordered = sorted(found.items(), key=lambda item: (item[0] == NO_FUNDER, item[0].casefold()))
    return tuple(_total(funder, mine) for funder, mine in ordered)


def sum_of(parts: Iterable[FunderTotal]) -> FunderTotal:
    """The same for all funders together."""
    whole = list(parts)
    names = ("actions", "agreed", "not_agreed", "not_known", "uncosted")
    return FunderTotal(
        funder="All funders", **{name: sum(getattr(one, name) for one in whole) for name in names}
    )


def sentence(whole: FunderTotal, rows: Iterable[PlanRow]) -> str:
    """What is asked for, how much of it is agreed, and how much nobody has costed."""
    uncosted = sum(row.cost is None for row in rows)
    left = f"{counted(uncosted, 'open action')} {_have(uncosted)} no cost written down."
    if not whole.total:
        return f"No money is asked for yet. {left}" if uncosted else "No money is asked for yet."
    asked = (
        f"{pounds(whole.total)} is asked for: {pounds(whole.agreed)} agreed, "
        f"{pounds(whole.not_agreed)} not agreed, {pounds(whole.not_known)} not known."
    )
    return f"{asked} {left}" if uncosted else asked


def _total(funder: str, rows: list[PlanRow]) -> FunderTotal:
    return FunderTotal(
        funder=funder,
        actions=len(rows),
        agreed=_cost(rows, YES_NO_WORDS[YesNo.YES]),
        not_agreed=_cost(rows, YES_NO_WORDS[YesNo.NO]),
        not_known=_cost(rows, NOT_KNOWN),
        uncosted=sum(row.cost is None for row in rows),
    )


def _cost(rows: list[PlanRow], agreed: str) -> int:
    return sum(row.cost or 0 for row in rows if row.budget_agreed == agreed)


def _have(number: int) -> str:
    return "has" if number == 1 else "have"
