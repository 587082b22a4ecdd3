"""The identifier guard over a whole set of statements, since a file is text too."""

from collections.abc import Iterator

from assessment.bank.model import Bank
from assessment.bank.rules.checking import Path, Problem
from assessment.privacy.guard import find_identifiers


def identifiers_in(bank: Bank) -> tuple[Problem, ...]:
    """Where a text seems to hold something that identifies a person; kinds, never values."""
    return tuple(
        Problem(path, f"this looks like {finding.kind.words}; remove it")
        for path, text in _texts(bank.model_dump(mode="json"), ())
        for finding in find_identifiers(text)
    )


def _texts(part: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield from _texts(inner, (*path, name))
    elif isinstance(part, list):
        for place, inner in enumerate(part):
            yield from _texts(inner, (*path, place))
