"""One statement in the room, from keys to the next one, on two screens; then the lights go out."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.store.engine import connect, sqlite_url
from assessment.views import service as views
from assessment.views.model import Answer, Way
from tests.e2e.screens import settled
from tests.e2e.servers import AppServer


pytestmark = pytest.mark.slow  # one long walk, with a server killed in the middle

WHY = "Not known on Fridays, Stonebrook pl"


@pytest.fixture
def data(tmp_path: Path, empty_sqlite: Path) -> Path:
    """A data folder with an area whose room has come to G02; one of four is still thinking."""
    file = shutil.copy(empty_sqlite, tmp_path / "throughcare.db")
    store = connect(sqlite_url(Path(file)))
    try:
        desk = Desk(store)
        area, one = partnerships.start_partnership(desk, "Aldermoor")
        names = {"Council": "LAC", "HMP Stonebrook": "PTP", "Millrace": "CTP", "Probation": "PS"}
        ids = [partnerships.add_agency(desk, area, name, [code]) for name, code in names.items()]
        views.choose_names_shown(desk, one, False)
        views.ask_for_views(desk, one)
        for agency, said in zip(ids, (1, 2, Answer.DONT_KNOW), strict=False):
            views.give(desk, one, "G02", agency, said, way=Way.CALLED_OUT)
        consensus.go_to(desk, one, "G02")
    finally:
        store.close()
    return tmp_path


def screen(context: BrowserContext, app: AppServer) -> Page:
    """A facilitator's screen of its own."""
    page = context.new_page()
    page.goto(f"{app.url}/room")
    expect(page.get_by_role("heading", level=1)).to_be_attached(timeout=30_000)
    settled(page)
    return page


def press(page: Page, words: str) -> None:
    """Press a button and wait until the page has answered."""
    page.get_by_role("button", name=words).first.click()
    settled(page)


def test_a_statement_goes_through_the_room(
    new_context: Callable[[], BrowserContext],
    server: Callable[..., AppServer],
    data: Path,
) -> None:
    app = server(data=data)
    here = new_context()
    lead, projector = screen(here, app), screen(here, app)

    press(lead, "Show the spread")
    expect(lead.get_by_role("alert")).to_contain_text("still thinking. Show the spread without it?")
    press(lead, "Wait")

    press(lead, "Key the views called out")
    expect(lead.get_by_role("gridcell", name="no answer yet")).to_be_focused()
    lead.keyboard.press("2")
    expect(projector.get_by_text("4 of 4 agencies have answered")).to_be_visible()
    expect(projector.get_by_role("img")).to_have_count(0)

    press(lead, "Close the keys")
    press(lead, "Show the spread")
    picture = projector.get_by_test_id("stImage").get_by_role("img")
    expect(picture).to_have_attribute(
        "alt", "One says Partly met, two say Mostly met, one doesn’t know."
    )
    # The button was at the foot of the page; what the room waited for is at its top.
    expect(lead.get_by_text("G02", exact=True)).to_be_in_viewport()
    expect(lead.get_by_test_id("stImage").get_by_role("img")).to_be_in_viewport()
    asks = lead.get_by_role("heading", name="What might one of us see that others can’t?")
    expect(asks).to_be_in_viewport()  # also on a projector of 1280 by 720

    lead.get_by_role("radio", name="Mostly met").click()
    settled(lead)
    press(lead, "Record agreed rating")
    expect(projector.get_by_role("heading", name="Agreed rating")).to_contain_text("Mostly met")

    why = lead.get_by_label("Why, in a sentence (can follow)")
    why.focus()
    lead.keyboard.type(WHY)  # no letter of it is a key of the screen while one writes: n, p, S
    expect(lead.get_by_text("G02", exact=True)).to_be_visible()
    expect(projector.get_by_label("Why, in a sentence (can follow)")).to_have_value(WHY)

    app.kill()
    app.start()
    again = screen(here, app)
    expect(again.get_by_text("G02", exact=True)).to_be_visible()
    expect(again.get_by_label("Why, in a sentence (can follow)")).to_have_value(WHY)

    again.get_by_role("heading", name="Agreed rating").click()
    again.keyboard.press("n")
    expect(again.get_by_text("G03", exact=True)).to_be_visible()
    ring = again.get_by_test_id("stMain")  # ours round the window, no other through its first line
    assert ring.evaluate("main => getComputedStyle(main, '::before').content") == "none"
    expect(lead.get_by_text("G03", exact=True)).to_be_visible(timeout=30_000)
