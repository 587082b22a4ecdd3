"""The lead's laptop, passed around: nothing but one agency's form, whatever a person tries."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.invitations import service as invitations
from assessment.store.engine import connect, sqlite_url
from assessment.views import service as views
from tests.assessment.invitations.joined import Room, room
from tests.e2e.screens import axe, fits, settled
from tests.e2e.servers import ROOT, AppServer
from tests.e2e.test_screens import NARROW, WIDE, in_order


pytestmark = pytest.mark.slow  # two walks through the whole round take a minute

PIN = "2468"
REASON = "Zebra crossing closes on Fridays"
# What the lead's screens show and no agency's form does.
LEADS = "Action plan"  # in the bar of every page of the lead


@dataclass(frozen=True)
class Laptop:
    """The lead's app, and the lead's desk behind it."""

    served: AppServer
    room: Room

    def at(self, page: Page, name: str = "") -> Page:
        """A page of the app by its address."""
        page.goto(f"{self.served.url}/{name}")
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
        settled(page)
        return page


@pytest.fixture(scope="module")
def served_laptop(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Laptop]:
    folder = tmp_path_factory.mktemp("laptop")
    store = connect(sqlite_url(Path(shutil.copy(empty_sqlite, folder / "throughcare.db"))))
    served = AppServer(ROOT / "app.py", folder).start()
    yield Laptop(served, room(Desk(store)))
    served.kill()
    store.close()


@pytest.fixture
def laptop(served_laptop: Laptop) -> Iterator[Laptop]:
    """The lead's again after each test."""
    yield served_laptop
    invitations.unlock(served_laptop.room.lead)


def title(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1, name=words, exact=True)).to_be_visible()


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def passes(page: Page) -> None:
    """Axe, no sideways scroll and the order of headings, wide in light and narrow in dark."""
    for size, scheme in ((NARROW, "dark"), (WIDE, "light")):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        axe(page)
        fits(page)
        in_order(page)


def start(page: Page, laptop: Laptop) -> None:
    """The lead chooses a PIN and hands the laptop on."""
    laptop.at(page, "laptop")
    page.get_by_label("PIN of 4 to 8 figures").fill(PIN)
    page.get_by_label("The same again").fill(PIN)
    press(page, "Start with the first")
    title(page, "Hand the laptop to HMP Stonebrook")


def test_it_goes_round_and_only_the_pin_brings_it_back(
    warm_context: BrowserContext, laptop: Laptop
) -> None:
    """From the lead's page through two turns and back, with everything one might try."""
    page, other = warm_context.new_page(), warm_context.new_page()
    laptop.at(other)
    expect(other.get_by_text(LEADS).first).to_be_visible()
    start(page, laptop)
    title(other, "Hand the laptop to HMP Stonebrook")  # the tab that was open has followed
    expect(other.get_by_text(LEADS)).to_have_count(0)
    passes(page)

    press(page, "Begin")
    title(page, "HMP Stonebrook")
    page.get_by_role("radio", name="1 Partly met").press("Space")
    page.get_by_label("Why, in a few words").fill(REASON)
    expect(page.locator("[data-part=status]")).to_contain_text("Saved ")
    passes(page)
    for name in ("", "home", "keypad", "copies"):
        laptop.at(page, name)
        title(page, "HMP Stonebrook")
        assert LEADS not in page.content()
    page.go_back()
    title(page, "HMP Stonebrook")
    page.reload()
    title(page, "HMP Stonebrook")
    settled(page)

    press(page, "We are done")
    title(page, "Hand the laptop to Probation")
    title(other, "Hand the laptop to Probation")
    for one in (page, other):
        assert REASON not in one.content()
        one.go_back()
        expect(one.get_by_role("heading", level=1)).to_have_text("Hand the laptop to Probation")
        assert REASON not in one.content()
    press(page, "Begin")
    title(page, "Probation")
    assert REASON not in page.content()
    press(page, "We are done")
    title(page, "Give the laptop back to the lead")

    page.get_by_label("Your PIN").fill("1357")
    press(page, "Take the laptop back")
    expect(page.get_by_text("That is not the PIN.")).to_be_visible()
    page.get_by_label("Your PIN").fill(PIN)
    press(page, "Take the laptop back")
    expect(page.get_by_role("link", name="Results")).to_be_visible()
    expect(other.get_by_role("link", name="Results")).to_be_visible()
    [kept] = views.sealed_views(laptop.room.lead, laptop.room.assessment_id)
    assert (kept.agency_id, kept.said, kept.reason) == (laptop.room.prison, 1, REASON)


def deaf(page: Page) -> None:
    """Keep a page from hearing the news: what it asks by itself each second gets no answer."""

    def connect(here: WebSocketRoute) -> None:
        server = here.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            asked = BackMsg()
            asked.ParseFromString(message if isinstance(message, bytes) else message.encode())
            if not asked.rerun_script.is_auto_rerun:
                server.send(message)

        here.on_message(pass_on)

    page.route_web_socket("**/_stcore/stream", connect)


def test_a_click_on_a_page_that_was_open_writes_and_shows_nothing_more(
    warm_context: BrowserContext, laptop: Laptop
) -> None:
    """It comes before the page has heard that the laptop went."""
    page = warm_context.new_page()
    deaf(page)
    laptop.at(page, "statement?id=P08")
    chosen = page.get_by_role("radio", name="Partly met")
    expect(chosen).to_be_enabled()
    invitations.pass_laptop(laptop.room.lead, laptop.room.assessment_id, PIN)
    chosen.press("Space")
    title(page, "Hand the laptop to HMP Stonebrook")
    expect(page.get_by_role("radio")).to_have_count(0)
    assert not consensus.ratings_of(laptop.room.lead, laptop.room.assessment_id)
