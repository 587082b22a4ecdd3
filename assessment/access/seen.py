"""Choices made on a screen that had fallen behind: what another screen recorded is kept.

A choice says what the screen showed when it was made. It is compared inside the transaction that
writes it, with the very thing that was chosen: a colleague's sentence elsewhere in the row is no
reason to refuse it.
"""

from datetime import datetime
from enum import Enum
from typing import Protocol

from assessment.access.errors import ChangedMeanwhile
from assessment.store.work import Reading


class Unchecked(Enum):
    """Nobody looked at a screen first: a copy that is loaded, the fictional area."""

    UNCHECKED = "unchecked"


UNCHECKED = Unchecked.UNCHECKED


class Row(Protocol):
    """A row as a slice reads it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def saved_at(self) -> datetime:
        """When it was last changed."""


def check_unmoved(
    tx: Reading, table: str, row: Row, columns: tuple[str, ...], *, seen: object, stands: object
) -> None:
    """Raises ChangedMeanwhile when the screen showed something else than what stands now.

    `columns` keep what was chosen; the refusal names the time at which they were last written.
    """
    if seen is not UNCHECKED and seen != stands:
        raise ChangedMeanwhile(tx.changed_at(table, row.id, columns) or row.saved_at)
