"""In which order a workshop takes its statements, and what may be known of each beforehand."""

from collections.abc import Callable, Iterable, Mapping
from typing import Self

from pydantic import model_validator

from assessment.access.frozen import Frozen
from assessment.bank.model import SafetyKind
from assessment.consensus.model import Arranged
from assessment.consensus.rules.pace import Pace
from assessment.consensus.rules.spread import Spread


# The gentle word before a statement that can be hard to hear.
GENTLE_WORDS = {
    SafetyKind.DEATHS: "The next statement is about deaths after release. "
    "Take a moment if you need one.",
    SafetyKind.OVERDOSE: "The next statement is about overdose after release. "
    "Take a moment if you need one.",
}


class AgendaItem(Frozen):
    """One statement on the agenda: ids, booleans and counts of who answered, never an answer.

    A spread, and whether views agree, is there only where it has been revealed; anything else is
    refused as a bug.
    `place` is its place in the order while nothing is parked, from 0.
    """

    statement_id: str
    domain: str
    place: int = 0
    safety: SafetyKind | None = None
    asked: int = 0
    answered: int = 0
    agrees: bool = False
    settled: bool = False
    parked: bool = False
    revealed: bool = False
    spread: Spread | None = None

    @model_validator(mode="after")
    def _sealed_until_revealed(self) -> Self:
        if (self.spread is not None or self.agrees) and not self.revealed:
            raise ValueError("a spread that has not been revealed")
        return self

    @property
    def gentle_words(self) -> str:
        """What is said before it, where it is about deaths or overdose; empty otherwise."""
        return GENTLE_WORDS.get(self.safety, "") if self.safety else ""


class Agenda(Frozen):
    """Every statement in scope in its order, and how the work stands.

    `order` holds all, parked ones last; `items` are those still to be settled, `settled` the
    rest. `current` is the room's statement, None before it has come to one. `opening` are the
    sentences of the opening slide.
    """

    order: tuple[AgendaItem, ...] = ()
    current: str | None = None
    opening: tuple[str, ...] = ()
    pace: Pace

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """What is still to be settled, in order; parked ones last."""
        return tuple(item for item in self.order if not item.settled)

    @property
    def settled(self) -> tuple[AgendaItem, ...]:
        """What has its rating, or is not applicable here."""
        return tuple(item for item in self.order if item.settled)

    def item(self, statement_id: str) -> AgendaItem | None:
        """The item of a statement; None where it is not in scope."""
        return next((item for item in self.order if item.statement_id == statement_id), None)

    def next_after(self, statement_id: str | None) -> AgendaItem | None:
        """What comes after a statement: those passed over follow at the end, then parked ones.

        None when nothing else is left to settle.
        """
        here = self.item(statement_id) if statement_id else None
        place = here.place if here else -1
        left = [item for item in self.items if item.statement_id != statement_id]
        return min(
            left, key=lambda item: (item.parked, item.place < place, item.place), default=None
        )

    def before(self, statement_id: str) -> AgendaItem | None:
        """The statement before this one in the order, settled or not; None before the first."""
        here = self.item(statement_id)
        earlier = [item for item in self.order if here and item.place < here.place]
        return max(earlier, key=lambda item: item.place, default=None)


def arranged(
    items: Iterable[AgendaItem],
    how: Arranged,
    domains: Iterable[str],
    widths: Mapping[str, int],
) -> tuple[AgendaItem, ...]:
    """The items in their order, each with its place; parked ones come last, in the same order.

    By domain: the statements' own order within each. Otherwise the safety-critical first, then by
    `widths`, the widest first: a width orders a statement and is kept in nothing. Which widths may
    order is said by `before_reveal.width_to_order`.
    """
    rank = {domain: number for number, domain in enumerate(domains)}
    keys: Mapping[Arranged, Callable[[AgendaItem], tuple[int, ...]]] = {
        Arranged.BY_DOMAIN: lambda item: (rank[item.domain],),
        Arranged.WIDEST_FIRST: lambda item: (
            item.safety is None,
            -widths.get(item.statement_id, 0),
            rank[item.domain],
        ),
    }
    ordered = sorted(items, key=keys[how])
    placed = [item.model_copy(update={"place": place}) for place, item in enumerate(ordered)]
    return tuple(sorted(placed, key=lambda item: (item.parked, item.place)))
