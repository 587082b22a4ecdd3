"""Nothing typed is lost: the box that saves by itself, in a real browser on a real database."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from assessment.access.texts import tidy
from tests.e2e.screens import axe, fits, shot
from tests.e2e.servers import AppServer


PAGE = Path(__file__).parent / "pages" / "texts.py"
SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")
PRISON_NUMBER = "A1234BC"


@pytest.fixture(scope="module")
def texts(server: Callable[..., AppServer]) -> AppServer:
    return server(PAGE)


@pytest.fixture(autouse=True)
def nothing_stored(texts: AppServer) -> None:
    for name in ("why", "whose"):
        someone_else_writes(texts, "", name)


@pytest.fixture(scope="module")
def tab(warm_context: BrowserContext) -> Page:
    return warm_context.new_page()


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """The file's one tab, since a browser takes twice as long to begin in a new one."""
    yield tab
    tab.goto("about:blank")


@pytest.fixture
def why(texts: AppServer, page: Page) -> Locator:
    return opened(texts, page)


def opened(texts: AppServer, page: Page, query: str = "") -> Locator:
    page.goto(texts.url + query)
    box = page.get_by_label("Why this rating")
    expect(box).to_be_visible(timeout=30_000)
    return box


def status(page: Page, box: int = 0) -> Locator:
    return page.locator("[data-part=status]").nth(box)


def stored(texts: AppServer, name: str = "why") -> str:
    with closing(sqlite3.connect(texts.data / "notes.db", timeout=10)) as connection:
        row = connection.execute("select body from note where id=?", (name,)).fetchone()
    return str(row[0]) if row else ""


def someone_else_writes(texts: AppServer, text: str, name: str = "why") -> None:
    with closing(sqlite3.connect(texts.data / "notes.db", timeout=10)) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.execute(
            "create table if not exists note(id text primary key, body text, at text)"
        )
        now = datetime.now(UTC).isoformat()
        connection.execute("insert or replace into note values(?,?,?)", (name, text, now))
        connection.commit()


@contextmanager
def someone_else_was_first(texts: AppServer, text: str) -> Iterator[None]:
    """What is saved meanwhile comes after another person's text, however quick or slow it is."""
    with closing(sqlite3.connect(texts.data / "notes.db", isolation_level=None)) as connection:
        connection.execute("begin immediate")
        yield
        connection.execute("update note set body=? where id='why'", (text,))
        connection.execute("commit")


def expect_stored(page: Page, texts: AppServer, text: str, name: str = "why") -> None:
    expect(status(page, 0 if name == "why" else 1)).to_have_text(SAVED)
    assert stored(texts, name) == text


def no_conflict(page: Page) -> None:
    expect(page.get_by_role("button", name="Keep mine")).to_be_hidden()


# Saving


def test_words_are_saved_by_themselves_and_the_time_stands_beside_them(
    texts: AppServer, page: Page, why: Locator
) -> None:
    why.fill("Friday releases slip.")
    expect_stored(page, texts, "Friday releases slip.")


