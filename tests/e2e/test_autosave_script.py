"""The box that saves by itself: the browser's side and the server's tidy, hash and cut alike."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from assessment.access.texts import tidy
from assessment.access.typed import text_hash
from tests.e2e.servers import ROOT


SCRIPT = (ROOT / "assessment" / "ui" / "autosave.js").read_text(encoding="utf-8")
PRISON_NUMBER = "A1234BC"
WHOLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
Script = Callable[[str, list[list[object]]], list[object]]
TEN = {"min_size": 10, "max_size": 10}  # asked at once, since asking takes longer than answering


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Script]:
    """Call a pure function of autosave.js in the browser, once with each of the given arguments.

    Texts travel as UTF-16 code units.
    """
    tab = browser.new_page()
    tab.evaluate(
        """async source => {
          const file = new Blob([source], { type: "text/javascript" });
          window.script = await import(URL.createObjectURL(file));
        }""",
        SCRIPT,
    )

    def call(name: str, calls: list[list[object]]) -> list[object]:
        found: list[object] = tab.evaluate(
            "([name, calls]) => calls.map(given => window.script[name](...given))", [name, calls]
        )
        return found

    yield call
    tab.close()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(given_=st.lists(st.text(max_size=60), **TEN))
@example(given_=[" \n", "\ufeff", "\r\x00\n", "a\u2028", " \u200b "])
def test_browser_and_server_hash_and_tidy_alike(script: Script, given_: list[str]) -> None:
    calls: list[list[object]] = [[text] for text in given_]
    assert script("hash", calls) == [text_hash(text) for text in given_]
    assert script("tidy", calls) == [tidy(text) for text in given_]


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(around=st.lists(st.tuples(WHOLE, WHOLE), **TEN))
def test_a_cut_takes_exactly_the_named_characters(
    script: Script, around: list[tuple[str, str]]
) -> None:
    calls: list[list[object]] = []
    for before, after in around:
        whole = before + PRISON_NUMBER + after
        calls.append([whole, whole, [[len(before), len(before) + len(PRISON_NUMBER)]]])
    assert script("cut", calls) == [before + after for before, after in around]


@pytest.mark.parametrize(
    ("kept", "mine", "told"),
    [
        ({}, "a", ""),  # a page opens
        ({"typedAt": 9_000}, "ab", None),  # on its way
        ({"typedAt": 9_000, "answer": {"kind": "saved"}}, "a", None),  # typing goes on
        ({"typedAt": 8_000, "answer": {"kind": "saved"}}, "a", "Saved 11:02:14"),
        (
            {"answer": {"kind": "identifier", "message": "Not saved yet: …"}},
            "ab",
            "Not saved yet: …",
        ),
        ({"waiting": 7_000}, "ab", "Not saved yet: the connection dropped."),
    ],
)
def test_a_screen_reader_is_told_of_trouble_and_once_of_what_is_saved(
    script: Script, kept: dict[str, object], mine: str, told: str | None
) -> None:
    box = {
        "base": "a",
        "accepted": None,
        "theirs": None,
        "answer": None,
        "waiting": 0,
        "typedAt": 0,
    }
    data = {"saved": "Saved 11:02:14", "saved_long": "Saved 11:02:14", "limit": 100}
    (words,) = script("toldWords", [[{**box, **kept}, data, mine, 10_000]])
    assert words == told if not told else str(words).startswith(told)
