"""The main job, as a lead does it: from an empty database to the opened Excel and PDF.

1. Names the area, adds the core agencies, a prison and today's meeting.
2. Rates two statements; says how and why, names evidence, a prison and a different view.
3. Starts an action from a starter, with an owner who said yes and a date.
4. Looks at results, gives the plan its lead and dates, and records the assessment as agreed.
5. Takes the PDF, the workbook and the web page away, and opens them.

Axe is asked where no screen of test_screens stands in the same state.
"""

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.e2e.screens import axe, fits, settled
from tests.e2e.servers import AppServer


WHY = "Bridging works from Stonebrook on weekdays; Friday releases still slip."
OTHER = "Bank holiday releases still slip."
EVIDENCE = "Bridging arrangement, signed"


def go(page: Page, app: AppServer, address: str = "") -> None:
    """Open a page by its address, as a bookmark would."""
    page.goto(f"{app.url}/{address}")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    settled(page)


def press(page: Page, name: str, *, exact: bool = True) -> None:
    """Press a button and wait until the page has answered."""
    page.get_by_role("button", name=name, exact=exact).first.click()
    settled(page)


def press_once(page: Page, name: str) -> None:
    """Press a button that is gone once what it does is stored."""
    press(page, name)
    expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by its label; an open list closes on scrolling, so that comes first."""
    box = page.get_by_role("combobox", name=label).first
    box.scroll_into_view_if_needed()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    box.click()
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def pick(page: Page, group: str, level: str) -> None:
    """Pick a level with the keyboard, and wait until it is saved."""
    radios = page.get_by_role("radiogroup", name=group, exact=True)
    radios.get_by_role("radio", name=level).press("Space")
    settled(page)


def write(page: Page, label: str, text: str) -> Locator:
    """Type into an autosaving box and wait until it says that it is saved."""
    box = page.get_by_label(label, exact=True).first
    box.fill(text)
    expect(box).to_have_value(text)
    page.wait_for_function(
        "box => /^Saved/.test(box.getRootNode().querySelector('[data-part=status]').textContent)",
        arg=box.element_handle(),
    )
    settled(page)
    return box


def heading(page: Page, name: str) -> None:
    """Wait for the page with this title."""
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible(timeout=20_000)
    settled(page)


def taken_away(page: Page, ending: str, folder: Path) -> Path:
    """Save the report that was made with this ending, give its path."""
    button = page.get_by_role("button", name=re.compile(rf"^Save (?!.*board).*\.{ending}$"))
    return saved(page, button, folder)


def saved(page: Page, button: Locator, folder: Path) -> Path:
    """The file that a button gives."""
    with page.expect_download(timeout=30_000) as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def prepare(page: Page, app: AppServer) -> None:
    """The first quarter of an hour."""
    go(page, app)
    axe(page)
    page.get_by_label("Name your area").fill("Aldermoor")
    press(page, "Begin with this area")
    heading(page, "Prepare")
    page.get_by_label("Name of a prison").fill("HMP Stonebrook")
    press(page, "Add prison")
    expect(page.get_by_text("1 prison.")).to_be_visible()
    go(page, app, "prepare?section=agencies")
    press_once(page, "Add all 6 core agencies")
    press_once(page, "Go on to statements")  # from the foot of a page to its top
    expect(page.get_by_role("heading", level=1, name="Prepare")).to_be_in_viewport()
    go(page, app, "prepare?section=meetings")
    press(page, "Add meeting")
    press_once(page, "Everyone is here")


def rate(page: Page, app: AppServer) -> None:
    """Two statements, one with everything that can be said of it."""
    go(page, app, "statement?id=P08")
    pick(page, "Agreed rating", "Partly met")
    choose(page, "How it was reached", "Agreed after discussion")
    write(page, "Why this rating", WHY)
    press(page, "HMP Stonebrook")
    press(page, "Add evidence")
    write(page, "What it is", EVIDENCE)
    choose(page, "Who sees it differently?", "Probation")
    choose(page, "Its rating", "Not met")
    write(page, "Because", OTHER)
    axe(page)
    go(page, app, "statements?domain=G")
    pick(page, "Agreed rating of G01", "Fully met")


def plan(page: Page, app: AppServer) -> None:
    """From shortfall to owner and date, without leaving the statement; it is a link on Home."""
    go(page, app)
    page.evaluate("() => { window.sameSession = true }")
    page.get_by_role("link", name=re.compile("^P08")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("P08")
    assert "id=P08" in page.url
    assert page.evaluate("() => window.sameSession === true")  # nothing was loaded anew
    page.get_by_role("button", name="Start from: ").first.click()
    settled(page)
    choose(page, "Which agency owns it", "Community treatment")
    page.get_by_text("They said yes at the meeting").click()
    settled(page)
    axe(page)
    go(page, app, "plan")
    expect(page.get_by_text("Community treatment").first).to_be_visible()


def agree(page: Page, app: AppServer) -> None:
    """The plan gets its lead and dates; the assessment is recorded as agreed."""
    go(page, app, "results")
    write(page, "Lead for the plan: role", "Public health manager")
    write(page, "Or why these are not set", "The board sets the dates in January.")
    write(page, "Why there is no date for 1 yet", "The owner names it in January.")
    press(page, "Record as agreed")
    expect(page.get_by_text("is agreed.")).to_be_visible()
    axe(page)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of the journey land."""
    return tmp_path_factory.mktemp("taken away")