@pytest.mark.parametrize("query", ["", "?slow"], ids=["", "while the server is busy"])
def test_a_reload_in_mid_sentence_loses_at_most_the_last_second(
    texts: AppServer, page: Page, query: str
) -> None:
    sentence = "Bridging works from Stonebrook on weekdays but not on Fridays at all. " * 2
    opened(texts, page, query).press_sequentially(sentence, delay=20)
    page.reload()
    before = re.escape(sentence[: -1_000 // 20])
    expect(page.get_by_label("Why this rating")).to_have_value(re.compile(f"^{before}"))


def test_a_reload_with_nothing_typed_shows_what_is_stored(
    texts: AppServer, page: Page, why: Locator
) -> None:
    someone_else_writes(texts, "Agreed in the room.")
    page.reload()
    expect(page.get_by_label("Why this rating")).to_have_value("Agreed in the room.")
    expect(status(page)).to_have_text(SAVED)


def test_a_killed_server_loses_nothing_and_the_box_saves_untouched_when_it_returns(
    texts: AppServer, page: Page, why: Locator
) -> None:
    why.press_sequentially("Before, ", delay=10)
    expect_stored(page, texts, "Before, ")
    texts.kill()
    # In one stroke: Streamlit's own words on the connection may take the focus at any moment.
    page.keyboard.insert_text("and after the lights went out.")
    expect(status(page)).to_contain_text("the connection dropped")
    texts.start()
    expect(status(page)).to_have_text(SAVED, timeout=30_000)
    no_conflict(page)
    assert stored(texts) == "Before, and after the lights went out."
    expect(why).to_have_value("Before, and after the lights went out.")


@pytest.mark.parametrize(("role", "name"), [("link", "Elsewhere"), ("button", "Go on")])
def test_leaving_by_a_click_right_after_the_last_key_saves_first(
    texts: AppServer, page: Page, why: Locator, role: Literal["link", "button"], name: str
) -> None:
    why.press_sequentially("Said in passing")
    page.get_by_role(role, name=name).click()
    expect(page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    page.get_by_role("link", name="Texts").click()
    expect(page.get_by_label("Why this rating")).to_have_value("Said in passing")


def test_refused_words_are_still_there_after_a_look_at_another_page(
    texts: AppServer, page: Page, why: Locator
) -> None:
    why.fill(f"About {PRISON_NUMBER}")
    expect(status(page)).to_contain_text("Not saved yet")
    page.get_by_role("link", name="Elsewhere").click()
    expect(page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    page.get_by_role("link", name="Texts").click()
    expect(page.get_by_label("Why this rating")).to_have_value(f"About {PRISON_NUMBER}")
    page.get_by_role("button", name="Remove it").click()
    expect_stored(page, texts, "About ")


def test_two_boxes_on_a_page_do_not_disturb_each_other(
    texts: AppServer, page: Page, why: Locator
) -> None:
    whose = page.get_by_label("Whose it is")
    for round_ in range(3):
        for box, word in ((why, "reason"), (whose, "agency")):
            box.press("End")
            box.press_sequentially(f"{word} {round_} ")
    page.get_by_text("Partly met").click()
    expect_stored(page, texts, "reason 0 reason 1 reason 2 ")
    expect_stored(page, texts, "agency 0 agency 1 agency 2 ", "whose")


# Typing while the page is busy


def test_the_caret_and_the_text_stay_while_the_page_runs_again(
    texts: AppServer, page: Page
) -> None:
    box = opened(texts, page, "?slow=1")
    box.press_sequentially("the end", delay=20)
    box.press("Home")
    box.press_sequentially("typed slowly into the middle, before ", delay=60)
    expect(box).to_have_value("typed slowly into the middle, before the end")
    expect_stored(page, texts, "typed slowly into the middle, before the end")
    assert box.evaluate("box => box.selectionStart") == len("typed slowly into the middle, before ")


def test_ones_own_earlier_drafts_are_never_taken_for_another_persons(
    texts: AppServer, page: Page
) -> None:
    box = opened(texts, page, "?slow=1")
    shown = conflicts_seen(page)
    for _ in range(6):
        box.press_sequentially("to and fro", delay=15)
        for _ in range(5):
            box.press("Backspace", delay=15)
    expect_stored(page, texts, box.input_value())
    assert stored(texts) == "to an" * 6
    assert page.evaluate(shown) == 0


def conflicts_seen(page: Page) -> str:
    """Count from now on how often both texts are shown; gives the script that tells the count."""
    page.get_by_role("button", name="Keep mine", include_hidden=True).first.evaluate(
        """button => {
          window.conflicts = 0;
          new MutationObserver(() => { window.conflicts += !button.parentElement.hidden; })
            .observe(button.parentElement, { attributes: true });
        }"""
    )
    return "() => window.conflicts"


# Other people


def test_another_persons_change_appears_in_an_untouched_box(
    texts: AppServer, page: Page, why: Locator
) -> None:
    someone_else_writes(texts, "Written in another room.")
    expect(why).to_have_value("Written in another room.")
    why.press("End")
    why.press_sequentially(" And here.")
    expect_stored(page, texts, "Written in another room. And here.")


@pytest.fixture
def both(texts: AppServer, page: Page, why: Locator) -> Page:
    """A page where two people have typed over the same text."""
    why.fill("Ours at first.")
    expect_stored(page, texts, "Ours at first.")
    why.press("End")
    with someone_else_was_first(texts, "Theirs."):
        why.press_sequentially(" Mine now")
    expect(page.get_by_role("region", name="Theirs, stored now")).to_have_text("Theirs.")
    expect(why).to_have_value("Ours at first. Mine now")
    expect(status(page)).to_contain_text("nothing is lost")
    assert stored(texts) == "Theirs."
    return page


@pytest.mark.parametrize(
    ("choice", "result"),
    [
        ("Keep mine", "Ours at first. Mine now"),
        ("Take theirs", "Theirs."),
        ("Join them", "Theirs.\n\nOurs at first. Mine now"),
    ],
)
def test_both_texts_are_shown_and_the_choice_is_stored(
    texts: AppServer, both: Page, choice: str, result: str
) -> None:
    both.get_by_role("button", name=choice).click()
    expect(both.get_by_label("Why this rating")).to_have_value(result)
    expect_stored(both, texts, result)
    no_conflict(both)


def test_a_choice_between_texts_can_be_undone(texts: AppServer, both: Page) -> None:
    both.get_by_role("button", name="Take theirs").click()
    both.get_by_role("button", name="Put the other text back").click()
    expect_stored(both, texts, "Ours at first. Mine now")


def test_two_people_typing_at_once_lose_nothing(
    texts: AppServer, new_context: Callable[[], BrowserContext]
) -> None:
    one, two = (new_context().new_page() for _ in range(2))
    first, second = opened(texts, one), opened(texts, two)
    for word in ("alpha ", "beta ", "gamma "):
        for who, box in ((1, first), (2, second)):
            box.press("End")
            box.press_sequentially(f"{who}{word}")
    told = re.compile(r"^Saved|^Not saved yet\. This was changed")
    for person in (one, two) * 3:
        expect(status(person)).to_have_text(told)
        join = person.get_by_role("button", name="Join them")
        if join.is_visible():
            join.click()
    for person in (one, two):
        expect(status(person)).to_have_text(SAVED)
    text = stored(texts)
    assert all(f"{who}{word}" in text for who in "12" for word in ("alpha", "beta", "gamma"))


# Likely identifiers


def test_a_likely_identifier_is_written_nowhere_and_named_without_its_value(
    texts: AppServer, page: Page, why: Locator
) -> None:
    why.fill(f"We asked {PRISON_NUMBER} about it")
    expect(status(page)).to_contain_text("Not saved yet")
    expect(status(page)).to_contain_text("a prison number at characters 10 to 16")
    expect(status(page)).not_to_contain_text(PRISON_NUMBER)
    assert stored(texts) == ""
    for file in texts.data.iterdir():
        assert PRISON_NUMBER.encode() not in file.read_bytes(), file.name


def test_remove_it_takes_out_just_that_and_saves(
    texts: AppServer, page: Page, why: Locator
) -> None:
    why.fill(f"\U0001f600 We asked {PRISON_NUMBER} about it")
    page.get_by_role("button", name="Remove it").click()
    expect_stored(page, texts, "\U0001f600 We asked  about it")
    expect(page.get_by_role("button", name="Remove it")).to_be_hidden()


def test_what_was_kept_on_purpose_is_saved_and_not_asked_about_again(
    texts: AppServer, page: Page, why: Locator
) -> None:
    why.fill(f"Form {PRISON_NUMBER} is used")
    keep = page.get_by_role("button", name="Keep it, it is not one")
    keep.click()
    expect_stored(page, texts, f"Form {PRISON_NUMBER} is used")
    why.press("End")
    why.press_sequentially(" by everyone")
    expect(keep).to_be_hidden()
    expect_stored(page, texts, f"Form {PRISON_NUMBER} is used by everyone")


def test_keeping_one_does_not_let_another_through(
    texts: AppServer, page: Page, why: Locator
) -> None:
    """Not even one that the page hears of while the button is held down."""
    why.fill(f"Form {PRISON_NUMBER}")
    keep = page.get_by_role("button", name="Keep it, it is not one")
    expect(status(page)).to_contain_text("at characters 6 to 12")
    why.press("End")
    why.press_sequentially(" and A9876DE", delay=5)
    keep.hover()
    page.mouse.down()
    expect(status(page)).to_contain_text("at characters 18 to 24")
    page.mouse.up()
    expect(status(page)).not_to_contain_text("at characters 6 to 12")
    expect(status(page)).to_contain_text("Not saved yet: this looks like a prison number")
    assert stored(texts) == f"Form {PRISON_NUMBER}"


def test_the_whole_way_goes_by_keyboard(texts: AppServer, page: Page, why: Locator) -> None:
    why.focus()
    page.keyboard.type(f"About {PRISON_NUMBER}")
    remove = page.get_by_role("button", name="Remove it")
    expect(remove).to_be_visible()
    page.keyboard.press("Tab")
    expect(remove).to_be_focused()
    page.keyboard.press("Enter")
    expect(why).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("him")
    expect_stored(page, texts, "About him")


# Every kind of text


@pytest.mark.parametrize(
    "text",
    [
        "Ŵyr neb ŷ",
        "اسم الدواء",
        "Well done \U0001f389 and a newer one \U0001fae8",
        "Cafe\u0301 in two code points",
        "<b>bold</b> & ![x](http://example.org/p.png)",
        "one\ntwo\n\n  three",
        "x" * 10_000,
    ],
    ids=["welsh", "arabic", "emoji", "combining", "markup", "lines", "long"],
)
def test_text_comes_back_as_it_was_pasted(
    texts: AppServer, page: Page, why: Locator, text: str
) -> None:
    why.focus()
    page.keyboard.insert_text(text)
    expect_stored(page, texts, tidy(text))
    page.reload()
    expect(page.get_by_label("Why this rating")).to_have_value(tidy(text))
    no_conflict(page)


def test_composed_characters_arrive_whole(texts: AppServer, page: Page, why: Locator) -> None:
    why.focus()
    composer = page.context.new_cdp_session(page)
    for part in ("に", "にほ", "にほん"):
        composer.send(
            "Input.imeSetComposition", {"text": part, "selectionStart": 3, "selectionEnd": 3}
        )
    composer.send("Input.insertText", {"text": "日本"})
    page.keyboard.type(" ok")
    expect(why).to_have_value("日本 ok")
    expect_stored(page, texts, "日本 ok")


def test_text_over_the_limit_is_kept_in_the_box_and_said(
    texts: AppServer, page: Page, why: Locator
) -> None:
    why.focus()
    page.keyboard.insert_text("y" * 12_001)
    expect(status(page)).to_contain_text("1 character over the limit")
    assert stored(texts) == ""
    page.keyboard.press("Backspace")
    expect_stored(page, texts, "y" * 12_000)


# The screen


def test_the_box_runs_under_the_content_policy_and_passes_axe(texts: AppServer, page: Page) -> None:
    refused: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    page.on("console", heard)
    box = opened(texts, page)
    box.fill("Words")
    expect_stored(page, texts, "Words")
    axe(page)
    assert refused == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_both_texts_and_the_guard_pass_axe_and_fit_a_phone(
    texts: AppServer, both: Page, dark: bool
) -> None:
    both.get_by_label("Whose it is").fill(f"HMP {PRISON_NUMBER}")
    expect(both.get_by_role("button", name="Remove it")).to_be_visible()
    for width in (1280, 320):
        shot(both, "texts", width, dark)
        axe(both)
        fits(both)
