"""Every screen, drawn wide in light and narrow in dark: it passes axe, fits, and has its order."""

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

import app
from assessment.access.actor import Role
from tests.e2e.area import Loaded, load_area
from tests.e2e.screens import ARTEFACTS, axe, fits, go_back_to, settled
from tests.e2e.servers import ROOT, AppServer


WIDE = ViewportSize(width=1280, height=1000)
NARROW = ViewportSize(width=320, height=800)
PICTURE = ROOT / "docs" / "screenshots" / "results.png"
SIZE_LIMIT = 200_000  # bytes: a README should not weigh more than its words


def nothing(_page: Page, _area: Loaded) -> None:
    """The screen as it opens."""


def press(words: str, role: str = "button") -> Callable[[Page, Loaded], None]:
    """The screen after a press."""

    def act(page: Page, _area: Loaded) -> None:
        target = page.get_by_text(words, exact=True) if role == "fold" else None
        (target or page.get_by_role("button", name=words, exact=True)).first.click()
        settled(page)

    return act


def choose_statements(page: Page, _area: Loaded) -> None:
    """A file of statements is read and shown before anything is kept."""
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(ROOT / "statements.yaml")
    expect(page.get_by_role("button", name="Keep these statements")).to_be_visible()
    page.get_by_text("What was read", exact=True).click()


def choose_copy(page: Page, area: Loaded) -> None:
    """A complete copy is read, and would take the place of what is here."""
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(area.copy)
    expect(page.get_by_role("button", name="Load this complete copy")).to_be_visible()


def choose_plan(page: Page, area: Loaded) -> None:
    """A plan that came back is read, with all that can be said of one."""
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(area.plan)
    expect(page.get_by_text("Propose the action in row")).to_be_visible()


def set_off(page: Page, _area: Loaded) -> None:
    """A review is under way: its first action, with what an ordinary one does not need open."""
    for words in ("Begin the review", "Start with the first action"):
        page.get_by_role("button", name=words).click()
        settled(page)
    page.get_by_text("Move the date, or say what stands in the way", exact=True).click()


class Screen(NamedTuple):
    """A page of the app's table with an address in one assessment, and what is done there first."""

    page: str
    address: str = ""
    act: Callable[[Page, Loaded], None] = nothing
    assessment: str = "agreed"


SCREENS = {
    "home": Screen("home"),
    "home of an open assessment": Screen("home", assessment="open"),
    "area": Screen("prepare", "section=area"),
    "agencies": Screen("prepare", "section=agencies"),
    "agencies, who speaks for each": Screen("prepare", "section=agencies&agency=every"),
    "an agency": Screen("prepare", "section=agencies&agency={agency}"),
    "scope": Screen("prepare", "section=scope", assessment="open"),
    "meetings": Screen("prepare", "section=meetings"),
    "readiness": Screen("prepare", "section=readiness", assessment="open"),
    "first views": Screen(
        "views", act=press("What every form and pack tells its reader first", "fold")
    ),
    "first views of an open assessment": Screen("views", assessment="open"),
    "paper packs": Screen("keypad", assessment="open"),
    "governance": Screen("statements", "domain=G"),
    "data": Screen("statements", "domain=D"),
    "pathways": Screen("statements", "domain=P", assessment="open"),
    "attrition": Screen("statements", "domain=A", press("What good looks like", "fold")),
    "statement, agreed": Screen("statement", "id=P08"),
    "statement, open": Screen(
        "statement", "id=P08", press("Write a new action"), assessment="open"
    ),
    "history": Screen("history", "id=P05"),
    "agenda": Screen("agenda", assessment="waiting"),
    "room, keys open": Screen("room", act=press("Key the views called out"), assessment="waiting"),
    "room, still thinking": Screen("room", act=press("Show the spread"), assessment="waiting"),
    "room, spread": Screen(
        "room", act=press("Another statement, keyboard", "fold"), assessment="spread"
    ),
    "room, recorded": Screen("room", assessment="recorded"),
    "room, names not chosen": Screen("room", assessment="open"),
    "results": Screen("results"),
    "results of an open assessment": Screen("results", assessment="open"),
    "plan": Screen("plan"),
    "plan over time": Screen("plan", "by=time"),
    "plan by effort": Screen("plan", "by=effort"),
    "one agency's part": Screen("ours", "agency={agency}"),
    "resources": Screen("resources"),
    "what changed": Screen("changes", "since=2026-01-01"),
    "action": Screen(
        "action",
        "id={action}",
        press("More: why, how it is measured, staff time and money, priority, who helps", "fold"),
    ),
    "review, an action": Screen("review", act=set_off, assessment="open"),
    "review, its record": Screen("review", "review={review}"),
    "reviews by other areas": Screen("reviews"),
    "reviews by other areas, none": Screen("reviews", assessment="open"),
    "who reviews whom": Screen("pairing"),
    "who reviews": Screen("round", "id={begun}&section=who"),
    "what they rate": Screen(
        "round", "id={begun}&section=what", press("Take statements in or out", "fold")
    ),
    "what came back": Screen("round", "id={round}"),
    "facts and release": Screen("round", "id={round}&section=release"),
    "moderated ratings": Screen("moderating", "id={round}"),
    "challenge": Screen("challenge", "id={challenge}"),
    "challenge, replied to": Screen("challenge", "id={replied}"),
    "the visit": Screen("round", "id={begun}&section=visit"),
    "visit and letter": Screen("visit", "id={round}"),
    "visit and letter, nothing in": Screen("visit", "id={begun}"),
    "reviewer packs, texts to read": Screen("reviewer_packs", "id={begun}"),
    "reviewer packs, ratings in": Screen("reviewer_packs", "id={round}"),
    "finish later": Screen("finish"),
    "wording": Screen("wording", act=choose_statements, assessment="open"),
    "downloads": Screen("downloads"),
    "downloads for the public": Screen("downloads", "for=public"),
    "finish": Screen("leave"),
    "texts to read": Screen("reading", "for=region"),
    "pass the laptop": Screen("laptop", assessment="waiting"),
    "agency packs": Screen("packs", assessment="waiting"),
    "to print": Screen("print"),
    "to print, before views": Screen("print", assessment="open"),
    "complete copy": Screen("copies", act=choose_copy),
    "a plan that came back": Screen("returned", act=choose_plan),
    "what this holds": Screen("holdings"),
    "codes to join": Screen("codes", act=press("Make codes for 9 agencies"), assessment="open"),
    "begin another area": Screen("start"),
}


