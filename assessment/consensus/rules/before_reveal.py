"""What may be told of first views before they are revealed, so that nobody's can be worked out.

Who answered knows one view: their own. "These agree" would tell them all the others', and with
two agencies any word on the spread tells the other's. So before the reveal:

* the agenda orders by a width of two levels or more, among at least three ratings. What lies
  within one level, and what has fewer, is held alike and stays in the statements' own order;
* how many statements agree is told of at least three statements, each with at least three views,
  as they stood when the room began: told live it would say of each view that comes in whether
  it is like the others. None and all are told as "at most one" and "all but at most one".

Then for every other agency's answer at least two remain possible, whatever one's own is. This is
the toolkit's own rule, not the guidance's.
"""

from collections.abc import Iterable
from datetime import datetime

from assessment.access.frozen import Frozen
from assessment.consensus.rules.differences import agrees
from assessment.consensus.rules.spread import Spread, spread_of
from assessment.views.model import View


ENOUGH = 3
WIDE = 2
ORDER_WORDS = (
    "Furthest apart are statements whose ratings lie two levels apart or more, among at least "
    "three. All others keep their own order, so that the order gives no view away."
)


class Told(Frozen):
    """How many statements agree, of those of which that may be told; `agreeing` is vague at the
    ends: `at_most_one` of them agrees, or `all_but_one` at most."""

    of: int
    agreeing: int
    at_most_one: bool = False
    all_but_one: bool = False


def width_to_order(spread: Spread) -> int:
    """How far apart a statement counts as for the order of an agenda; 0 for all that is alike."""
    width = spread.width or 0
    return width if spread.rated >= ENOUGH and width >= WIDE else 0


def may_be_counted(first: Iterable[View], began_at: datetime | None) -> bool:
    """Whether a statement with these first views is among those of which it is told how many agree.

    `began_at` is when the room began; None before it has, and then none is.
    """
    given = [view.given_at for view in first]
    return began_at is not None and len(given) >= ENOUGH and max(given) <= began_at


def told(hidden: Iterable[Spread]) -> Told | None:
    """How many of these agree, as it may be told; None where there are too few of them."""
    alike = [agrees(spread) for spread in hidden]
    of, agreeing = len(alike), sum(alike)
    if of < ENOUGH:
        return None
    if agreeing <= 1:
        return Told(of=of, agreeing=0, at_most_one=True)
    if agreeing >= of - 1:
        return Told(of=of, agreeing=of, all_but_one=True)
    return Told(of=of, agreeing=agreeing)


def spreads_to_count(
    statements: Iterable[Iterable[View]], began_at: datetime | None
) -> tuple[Spread, ...]:
    """The spreads of those statements of which it may be told how many agree."""
    kept = (tuple(first) for first in statements)
    return tuple(
        spread_of(view.said for view in first) for first in kept if may_be_counted(first, began_at)
    )
