"""What in a copy may identify a person, where the texts here do not hold it already."""

from collections.abc import Iterator
from typing import Any

from assessment.access.wording import counted
from assessment.privacy.guard import find_identifiers
from assessment.privacy.people import not_meant
from exports.copies.model import Tables


def findings_in(incoming: Tables, present: Tables) -> tuple[str, ...]:
    """Kind and place of each, such as "a prison number in action, what"; never the value.

    A text that stands here word for word is not new and is not asked about again.
    """
    known = {text for *_, text in _texts(present)}
    found: dict[str, int] = {}
    for table, column, text in _texts(incoming):
        for finding in () if text in known else _found(table, column, text):
            found[finding] = found.get(finding, 0) + 1
    return tuple(
        words if times == 1 else f"{words} ({counted(times, 'time')})"
        for words, times in found.items()
    )


def _found(table: str, column: str, text: str) -> Iterator[str]:
    for finding in not_meant(table, column, find_identifiers(text)):
        yield f"{finding.kind.words} in {_said(table)}, {_said(column)}"


def _texts(tables: Tables) -> Iterator[tuple[str, str, str]]:
    for table, rows in tables.items():
        for row in rows:
            subject = str(row.get("subject_table") or table)
            for column, value in row.items():
                yield from _strings(subject, column, value)


def _strings(table: str, column: str, value: Any) -> Iterator[tuple[str, str, str]]:
    match value:
        case str():
            yield table, column, value
        case dict():
            for name, part in value.items():
                yield from _strings(table, str(name), part)
        case list():
            for part in value:
                yield from _strings(table, column, part)


def _said(name: str) -> str:
    return name.replace("_", " ")
