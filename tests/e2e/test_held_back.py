"""A number that may identify someone is stored nowhere while it is typed, nor after."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count, zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.assessment.privacy.valid import IDENTIFIERS
from tests.e2e.servers import ROOT, AppServer
from tests.e2e.test_autosave import SAVED, conflicts_seen, no_conflict, status
from tests.e2e.test_autosave_script import TEN


PAGE = Path(__file__).parent / "pages" / "rationale.py"
SCRIPT = (ROOT / "assessment" / "ui" / "autosave.js").read_text(encoding="utf-8")
REFUSED = re.compile("^Not saved yet: this looks like")
NHS = "943 476 5919"
NUMBERS = [NHS, "9434765919", "A1234BC", "AB 12 34 56 C", "2009/8123456E"]
STATEMENTS = (f"P{number:02}" for number in count(1))


@pytest.fixture(scope="module")
def notes(server: Callable[..., AppServer]) -> AppServer:
    return server(PAGE)


@pytest.fixture(scope="module")
def tab(warm_context: BrowserContext) -> Page:
    return warm_context.new_page()


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """The file's one tab, as in test_autosave."""
    yield tab
    tab.goto("about:blank")


@pytest.fixture
def statement() -> str:
    return next(STATEMENTS)


@pytest.fixture
def why(notes: AppServer, page: Page, statement: str) -> Locator:
    return opened(notes, page, statement)


def opened(notes: AppServer, page: Page, statement: str, more: str = "") -> Locator:
    page.goto(f"{notes.url}?statement={statement}{more}")
    box = page.get_by_label("Why this rating")
    expect(box).to_be_visible(timeout=30_000)
    return box


def stored(notes: AppServer, statement: str) -> str:
    query = "select rationale from agreed_rating where statement_id=?"
    with closing(sqlite3.connect(notes.data / "throughcare.db", timeout=10)) as connection:
        row = connection.execute(query, (statement,)).fetchone()
    return str(row[0]) if row else ""


def parts(value: str) -> list[str]:
    """Five characters in a row; of digits alone seven, since random ids hold some by chance."""
    five = [value[at : at + 5] for at in range(len(value) - 4)]
    seven = [value[at : at + 7] for at in range(len(value) - 6)]
    return [part for part in five if not part.isdigit()] + seven


def nowhere(notes: AppServer, value: str) -> None:
    for file in sorted(path for path in notes.data.rglob("*") if path.is_file()):
        data = file.read_bytes()
        found = [part for part in parts(value) if part.encode() in data]
        assert found == [], file.name


# What is typed slowly


