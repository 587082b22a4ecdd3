"""How far agencies agreed before they talked: told from revealed statements alone."""

from collections.abc import Iterable, Sequence

from assessment.access.frozen import Frozen
from assessment.access.wording import counted
from assessment.consensus.rules.spread import Spread


CLOSE = 1


class Told(Frozen):
    """What one statement tells: who was asked and gave no view; its spread once revealed."""

    statement_id: str
    asked: int
    no_view: int
    spread: Spread | None = None

    def words(self, labels: Sequence[str]) -> str:
        """Its spread in words; before the reveal only how many have answered."""
        if self.spread is not None:
            return self.spread.words(labels)
        return f"Not revealed; {self.asked - self.no_view} of {self.asked} have answered."


class Honesty(Frozen):
    """Over the statements in scope, in their order.

    `compared` are revealed statements with at least two ratings, `within_one` those of them whose
    ratings lie at most one level apart. `nobody_could_judge` are revealed statements with views
    but neither a rating nor *not applicable*. `no_view` counts missing views of each statement.
    """

    statements: tuple[Told, ...] = ()

    @property
    def revealed(self) -> tuple[Told, ...]:
        """The statements whose spread has been shown."""
        return tuple(one for one in self.statements if one.spread is not None)

    @property
    def compared(self) -> int:
        """Revealed statements with ratings to compare."""
        return sum(width is not None for width in self._widths())

    @property
    def within_one(self) -> int:
        """Those of them within one level."""
        return sum(width is not None and width <= CLOSE for width in self._widths())

    @property
    def share_within_one(self) -> float | None:
        """Their share, from 0 to 1; None where nothing can be compared."""
        return self.within_one / self.compared if self.compared else None

    @property
    def nobody_could_judge(self) -> tuple[str, ...]:
        """Revealed statements that agencies answered and none could judge."""
        return tuple(one.statement_id for one in self.revealed if _unjudged(one.spread))

    @property
    def no_view(self) -> int:
        """How many views that were asked for never came."""
        return sum(one.no_view for one in self.statements)

    def words(self) -> tuple[str, ...]:
        """The same in sentences; what would speak of nothing is left out."""
        found = []
        if self.compared:
            found.append(
                f"On {self.within_one} of {counted(self.compared, 'statement')} with ratings to "
                "compare, first views lay within one level."
            )
        if number := len(self.nobody_could_judge):
            found.append(f"On {counted(number, 'statement')} nobody could judge.")
        if self.no_view:
            asked = sum(one.asked for one in self.statements)
            found.append(f"No view was received for {self.no_view:,} of {asked:,} asked for.")
        return tuple(found)

    def _widths(self) -> tuple[int | None, ...]:
        return tuple(one.spread.width for one in self.revealed if one.spread)


def honesty_of(told: Iterable[Told]) -> Honesty:
    """How far agencies agreed, from what each statement tells."""
    return Honesty(statements=tuple(told))


def _unjudged(spread: Spread | None) -> bool:
    return spread is not None and bool(spread.views) and not spread.rated + spread.not_applicable
