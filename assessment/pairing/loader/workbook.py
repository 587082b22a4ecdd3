"""Writes the table of a region as a workbook, and reads it back."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from assessment.documents.reading import Row, Sheet, SheetLimit, read_sheets
from assessment.documents.refusal import UnusableFile
from assessment.documents.writing import About, Workbook
from assessment.pairing.model import MOST_AREAS, Area, same
from assessment.privacy.guard import find_identifiers


SHEET = "Who reviews whom"
HEADS = (
    "Area", "Neighbours", "Treatment providers", "Prisons", "Reviewed last time by",
    "Reviewer this time", "What stands against it",
)  # fmt: skip
_WIDTHS = (28, 30, 34, 34, 26, 26, 60)
_LONGEST = 2_000  # characters in a cell
_COLUMNS = 20
_LAST = MOST_AREAS + 1
TYPED = 5  # of these are typed in; who reviews is chosen below, and what stands against it is said
HOW = "Several in one cell stand one a line, or with a semicolon between them."


def written(rows: Sequence[tuple[Area, Sequence[str]]], made_at: datetime) -> bytes:
    """Each area with what stands against its pair; without areas, a table to fill in."""
    book = Workbook(About(title=SHEET, made_at=made_at))
    sheet = book.sheet(SHEET)
    for column, width in enumerate(_WIDTHS):
        sheet.native.set_column(column, column, width)
    sheet.row(0, HEADS, "head")
    for number, (area, against) in enumerate(rows, 1):
        sheet.row(number, _cells(area, against), "wrap")
    # The list of areas is the sheet's own first column, so that rows may be added.
    rule = {"validate": "list", "source": f"=$A$2:$A${_LAST}", "error_type": "warning"}
    sheet.native.data_validation(1, 5, _LAST - 1, 5, rule)
    sheet.native.freeze_panes(1, 1)
    sheet.native.repeat_rows(0)
    sheet.native.set_landscape()
    sheet.native.fit_to_pages(1, 0)
    sheet.put(max(len(rows), 8) + 3, 0, HOW, "muted")
    return book.finished()


def _cells(area: Area, against: Sequence[str]) -> tuple[str, ...]:
    several = ("\n".join(names) for names in (area.neighbours, area.providers, area.prisons))
    return (area.name, *several, area.reviewed_by, area.reviewer, "\n".join(against))


def read(data: bytes, file_name: str) -> tuple[Area, ...]:
    """The areas of a workbook, in its order.

    Raises:
        UnusableFile: no workbook of plain values, without this sheet or its first column, an area
            that stands in it twice, or more than a region has.
    """
    limit = SheetLimit(_LAST + 20, _COLUMNS)
    sheet = read_sheets(data, file_name, {SHEET: limit}).get(SHEET)
    if sheet is None or not sheet.rows:
        raise UnusableFile(f"{file_name} has no sheet “{SHEET}” with a table in it.")
    heads = _heads(sheet.rows[0])
    if HEADS[0] not in heads:
        raise UnusableFile(f"The first row of “{SHEET}” has no column “{HEADS[0]}”.")
    rows = (
        {head: _said(sheet, row, column) for head, column in heads.items()}
        for row in sheet.rows[1:]
    )
    found = tuple(_area(said) for said in rows if said[HEADS[0]] and not same(said[HEADS[0]], HOW))
    _check(found, file_name)
    return found


def typed(rows: Iterable[Mapping[str, object]]) -> tuple[Area, ...]:
    """The areas of rows that somebody typed: by the heads of the sheet. Raises as `read`."""
    said = ({head: _plain(row.get(head)) for head in HEADS} for row in rows)
    found = tuple(_area(one) for one in said if one[HEADS[0]])
    _check(found, "The table")
    return found


def to_type_in(areas: Iterable[Area]) -> list[dict[str, str]]:
    """Rows as they can be typed in: what an area has, without who reviews it this time."""
    heads = HEADS[:TYPED]
    rows = [
        (one.name, *map("; ".join, (one.neighbours, one.providers, one.prisons)), one.reviewed_by)
        for one in areas
    ]
    return [dict(zip(heads, row, strict=True)) for row in rows or [("",) * TYPED]]


def _heads(row: Row) -> dict[str, int]:
    """Columns by their heads, wherever somebody moved them."""
    given = {column: str(value) for column, value in row.cells.items()}
    return {head: column for head in HEADS for column, text in given.items() if same(head, text)}


def _area(said: Mapping[str, str]) -> Area:
    return Area(
        name=said[HEADS[0]],
        neighbours=_several(said.get(HEADS[1], "")),
        providers=_several(said.get(HEADS[2], "")),
        prisons=_several(said.get(HEADS[3], "")),
        reviewed_by=said.get(HEADS[4], ""),
        reviewer=said.get(HEADS[5], ""),
    )


def _plain(value: object) -> str:
    text = "" if value is None else str(value).strip()
    if len(text) > _LONGEST:
        raise UnusableFile("A cell of the table holds too much text.")
    return text


def _said(sheet: Sheet, row: Row, column: int) -> str:
    text = str(row.cells.get(column, "")).strip()
    if len(text) > _LONGEST:
        raise UnusableFile(f"{sheet.place(row.number, column)} holds too much text.")
    return text


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in re.split(r"[;\n]", text))))


def _check(areas: Sequence[Area], file_name: str) -> None:
    if not areas:
        raise UnusableFile(f"{file_name} names no area yet. Fill in the first column.")
    if len(areas) > MOST_AREAS:
        raise UnusableFile(f"{file_name} names more than {MOST_AREAS} areas.")
    for one in areas:
        _check_guard(one)
    for at, one in enumerate(areas):
        if any(same(one.name, other.name) for other in areas[:at]):
            raise UnusableFile(f"{one.name} stands in the table twice.")


def _check_guard(area: Area) -> None:
    """The table goes from area to area, so it holds nothing that may identify a person."""
    several = (*area.neighbours, *area.providers, *area.prisons)
    found = find_identifiers("\n".join((area.name, *several, area.reviewed_by, area.reviewer)))
    if found:
        raise UnusableFile(
            f"{area.name[:40]}: the row holds what looks like {found[0].kind.words}. Take it out: "
            "the table names areas, providers and prisons, and no person."
        )