def test_a_number_typed_slowly_with_a_pause_in_the_middle_is_nowhere(
    notes: AppServer, warm_context: BrowserContext
) -> None:
    """Each is typed on a page of its own, all of them at the same time."""
    tabs = [warm_context.new_page() for _ in NUMBERS]
    statements = [next(STATEMENTS) for _ in NUMBERS]
    boxes = [opened(notes, *each) for each in zip(tabs, statements, strict=True)]
    middles = [len(value) // 2 + 1 for value in NUMBERS]
    for box in boxes:
        box.press_sequentially("Seen in reception ", delay=10)
    slowly(boxes, [value[:at] for value, at in zip(NUMBERS, middles, strict=True)])
    for tab in tabs:
        expect(status(tab)).to_have_text(SAVED)  # which ends a pause of three seconds
    slowly(boxes, [value[at:] for value, at in zip(NUMBERS, middles, strict=True)])
    for tab, box, statement, value in zip(tabs, boxes, statements, NUMBERS, strict=True):
        expect(status(tab)).to_have_text(REFUSED)
        no_conflict(tab)
        expect(box).to_have_value(f"Seen in reception {value}")
        assert stored(notes, statement) == "Seen in reception "
        nowhere(notes, value)
        tab.close()


def slowly(boxes: list[Locator], texts: list[str]) -> None:
    """Type a text into each box, with a quarter of a second between two of its characters."""
    for row in zip_longest(*texts):
        for box, character in zip(boxes, row, strict=True):
            if character:
                box.press_sequentially(character)
        boxes[0].page.wait_for_timeout(250)


def let_no_pause_count(page: Page) -> None:
    """From now on the last key is never three seconds ago, however slow the machine is."""
    page.evaluate(
        """() => {
          const real = Date.now;
          let key = real();
          addEventListener("keydown", () => { key = real(); }, true);
          Date.now = () => Math.min(real(), key + 2500);
        }"""
    )


def test_while_it_is_being_typed_no_file_holds_more_than_its_first_signs(
    notes: AppServer, page: Page, why: Locator, statement: str
) -> None:
    let_no_pause_count(page)
    why.press_sequentially("Asked for 943 476 591", delay=150)
    expect(status(page)).to_have_text("Saving")
    nowhere(notes, "943 476 591")
    assert stored(notes, statement).startswith("Asked for ")
    page.reload()
    expect(page.get_by_label("Why this rating")).to_have_value(re.compile("^Asked for (94?)?$"))


def test_leaving_the_box_in_mid_number_saves_it_and_the_whole_is_taken_back(
    notes: AppServer, page: Page, why: Locator, statement: str
) -> None:
    why.press_sequentially("About 943 476 59", delay=30)
    why.blur()
    expect(status(page)).to_have_text(SAVED)
    assert stored(notes, statement) == "About 943 476 59"
    why.press("End")
    why.press_sequentially("19 he said", delay=30)
    expect(status(page)).to_have_text(REFUSED)
    assert stored(notes, statement) == "About "
    page.get_by_role("button", name="Remove it").click()
    expect(status(page)).to_have_text(SAVED)
    no_conflict(page)
    assert stored(notes, statement) == "About  he said"
    nowhere(notes, NHS)


def test_going_on_after_a_refusal_on_a_slow_server_is_no_conflict(
    notes: AppServer, page: Page, statement: str
) -> None:
    box = opened(notes, page, statement, "&slow=1")
    shown = conflicts_seen(page)
    box.press_sequentially("About 943 476 59", delay=30)
    box.blur()
    expect(status(page)).to_have_text(SAVED)
    box.press("End")
    box.press_sequentially("19 said the nurse who had seen him on the wing", delay=90)
    expect(status(page)).to_have_text(REFUSED)
    page.get_by_role("button", name="Remove it").click()
    expect(status(page)).to_have_text(SAVED)
    assert stored(notes, statement) == "About  said the nurse who had seen him on the wing"
    assert page.evaluate(shown) == 0
    nowhere(notes, NHS)


def test_what_was_confirmed_stays_while_words_follow_it_directly(
    notes: AppServer, page: Page, why: Locator, statement: str
) -> None:
    why.press_sequentially("Form A1234BC", delay=20)
    keep = page.get_by_role("button", name="Keep it, it is not one")
    keep.click()
    expect(status(page)).to_have_text(SAVED)
    why.press("End")
    why.press_sequentially(" is used", delay=60)
    expect(status(page)).to_have_text(SAVED)
    expect(keep).to_be_hidden()
    assert stored(notes, statement) == "Form A1234BC is used"


# What is ordinary


def test_a_year_in_a_sentence_is_saved_with_the_next_words(
    notes: AppServer, page: Page, why: Locator, statement: str
) -> None:
    let_no_pause_count(page)
    why.press_sequentially("Since 2026 there", delay=40)
    expect(status(page)).to_have_text(SAVED)  # which no pause can have ended
    assert stored(notes, statement) == "Since 2026 there"


def test_the_caret_stays_in_mid_text_while_a_number_is_held_back(
    notes: AppServer, page: Page, why: Locator, statement: str
) -> None:
    why.fill("from  to the end")
    expect(status(page)).to_have_text(SAVED)
    why.evaluate("box => box.setSelectionRange(5, 5)")
    why.press_sequentially("1 April 2026", delay=120)
    assert why.evaluate("box => box.selectionStart") == len("from 1 April 2026")
    expect(status(page)).to_have_text(SAVED)
    assert stored(notes, statement) == "from 1 April 2026 to the end"
    assert why.evaluate("box => box.selectionStart") == len("from 1 April 2026")


# The rule itself


@pytest.fixture(scope="module")
def held(browser: Browser) -> Iterator[Callable[[list[str]], list[list[int] | None]]]:
    """Where each text, with the caret at its end, is held back: [start, end] or None."""
    tab = browser.new_page()
    tab.evaluate(
        """async source => {
          const file = new Blob([source], { type: "text/javascript" });
          window.script = await import(URL.createObjectURL(file));
        }""",
        SCRIPT,
    )

    def call(texts: list[str]) -> Any:
        return tab.evaluate(
            "texts => texts.map((text) => window.script.unfinished(text, text.length))", texts
        )

    yield call
    tab.close()


Held = Callable[[list[str]], list[list[int] | None]]


BEFORE = st.sampled_from(["", "Seen by ", "No. 7, ", "(", "line\n", "ŷ: "])


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(written=st.lists(st.tuples(BEFORE, IDENTIFIERS), **TEN))
def test_every_beginning_of_every_identifier_is_held_back(
    held: Held, written: list[tuple[str, str]]
) -> None:
    texts = {
        before + value[:end]: len(before)
        for before, value in written
        for end in range(4, len(value))
        if sum(character.isdigit() for character in value[:end]) >= 3
    }
    for (text, begins), span in zip(texts.items(), held([*texts]), strict=True):
        assert span is not None, text
        assert span[0] <= begins, text
        assert span[1] == len(text), text


@pytest.mark.parametrize(
    "text",
    [
        "in 2026 the",
        "in 2026 to ",
        "in 2026,",
        "in 2026. ",
        "5 working days",
        "within 28 d",
        "£250000 a ",
        "£250000 a year,",
        "250 people",
        "statement P08 ",
        "on 21 November 2026 we ",
        "by 11:02",
    ],
)
def test_ordinary_prose_is_held_back_no_longer_than_to_the_next_word_or_mark(
    held: Held, text: str
) -> None:
    assert held([text]) == [None]
