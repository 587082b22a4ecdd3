"""The committed fonts, and which characters they have.

The answer is read from the font files themselves (their `cmap` tables), so it cannot differ from
what Typst finds in them, and needs no font library.
"""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path


# In a clone and in an installed wheel alike, `static` lies beside the packages.
FOLDER = Path(__file__).resolve().parents[2] / "static"
FILES = ("SourceSans3.ttf", "NotoSansArabic.ttf")
# By these names a template asks for them, in this order.
FAMILIES = ("Source Sans 3", "Noto Sans Arabic")


@cache
def characters(file_name: str) -> frozenset[int]:
    """The code points for which a font of FOLDER has a glyph."""
    data = (FOLDER / file_name).read_bytes()
    start = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, start + 2)
    offsets = {
        struct.unpack_from(">L", data, start + 4 + 8 * index + 4)[0] for index in range(count)
    }
    found: set[int] = set()
    for offset in offsets:
        found.update(_mapped(data, start + offset))
    return frozenset(found)


def _table(data: bytes, tag: bytes) -> int:
    """Where a table begins (OpenType: the table directory)."""
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag!r}")


def _mapped(data: bytes, start: int) -> Iterator[int]:
    """Code points of one subtable; other formats than 4 and 12 repeat or refine those two."""
    (form,) = struct.unpack_from(">H", data, start)
    if form == 4:
        yield from _format_4(data, start)
    elif form == 12:
        yield from _format_12(data, start)


def _format_12(data: bytes, start: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">L", data, start + 12)
    for index in range(groups):
        first, last, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * index)
        yield from range(first + (glyph == 0), last + 1)


def _format_4(data: bytes, start: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", data, start + 6)
    size = doubled // 2
    ends = struct.unpack_from(f">{size}H", data, start + 14)
    starts = struct.unpack_from(f">{size}H", data, start + 16 + doubled)
    deltas = struct.unpack_from(f">{size}H", data, start + 16 + 2 * doubled)
    base = start + 16 + 3 * doubled
    ranges = struct.unpack_from(f">{size}H", data, base)
    for index in range(size):
        for point in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = point
            if ranges[index]:
                place = base + 2 * index + ranges[index] + 2 * (point - starts[index])
                (glyph,) = struct.unpack_from(">H", data, place)
                if glyph == 0:
                    continue
            if (glyph + deltas[index]) % 0x10000:
                yield point
