"""A real Chromium against a really served app. Nothing may leave 127.0.0.1."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.e2e.servers import ROOT, AppServer


StartServer = Callable[..., AppServer]

_NO_BROWSER = (
    "No Chromium was found, so the browser tests did not run. Get one with 'apt-get install "
    "chromium' or 'playwright install chromium', or name one in THROUGHCARE_CHROMIUM."
)
_OURS = {"127.0.0.1", "localhost"}

expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, one for each worker."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for each worker; without one the tests are skipped, and fail where CI is set."""
    path = chromium_path(playwright)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(_NO_BROWSER)
    arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
    chromium = playwright.chromium.launch(executable_path=path, args=arguments)
    yield chromium
    chromium.close()


def chromium_path(playwright: Playwright) -> str | None:
    """The Chromium that was set, or Debian's, or Playwright's own."""
    known = [os.environ.get("THROUGHCARE_CHROMIUM"), "/usr/bin/chromium"]
    known.append(playwright.chromium.executable_path)
    return next((path for path in known if path and Path(path).exists()), None)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Start an app file with a data folder of its own; all are ended with the session."""
    started: list[AppServer] = []

    def start(app_file: Path = ROOT / "app.py", data: Path | None = None) -> AppServer:
        folder = data or tmp_path_factory.mktemp("data")
        started.append(AppServer(app_file, folder).start())
        return started[-1]

    yield start
    for one in started:
        one.kill()


@pytest.fixture(scope="session")
def app(server: StartServer) -> AppServer:
    """The app itself on an empty data folder, one for each worker."""
    return server()


@contextmanager
def people(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Make browsers for different people; fail at the end if anything they asked lay elsewhere."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []

    def make() -> BrowserContext:
        context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
        context.on("request", lambda request: asked.append(request.url))
        context.on("page", lambda page: page.on("websocket", lambda ws: asked.append(ws.url)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    elsewhere = sorted({url for url in asked if leaves(url)})
    assert not elsewhere, f"asked for something outside this machine: {elsewhere}"


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Another person's browser, with nothing remembered."""
    with people(browser) as make:
        yield make


@pytest.fixture(scope="module")
def warm_context(browser: Browser) -> Iterator[BrowserContext]:
    """One person's browser for a whole file, which has the app's scripts already."""
    with people(browser) as make:
        yield make()


@pytest.fixture
def page(new_context: Callable[[], BrowserContext]) -> Page:
    """A tab in a browser of its own."""
    return new_context().new_page()


def leaves(url: str) -> bool:
    """Whether an address is another machine's."""
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob", "about"} and parts.hostname not in _OURS


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly, at the end, that the browser tests did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(_NO_BROWSER in str(report.longrepr) for report in skipped):
        terminalreporter.write_line("")
        terminalreporter.write_line(_NO_BROWSER, red=True, bold=True)