def test_from_an_empty_database_to_the_opened_files(
    app: AppServer, page: Page, folder: Path
) -> None:
    prepare(page, app)
    rate(page, app)
    page.reload()
    go(page, app, "statement?id=P08")
    expect(page.get_by_label("Why this rating")).to_have_value(WHY)
    plan(page, app)
    agree(page, app)
    go(page, app, "downloads")
    press(page, "Make all the files")
    report, workbook, web_page = (taken_away(page, e, folder) for e in ("pdf", "xlsx", "html"))
    axe(page)
    pdf_holds_the_plan(report)
    workbook_holds_the_plan(workbook)
    web_page_holds_the_plan(page, web_page)
    go(page, app, "leave")
    folder_holds_the_paper(saved(page, page.get_by_role("button", name="Make the folder"), folder))


def folder_holds_the_paper(path: Path) -> None:
    """The board's paper lies in the folder, its plan in it, and a text on top."""
    assert path.name.startswith("OFFICIAL Aldermoor folder of the workshop")
    with zipfile.ZipFile(path) as archive:
        first, *others = archive.namelist()
        [paper] = [name for name in others if name.endswith(".pdf") and "board paper" in name]
        pages = PdfReader(io.BytesIO(archive.read(paper))).pages
    assert first == "Read me first.txt"
    assert len(pages) <= 2
    assert "The board is asked to commit" in " ".join(pages[0].extract_text().split())


def pdf_holds_the_plan(path: Path) -> None:
    """The PDF has the words that were typed, and is tagged."""
    assert path.name.startswith("OFFICIAL Aldermoor")
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    for words in (WHY, EVIDENCE, "Public health manager", "HMP Stonebrook"):
        assert words in text
    assert OTHER not in text  # the board is given no agency's own view
    assert "/StructTreeRoot" in reader.trailer["/Root"]


def workbook_holds_the_plan(path: Path) -> None:
    """The workbook opens on the summary and has the words that were typed."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    assert book.active is not None
    assert book.active.title == "Summary"
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value}
    for words in (WHY, EVIDENCE):
        assert any(words in cell for cell in cells)
    assert not any(OTHER in cell for cell in cells)


def web_page_holds_the_plan(page: Page, path: Path) -> None:
    """The web page has the words that were typed, and needs nothing but itself."""
    page.set_content(path.read_text(encoding="utf-8"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(WHY).first).to_be_visible()
    fits(page)
