"""Times a start of an installed copy: `python -m benchmarks.start`.

From the command `python3 run.py` to the first answer of the server, and to the first words of the
home page in a browser that is open already. In an environment that run.py did not make it would
install first, so there the server's own command is timed, and the figure says so.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import psutil
from playwright.sync_api import Page, sync_playwright

from assessment.access.opening import PROJECT
from benchmarks.figures import Figure, figure, show
from benchmarks.serving import fictional_area, folder
from tests.e2e.chromium import chromium_path
from tests.e2e.servers import free_port


STARTS = 5
READY, PATIENCE, GRACE = 2000, 60, 3
STAMP = PROJECT / ".venv" / "throughcare.json"
SERVER = ["-m", "streamlit", "run", "app.py", "--server.port"]
STARTER = ["run.py", "--no-browser", "--port"]


@contextmanager
def started(data: Path, port: int) -> Iterator[float]:
    """The app being started; gives the moment of the command. It is ended after."""
    command = [sys.executable, *(STARTER if STAMP.exists() else SERVER), str(port)]
    environment = os.environ | {"THROUGHCARE_DATA": str(data), "PYTHONUTF8": "1"}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield began
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end, and end it with all it started when it is still there after a while.

    A server that was just looked at may wait for its browser.
    """
    family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    process.terminate()
    _, left = psutil.wait_procs(family, timeout=GRACE)
    for one in left:
        one.kill()
    process.wait(PATIENCE)


def one_start(page: Page, data: Path) -> tuple[float, float]:
    """Seconds to the first answer, and to the first words on the home page."""
    port = free_port()
    with started(data, port) as began:
        while not answers(port):
            assert time.perf_counter() - began < PATIENCE, "The server did not start."
            time.sleep(0.01)  # between two questions to another process
        ready = time.perf_counter() - began
        page.goto(f"http://127.0.0.1:{port}")
        page.get_by_role("heading", level=1).wait_for()
        seen = time.perf_counter() - began
        page.goto("about:blank")
        return ready, seen


def answers(port: int) -> bool:
    """Whether the server says that it is well."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as reply:  # noqa: S310
            return bool(reply.status == 200)
    except OSError:
        return False


def figures() -> Iterable[Figure]:
    """All figures of this benchmark."""
    with folder() as data, sync_playwright() as driver:
        fictional_area(data)
        browser = driver.chromium.launch(
            executable_path=chromium_path(driver.chromium.executable_path),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        page = browser.new_page(locale="en-GB", timezone_id="Europe/London")
        one_start(page, data)
        times = [one_start(page, data) for _ in range(STARTS)]
        browser.close()
    note = "" if STAMP.exists() else "without run.py, which did not make this environment"
    yield figure("Start to the first answer", [ready for ready, _ in times], READY, note=note)
    yield figure("Start to the first words in a browser", [seen for _, seen in times], note=note)


if __name__ == "__main__":
    show(figures())
