"""The door of the room over this computer's own network address, as a phone reaches it."""

import http.client
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from assessment.access.desk import Desk
from assessment.store.engine import connect, sqlite_url
from starter import addresses
from starter.words import Stop
from tests.assessment.invitations.joined import Room, room
from tests.e2e.screens import settled
from tests.e2e.servers import ROOT, AppServer


pytestmark = pytest.mark.slow  # a browser and a door of its own


@pytest.fixture(scope="module")
def lan() -> str:
    """This computer's address on its network."""
    try:
        return addresses.room_addresses()[0]
    except Stop:
        pytest.skip("this computer is on no network")


@pytest.fixture(scope="module")
def door(
    tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path, lan: str
) -> Iterator[tuple[str, Room]]:
    """The room served to the network, by the settings that run.py's flags stand for."""
    folder = tmp_path_factory.mktemp("network")
    store = connect(sqlite_url(Path(shutil.copy(empty_sqlite, folder / "throughcare.db"))))
    settings = {
        "THROUGHCARE_DOOR": "room",
        "STREAMLIT_SERVER_ADDRESS": "0.0.0.0",  # noqa: S104  as `run.py room` does
        "STREAMLIT_BROWSER_SERVER_ADDRESS": lan,
    }
    served = AppServer(ROOT / "app.py", folder, settings=settings).start()
    yield f"http://{lan}:{served.port}", room(Desk(store))
    served.kill()
    store.close()


@pytest.fixture
def phone(browser: Browser, lan: str) -> Iterator[Page]:
    """A browser that can reach the room's address alone; it fails for asking anywhere else."""
    context = browser.new_context(locale="en-GB")
    elsewhere: list[str] = []

    def only_the_room(route: Route) -> None:
        if urlsplit(route.request.url).hostname == lan:
            route.continue_()
            return
        elsewhere.append(route.request.url)
        route.abort()

    context.route("**/*", only_the_room)
    yield context.new_page()
    context.close()
    assert not elsewhere


def test_every_address_shows_the_door_and_a_code_opens_one_form(
    door: tuple[str, Room], phone: Page
) -> None:
    url, here = door
    for name in ("", "home", "copies", "downloads", "views"):
        phone.goto(f"{url}/{name}")
        expect(phone.get_by_role("heading", name="Join the room")).to_be_visible(timeout=30_000)
        expect(phone.get_by_role("link", name="Results")).to_have_count(0)
    settled(phone)
    phone.get_by_label("Code of your agency").fill(here.code(here.prison))
    phone.get_by_role("button", name="Join", exact=True).click()
    expect(phone.get_by_role("heading", name="HMP Stonebrook")).to_be_visible()
    expect(phone.get_by_text("You have answered 0 of")).to_be_visible()


def test_uploads_and_figures_are_not_served(door: tuple[str, Room]) -> None:
    host = door[0].removeprefix("http://")
    for method, path in (("PUT", "/_stcore/upload_file/a/b"), ("GET", "/_stcore/metrics")):
        connection = http.client.HTTPConnection(host, timeout=10)
        connection.request(method, path)
        assert connection.getresponse().status == 404
        connection.close()
