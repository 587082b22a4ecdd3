"""Tables in Word: their row of heads is said again on every page, and rows stay whole."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement

from assessment.documents.characters import writable
from exports.report.paper.model import Cell, Pair, Rating, Status, Table, Tally
from exports.word.elements import Run, element, inside, paragraph
from exports.word.look import CELL, HAIR, INK, SMALL, WIDTH, rating_style, status_style


def _table_look(caption: str) -> Any:
    line = {"val": "single", "sz": "4", "space": "0", "color": HAIR}
    borders = inside("w:tblBorders", element("w:bottom", **line), element("w:insideH", **line))
    sides = inside("w:tblCellMar", element("w:left", w="0", type="dxa"),
                    element("w:right", w="110", type="dxa"))  # fmt: skip
    return inside(
        "w:tblPr",
        element("w:tblW", w=str(WIDTH), type="dxa"),
        borders,
        element("w:tblLayout", type="fixed"),
        sides,
        element("w:tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0",
                 lastColumn="0", noHBand="1", noVBand="1"),
        element("w:tblCaption", val=writable(caption)),
    )  # fmt: skip


def table_of(table: Table) -> Any:
    """The table; its columns share the width of the page."""
    whole = sum(column.share for column in table.columns)
    widths = [str(round(WIDTH * column.share / whole)) for column in table.columns]
    grid = inside("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    heads = [f"{column.symbol} {column.head}".strip() for column in table.columns]
    found = inside("w:tbl", _table_look(table.caption), grid, _head_row(heads, widths))
    for row in table.rows:
        found.append(_row([_runs(cell) for cell in row], widths))
    return found


def _head_row(heads: Sequence[str], widths: Sequence[str]) -> Any:
    """Said again at the top of each page, and known as heads to reader programs."""
    look = inside("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
    line = {"val": "single", "sz": "10", "space": "0", "color": INK}
    row = inside("w:tr", look)
    for head, width in zip(heads, widths, strict=True):
        cell = _cell([(head, "Strong")], width)
        cell[0].append(inside("w:tcBorders", element("w:bottom", **line)))
        row.append(cell)
    return row


def _row(cells: Sequence[list[Run]], widths: Sequence[str]) -> Any:
    """Kept whole on its page, unless it holds more than a page could."""
    row = OxmlElement("w:tr")
    if sum(len(text) for runs in cells for text, _ in runs) < 600:
        row.append(inside("w:trPr", element("w:cantSplit")))
    row.extend([_cell(runs, width) for runs, width in zip(cells, widths, strict=True)])
    return row


def _cell(runs: list[Run], width: str) -> Any:
    look = inside("w:tcPr", element("w:tcW", w=width, type="dxa"))
    return inside("w:tc", look, paragraph(CELL, runs))


def rating_runs(rating: Rating) -> list[Run]:
    """A rating as a box: its symbol and words in the style of its level."""
    words = f"{rating.symbol} {rating.words}".strip()
    return [(f"\u00a0{words}\u00a0", rating_style(rating.level, provisional=rating.provisional))]


def status_runs(status: Status) -> list[Run]:
    """A status: a coloured shape and a word in ink."""
    return [(f"{status.symbol} ", status_style(status.colour)), (status.words, "Strong")]


def _tally_runs(tally: Tally) -> list[Run]:
    hollow = f"{tally.hollow} provisional" if tally.hollow else ""
    solid = str(tally.solid) if tally.solid or not hollow else ""
    return [(", ".join(part for part in (solid, hollow) if part), "")]


def _pair_runs(pair: Pair) -> list[Run]:
    lesser = [(f"\n{line}", SMALL) for line in (pair.under, pair.link) if line]
    return [(pair.main, ""), *lesser]


def _runs(cell: Cell) -> list[Run]:
    match cell:
        case str():
            return [(cell, "")]
        case Rating():
            return rating_runs(cell)
        case Status():
            return status_runs(cell)
        case Tally():
            return _tally_runs(cell)
        case Pair():
            return _pair_runs(cell)
