"""Every benchmark, in one table: `python -m benchmarks`."""

from collections.abc import Iterable

from benchmarks import clicks, leaving, packs, reports, returned, room, scale, start
from benchmarks.figures import Figure, figure, show
from tests.exports.sample import sample


def of_reports() -> Iterable[Figure]:
    """The making of the three formats, each a median of its own."""
    report = sample(marked=False)
    for name, make, budget in reports.FORMATS:
        seconds, _, size = reports.timed(make, report)
        note = f"{size / 1000:.0f} kB, median of {reports.RUNS}"
        yield figure(f"Report as {name}", [seconds], 1000 * (budget or 0), note=note)


if __name__ == "__main__":
    timed = (
        start.figures,
        clicks.figures,
        scale.figures,
        packs.figures,
        returned.figures,
        room.figures,
        of_reports,
        leaving.figures,
    )
    show(one for figures in timed for one in figures())
