"""Times the making of reports: `python benchmarks/reports.py`.

One full report (46 statements, 40 actions, every field filled); the median of nine after one to
warm up. The PDF's figure includes its child process. Processor time, the child's too, is printed
beside it: other work on the machine changes it least.
"""

import os
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


def timed(make: Callable[[Report], Made], report: Report) -> tuple[float, float, int]:
    """The median time of RUNS makings, their mean processor time, and the file's size in bytes."""
    size = len(make(report).data)
    times = []
    before = processor_seconds()
    for _ in range(RUNS):
        started = time.perf_counter()
        make(report)
        times.append(time.perf_counter() - started)
    return statistics.median(times), (processor_seconds() - before) / RUNS, size


def processor_seconds() -> float:
    """Processor time used so far by this process and by its children that have ended."""
    return sum(os.times()[:4])


def main() -> None:
    """Prints a line for each format, with its target where one is set."""
    report = sample(marked=False)
    for name, make, target in FORMATS:
        seconds, worked, size = timed(make, report)
        wanted = f"  (target {target:.1f} s)" if target else ""
        sys.stdout.write(
            f"{name:28} {seconds:6.3f} s  processor {worked:.3f} s  {size / 1000:5.0f} kB{wanted}\n"
        )


if __name__ == "__main__":
    main()
