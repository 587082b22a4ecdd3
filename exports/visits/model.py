"""The papers of a review by another area: what they are made of, and what they then say.

`Review` is what was found, with the findings about a provider taken away where the copy is for a
peer reviewer who may bid for its contract. `Sheet` is one paper in words, block by block; the two
writers place its blocks and choose no word.
"""

from enum import StrEnum
from typing import Literal

from assessment.access.frozen import Frozen
from assessment.peer_review.model import Challenge, ReviewerRating, ReviewRound
from assessment.peer_review.rules.agreement import Agreement
from exports.report.paper.model import Fact, Rating, Table


class Kind(StrEnum):
    """One of the files; its value is the kind of the record that it left."""

    AGENDA = "visit_agenda"
    LETTER = "feedback_letter"
    LETTER_WORD = "feedback_letter_word"
    BORROW = "strengths_to_borrow"


class KindWords(Frozen):
    """How a file is offered: its button, its name, and its ending."""

    button: str
    name: str
    extension: str


KINDS = {
    Kind.AGENDA: KindWords(button="Save the agenda", name="agenda for the visit", extension="pdf"),
    Kind.LETTER: KindWords(
        button="Save the letter as PDF", name="feedback letter", extension="pdf"
    ),
    Kind.LETTER_WORD: KindWords(
        button="Save the letter in Word", name="feedback letter", extension="docx"
    ),
    Kind.BORROW: KindWords(
        button="Save what to borrow", name="strengths to borrow", extension="pdf"
    ),
}


class Offer(Frozen):
    """A file as the page offers it; `refused` says why it cannot be made yet."""

    kind: Kind
    file_name: str
    refused: str = ""


class Copy(Frozen):
    """Whom files are for; `reviewer_id` is empty in the copy that has everything.

    `left_out` says what a copy for a reviewer who may bid for a provider's contract lacks.
    """

    reviewer_id: str = ""
    words: str = ""
    left_out: str = ""


# ---- What was found


class ActionOf(Frozen):
    """An action that a challenge raised, in the words that may leave."""

    number: int
    what: str
    owner: str
    due: str


class Said(Frozen):
    """What one peer reviewer said of a statement; `challenge` is what came of it, if anything.

    `replying` is the agency that replied.
    """

    reviewer: str
    rating: ReviewerRating
    compared: Agreement | None = None
    challenge: Challenge | None = None
    replying: str = ""
    actions: tuple[ActionOf, ...] = ()


class Moderated(Frozen):
    """What the partnership said of a statement after the review; `reason` as it may leave."""

    rating: Rating
    reason: str = ""


class Found(Frozen):
    """A statement of the round: the area's own rating, and all that peer reviewers said of it."""

    id: str
    title: str
    level: int | None
    own: Rating
    said: tuple[Said, ...] = ()
    moderated: Moderated | None = None


class Review(Frozen):
    """One review as one copy holds it; `documents` are those that are shown on the day.

    `reviewers` are roles with their organisations; `copy_words` says whom the copy is for.
    """

    area: str
    assessment: str
    marking: str
    round: ReviewRound
    draft: bool
    labels: tuple[str, ...]
    found: tuple[Found, ...]
    documents: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    copy_words: str = ""

    @property
    def by(self) -> str:
        """The reviewing area."""
        return self.round.reviewing_area.strip() or "another area"


# ---- What a paper says


class Heading(Frozen):
    """A heading of level 2 or 3; the paper's title is its only one of level 1."""

    kind: Literal["heading"] = "heading"
    level: int
    text: str


class Words(Frozen):
    """Paragraphs; `quiet` ones are of less weight."""

    kind: Literal["words"] = "words"
    lines: tuple[str, ...]
    quiet: bool = False


class Listed(Frozen):
    """A list."""

    kind: Literal["listed"] = "listed"
    lines: tuple[str, ...]


class Facts(Frozen):
    """Labels with what stands beside them."""

    kind: Literal["facts"] = "facts"
    facts: tuple[Fact, ...]


class Grid(Frozen):
    """A table; `blank`: its rows are to be filled in by hand, so they are high."""

    kind: Literal["grid"] = "grid"
    table: Table
    blank: bool = False


class NewPage(Frozen):
    """What follows begins a page."""

    kind: Literal["page"] = "page"


Block = Heading | Words | Listed | Facts | Grid | NewPage


class Sheet(Frozen):
    """A paper. `first_line` stands above its title; `one_page`: its type is made to fit."""

    title: str
    marking: str
    running_head: str
    first_line: str
    heading: str
    lead: str
    blocks: tuple[Block, ...]
    one_page: bool = False
