"""Saves what is being typed, and takes back the beginning of what must not be stored.

A draft is stored several times a second. When its last character makes a likely identifier of it,
the save is refused; what had been stored of it by then goes too, in the same transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Protocol

from assessment.access.desk import Desk
from assessment.access.errors import LikelyIdentifier
from assessment.access.texts import accept_text, tidy
from assessment.access.typed import Typed
from assessment.privacy.beginnings import without_beginnings
from assessment.privacy.guard import REMOVED
from assessment.store.taking_back import stood_before, take_back
from assessment.store.work import Writing


class Row(Protocol):
    """A row as a slice reads it; its texts are attributes of it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def saved_at(self) -> datetime:
        """When it was last changed."""


class Draft:
    """Words on their way into one column of one row, inside the transaction that stores them."""

    def __init__(self, desk: Desk, tx: Writing, typed: Typed) -> None:
        self.tx = tx
        self.typed = typed
        self.refusal: LikelyIdentifier | None = None
        self._desk = desk
        self._row_id = ""
        self._column = ""

    def accepted(
        self, table: str, row: Row | None, column: str, *, limit: int, needed: bool = False
    ) -> str:
        """The text to store: what was typed, or with a `refusal` what may stay of the stored one.

        `row` is what stands now, None where there is none yet. With `needed` the column cannot
        be empty, and says instead that something was removed.

        Raises:
            StaleEdit, TooLong, LikelyIdentifier: see accept_text. Nothing is to be stored then.
        """
        self._row_id, self._column = row.id if row else "", column
        try:
            return accept_text(
                self.typed,
                stored=getattr(row, column) if row else "",
                limit=limit,
                place=(table, column),
                changed_at=row.saved_at if row else None,
            )
        except LikelyIdentifier as refusal:
            if refusal.kept is None or self._stood_already(refusal):
                refusal.kept = None
                raise
            if needed and not refusal.kept.strip():
                refusal.kept = REMOVED
            self.refusal = refusal
            return refusal.kept

    def settle(self) -> None:
        """Once the row is written: clear the log of what was taken back from the row."""
        if self.refusal is not None:
            cleaned = partial(self._without, self.refusal)
            take_back(self.tx, self._row_id, self._column, self._desk.now(), cleaned)

    def _stood_already(self, refusal: LikelyIdentifier) -> bool:
        """Whether what would be taken back is no beginning, but stood there long before."""
        before = stood_before(self.tx, self._row_id, self._column, self._desk.now())
        return before is None or self._without(refusal, before) != before

    def _without(self, refusal: LikelyIdentifier, earlier: str) -> str:
        return without_beginnings(earlier, tidy(self.typed.text), refusal.findings)


@contextmanager
def drafting(desk: Desk, typed: Typed) -> Iterator[Draft]:
    """A transaction that stores a draft; not to be opened inside another one.

    Raises:
        LikelyIdentifier: after the commit, when the beginning of one was taken back.
    """
    try:
        with desk.store.writing() as tx:
            draft = Draft(desk, tx, typed)
            yield draft
            draft.settle()
        if draft.refusal is not None:
            raise draft.refusal
    except LikelyIdentifier:
        # SQLite's log still holds earlier drafts. A refusal is rare, and emptying it takes little.
        desk.store.empty_log()
        raise
