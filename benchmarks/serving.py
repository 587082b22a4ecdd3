"""A served app on a fictional area of its own, which goes away with the measurement."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from assessment.access.desk import Desk
from assessment.access.opening import PROJECT
from assessment.partnership import service as partnerships
from assessment.store.engine import sqlite_url
from assessment.store.location import DATABASE_FILE
from assessment.store.schema import open_store
from exports.demo.service import load_demo
from tests.e2e.servers import AppServer


@dataclass(frozen=True)
class Served:
    """The app at a port, with the assessment that can be rated."""

    port: int
    url: str
    assessment_id: str
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """Processor time that the server has used so far; load from others does not add to it."""
        used = self.process.cpu_times()
        return float(used.user + used.system)


@contextmanager
def folder() -> Iterator[Path]:
    """A data folder that goes away."""
    path = Path(tempfile.mkdtemp(prefix="throughcare-benchmark-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def fictional_area(data: Path, more: Callable[[Desk, str], None] | None = None) -> str:
    """Load the fictional area, opened again for rating, and `more`; gives the assessment's id."""
    desk = Desk(store=open_store(sqlite_url(data / DATABASE_FILE)))
    assessment_id = load_demo(desk)
    partnerships.reopen(desk, assessment_id, "For a measurement")
    if more:
        more(desk, assessment_id)
    desk.store.close()
    return assessment_id


@contextmanager
def served(more: Callable[[Desk, str], None] | None = None) -> Iterator[Served]:
    """The app on the fictional area, with `more` added to its data before it starts."""
    with folder() as data:
        assessment_id = fictional_area(data, more)
        server = AppServer(PROJECT / "app.py", data).start()
        try:
            assert server.process is not None
            process = psutil.Process(server.process.pid)
            yield Served(server.port, server.url, assessment_id, process)
        finally:
            server.kill()
