"""Which words of the log, and of a complete copy, go when a text is removed."""

from collections.abc import Iterator, Mapping
from typing import Any

from exports.holdings.model import Erasure


# A shorter text, such as "Weekly", stands in many places that have nothing to do with it.
STANDS_OUT = 8

Values = Mapping[str, Any]
Tables = dict[str, list[dict[str, Any]]]


def without_field(values: Values, erasure: Erasure) -> dict[str, Any]:
    """Values of the row's own events: whatever the field held, now and before, becomes the mark."""
    field = erasure.place.field
    held = values.get(field)
    goes = isinstance(held, str) and held not in {"", erasure.keep}
    return {**values, field: erasure.mark} if goes else dict(values)


def without_text(value: Any, text: str, mark: str) -> Any:
    """A value of any other event with the text replaced wherever it stands in it."""
    if len(text) < STANDS_OUT:
        return value
    match value:
        case str():
            return value.replace(text, mark)
        case Mapping():
            return {name: without_text(part, text, mark) for name, part in value.items()}
        case list():
            return [without_text(part, text, mark) for part in value]
        case _:
            return value


def strings(value: Any) -> Iterator[str]:
    """Every text inside a JSON value."""
    match value:
        case str():
            yield value
        case Mapping():
            for part in value.values():
                yield from strings(part)
        case list():
            for part in value:
                yield from strings(part)


def erase_from_tables(tables: Tables, erasure: Erasure) -> None:
    """Remove a text from the tables of a complete copy, in place: its row and all events."""
    place = erasure.place
    for row in tables.get(place.table, []):
        if row["id"] == place.row_id and row.get(place.field) not in {None, "", erasure.keep}:
            row[place.field] = erasure.leave
            row["version"] = row["version"] + 1
    for event in tables.get("activity_event", []):
        own = (event["subject_table"], event["subject_id"]) == (place.table, place.row_id)
        for side in ("before", "after"):
            values = without_field(event[side], erasure) if own else event[side]
            event[side] = without_text(values, erasure.text, erasure.mark)
