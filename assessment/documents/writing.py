"""Writes workbooks in which text stays text.

    book = Workbook(About(title="Action plan", made_at=desk.now()), styles={"level2": {...}})
    sheet = book.sheet("Actions")                  # a clean, unused name is made from any text
    sheet.put(0, 0, "=1+1 as typed", "head")       # str, int, float, bool, date, datetime, None
    sheet.row(1, ["A", 2, date(2026, 11, 22)], "wrap")   # a style, or one for each cell
    sheet.link(2, 0, "https://www.gov.uk/", "GOV.UK")
    sheet.native.freeze_panes(1, 0)                # XlsxWriter's own sheet for layout
    book.native.define_name(...)                   # XlsxWriter's own workbook
    data = book.finished()

Styles are names: the ones in `STYLES`, and those given, which may replace them. Never call
`native.write(...)` with anybody's text: `put` cleans it, and `cell_text` cleans it for headers
of tables, notes and lists. `file_name` (from `documents.names`) makes the name to save under.
"""

import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessment.documents.characters import writable
from assessment.documents.names import file_name as file_name


Value = str | int | float | bool | date | datetime | None

CELL_LIMIT = 32_767
CUT_NOTE = " [cut here: Excel holds 32,767 characters in a cell]"
DATE_FORMAT = "d mmmm yyyy"
SHEET_NAME_LIMIT = 31

STYLES: Mapping[str, Mapping[str, Any]] = {
    "text": {"valign": "top"},
    "wrap": {"valign": "top", "text_wrap": True},
    "title": {"bold": True, "font_size": 16},
    "head": {"bold": True, "valign": "top", "text_wrap": True, "bottom": 2},
    "muted": {"font_color": "#4A525A", "valign": "top", "text_wrap": True},
    "link": {"font_color": "#005860", "underline": 1, "valign": "top", "text_wrap": True},
    "input": {"valign": "top", "text_wrap": True, "locked": False},
}

_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WEB_ADDRESS = re.compile(r"(?i)https?://[^\s\"<>]+")
_LINK_LIMIT = 2_000
# Excel keeps 15 digits of a number; a longer one is written as text so that none is lost.
_EXACT_NUMBER = 10**15
_FIRST_YEAR = 1900


@dataclass(frozen=True)
class About:
    """What the file says of itself under File, Info. `made_at` is an aware instant."""

    title: str
    made_at: datetime
    subject: str = ""
    marking: str = ""
    comments: str = ""


class Sheet:
    """One sheet; `native` is XlsxWriter's, for widths, panes, printing and drop-downs."""

    def __init__(self, book: "Workbook", native: Worksheet) -> None:
        self._book = book
        self.native = native
        self.name: str = native.get_name()

    def put(self, row: int, column: int, value: Value, style: str = "text") -> None:
        """Writes one value with its own type; text never becomes a formula, number or link.

        Excel knows no time zones: give a `datetime` in the zone it should show.
        """
        value = _excel_date(value) if isinstance(value, date) else value
        look = self._book.format(style, dated=isinstance(value, date))
        if value is None or value == "":
            self.native.write_blank(row, column, None, look)
        elif isinstance(value, bool):
            self.native.write_boolean(row, column, value, look)
        elif isinstance(value, date):
            self.native.write_datetime(row, column, value, look)
        elif isinstance(value, str) or not _fits_a_number_cell(value):
            self.native.write_string(row, column, cell_text(str(value)), look)
        else:
            self.native.write_number(row, column, value, look)

    def row(
        self,
        row: int,
        values: Sequence[Value],
        style: str | Sequence[str] = "text",
        first: int = 0,
    ) -> None:
        """Writes `values` side by side from column `first`, in one style or one for each."""
        styles = [style] * len(values) if isinstance(style, str) else style
        for offset, (value, name) in enumerate(zip(values, styles, strict=True)):
            self.put(row, first + offset, value, name)

    def link(self, row: int, column: int, address: str, text: str, style: str = "link") -> None:
        """A link that opens in a browser; an address that is not plain web stays text."""
        if _WEB_ADDRESS.fullmatch(address) and len(address) <= _LINK_LIMIT:
            look = self._book.format(style)
            # A result other than 0 means that Excel's limit on links is reached.
            if self.native.write_url(row, column, address, look, cell_text(text)) == 0:
                return
        self.put(row, column, text if text == address else f"{text} ({address})", "wrap")


