"""Row heights. Excel would fit them by itself when it opens; mail previews and others do not."""

from collections.abc import Iterable
from datetime import date
from math import ceil

from assessment.documents.writing import Sheet, Value


_LINE = 15.0
_TALLEST = 409.0
# Width is counted in digits, which are wider than most letters: that pays for ragged ends.
_SLACK = 1.02


def fit(
    sheet: Sheet, row: int, cells: Iterable[tuple[Value, float]], *, points: float = 11
) -> None:
    """Sets a row as high as its tallest cell needs; each cell comes with its column's width."""
    lines = max((_lines(value, width * 11 / points) for value, width in cells), default=1)
    height = min(_TALLEST, lines * _LINE * points / 11 + 3)
    sheet.native.set_row(row, height)


def _lines(value: Value, width: float) -> int:
    if not isinstance(value, str):
        return 1 if not isinstance(value, date) or width >= 17 else 2
    # More lines than the tallest row holds need not be counted.
    parts = value[:20_000].split("\n")
    return sum(max(1, ceil(len(part) * _SLACK / width)) for part in parts)
