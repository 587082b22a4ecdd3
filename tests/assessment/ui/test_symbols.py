"""Ratings and statuses say their word, never run what they are given, and never mix up states."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.ui import symbols, tables
from assessment.ui.markup import fill, text
from assessment.ui.symbols import Cell, CellState


LABELS = ("Not met", "Partly met", "Mostly met", "Fully met")


class Reader(HTMLParser):
    """What a screen reader gets: text outside of aria-hidden, and every tag that is there."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.tags: set[str] = set()
        self.hidden: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "br":
            self.hidden.append(("aria-hidden", "true") in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.hidden.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.hidden):
            self.heard.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def heard(html: str) -> str:
    return " ".join(read(html).heard)


@pytest.mark.parametrize("rating", range(4))
def test_a_rating_is_read_out_as_its_word_and_not_as_squares(rating: int) -> None:
    assert heard(symbols.level(rating, LABELS[rating])) == LABELS[rating]


def test_provisional_is_said_as_well_as_drawn() -> None:
    assert heard(symbols.level(3, "Fully met", provisional=True)) == "Fully met, provisional"


def test_every_state_without_a_rating_has_words_of_its_own() -> None:
    states = [state for state in CellState if state is not CellState.RATED]
    words = {heard(symbols.standing(Cell("P01", state))) for state in states}
    assert len(words) == len(states)


def test_out_of_scope_is_never_shown_as_unrated() -> None:
    row = heard(symbols.strip([Cell("P01", CellState.OUT)]))
    assert "Not part of this assessment" in row
    assert "rated" not in row


def test_a_cell_cannot_have_a_rating_and_be_unrated() -> None:
    with pytest.raises(ValueError, match="if and only if"):
        Cell("P01", CellState.NONE, rating=0)


def test_the_key_explains_just_what_is_shown() -> None:
    cells = [Cell("P01", CellState.RATED, 1, "Partly met"), Cell("P02", CellState.OUT)]
    words = heard(symbols.key(LABELS, cells))
    assert "Not part of this assessment" in words
    assert "Not applicable here" not in words
    assert "provisional" not in words


def test_the_current_statement_is_marked_for_the_ear_too() -> None:
    cells = [Cell("P01"), Cell("P02")]
    assert re.findall(r'aria-current="true">(P\d\d)', symbols.strip(cells, now="P02")) == ["P02"]


@given(st.text(max_size=30))
def test_no_text_of_a_user_becomes_markup(words: str) -> None:
    hostile = f"<script>{words}</script><img src=x onerror=1>"
    parts = [
        symbols.level(2, hostile),
        symbols.status("red", "◆", hostile),
        symbols.strip([Cell(hostile, CellState.RATED, 3, hostile)], name=hostile),
        symbols.domain_row(hostile, hostile, symbols.not_rated()),
        symbols.key([hostile] * 4),
        symbols.facts({hostile: hostile}),
        symbols.steps([hostile], hostile),
        tables.table([hostile], [[hostile, hostile]], caption=hostile, name=hostile),
        tables.counts_table(
            LABELS, [tables.LevelCounts(hostile, hostile, (1, 0, 0, 2), 1)], hostile
        ),
        fill("<p>{}</p>", text(hostile)),
    ]
    assert not {"script", "img"} & read("".join(parts)).tags


def test_line_breaks_of_a_text_are_kept() -> None:
    assert text("one\r\ntwo\n<b>") == "one<br>two<br>&lt;b&gt;"


def test_counts_tell_provisional_from_firm() -> None:
    row = tables.LevelCounts("Data", "3 of 3 rated", (0, 0, 0, 3), provisional=1)
    assert heard(tables.counts_table(LABELS, [row], "Domain")).endswith("0 0 0 2 1  provisional")


@given(st.floats(-500, 500), st.floats(-500, 500))
def test_a_bar_never_leaves_its_row(start: float, end: float) -> None:
    drawn = tables.timeline("Action", "2026", [tables.Bar(text("1"), "green", start, end)], 50)
    found = re.search(r"margin-left:([\d.]+)%;width:([\d.]+)%", drawn)
    assert found
    left, width = map(float, found.groups())
    assert 0 <= left <= 99
    assert width >= 1
    assert left + width <= 100.1
