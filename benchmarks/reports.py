"""Times the making of reports: `python benchmarks/reports.py`.

One full report (46 statements, 40 actions, every field filled); the median of nine after one to
warm up. The PDF's figure includes its child process.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path


sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from exports.html import make as html
from exports.pdf import make as pdf
from exports.report.made import Made
from exports.report.model import Report
from exports.workbook import make as workbook
from tests.exports.sample import sample


RUNS = 9
FORMATS: tuple[tuple[str, Callable[[Report], Made], float | None], ...] = (
    ("PDF, with its child process", pdf.make, 0.3),
    ("Workbook", workbook.make, 0.2),
    ("Web page", html.make, None),
)


def median_seconds(make: Callable[[Report], Made], report: Report) -> tuple[float, int]:
    """The median time of RUNS makings, and the file's size in bytes."""
    size = len(make(report).data)
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        make(report)
        times.append(time.perf_counter() - started)
    return statistics.median(times), size


def main() -> None:
    """Prints a line for each format, with its target where one is set."""
    report = sample(marked=False)
    for name, make, target in FORMATS:
        seconds, size = median_seconds(make, report)
        wanted = f"  (target {target:.1f} s)" if target else ""
        sys.stdout.write(f"{name:28} {seconds:6.3f} s  {size / 1000:7.0f} kB{wanted}\n")


if __name__ == "__main__":
    main()
