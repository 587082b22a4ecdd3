"""How first views of one statement lie: counts alone, so that no name or order is in them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from assessment.access.frozen import Frozen
from assessment.bank.model import LEVELS
from assessment.views.model import Answer, Said


NOBODY_YET = "No view was received."
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A count as it is said: "seven", and figures from eleven on."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


class Spread(Frozen):
    """How many said what of a statement; `counts` are those of the four levels.

    `no_view` are agencies that were asked and gave no first view.
    """

    counts: tuple[int, int, int, int] = (0, 0, 0, 0)
    dont_know: int = 0
    not_ours: int = 0
    not_applicable: int = 0
    no_view: int = 0

    @property
    def rated(self) -> int:
        """How many gave a rating."""
        return sum(self.counts)

    @property
    def views(self) -> int:
        """How many gave a view, whatever it says."""
        return self.rated + self.dont_know + self.not_ours + self.not_applicable

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that somebody chose, the lowest first."""
        return tuple(level for level, count in enumerate(self.counts) if count)

    @property
    def width(self) -> int | None:
        """From the lowest rating to the highest; None below two ratings, where nothing is apart."""
        return self.levels[-1] - self.levels[0] if self.rated > 1 else None

    def words(self, labels: Sequence[str]) -> str:
        """ "Two say Partly met, four say Mostly met, one doesn’t know." """
        if not self.views:
            return NOBODY_YET
        said = [_say(count, label) for count, label in zip(self.counts, labels, strict=True)]
        said += [
            _do_not(self.dont_know, "know"),
            _say(self.not_ours, "it is not theirs to judge"),
            _say(self.not_applicable, "it is not applicable here"),
            f"no view was received from {in_words(self.no_view)}" if self.no_view else "",
        ]
        sentence = ", ".join(filter(None, said))
        return f"{sentence[:1].upper()}{sentence[1:]}."


def spread_of(said: Iterable[Said], *, no_view: int = 0) -> Spread:
    """The spread of what was said, each view once. Raises ValueError for anything else."""
    counted = Counter(said)
    counts = [counted[level] for level in range(LEVELS)]
    found = Spread(
        counts=(counts[0], counts[1], counts[2], counts[3]),
        dont_know=counted[Answer.DONT_KNOW],
        not_ours=counted[Answer.NOT_OURS],
        not_applicable=counted[Answer.NOT_APPLICABLE],
        no_view=no_view,
    )
    if found.views != counted.total():
        raise ValueError("a view that is none of the seven answers")
    return found


def _say(count: int, what: str) -> str:
    return f"{in_words(count)} {'says' if count == 1 else 'say'} {what}" if count else ""


def _do_not(count: int, what: str) -> str:
    return f"{in_words(count)} {'doesn’t' if count == 1 else 'don’t'} {what}" if count else ""
