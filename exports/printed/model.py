"""What each printed document says, in words ready to be set; templates choose type and place.

A `Sheet` is what every one of them has: the title that a reader program shows, the handling marking
and the line at the head. Nothing here holds an agency's answer but `AfterPage`, which is that
agency's own.
"""

from enum import StrEnum

from assessment.access.frozen import Frozen
from exports.report.paper.model import Rating


class Kind(StrEnum):
    """One of the documents that are offered; its value is the kind of the record that it left."""

    CARDS = "cards"
    PAPER = "paper"
    RECEIPT = "receipt_pdf"
    AFTER = "after"


# How the record of a review meeting is recorded; it is no one agency's, so no `Kind`.
REVIEW_RECORD = "review_record"


class KindWords(Frozen):
    """How a document is offered: its name for one agency and for all, and what it is for."""

    name: str
    many: str
    about: str


KINDS = {
    Kind.CARDS: KindWords(
        name="cards to hold up",
        many="cards to hold up",
        about="The seven answers, two to a sheet, in very large type. For views that are held up "
        "in the room or in front of a camera. For all agencies, the first set has no name on it.",
    ),
    Kind.PAPER: KindWords(
        name="paper pack",
        many="paper packs",
        about="Every statement that the agency is asked about, in large type, with boxes to tick. "
        "It comes back to be keyed in, in the same order.",
    ),
    Kind.RECEIPT: KindWords(
        name="receipt",
        many="receipts",
        about="One page once views are here: which came, how to correct one, what happens next. "
        "It holds no answer.",
    ),
    Kind.AFTER: KindWords(
        name="page after the workshop",
        many="pages after the workshop",
        about="What the agency said beside what was agreed, what it owns and supports, and how it "
        "records a different view. For that agency only.",
    ),
}


class Offer(Frozen):
    """One document as the page offers it; `refused` says why it cannot be made yet."""

    kind: Kind
    file_name: str
    media: str
    refused: str = ""


class Sheet(Frozen):
    """What every document has; `agency` is empty where it is not one agency's own."""

    title: str
    marking: str
    running_head: str
    agency: str = ""


class Card(Frozen):
    """One answer to hold up; the three that are no rating have neither number nor blocks."""

    number: str
    words: str
    blocks: str


class CardSet(Frozen):
    """The cards of one agency, or of whoever holds them."""

    agency: str
    cards: tuple[Card, ...]


class Cards(Sheet):
    """Sets of cards; `how` is what the place after the seventh says."""

    how_title: str
    how: tuple[str, ...]
    sets: tuple[CardSet, ...]


class Level(Frozen):
    """A level to tick: 0 Not met, and what that means for this statement."""

    label: str
    words: str


class PaperRow(Frozen):
    """One statement as every paper pack shows it."""

    id: str
    title: str
    before: str
    plain: str
    statement: str
    levels: tuple[Level, ...]


class PaperPack(Frozen):
    """One agency's pack: `facts` are labels with what stands beside them, on its first page.

    `rows` are its statements by their place among those of the document, in the order in which
    the keypad takes them.
    """

    agency: str
    short_name: str
    running_head: str
    facts: tuple[tuple[str, str], ...]
    promise: str
    rows: tuple[int, ...]


class Papers(Sheet):
    """Paper packs, one after the other; each counts its own pages and statements."""

    how: tuple[str, ...]
    notes: tuple[str, ...]
    others: tuple[str, ...]
    statements: tuple[PaperRow, ...]
    packs: tuple[PaperPack, ...]


class Listed(Frozen):
    """Statements under a heading: their ids with their titles, or the ids alone."""

    heading: str
    statements: tuple[tuple[str, str], ...] = ()
    ids: str = ""


class Receipt(Sheet):
    """What an agency gets back when its views are here."""

    thanks: str
    lists: tuple[Listed, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    made: str


class Seen(Frozen):
    """A statement that an agency saw differently: what it said, and what was agreed."""

    id: str
    title: str
    said: Rating | None
    said_note: str
    agreed: Rating


class Group(Frozen):
    """Statements told by their ids after a few words."""

    words: str
    ids: str
    rating: Rating | None = None


class Owned(Frozen):
    """An action as its owner reads it."""

    number: str
    what: str
    owner: str
    due: str
    answer: str


class AfterPage(Sheet):
    """After the workshop: one agency's own page. `first_line` says whose eyes it is for."""

    first_line: str
    lead: str
    seen: tuple[Seen, ...]
    seen_more: str
    same: tuple[Group, ...]
    rest_words: str
    rest: tuple[Group, ...]
    owns: tuple[Owned, ...]
    owns_more: str
    supports: tuple[Owned, ...]
    supports_more: str
    different: tuple[str, ...]


class Slip(Frozen):
    """One agency's code; `picture` is its QR code as rows of runs: where one begins, how long."""

    agency: str
    code: str
    link: str
    picture: tuple[tuple[tuple[int, int], ...], ...]


class Slips(Sheet):
    """Slips to cut apart and hand out."""

    address: str
    how: tuple[str, ...]
    slips: tuple[Slip, ...]


class RecordRow(Frozen):
    """One action of a review: what it is and whose, what was said of it, how it stands now."""

    number: str
    what: str
    owner: str
    said: tuple[str, ...]
    status: str
    before: str


class RecordDraft(Frozen):
    """The same record as long, or as short, as a page takes it; `rest` says what it leaves out."""

    facts: tuple[tuple[str, str], ...]
    rows: tuple[RecordRow, ...]
    rest: str


class RecordSheet(Sheet):
    """The record of a review meeting. The first of the `drafts` that fits on one page is set."""

    heading: str
    lead: str
    drafts: tuple[RecordDraft, ...]
