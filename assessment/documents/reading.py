"""Opens a workbook that somebody chose, and gives the cells of the sheets that are wanted.

    sheets = read_sheets(data, "own statements.xlsx", {"Statements": SheetLimit(400, 30)})
    for row in sheets["Statements"].rows:      # rows with something in them, in order
        row.number, row.cells                  # Excel's row number; {column number: value}
        sheets["Statements"].place(row.number, 4)   # "Statements, cell D7"

Whatever is not a plain workbook of values is refused with `UnusableFile`; nothing in the file is
ever run, followed or fetched, and the work done for a hostile file is bounded beforehand.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from assessment.documents.refusal import UnusableFile
from assessment.documents.safety import check_workbook_bytes


Cell = str | int | float | bool | date

_SHOWN_PROBLEMS = 20


@dataclass(frozen=True)
class SheetLimit:
    """How far a sheet may reach; something beyond it is refused, never left out in silence.

    With `marked`, cells that cannot be taken do not refuse the file: each row names its own, for
    a reader who takes some columns only.
    """

    rows: int
    columns: int
    marked: bool = False


@dataclass(frozen=True)
class Row:
    """One row that holds something; `cells` has no empty ones. Columns count from 1.

    `unread` are the cells that cannot be taken, with why; only where the sheet's are `marked`.
    """

    number: int
    cells: Mapping[int, Cell]
    unread: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """One sheet as its author named it, with the rows that hold something."""

    name: str
    rows: tuple[Row, ...]

    def place(self, row: int, column: int) -> str:
        """Where a cell is, as one would say it."""
        return _place(self.name, row, column)


def read_sheets(data: bytes, file_name: str, wanted: Mapping[str, SheetLimit]) -> dict[str, Sheet]:
    """The wanted sheets that the workbook has, by their wanted names; letter case is ignored.

    Raises UnusableFile for anything but a readable workbook of plain values, with every formula,
    error value and far-off cell named by sheet and cell.
    """
    check_workbook_bytes(data, file_name)
    problems: list[str] = []
    # openpyxl and the parsers under it answer a damaged or hostile file with almost any kind of
    # error. This is the one place where that is known to be the file's fault and not a bug.
    try:
        sheets = _sheets(data, wanted, problems)
    except Exception as error:
        raise UnusableFile(
            f"{file_name} cannot be read: it is damaged, or not made as Excel makes it. "
            "Open it in Excel, save it as an Excel Workbook (.xlsx) and choose that file. "
            "Nothing was changed."
        ) from error
    if problems:
        raise UnusableFile(_REFUSED_CELLS.format(file_name), _first(problems))
    return sheets


_REFUSED_CELLS = (
    "{} was not loaded: some cells cannot be taken as they are. Put them right, save the file and "
    "choose it again. Nothing was changed."
)


def _sheets(data: bytes, wanted: Mapping[str, SheetLimit], problems: list[str]) -> dict[str, Sheet]:
    import openpyxl  # here, as below: a sixth of a start, which only a file needs

    names = {_key(name): name for name in wanted}
    with warnings.catch_warnings():
        # openpyxl warns of drop-downs and colours it does not keep; values are all we take.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        try:
            return {
                names[_key(native.title)]: Sheet(
                    native.title,
                    tuple(_rows(native, wanted[names[_key(native.title)]], problems)),
                )
                for native in book.worksheets
                if _key(native.title) in names
            }
        finally:
            book.close()


def _rows(native: Any, limit: SheetLimit, problems: list[str]) -> Iterator[Row]:
    """The rows as they stand in the file.

    The parser is taken directly, since `iter_rows` fills in every empty row and column up to the
    last one (a single cell at XFD1048576 makes 17 thousand million) or cuts silently at a limit.
    `native` is a ReadOnlyWorksheet, whose stubs leave out what `iter_rows` itself uses.
    """
    from openpyxl.worksheet._reader import WorkSheetParser

    with native._get_source() as source:
        parser = WorkSheetParser(
            source,
            native._shared_strings,
            epoch=native.parent.epoch,
            date_formats=native.parent._date_formats,
            timedelta_formats=native.parent._timedelta_formats,
        )
        for number, found in parser.parse():
            row = _row(number, found)
            far = [at for at in row.cells if number > limit.rows or at > limit.columns]
            if far:
                problems.append(_far(native.title, _place(native.title, number, far[0]), limit))
                return
            if not limit.marked:
                problems.extend(
                    f"{_place(native.title, number, at)}: {words}"
                    for at, words in row.unread.items()
                )
            if row.cells or row.unread:
                yield row


def _row(number: int, found: list[dict[str, Any]]) -> Row:
    cells: dict[int, Cell] = {}
    unread: dict[int, str] = {}
    for cell in found:
        words = _why_not(cell["value"], cell["data_type"])
        value = None if words else _plain(cell["value"])
        if words:
            unread[cell["column"]] = words
        elif value is not None:
            cells[cell["column"]] = value
    return Row(number, cells, unread)


def _far(sheet: str, place: str, limit: SheetLimit) -> str:
    return (
        f"{place}: there is something here, beyond the {limit.rows} rows and {limit.columns} "
        f"columns that are read. Delete the rows and columns after the table in {sheet}."
    )


def _why_not(value: object, data_type: str) -> str:
    """Why a cell cannot be taken; empty where it can."""
    if data_type == "f":
        return "holds a formula. Copy the cell and paste it back as a value."
    if data_type == "e":
        return f"holds the error {value}. Type the value itself."
    return ""


def _plain(value: object) -> Cell | None:
    if isinstance(value, str):
        # Excel writes a carriage return inside a cell as _x000D_; openpyxl leaves it so.
        text = value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip() else None
    if isinstance(value, datetime):
        return value.date() if value.time() == time.min else value.isoformat(" ")
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return str(value)


def _place(sheet: str, row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{sheet}, cell {get_column_letter(column)}{row}"


def _key(name: str) -> str:
    return "".join(name.split()).casefold()


def _first(problems: list[str]) -> list[str]:
    more = len(problems) - _SHOWN_PROBLEMS
    shown = problems[:_SHOWN_PROBLEMS]
    return [*shown, f"and {more} more cells like these"] if more > 0 else shown
