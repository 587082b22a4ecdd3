"""What was found in a file, and where in it each part stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


Path = tuple[str | int, ...]
Raw = dict[str, Any]

_ENTRIES = {
    "statements": ("statement", "id"),
    "agency_types": ("agency type", "code"),
    "domains": ("domain", "id"),
    "sources": ("source", "code"),
    "scale": ("level", "value"),
}


class Places(Protocol):
    """Says where in the file a part of the content stands."""

    def where(self, path: Path) -> str:
        """The place: "Line 214, statement P07" or "Statements, row 5 (P07)"."""

    def field(self, path: Path) -> str:
        """What the part is called there: "'levels'" or "Level 2"."""


@dataclass(frozen=True)
class Found:
    """Plain content, not yet checked, and where it came from; `notes` are words for the reader."""

    raw: Raw
    places: Places
    notes: tuple[str, ...] = field(default=())


def entry_name(raw: Mapping[str, Any], path: Path) -> str:
    """ "statement P07", or "statement 7 of the list" while it has no id; empty outside lists."""
    if len(path) < 2 or path[0] not in _ENTRIES or not isinstance(path[1], int):
        return ""
    noun, key = _ENTRIES[str(path[0])]
    entry = raw[str(path[0])][path[1]]
    name = entry.get(key) if isinstance(entry, dict) else None
    return f"{noun} {name[:20]}" if isinstance(name, str) else f"{noun} {path[1] + 1} of the list"
