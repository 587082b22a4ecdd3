"""What an agency’s pack holds on its way out, and what is known of one that came back.

`Pack` is everything its workbook says. `RawPack` is a workbook that came back, as text; `ReadPack`
is what it means for an assessment. Only `FilePreview` and `ReceiptPage` may reach a screen: they
name statements and counts and never an answer.
"""

from datetime import date, datetime
from hashlib import sha256

from assessment.access.frozen import Frozen
from assessment.bank.model import Bank
from assessment.documents.mistakes import Mistake
from assessment.documents.reading import Cell
from assessment.partnership.model import Agency, Assessment, Partnership
from assessment.views.model import Given, Said


class PackId(Frozen):
    """What a pack is known again by; it stands in words on its last sheet.

    `edition` is the digest of the statements it was made from, `names_shown` what it promised.
    """

    partnership_id: str
    assessment_id: str
    agency_id: str
    edition: str
    names_shown: bool

    @property
    def check(self) -> str:
        """A short mark over all of it: a line changed by hand shows."""
        parts = (
            self.partnership_id,
            self.assessment_id,
            self.agency_id,
            self.edition,
            str(self.names_shown),
        )
        return sha256("\n".join(parts).encode()).hexdigest()[:8]


class PackRow(Frozen):
    """One statement as the sheet shows it; `in_scope` is false where no answer is read."""

    statement_id: str
    domain: str
    before: str = ""
    title: str
    statement: str
    levels: tuple[tuple[str, str], ...]
    in_scope: bool = True

    @property
    def statement_cell(self) -> str:
        """Everything in the cell of the statement, as it is read back."""
        return "\n".join(part for part in (self.before, self.title, self.statement) if part)

    @property
    def levels_cell(self) -> str:
        """Everything in the cell of the levels, as it is read back."""
        return "\n".join(f"{label}: {words}" if words else label for label, words in self.levels)


class LastAnswer(Frozen):
    """What this agency said last time, where its name was shown with it then."""

    statement_id: str
    title: str
    first: str = ""
    later: str = ""
    reason: str = ""


class Pack(Frozen):
    """Everything that one agency's workbook says."""

    id: PackId
    marking: str
    area: str
    assessment: str
    agency: str
    statements: str
    notice: str
    made_at: datetime
    time: str
    reply_to: str
    reply_by: date | None
    promise: str
    answers: tuple[str, ...]
    rows: tuple[PackRow, ...]
    prisons: tuple[str, ...]
    last_title: str = ""
    last: tuple[LastAnswer, ...] = ()

    @property
    def asked(self) -> int:
        """How many of its statements are read."""
        return sum(row.in_scope for row in self.rows)


class PackOffer(Frozen):
    """One agency's pack as the page offers it: counts only."""

    agency_id: str
    agency: str
    asked: int
    answered: int
    time: str
    file_name: str


class RawRow(Frozen):
    """One row of the sheet as it stands in a file; cells by the name of their column."""

    number: int
    cells: dict[str, Cell]
    places: dict[str, str]


class RawPack(Frozen):
    """A file that came back: what it says of itself, and its rows; or why it cannot be read."""

    file_name: str
    id: PackId | None = None
    area: str = ""
    assessment: str = ""
    agency: str = ""
    rows: tuple[RawRow, ...] = ()
    refused: str = ""
    problems: tuple[str, ...] = ()


class Ground(Frozen):
    """What a file is read against: the assessment as it stands now."""

    area: Partnership
    assessment: Assessment
    bank: Bank
    edition: str
    names_shown: bool | None
    agencies: dict[str, Agency]
    asked: frozenset[tuple[str, str]]
    prisons: dict[str, str]
    titles: dict[str, str] = {}
    areas: dict[str, str] = {}


class ReadPack(Frozen):
    """What a file means here; `refused` says why nothing in it can be used."""

    file_name: str
    agency_id: str = ""
    agency: str = ""
    given: tuple[Given, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    not_read: int = 0
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str = ""
    problems: tuple[str, ...] = ()


class Standing(Frozen):
    """An answer that is here already, or in a file above: what a file is compared with."""

    said: Said
    reason: str = ""
    confidence: str | None = None
    people: int | None = None
    prisons: frozenset[str] = frozenset()
    source: str = ""
    late: bool = False


class Difference(Frozen):
    """How a file's answers stand to those here: ids of statements, never an answer.

    `new` are not here; `late` come after the reveal; `words` add only what was said beside the
    same answer; `differs` say something else than what stands.
    """

    new: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    differs: frozenset[str] = frozenset()
    sources: dict[str, int] = {}

    @property
    def added(self) -> frozenset[str]:
        """What is kept without asking."""
        return self.new | self.late | self.words


class FilePreview(Frozen):
    """What keeping a file would do, before anything is written: fit for a projector."""

    file_name: str
    agency: str = ""
    agency_id: str = ""
    summary: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    differs: frozenset[str] = frozenset()
    added: int = 0
    refused: str = ""
    problems: tuple[str, ...] = ()


class Kept(Frozen):
    """What keeping a file did."""

    agency_id: str
    agency: str
    answers: int


class ReceiptPage(Frozen):
    """One page for an agency: which views came, and never what they say."""

    marking: str
    area: str
    assessment: str
    agency: str
    made_at: datetime
    thanks: str
    received: tuple[tuple[str, str], ...]
    waiting: tuple[tuple[str, str], ...]
    correct: tuple[str, ...]
    promise: str
