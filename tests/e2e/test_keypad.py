"""Paper keyed in at a person's pace: every key kept, none shown, nothing lost with the server."""

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.bank import service as banks
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.store.engine import connect, sqlite_url
from assessment.ui.keypad import FILLED, NOT_ASKED, OPEN
from assessment.views import service as views
from assessment.views.model import Answer, Said, Way
from assessment.views.rules.answers import KEYS
from tests.e2e.screens import stored
from tests.e2e.servers import ROOT, AppServer


NAMES = ("Council", "HMP Stonebrook", "Prison health", "Probation", "Treatment", "Way Back In")
STROKES = "".join(KEYS)


@dataclass
class Paper:
    """An assessment of 46 statements of which six agencies are asked about each."""

    desk: Desk
    assessment_id: str
    agencies: dict[str, str]
    statements: list[str] = field(default_factory=list)

    def stored(self) -> dict[tuple[str, str], Said]:
        """Every view that is kept, by statement and agency."""
        found = views.sealed_views(self.desk, self.assessment_id)
        return {(one.statement_id, one.agency_id): one.said for one in found}

    def gives_itself(self, statement: str, agency: str, said: Said) -> None:
        """The agency answers from its own device."""
        actor = Actor(
            name="A device",
            role=Role.PARTNER,
            assessment_id=self.assessment_id,
            agency_id=agency,
        )
        device = Desk(self.desk.store, actor=actor)
        views.give(device, self.assessment_id, statement, agency, said, way=Way.JOINED)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Path:
    folder = tmp_path_factory.mktemp("keypad")
    shutil.copy(empty_sqlite, folder / "throughcare.db")
    return folder


@pytest.fixture(scope="module")
def desk(data: Path) -> Iterator[Desk]:
    store = connect(sqlite_url(data / "throughcare.db"))
    yield Desk(store)
    store.close()


@pytest.fixture(scope="module")
def served(server: Callable[..., AppServer], data: Path, desk: Desk) -> AppServer:
    return server(data=data)


@pytest.fixture
def paper(desk: Desk) -> Paper:
    """A new area for each test, on the one server."""
    area, one = partnerships.start_partnership(desk, "Aldermoor")
    partnerships.set_scope_kind(desk, one, ScopeKind.ALL)
    bank = banks.bank_of(desk, partnerships.assessment(desk, one).bank_id)
    types = [each.code for each in bank.agency_types]
    agencies = {name: partnerships.add_agency(desk, area, name, types) for name in NAMES}
    views.choose_names_shown(desk, one, False)
    views.ask_for_views(desk, one)
    return Paper(desk, one, agencies, [each.id for each in bank.statements])


@pytest.fixture(scope="module")
def tab(warm_context: BrowserContext) -> Page:
    page = warm_context.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """The file's one tab, as in test_autosave."""
    yield tab
    tab.goto("about:blank")


def opened(page: Page, served: AppServer, paper: Paper) -> Locator:
    """The grid, with the keyboard on its first open cell."""
    page.goto(f"{served.url}/keypad?assessment={paper.assessment_id}")
    grid = page.get_by_role("grid")
    expect(grid).to_be_visible(timeout=30_000)
    grid.locator("td[tabindex='0']").focus()
    return grid


def cell(page: Page, statement: str, agency: str) -> Locator:
    return page.get_by_role("gridcell", name=f"{statement}, {agency}:")


def expect_saved(page: Page, number: int, *, of: int = 276, timeout: float = 10_000) -> None:
    """The count itself, which tells too what is on the way; it is read out only later."""
    count = page.locator("[data-part=count]")
    expect(count).to_have_text(f"Saved {number} of {of}", timeout=timeout)
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.slow
def test_276_answers_are_keyed_in_under_five_minutes_and_read_back(
    page: Page, served: AppServer, paper: Paper
) -> None:
    sent = grids_sent(page)
    grid = opened(page, served, paper)
    wanted: dict[tuple[str, str], Said] = {}
    began = time.monotonic()
    for column, agency in enumerate(paper.agencies.values()):
        for row, statement in enumerate(paper.statements):
            stroke = STROKES[(row + column) % len(STROKES)]
            wanted[statement, agency] = KEYS[stroke]
            page.keyboard.press(stroke, delay=30)
    expect_saved(page, 276)
    assert time.monotonic() - began < 300
    assert len(wanted) == 276
    assert paper.stored() == wanted
    assert set("".join(grid.locator("td").all_inner_texts())) == {"✓"}
    assert len(sent) > 10, "nothing was listened to"
    assert set("".join(sent)) <= set(f"{NOT_ASKED}{OPEN}{FILLED}")


def grids_sent(page: Page) -> list[str]:
    """What the server says of the cells, as it passes on the wire from now on."""
    sent: list[str] = []

    def take(frame: str | bytes) -> None:
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        for cells in re.findall(r'"cells": (\[.*?\])', text):
            sent.extend(json.loads(cells))

    page.on("websocket", lambda socket: socket.on("framereceived", take))
    return sent


def test_a_killed_server_loses_no_key(page: Page, served: AppServer, paper: Paper) -> None:
    opened(page, served, paper)
    page.keyboard.type("012", delay=30)
    expect_saved(page, 3)
    served.kill()
    page.keyboard.type("3d", delay=30)
    expect(page.get_by_text("the connection dropped").first).to_be_visible()
    # Streamlit's own words on the connection may take the focus at any moment.
    cell(page, paper.statements[5], "Council").dispatch_event("keydown", {"key": "n"})
    served.start()
    expect_saved(page, 6, timeout=30_000)
    council = paper.agencies["Council"]
    said = [0, 1, 2, 3, Answer.DONT_KNOW, Answer.NOT_OURS]
    assert paper.stored() == {
        (one, council): answer for one, answer in zip(paper.statements, said, strict=False)
    }


