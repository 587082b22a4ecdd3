"""What the table of a region says, whether it stands in a workbook or was typed on the screen."""

import re
from collections.abc import Iterable, Mapping, Sequence

from assessment.documents.refusal import UnusableFile
from assessment.pairing.model import MOST_AREAS, Area, same
from assessment.privacy.guard import find_identifiers


HEADS = (
    "Area", "Neighbours", "Treatment providers", "Prisons", "Reviewed last time by",
    "Reviewer this time", "What stands against it",
)  # fmt: skip
LONGEST = 2_000  # characters in a cell
TYPED = 5  # of these are typed in; who reviews is chosen below, and what stands against it is said


def typed(rows: Iterable[Mapping[str, object]]) -> tuple[Area, ...]:
    """The areas of rows that somebody typed: by the heads of the sheet. Raises as `read`."""
    said = ({head: _plain(row.get(head)) for head in HEADS} for row in rows)
    found = tuple(area_of(one) for one in said if one[HEADS[0]])
    check(found, "The table")
    return found


def to_type_in(areas: Iterable[Area]) -> list[dict[str, str]]:
    """Rows as they can be typed in: what an area has, without who reviews it this time."""
    heads = HEADS[:TYPED]
    rows = [
        (one.name, *map("; ".join, (one.neighbours, one.providers, one.prisons)), one.reviewed_by)
        for one in areas
    ]
    return [dict(zip(heads, row, strict=True)) for row in rows or [("",) * TYPED]]


def area_of(said: Mapping[str, str]) -> Area:
    """One row by its heads."""
    return Area(
        name=said[HEADS[0]],
        neighbours=_several(said.get(HEADS[1], "")),
        providers=_several(said.get(HEADS[2], "")),
        prisons=_several(said.get(HEADS[3], "")),
        reviewed_by=said.get(HEADS[4], ""),
        reviewer=said.get(HEADS[5], ""),
    )


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in re.split(r"[;\n]", text))))


def check(areas: Sequence[Area], file_name: str) -> None:
    """Raises UnusableFile for no area, too many, one named twice, or what may identify somebody."""
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


def _plain(value: object) -> str:
    text = "" if value is None else str(value).strip()
    if len(text) > LONGEST:
        raise UnusableFile("A cell of the table holds too much text.")
    return text