class Workbook:
    """A workbook in memory. `finished()` gives its bytes and closes it."""

    def __init__(self, about: About, styles: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self._data = io.BytesIO()
        self._styles = {**STYLES, **(styles or {})}
        self._formats: dict[tuple[str, bool], Format] = {}
        self._names: set[str] = set()
        self.native = xlsxwriter.Workbook(self._data, _OPTIONS)
        self.native.set_properties(_properties(about))
        if about.marking:
            self.native.set_custom_property("Handling marking", cell_text(about.marking)[:255])

    def sheet(self, name: str) -> Sheet:
        """Adds a sheet; `name` is cleaned, cut at 31 characters and numbered when taken."""
        clean = sheet_name(name, taken=self._names)
        self._names.add(clean.casefold())
        return Sheet(self, self.native.add_worksheet(clean))

    def format(self, style: str, *, dated: bool = False) -> Format:
        """The XlsxWriter format of a named style, made once. Raises KeyError for no such name."""
        if (style, dated) not in self._formats:
            look = dict(self._styles[style])
            if dated:
                look.setdefault("num_format", DATE_FORMAT)
                look.setdefault("align", "left")
            self._formats[style, dated] = self.native.add_format(look)
        return self._formats[style, dated]

    def finished(self) -> bytes:
        """Closes the workbook and gives it as bytes."""
        self.native.close()
        return self._data.getvalue()


def cell_text(text: str) -> str:
    """`text` as a cell can hold it: nothing unwritable, one kind of line break, at most 32,767
    characters as Excel counts them, with a note where it was cut."""
    clean = writable(text)
    if _excel_length(clean) <= CELL_LIMIT:
        return clean
    return _first_units(clean, CELL_LIMIT - len(CUT_NOTE)) + CUT_NOTE


def sheet_name(text: str, taken: set[str] | frozenset[str] = frozenset()) -> str:
    """A name Excel accepts, not among `taken` (compared without case)."""
    clean = " ".join(_NOT_IN_SHEET_NAMES.sub(" ", cell_text(text)).split()).strip("'") or "Sheet"
    # Excel keeps "History" for itself.
    base = "History sheet" if clean.casefold() == "history" else clean
    candidate, number = _fitted(base, ""), 1
    while candidate.casefold() in taken:
        number += 1
        candidate = _fitted(base, f" {number}")
    return candidate


def _fitted(base: str, ending: str) -> str:
    return _first_units(base, SHEET_NAME_LIMIT - len(ending)).rstrip(" '") + ending


def _excel_length(text: str) -> int:
    """Excel counts UTF-16 units: a character outside the basic plane is two."""
    return len(text.encode("utf-16-le")) // 2


def _first_units(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")


def _fits_a_number_cell(value: int | float) -> bool:
    return math.isfinite(value) and (isinstance(value, float) or abs(value) < _EXACT_NUMBER)


def _excel_date(value: date) -> date | str:
    """Excel has no days before 1900, and counts the first two months of that year wrongly."""
    if value.year <= _FIRST_YEAR:
        return value.isoformat()
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def _properties(about: About) -> dict[str, Any]:
    texts = {
        "title": about.title,
        "subject": about.subject,
        "category": about.marking,
        "comments": about.comments,
    }
    made = about.made_at.astimezone(UTC).replace(tzinfo=None)
    return {name: cell_text(text)[:255] for name, text in texts.items()} | {"created": made}


_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "default_date_format": DATE_FORMAT,
}