def test_what_an_agency_gave_online_stands_until_the_lead_says_otherwise(
    page: Page, served: AppServer, paper: Paper
) -> None:
    council, first, second, third = paper.agencies["Council"], *paper.statements[:3]
    for statement, said in ((first, 1), (second, 2), (third, 3)):
        paper.gives_itself(statement, council, said)
    opened(page, served, paper)
    cell(page, first, "Council").click()
    page.keyboard.type("020", delay=30)
    expect(page.get_by_text("3 answers were given by the agency itself").first).to_be_visible()
    # The same answer is left alone like the others: nothing tells which of them differ.
    left = f"{second}, Council: keyed, and left as the agency gave it itself"
    expect(cell(page, second, "Council")).to_have_accessible_name(left)
    assert list(paper.stored().values()) == [1, 2, 3]
    # Keying on must not find out what is stored: the cell is not compared again.
    cell(page, first, "Council").click()
    page.keyboard.press("1")
    expect(page.get_by_text("3 answers were given by the agency itself").first).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("3")
    page.get_by_role("button", name="Replace them").click()
    expect(page.get_by_role("button", name="Replace them")).to_be_hidden()
    expect_saved(page, 3)
    assert paper.stored() == {(first, council): 3, (second, council): 2, (third, council): 0}


def test_a_key_can_be_taken_back_and_seen_again_only_in_its_row_and_here(
    page: Page, served: AppServer, paper: Paper
) -> None:
    opened(page, served, paper)
    first, second = paper.statements[:2]
    page.keyboard.type("31", delay=30)
    expect_saved(page, 2)
    expect(cell(page, first, "Council")).to_have_text("✓")
    page.get_by_role("checkbox", name="Show what I key").check()
    cell(page, second, "Council").click()
    expect(cell(page, second, "Council")).to_have_text("1")
    expect(cell(page, first, "Council")).to_have_text("✓")
    page.keyboard.press("Backspace")
    expect_saved(page, 1)
    assert list(paper.stored().values()) == [3]
    opened(page, served, paper)
    page.get_by_role("checkbox", name="Show what I key").check()
    cell(page, first, "Council").click()
    expect(cell(page, first, "Council")).to_have_accessible_name(f"{first}, Council: answered")
    expect(cell(page, first, "Council")).to_have_text("✓")


def test_leaving_by_a_click_right_after_the_last_key_keeps_it(
    page: Page, served: AppServer, paper: Paper
) -> None:
    opened(page, served, paper)
    page.keyboard.type("22")
    page.get_by_role("link", name="Results").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Key in paper packs")
    stored(page, lambda: list(paper.stored().values()), [2, 2])


def test_two_people_key_at_once_and_each_sees_that_the_other_did(
    page: Page, warm_context: BrowserContext, served: AppServer, paper: Paper
) -> None:
    other = warm_context.new_page()
    opened(page, served, paper)
    opened(other, served, paper)
    cell(other, paper.statements[0], "Probation").click()
    for stroke in "0123":
        page.keyboard.press(stroke)
        other.keyboard.press(stroke)
    expect_saved(page, 8)
    expect_saved(other, 8)
    assert list(paper.stored().values()) == [0, 0, 1, 1, 2, 2, 3, 3]
    other.close()


def test_one_pack_is_keyed_on_after_another_is_chosen(
    page: Page, served: AppServer, paper: Paper
) -> None:
    opened(page, served, paper)
    page.keyboard.type("21")
    page.get_by_role("combobox", name="Whose pack").click()
    page.get_by_role("option", name="Probation").click()
    expect_saved(page, 0, of=46)
    page.locator("td[tabindex='0']").focus()
    page.keyboard.type("3")
    expect_saved(page, 1, of=46)
    first, second = paper.statements[:2]
    council, probation = paper.agencies["Council"], paper.agencies["Probation"]
    assert paper.stored() == {(first, council): 2, (second, council): 1, (first, probation): 3}


class TestCursor:
    """Where the cursor goes, by the grid's own script."""

    @pytest.mark.parametrize(
        ("along", "at", "to"),
        [
            ("column", (0, 0), (2, 0)),
            ("column", (2, 0), (0, 1)),
            ("row", (0, 0), (0, 1)),
            ("row", (0, 1), (1, 2)),
            ("column", (1, 2), (1, 2)),
        ],
    )
    def test_it_goes_on_to_the_next_asked_cell(
        self, script: Callable[..., object], along: str, at: tuple[int, int], to: tuple[int, int]
    ) -> None:
        cells = ["oo-", "--x", "x--"]
        row, column = at
        after = script("nextAsked", cells, {"row": row, "column": column}, along)
        assert after == {"row": to[0], "column": to[1]}

    @pytest.mark.parametrize(
        ("cells", "row"), [(["-", "x", "o"], 2), (["-", "x", "x"], 1), (["-", "-"], 0), (["o"], 0)]
    )
    def test_it_begins_where_there_is_something_to_key(
        self, script: Callable[..., object], cells: list[str], row: int
    ) -> None:
        assert script("firstPlace", cells, "column") == {"row": row, "column": 0}


@pytest.fixture(scope="module")
def script(warm_context: BrowserContext) -> Iterator[Callable[..., object]]:
    """The script's own functions, called in a browser."""
    tab = warm_context.new_page()
    tab.evaluate(
        """async source => {
          const file = new Blob([source], { type: "text/javascript" });
          window.script = await import(URL.createObjectURL(file));
        }""",
        (ROOT / "assessment" / "ui" / "keypad.js").read_text(encoding="utf-8"),
    )
    yield lambda name, *given: tab.evaluate(
        "([name, given]) => window.script[name](...given)", [name, list(given)]
    )
    tab.close()
