"""Times a plan that came back: `python -m benchmarks.returned`.

A workbook of 100 actions in which every owner filled in four cells. Showing is everything from the
file's bytes to the preview; applying is one transaction. The median of RUNS, each on a database of
its own.
"""

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.store.engine import connect, sqlite_url
from benchmarks.figures import Figure, figure, show
from exports.returns import service
from exports.returns.model import Choices
from tests.desk import build_schema
from tests.exports.returns.scene import DUE, LATER, Scene, scene


RUNS = 3
ACTIONS = 100


def figures() -> Iterable[Figure]:
    """The showing and the applying of one file."""
    shown, applied = zip(*(_once() for _ in range(RUNS)), strict=True)
    note = f"{4 * ACTIONS} cells filled in, median of {RUNS}"
    yield figure(f"Returned plan of {ACTIONS} actions shown", shown, 1_000, note=note)
    yield figure(f"Returned plan of {ACTIONS} actions applied", applied, note=note)


def _once() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "throughcare.db")
        build_schema(url)
        store = connect(url)
        try:
            return _timed(scene(Desk(store)))
        finally:
            store.close()


def _timed(here: Scene) -> tuple[float, float]:
    desk, one = here.desk, here.assessment_id
    for number in range(4, ACTIONS + 1):
        actions.raise_action(desk, one, ["P03"], f"Do what was agreed, part {number}", due_on=DUE)
    cells = {
        "Reported": "At risk",
        "Due": LATER,
        "Why the date moves": "Staffing: two posts are vacant",
        "New progress note": "We are slower than we hoped, since two posts are vacant.",
    }
    numbers = range(1, ACTIONS + 1)
    data = here.returned({(at, head): value for at in numbers for head, value in cells.items()})
    started = time.perf_counter()
    raw = service.read_plan(data, "plan.xlsx")
    seen = service.preview_plan(desk, one, raw)
    shown = time.perf_counter() - started
    started = time.perf_counter()
    done = service.apply_plan(desk, one, raw, seen=seen, choices=Choices())
    applied = time.perf_counter() - started
    assert len(done.changes) == 3 * ACTIONS
    return shown, applied


if __name__ == "__main__":
    show(figures())
