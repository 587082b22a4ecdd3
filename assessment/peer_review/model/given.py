"""What a peer reviewer is given, frozen: the same for the pack, the link and the second file."""

from collections.abc import Mapping
from datetime import date, datetime

from assessment.access.frozen import Frozen
from assessment.bank.model import EvidenceKind, Statement
from assessment.evidence.model import Strength
from assessment.peer_review.model.choices import DocumentWay, Outcome
from assessment.peer_review.model.rows import ModeratedRating, ReviewerRating


class GivenDocument(Frozen):
    """A document of the area as a reviewer may know it: never where it is kept, nor a link.

    `title` is the text as it was read for this round.
    """

    id: str
    title: str
    owner: str = ""
    kind: EvidenceKind | None = None
    dated: date | None = None
    strength: Strength | None = None
    way: DocumentWay


class AreaRating(Frozen):
    """The area's own rating of a statement: in a blind round only in the second step.

    `reason` is the text as it was read for this round; empty where it was left out.
    """

    rating: int | None = None
    not_applicable: bool = False
    provisional: bool = False
    reason: str = ""


class GivenStatement(Frozen):
    """One statement with its documents, and the area's rating where it may be seen."""

    statement: Statement
    domain: str
    documents: tuple[GivenDocument, ...] = ()
    area: AreaRating | None = None


class OwnChallenge(Frozen):
    """What the area replied to this reviewer, once its lead confirmed it.

    `answer` before it is `answered` is what the reviewer is still writing: theirs alone to read.
    """

    id: str
    statement_id: str
    agency: str = ""
    reply: str = ""
    outcome: Outcome | None = None
    outcome_reason: str = ""
    answer: str = ""
    answered: bool = False
    closed: bool = False


class GivenToReviewer(Frozen):
    """Everything that one peer reviewer may see, and what they said themselves.

    `second`: their ratings are in, so that in a blind round the area's came after them; in an open
    round the area's stand beside from the start. `withheld` counts the statements of the round
    that are not given to them. `own` is by statement id; nothing of any other reviewer is in it.
    """

    reviewer_id: str
    round_id: str
    assessment_id: str
    area: str
    assessment: str
    reviewing_area: str
    role: str
    blind: bool
    second: bool = False
    returned: bool = False
    live: bool = False
    expires_on: date
    minutes: int = 0
    withheld: int = 0
    wording_notice: str = ""
    labels: tuple[str, ...] = ()
    statements: tuple[GivenStatement, ...] = ()
    own: Mapping[str, ReviewerRating] = {}
    challenges: tuple[OwnChallenge, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the statements given."""
        return frozenset(one.statement.id for one in self.statements)

    @property
    def answered(self) -> int:
        """How many of them have a rating or "cannot tell"."""
        return sum(one.said is not None for key, one in self.own.items() if key in self.ids)


class WithheldStatement(Frozen):
    """A statement of the round that a reviewer is not given, and why in words."""

    statement: Statement
    because: str
    by_hand: bool = False


class HeldText(Frozen):
    """A text that a reviewer is not given since it names the agency, and where it stands."""

    where: str
    text: str


class Withholding(Frozen):
    """What is withheld from one reviewer, for the lead: about `agency`; `left` are given.

    `documents` are titles of the agency's own; `own_words` is empty where no word of its name
    is its own, so that only the whole name is found in texts.
    """

    agency: str
    statements: tuple[WithheldStatement, ...] = ()
    documents: tuple[str, ...] = ()
    texts: tuple[HeldText, ...] = ()
    own_words: tuple[str, ...] = ()
    left: int = 0

    @property
    def about(self) -> int:
        """How many statements the rule withholds."""
        return sum(not one.by_hand for one in self.statements)

    @property
    def by_hand(self) -> int:
        """How many the lead withholds besides."""
        return len(self.statements) - self.about


class Findings(Frozen):
    """What a released round found, fit for the board, the region and the public: no names.

    Neither the reviewing area nor anybody's role is in it, nor the words of a challenge. `same`,
    `higher`, `lower` and `cannot_tell` count ratings of all its reviewers; `moderated` are those
    that stand, without why and who was there; `strengths` may be passed on.
    """

    round_id: str
    number: int
    released_at: datetime | None = None
    same: int = 0
    higher: int = 0
    lower: int = 0
    cannot_tell: int = 0
    challenges: int = 0
    closed: int = 0
    moderated: tuple[ModeratedRating, ...] = ()
    strengths: tuple[tuple[str, str], ...] = ()


class SaidLastTime(Frozen):
    """What a peer reviewer of the assessment before this one said of a statement."""

    statement_id: str
    reviewing_area: str
    assessment: str
    rating: ReviewerRating
    outcome: Outcome | None = None
    moderated: int | None = None
