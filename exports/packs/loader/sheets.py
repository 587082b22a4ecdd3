"""What the sheets of every pack have in common: what is asked of a reader, paper, bold words,
heights, lists in cells."""

from collections.abc import Iterable, Mapping, Sequence

from assessment.documents.writing import Sheet, Workbook, cell_text
from exports.packs.loader.styles import STYLES
from exports.packs.model import PackRow
from exports.workbook.heights import fit


POINTS = 12.0
PAGE_ACROSS = 78.0  # also in a wider typeface
ENABLE_EDITING = (
    "If a yellow bar stands at the top, click Enable Editing: the lists work only then."
)
SAVE_AS_IT_IS = (
    "Save it as it is, an Excel Workbook (.xlsx), without a password or an encrypting label if "
    "your rules allow that."
)
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


def words_down(
    book: Workbook,
    sheet: Sheet,
    lines: Sequence[tuple[str, str]],
    bold_to: Mapping[str, str],
) -> None:
    """The first sheet: lines with their styles, one under the other; it is the one that opens.

    A line that `bold_to` names is bold up to the sign given for it, and plain after it.
    """
    sheet.native.set_column(0, 0, PAGE_ACROSS)
    for row, (line, style) in enumerate(lines):
        sheet.put(row, 0, line, style)
        size = float(STYLES[style]["font_size"])
        height(sheet, row, ((line, PAGE_ACROSS),), points=size)
        if line in bold_to:
            first, stop, rest = line.partition(bold_to[line])
            rich(book, sheet, row, 0, [(first + stop, "bold"), (rest, "normal")], style)
    sheet.native.protect("", PROTECTED)
    sheet.native.activate()


def about_pack(sheet: Sheet, lines: Sequence[tuple[str, str]], leave: str) -> None:
    """The last sheet: each label with its text, and the words that say to leave them alone."""
    widths = (34.0, 58.0)
    for place, width in enumerate(widths):
        sheet.native.set_column(place, place, width)
    sheet.put(0, 0, "About this pack", "section")
    for number, (label, text) in enumerate(lines, 2):
        sheet.row(number, [label, text], ["label", "plain"])
        height(sheet, number, ((label, widths[0]), (text, widths[1])))
    number = 3 + len(lines)
    sheet.put(number, 1, leave, "muted")
    height(sheet, number, ((leave, widths[1]),))
    sheet.native.protect("", PROTECTED)


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
