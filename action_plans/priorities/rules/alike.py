"""Which actions might be one: both open, on a statement they share, of the same owner."""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from action_plans.actions.model import Action


def alike(
    actions: Iterable[Action], decided: Collection[frozenset[str]]
) -> tuple[tuple[Action, Action], ...]:
    """Pairs that nobody has decided on, the lower number first, in the order of their numbers."""
    still = sorted((a for a in actions if a.open and a.owned), key=lambda a: a.number)
    return tuple(
        (one, other)
        for one, other in combinations(still, 2)
        if shared(one, other)
        and same_owner(one, other)
        and frozenset((one.id, other.id)) not in decided
    )


def shared(one: Action, other: Action) -> Sequence[str]:
    """The statements that both answer, as the first has them."""
    return [statement for statement in one.statements if statement in other.statements]


def same_owner(one: Action, other: Action) -> bool:
    """The same agency, and no two different roles of it."""
    if one.owner_agency_id != other.owner_agency_id:
        return False
    roles = {role.strip().casefold() for role in (one.owner_role, other.owner_role)} - {""}
    return len(roles) < 2
