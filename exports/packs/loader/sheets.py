"""What the sheets of every pack have in common: paper, heights, bold words, lists in cells."""

from collections.abc import Iterable, Sequence

from assessment.documents.writing import Sheet, Workbook, cell_text
from exports.packs.model import PackRow
from exports.workbook.heights import fit


POINTS = 12.0
_A4 = 9
# Excel allows 255 characters in the list of a drop-down, and a comma parts them.
_LIST_LIMIT = 255

# Locked without a password: a slip is caught, and whoever must can still unlock it.
PROTECTED = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
}


def paper(sheet: Sheet, head: str, marking: str, *, landscape: bool) -> None:
    """A4, one page wide; the marking at the head and the foot of each."""
    native = sheet.native
    native.set_paper(_A4)
    if landscape:
        native.set_landscape()
    native.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.65)
    native.fit_to_pages(1, 0)
    native.hide_gridlines(2)
    head, marking = _plain(head), _plain(marking)
    native.set_header(f"&L&B {marking}&R {head}")
    native.set_footer(f"&L {marking}&CThroughcare&RPage &P of &N")


def height(
    sheet: Sheet, row: int, cells: Iterable[tuple[str, float]], *, points: float = POINTS
) -> None:
    """As high as the text needs. Letters are narrower than the digits that widths count, by as
    much as twelve points are wider than eleven."""
    fit(sheet, row, ((text, width * POINTS / 11) for text, width in cells), points=points)


def rich(
    book: Workbook,
    sheet: Sheet,
    row: int,
    column: int,
    parts: Sequence[tuple[str, str]],
    style: str,
) -> None:
    """Text with some of it bold; every part is cleaned as `put` would, and stays text."""
    pieces: list[object] = []
    for words, look in parts:
        pieces += [book.format(look), cell_text(words)]
    # Anything but 0 says that nothing was written; the plain text is there already.
    sheet.native.write_rich_string(row, column, *pieces, book.format(style))


def level_parts(row: PackRow) -> Iterable[tuple[str, str]]:
    """The cell of the levels as pieces of `rich`: each label in bold, then its words."""
    for place, (label, words) in enumerate(row.levels):
        yield ("\n" if place else "") + label, "bold"
        if words:
            yield f": {words}", "normal"


def in_a_list(words: Sequence[str]) -> bool:
    """Whether Excel can hold these words in a cell's own list."""
    fits = len(",".join(words)) <= _LIST_LIMIT
    return bool(words) and fits and not any("," in one or '"' in one for one in words)


def rule(
    sheet: Sheet, column: int, rows: tuple[int, int], words: str, checked: dict[str, object]
) -> None:
    """Check what is typed into a column's cells from the first row to the last; `words` is what
    Excel says of anything else."""
    first, last = rows
    said = {"error_title": "Not kept yet", "error_message": words} if words else {}
    sheet.native.data_validation(first, column, last, column, {**checked, **said})


def _plain(text: str) -> str:
    """Text with no code of Excel's in it, within what a header holds."""
    return " ".join(cell_text(text).split())[:90].replace("&", "&&")
