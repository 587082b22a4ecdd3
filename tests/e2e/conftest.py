"""A real Chromium against a really served app. Nothing may leave 127.0.0.1."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.e2e.chromium import NO_CHROMIUM, chromium_path
from tests.e2e.servers import ROOT, AppServer


StartServer = Callable[..., AppServer]

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
    path = chromium_path(playwright.chromium.executable_path)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_CHROMIUM)
    arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
    chromium = playwright.chromium.launch(executable_path=path, args=arguments)
    yield chromium
    chromium.close()


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
