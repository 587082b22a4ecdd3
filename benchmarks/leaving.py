"""Times what leaves the room: `python -m benchmarks.leaving`.

The board paper, the report in Word, the CSV files and a calendar of 100 due dates are made of the
full report (46 statements, 40 actions, every field filled); workbook, Word and PDF also of a year's
plan: 100 actions, and the views of 12 agencies on each statement. With 1,000 actions they are made
once, to see that ten times the actions take no more than ten times as long. The folder of the page
Finish is of the fictional area. Each after one to warm up. Beside each stands its mean processor
time, that of child processes too: other work on the machine changes it least.
"""

import dataclasses
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from assessment.access.desk import Desk
from assessment.store.engine import connect, sqlite_url
from benchmarks.figures import Figure, figure, show
from benchmarks.reports import processor_seconds
from exports.board.loader.setting import in_type
from exports.board.loader.word import in_word
from exports.board.model import Asked, Choice
from exports.board.rules.wording import paper_of
from exports.calendar.events import Event
from exports.calendar.make import written
from exports.demo.service import load_demo
from exports.finish.service import make_folder
from exports.pdf.make import make as pdf
from exports.report.model import Report
from exports.tables import make as tables
from exports.word.make import make as word
from exports.workbook.make import make as workbook
from tests.desk import build_schema
from tests.exports.sample import sample


RUNS = 9
FOLDERS = 3
YEARS = 100
DATES = 100
NUMBERS = tuple(range(1, 41))
CHOICE = Choice(
    agree=tuple(Asked(ask="Confirm the owner of", action=number) for number in NUMBERS),
    commit=NUMBERS,
    stuck=NUMBERS,
)


def figures() -> Iterable[Figure]:
    """The making of each file, and of the folder."""
    report = sample(marked=False)
    dates = due_dates(report)
    at = report.made_at
    yield timed("Board paper as PDF", lambda: in_type(paper_of(report, CHOICE), at), 250)
    yield timed("Board paper in Word", lambda: in_word(paper_of(report, CHOICE), at), 500)
    yield timed("Report in Word", lambda: word(report), 500)
    yield timed("Plan and statements as CSV", lambda: both_tables(report), 0)
    yield timed(f"Calendar of {DATES} due dates", lambda: written("Dates", dates, at), 50)
    yield from of_a_years_plan(report)
    yield of_the_folder()


def of_a_years_plan(report: Report) -> Iterable[Figure]:
    """Workbook, Word and PDF of 100 actions, and how much longer 1,000 take."""
    year, decade = grown(report, YEARS), grown(report, 10 * YEARS)
    for name, make, budget in (
        ("Workbook", workbook, 300), ("Word", word, 500), ("PDF", pdf, 500),
    ):  # fmt: skip
        found = timed(f"{name}, {YEARS} actions", lambda make=make: make(year), budget)
        yield found
        ten = timed(f"{name}, {10 * YEARS} actions", lambda make=make: make(decade), 0, 1)
        note = f"{ten.p50 / found.p50:.1f} times as long; {ten.note}"
        yield dataclasses.replace(ten, p50_budget=10 * found.p50, note=note)


def grown(report: Report, actions: int, agencies: int = 12) -> Report:
    """The report with so many actions, and so many agencies' views on each statement."""
    more = tuple(
        report.actions[number % 40].model_copy(update={"number": number + 1})
        for number in range(actions)
    )
    domains = tuple(
        part.model_copy(
            update={
                "statements": tuple(
                    line.model_copy(update={"views": line.views[:1] * agencies})
                    for line in part.statements
                )
            }
        )
        for part in report.domains
    )
    return report.model_copy(update={"actions": more, "domains": domains})


def timed(what: str, make: Callable[[], object], budget: float, runs: int = RUNS) -> Figure:
    """The times of so many makings, beside a budget in milliseconds."""
    make()
    times: list[float] = []
    before = processor_seconds()
    for _ in range(runs):
        started = time.perf_counter()
        make()
        times.append(time.perf_counter() - started)
    worked = 1000 * (processor_seconds() - before) / runs
    return figure(what, times, budget, note=f"processor {worked:.0f}, of {runs}")


def of_the_folder() -> Figure:
    """The folder of the fictional area, from the click to the bytes."""
    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "throughcare.db")
        build_schema(url)
        store = connect(url)
        try:
            desk = Desk(store)
            assessment_id = load_demo(desk)
            make = lambda: make_folder(desk, assessment_id)  # noqa: E731
            return timed("Folder of everything, fictional area", make, 3_000, FOLDERS)
        finally:
            store.close()


def both_tables(report: Report) -> None:
    """The two CSV files."""
    tables.plan(report)
    tables.statements(report)


def due_dates(report: Report) -> list[Event]:
    """So many due dates, with the words of the report's actions."""
    return [
        Event(
            id=f"action.{number}",
            day=report.today + timedelta(days=number),
            title=f"Due: action {number}, {report.actions[number % 40].what}",
            words=("Led by: head of service.", "Action plan of Aldermoor."),
            version=number,
            changed_at=report.made_at,
        )
        for number in range(DATES)
    ]


if __name__ == "__main__":
    show(figures())
