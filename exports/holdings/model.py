"""What is held about named people, and what removing something did."""

from datetime import date, datetime
from pathlib import Path

from assessment.access.frozen import Frozen
from exports.downloads.model import ExportMade


class Place(Frozen):
    """Where a text stands: one field of one row, now or in its earlier versions only."""

    table: str
    row_id: str
    field: str
    where: str
    excerpt: str
    earlier: bool = False


class Erasure(Frozen):
    """One removal to be done, in the database and in each local copy.

    `text` is what stands there now; `leave` takes its place in the row, `mark` in the log. With
    `keep`, the field holds that harmless text today and only what it held before is removed.
    """

    place: Place
    text: str
    mark: str
    leave: str
    keep: str = ""


class Removal(Frozen):
    """What a removal did, and what it could not reach.

    `also` are places where the same words still stand. `exports` are files made while the text
    stood here. `copies_left` are local copies that could not be read and so not cleaned.
    `bytes_gone` tells whether the database file itself no longer holds the text.
    """

    mark: str
    also: tuple[Place, ...] = ()
    exports: tuple[ExportMade, ...] = ()
    copies_cleaned: tuple[Path, ...] = ()
    copies_left: tuple[Path, ...] = ()
    bytes_gone: bool = True


class RemovedText(Frozen):
    """The record of a removal. Never the text."""

    id: str
    partnership_id: str
    at: datetime
    removed_by: str
    subject_table: str
    subject_id: str
    field: str
    reason: str


class KeepUntil(Frozen):
    """Until when an assessment is kept; `notice` is set once that day has passed."""

    assessment_id: str
    title: str
    day: date | None
    notice: str = ""


class TextField(Frozen):
    """A field that may hold free text, and how many rows have something in it."""

    table: str
    field: str
    limit: int | None
    filled: int


class PeopleFact(Frozen):
    """One kind of fact about named people, with how many there are now."""

    what: str
    number: int
    why: str


class Holdings(Frozen):
    """Everything that the page "What this holds" says, counted in the database."""

    area: str
    database: str
    folder: str
    local_copies: tuple[str, ...]
    people: tuple[PeopleFact, ...]
    fields: tuple[TextField, ...]
    keep_until: tuple[KeepUntil, ...]
    exports_made: int
    removed: tuple[RemovedText, ...]
    as_of: datetime
