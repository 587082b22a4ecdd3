"""What a reviewer pack holds on its way out, and what is known of one that came back."""

from datetime import date, datetime
from hashlib import sha256

from assessment.access.frozen import Frozen
from assessment.documents.mistakes import Mistake
from assessment.peer_review.model import GivenRating
from exports.packs.model.agency import PackRow, RawRow


class ReviewerPackId(Frozen):
    """What a reviewer pack is known again by; `second` is the file that follows the ratings."""

    assessment_id: str
    round_id: str
    reviewer_id: str
    edition: str
    second: bool = False

    @property
    def check(self) -> str:
        """A short mark over all of it: a line changed by hand shows."""
        parts = (
            self.assessment_id,
            self.round_id,
            self.reviewer_id,
            self.edition,
            str(self.second),
        )
        return sha256("\n".join(parts).encode()).hexdigest()[:8]


class ReviewerRow(Frozen):
    """One statement of a first file: its words, its documents, and in an open round the area's
    rating with why. In a blind round `area` is empty, and no column stands for it."""

    row: PackRow
    documents: str = ""
    area: str = ""


class SecondRow(Frozen):
    """One statement of a second file: both ratings, what their difference is called, the reply.

    `answers` says whether the reviewer may answer the reply: once, and only a confirmed one.
    """

    statement_id: str
    title: str
    own: str
    area: str
    reason: str
    difference: str
    reply: str = ""
    answers: bool = False


class DocumentRow(Frozen):
    """A document of the area as a reviewer may know it: how they come to see it, never where."""

    title: str
    owner: str
    kind: str
    dated: date | None
    strength: str
    way: str
    statements: str


class ReviewerPack(Frozen):
    """Everything that one peer reviewer's workbook says: a first file, or a second one."""

    id: ReviewerPackId
    marking: str
    area: str
    assessment: str
    reviewing_area: str
    reviewer: str
    statements: str
    notice: str
    made_at: datetime
    time: str
    expires_on: date
    blind: bool
    answers: tuple[str, ...]
    rows: tuple[ReviewerRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    second: tuple[SecondRow, ...] = ()


class ReviewerPackOffer(Frozen):
    """One peer reviewer's files as the page offers them.

    `stands` says what stands in the way of the first file, `second_stands` of the second; empty
    where nothing does.
    """

    reviewer_id: str
    reviewer: str
    statements: int
    minutes: str
    withheld: str
    returned: bool
    file_name: str
    second_name: str
    stands: str = ""
    second_stands: str = ""


class RawReviewerPack(Frozen):
    """A file that came back, as its cells; or why it cannot be read."""

    file_name: str
    id: ReviewerPackId | None = None
    area: str = ""
    reviewer: str = ""
    rows: tuple[RawRow, ...] = ()
    refused: str = ""
    problems: tuple[str, ...] = ()


class ReadReviewerPack(Frozen):
    """What a file means for a round; `refused` says why nothing in it can be used.

    `outside` are the ids of rated statements that this reviewer was not given: an edited file.
    """

    file_name: str
    reviewer_id: str = ""
    reviewer: str = ""
    given: tuple[GivenRating, ...] = ()
    said_back: tuple[tuple[str, str], ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    outside: tuple[str, ...] = ()
    not_rated: tuple[str, ...] = ()
    refused: str = ""
    problems: tuple[str, ...] = ()


class ReviewerPreview(Frozen):
    """What keeping a file would do, in counts; `ready` where keeping it would write something."""

    file_name: str
    reviewer: str = ""
    summary: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    ready: bool = False
    refused: str = ""
    problems: tuple[str, ...] = ()