TITLES = {entry.name: entry.title for entry in app.ENTRIES}


def by_turns() -> list[str]:
    """The names of the screens, so that hardly two of the same page follow each other."""
    met: Counter[str] = Counter()
    turn: dict[str, int] = {}
    for name, screen in SCREENS.items():
        turn[name] = met[screen.page]
        met[screen.page] += 1
    return sorted(turn, key=turn.__getitem__)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Path:
    """A data folder with a migrated database in it."""
    folder = tmp_path_factory.mktemp("screens")
    shutil.copy(empty_sqlite, folder / "throughcare.db")
    return folder


@pytest.fixture(scope="module")
def area(data: Path) -> Loaded:
    """The fictional area and its next assessment, loaded before anything is served."""
    return load_area(data)


@pytest.fixture(scope="module")
def served(server: Callable[..., AppServer], data: Path, area: Loaded) -> AppServer:
    """The app on that data, for the whole file."""
    return server(data=data)


@pytest.fixture(scope="module")
def tab(warm_context: BrowserContext) -> Iterator[Page]:
    """One tab for the whole file."""
    page = warm_context.new_page()
    yield page
    page.close()


def opened(tab: Page, served: AppServer, area: Loaded, screen: Screen) -> Page:
    """The screen, drawn wide and light."""
    name = "" if screen.page == "home" else screen.page
    given = screen.address.format(**vars(area))
    address = f"/{name}?assessment={getattr(area, screen.assessment)}&{given}"
    # The same page keeps what was chosen on it, and the room what was pressed: they are loaded.
    anew = urlsplit(tab.url).path in {"blank", f"/{name}"} or name == "room"
    if anew:  # so far that the screen before is not drawn once more
        tab.goto(served.url + address, wait_until="commit")
    tab.emulate_media(color_scheme="light")
    tab.set_viewport_size(WIDE)
    if not anew:
        go_back_to(tab, address)
    expect(tab.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    settled(tab)
    screen.act(tab, area)
    settled(tab)
    return tab


def in_order(page: Page) -> None:
    """One title, no level of heading left out, and at most one primary button."""
    found = page.get_by_test_id("stMain").get_by_role("heading")
    levels = found.evaluate_all("parts => parts.map(part => Number(part.tagName.slice(1)))")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert page.locator('button[kind^="primary"]').count() <= 1


def test_every_page_of_the_app_is_walked() -> None:
    """Those at a door are walked in test_seats and test_reviewing: other servers serve them."""
    mine = {entry.name for entry in app.ENTRIES if Role.LEAD in entry.who}
    assert {screen.page for screen in SCREENS.values()} == mine


@pytest.mark.parametrize("name", by_turns())
def test_a_screen_passes_axe_fits_and_has_its_order(
    tab: Page, served: AppServer, area: Loaded, name: str
) -> None:
    page = opened(tab, served, area, SCREENS[name])
    expect(page).to_have_title(f"{TITLES[SCREENS[name].page]} – Throughcare")
    axe(page)
    fits(page)
    in_order(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    settled(page)
    axe(page)
    fits(page)


class TestKeyboard:
    def test_the_first_key_leads_past_the_navigation(
        self, tab: Page, served: AppServer, area: Loaded
    ) -> None:
        page = opened(tab, served, area, SCREENS["results"])
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("combobox").first).to_be_focused()

    def test_arrows_change_the_level_and_it_is_kept(
        self, tab: Page, served: AppServer, area: Loaded
    ) -> None:
        screen = Screen("statement", "id=P01", assessment="open")
        page = opened(tab, served, area, screen)
        cell = page.locator(".strip li").filter(has_text="P01")
        page.get_by_role("radio", name="Not met").press("Space")
        expect(cell).to_contain_text("Not met")
        page.get_by_role("radio", name="Not met").press("ArrowDown")
        expect(page.get_by_role("radio", name="Partly met")).to_be_focused()
        expect(cell).to_contain_text("Partly met")
        page = opened(tab, served, area, screen)
        expect(page.get_by_role("radio", name="Partly met")).to_be_checked()

    @pytest.mark.parametrize("name", ["statement, open", "action", "meetings"])
    def test_whatever_has_the_focus_wears_a_whole_ring(
        self, tab: Page, served: AppServer, area: Loaded, name: str
    ) -> None:
        page = opened(tab, served, area, SCREENS[name])
        page.get_by_role("heading", level=1).click()
        ARTEFACTS.mkdir(exist_ok=True)
        for place in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement === document.body"):
                assert place > 10, "the keyboard left the page before its end"
                return
            bare = ring(page) < 3
            if bare or place == 8:
                page.screenshot(path=ARTEFACTS / f"focus-{SCREENS[name].page}.png")
            assert not bare, f"no whole ring around {page.evaluate(_FOCUSED)}"


_FOCUSED = "() => document.activeElement.outerHTML.slice(0, 300)"


def ring(page: Page) -> float:
    """How thick the outline of what has the focus is, in pixels; nought where it is cut off."""
    thickness: float = page.evaluate(
        """() => {
          const above = part => part.parentElement ?? part.getRootNode().host;
          const cut = (part, style) => {
            const ring = part.getBoundingClientRect();
            const reach = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) - 1;
            for (let near = above(part); near; near = above(near)) {
              if (getComputedStyle(near).overflow !== "hidden") continue;
              const box = near.getBoundingClientRect();
              if (box.top > ring.top - reach || box.bottom < ring.bottom + reach) return true;
            }
            return false;
          };
          let part = document.activeElement;
          while (part.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
          const outlines = [0];
          for (let up = 0; part && up < 4; part = above(part), up++) {
            const style = getComputedStyle(part);
            if (style.outlineStyle !== "none" && !cut(part, style)) {
              outlines.push(parseFloat(style.outlineWidth));
            }
          }
          return Math.max(...outlines);
        }"""
    )
    return thickness


class TestPictureOfTheReadme:
    def test_it_is_made_from_the_results(self, tab: Page, served: AppServer, area: Loaded) -> None:
        page = opened(tab, served, area, SCREENS["results"])
        page.evaluate("() => document.fonts.ready")
        ARTEFACTS.mkdir(exist_ok=True)
        made = ARTEFACTS / PICTURE.name
        page.screenshot(path=made, animations="disabled")
        assert 10_000 < made.stat().st_size < SIZE_LIMIT
        if os.environ.get("THROUGHCARE_SCREENSHOTS") == "1":
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(made, PICTURE)

    def test_every_picture_of_the_readme_is_there_and_said_in_words(self) -> None:
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        pictures = re.findall(r"!\[(.*?)\]\((.*?)\)", readme)
        assert pictures
        for words, path in pictures:
            assert len(words.split()) > 3
            assert (ROOT / path).is_file(), f"{path} is missing; THROUGHCARE_SCREENSHOTS=1 makes it"
