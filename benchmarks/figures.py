"""What a benchmark found, beside the budget that the figure has to keep."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.others import BESIDE


@dataclass(frozen=True)
class Figure:
    """Times in milliseconds, what they are times of, and how long they may be (0: no budget)."""

    what: str
    times: tuple[float, ...]
    p50_budget: float = 0
    p95_budget: float = 0
    note: str = ""

    @property
    def p50(self) -> float:
        """The median."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """Nineteen of twenty took no longer."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]

    @property
    def kept(self) -> bool:
        """Whether the budgets are kept; so where there are none."""
        return not (
            (self.p50_budget and self.p50 > self.p50_budget)
            or (self.p95_budget and self.p95 > self.p95_budget)
        )


def figure(
    what: str, seconds: Sequence[float], p50: float = 0, p95: float = 0, note: str = ""
) -> Figure:
    """A figure from times in seconds and budgets in milliseconds."""
    return Figure(what, tuple(1000 * each for each in seconds), p50, p95, note)


def show(figures: Iterable[Figure]) -> None:
    """Print the figures as one table, times in milliseconds, once all are there.

    Below a figure stands what other tools took for the like, where that was measured.
    """
    found = list(figures)
    head = f"{'Milliseconds':52} {'p50':>8} {'budget':>7} {'p95':>8} {'budget':>7}  "
    sys.stdout.write(f"\n{head}\n{'-' * len(head)}\n")
    for one in found:
        times = f"{one.p50:8.1f} {_budget(one.p50_budget)} {one.p95:8.1f} {_budget(one.p95_budget)}"
        said = "" if one.kept else "over budget"
        words = ", ".join(part for part in (said, one.note) if part)
        sys.stdout.write(f"{one.what:52} {times}  {words}\n")
        if one.what in BESIDE:
            sys.stdout.write(f"    others, {BESIDE[one.what]}\n")
    sys.stdout.flush()


def _budget(limit: float) -> str:
    return f"{limit:7.0f}" if limit else " " * 7
