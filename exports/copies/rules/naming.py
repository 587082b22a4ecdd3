"""What a name in a complete copy must be: what every screen asks of one."""

from collections.abc import Iterator

from assessment.access.texts import holds_unwanted, tidy
from exports.copies.model import Tables


# Lines in which a name is being typed: nothing may stand there yet.
_BEING_TYPED = "_draft"


def wrong_names(tables: Tables) -> Iterator[str]:
    """Where a name stands that no screen would have kept, and why; never the name."""
    for table, rows in tables.items():
        for number, row in enumerate(rows, start=1):
            name = row.get("name")
            wrong = _wrong(name) if is_a_name(table, "name") and isinstance(name, str) else ""
            if wrong:
                yield f"{table}, row {number}, name: {wrong}"


def is_a_name(table: str, column: str) -> bool:
    """Whether a column holds what a thing is called, which no screen leaves empty."""
    return column == "name" and not table.endswith(_BEING_TYPED)


def _wrong(name: str) -> str:
    if not tidy(name):
        return "empty, where a name must stand"
    return "holds characters that nobody can type" if holds_unwanted(name) else ""
