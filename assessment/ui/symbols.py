"""Ratings, statuses and small parts as HTML: for screens and for the HTML report alike.

Knows no Streamlit. Everything a caller passes is escaped unless it is Markup. A symbol is drawn
for the eye and hidden from screen readers, which get its word instead (look.md, section 2).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from assessment.ui.markup import fill, joined


BLOCKS = ("□□□", "■□□", "■■□", "■■■")
Colour = Literal["blue", "green", "amber", "red", "grey"]
LOOK_CSS = Path(__file__).with_name("look.css")


class CellState(StrEnum):
    """How a statement stands. Out of scope is never the same as not yet rated."""

    RATED = "rated"
    NONE = "none"
    NOT_APPLICABLE = "na"
    LATER = "later"
    OUT = "out"


# What is drawn, what is said, and whether the drawing is a word (set narrower than blocks).
UNRATED = {
    CellState.NONE: ("–", "Not yet rated"),
    CellState.NOT_APPLICABLE: ("n/a", "Not applicable here"),
    CellState.LATER: ("later", "To come back to"),
    CellState.OUT: ("out", "Not part of this assessment"),
}
_WORDS = {CellState.NOT_APPLICABLE, CellState.LATER, CellState.OUT}


@dataclass(frozen=True)
class Cell:
    """One statement in a strip: its id, and its rating with the label the bank gives it.

    A rating stands if and only if the state is `RATED`. Where there is a `link` to it, its `title`
    says what is there.
    """

    id: str
    state: CellState = CellState.NONE
    rating: int | None = None
    label: str = ""
    provisional: bool = False
    link: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        if (self.state is CellState.RATED) != (self.rating is not None):
            raise ValueError("a cell has a rating if and only if its state is rated")


def look_css() -> str:
    """The style sheet of these parts, for a page that stands alone."""
    return LOOK_CSS.read_text(encoding="utf-8")


def blocks(rating: int) -> str:
    """The rating as counted blocks; for plain text, where its word stands beside it."""
    return BLOCKS[rating]


def rating_words(label: str, provisional: bool = False) -> str:
    """What a rating is called: "Fully met" or "Fully met, provisional"."""
    return f"{label}, provisional" if provisional else label


def level(rating: int, label: str, provisional: bool = False) -> Markup:
    """A rating: a filled box, hollow where it is provisional."""
    look = "prov" if provisional else f"r{rating}"
    return _box(look, BLOCKS[rating], rating_words(label, provisional))


def not_rated() -> Markup:
    """No rating has been agreed yet; not the same as nought."""
    return _box("none", *UNRATED[CellState.NONE])


def not_applicable() -> Markup:
    """The statement does not apply here, for a recorded reason."""
    return _worded(CellState.NOT_APPLICABLE)


def later() -> Markup:
    """The room chose to come back to it."""
    return _worded(CellState.LATER)


def out_of_scope() -> Markup:
    """The statement was not chosen for this assessment."""
    return _worded(CellState.OUT)


def standing(cell: Cell) -> Markup:
    """The box of whatever state a statement is in."""
    if cell.rating is not None:
        return level(cell.rating, cell.label, cell.provisional)
    return not_rated() if cell.state is CellState.NONE else _worded(cell.state)


def status(colour: Colour, symbol: str, word: str) -> Markup:
    """How an action goes: a coloured shape and a word in ink, never a box."""
    return fill('<span class="st {}"><i aria-hidden="true">{}</i>{}</span>', colour, symbol, word)


def strip(cells: Iterable[Cell], now: str = "", name: str = "") -> Markup:
    """A domain at a glance, a cell for each statement; `now` is the id one is looking at."""
    items = joined(_cell(cell, cell.id == now) for cell in cells)
    label = fill(' aria-label="{}"', name) if name else ""
    return fill('<ol class="strip"{}>{}</ol>', label, items)


def domain_row(name: str, note: str, row: Markup) -> Markup:
    """A domain's name and a note ("7 of 12 agreed") beside its strip."""
    words = fill('<p><strong>{}</strong><br><span class="muted">{}</span></p>', name, note)
    return fill('<div class="domain">{}{}</div>', words, row)


def key(labels: Sequence[str], cells: Iterable[Cell] = ()) -> Markup:
    """What the blocks mean, and whatever else the given cells show; once on a page with strips."""
    shown = tuple(cells)
    states = {cell.state for cell in shown}
    rows = [("", *pair) for pair in zip(BLOCKS, labels, strict=True)]
    rows += [("word", *UNRATED[state]) for state in UNRATED if state in states]
    items = joined(fill('<li class="{}"><i aria-hidden="true">{}</i>{}</li>', *row) for row in rows)
    hollow = not shown or any(cell.provisional for cell in shown)
    last = Markup("<li>Hollow: provisional</li>") if hollow else ""
    return fill('<ul class="key">{}{}</ul>', items, last)


def facts(pairs: Mapping[str, object] | Iterable[tuple[str, object]]) -> Markup:
    """Small labels above their values, in the order given."""
    rows = pairs.items() if isinstance(pairs, Mapping) else pairs
    items = joined(fill("<div><dt>{}</dt><dd>{}</dd></div>", *row) for row in rows)
    return fill('<dl class="facts">{}</dl>', items)


def steps(names: Iterable[str], current: str) -> Markup:
    """Stages in a row; the current one is marked for eye and ear."""
    items = joined(
        fill("<li{}>{}</li>", Markup(' aria-current="step"') if name == current else "", name)
        for name in names
    )
    return fill('<ol class="steps">{}</ol>', items)


def saved(words: str, *, told: bool = False) -> Markup:
    """The quiet note under a field: ✓ Saved 11:02:14, or on an earlier day its date.

    `told` has a screen reader read it as it comes: after a choice, and not as a page opens.
    """
    role = Markup(' role="status"') if told else ""
    note = '<p class="muted"{}><i aria-hidden="true">✓</i>Saved {}</p>'
    return fill(note, role, words)


def _box(look: str, symbol: str, words: str) -> Markup:
    return fill('<span class="lv {}"><i aria-hidden="true">{}</i>{}</span>', look, symbol, words)


def _worded(state: CellState) -> Markup:
    return fill('<span class="lv {}">{}</span>', state.value, UNRATED[state][1])


def _cell(cell: Cell, here: bool) -> Markup:
    look, symbol, words = _drawn(cell)
    said = fill(
        '{}<br><b aria-hidden="true">{}</b><span class="vh">{}</span>', cell.id, symbol, words
    )
    if cell.link:
        said = fill('<a data-page href="{}" title="{}">{}</a>', cell.link, cell.title, said)
    return fill(
        '<li class="{}"{}>{}</li>',
        f"{look} now" if here else look,
        Markup(' aria-current="true"') if here else "",
        said,
    )


def _drawn(cell: Cell) -> tuple[str, str, str]:
    """Class, symbol and words of a cell."""
    if cell.rating is not None:
        look = "prov" if cell.provisional else f"r{cell.rating}"
        return look, BLOCKS[cell.rating], rating_words(cell.label, cell.provisional)
    symbol, words = UNRATED[cell.state]
    return f"{cell.state.value} word" if cell.state in _WORDS else cell.state.value, symbol, words
