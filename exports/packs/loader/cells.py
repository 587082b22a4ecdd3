"""Finds its way in the sheets of a pack that came back, whatever was moved in them."""

from collections.abc import Collection, Mapping, Sequence

from assessment.documents.characters import letters
from assessment.documents.reading import Cell, Row, Sheet
from exports.packs.loader.layout import Column
from exports.packs.model import RawRow


_HEAD_WITHIN = 10
Head = tuple[Row, dict[int, str]]


def lines_of(sheet: Sheet, lines: Mapping[str, str]) -> dict[str, str]:
    """What stands beside each label of a sheet of lines, by the name of the line."""
    fields = {letters(label): name for name, label in lines.items()}
    found: dict[str, str] = {}
    for row in sheet.rows:
        name = fields.get(letters(row.cells.get(1, "")))
        if name and 2 in row.cells:
            found[name] = str(row.cells[2]).strip()
    return found


def head_of(sheet: Sheet, columns: Sequence[Column], needed: Collection[str]) -> Head | None:
    """The row of headings and which column holds which field; None where the needed aren't there.

    The first of two columns of one heading counts.
    """
    fields = {letters(column.heading): column.field for column in columns}
    for row in sheet.rows[:_HEAD_WITHIN]:
        found: dict[str, int] = {}
        for at, heading in row.cells.items():
            name = fields.get(letters(heading))
            if name:
                found.setdefault(name, at)
        if all(name in found for name in needed):
            return row, {at: name for name, at in found.items()}
    return None


def rows_under(sheet: Sheet, head: Head) -> tuple[RawRow, ...]:
    """Every row under the headings that holds something, its cells by their fields."""
    top, fields = head
    return tuple(
        RawRow(
            number=row.number,
            cells=_named(row.cells, fields),
            places={name: sheet.place(row.number, at) for at, name in fields.items()},
        )
        for row in sheet.rows
        if row.number > top.number
    )


def _named(cells: Mapping[int, Cell], fields: Mapping[int, str]) -> dict[str, Cell]:
    return {fields[at]: value for at, value in cells.items() if at in fields}
