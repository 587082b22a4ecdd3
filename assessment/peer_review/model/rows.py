"""The rows of reviews by another area."""

from datetime import date, datetime

from assessment.access.frozen import Frozen
from assessment.peer_review.model.choices import (
    CANNOT_TELL,
    DocumentWay,
    Kind,
    Outcome,
    Question,
    Said,
    TextPlace,
    Way,
    YesNoUnknown,
)


class ReviewRound(Frozen):
    """One review of an assessment by one area.

    `blind`: the area's ratings are given only after a reviewer's own are in. The instants say how
    far it has come; rules.stage reads them. `mailbox` is a shared one, never a person's.
    """

    id: str
    assessment_id: str
    number: int
    reviewing_area: str = ""
    reviewing_kind: Kind | None = None
    blind: bool = True
    expires_on: date
    visit_on: date | None = None
    visit_minutes: int | None = None
    visit_place: str = ""
    gate_notice_days: int | None = None
    progress_check_on: date | None = None
    letter_words: str = ""
    mailbox: str = ""
    began_at: datetime
    texts_frozen_at: datetime | None = None
    sent_at: datetime | None = None
    returned_at: datetime | None = None
    second_file_at: datetime | None = None
    facts_due_on: date | None = None
    facts_checked_at: datetime | None = None
    released_at: datetime | None = None
    closed_at: datetime | None = None
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None


class Conflict(Frozen):
    """One answer of the conflict note; None until it is answered."""

    id: str
    round_id: str
    question: Question
    answer: YesNoUnknown | None = None
    words: str = ""
    saved_at: datetime
    version: int = 1


class PeerReviewer(Frozen):
    """A peer reviewer by role and organisation; nobody's name is kept.

    `may_bid_for` is an agency here whose contract their organisation may bid for: nothing about
    that agency is given to them. `returned_at`: their ratings are in and stand. `shown_at`: the
    area's ratings were given to them afterwards, in a blind round.
    """

    id: str
    round_id: str
    role: str = ""
    organisation: str = ""
    may_bid_for: str | None = None
    returned_at: datetime | None = None
    shown_at: datetime | None = None
    added_at: datetime
    saved_at: datetime
    version: int = 1
    archived_at: datetime | None = None

    @property
    def words(self) -> str:
        """Role and organisation in one line; how an activity event names them."""
        return ", ".join(filter(None, (self.role, self.organisation))) or "A peer reviewer"


class RoundDocument(Frozen):
    """How one document of the evidence register is shown in a round."""

    id: str
    round_id: str
    evidence_id: str
    way: DocumentWay
    saved_at: datetime
    version: int = 1


class RoundText(Frozen):
    """A text of the area as it was read for this round's reviewers; empty where it was left out.

    `about` is the id of the statement or of the evidence it belongs to.
    """

    id: str
    round_id: str
    place: TextPlace
    about: str
    text: str = ""
    saved_at: datetime
    version: int = 1


class ToRead(Frozen):
    """A text of the area that somebody reads before reviewers are given it, and what was decided.

    Also what `freeze_texts` takes: `text` is then as it may leave, empty where it may not.
    """

    place: TextPlace
    about: str
    text: str = ""


class ReviewerRating(Frozen):
    """One peer reviewer's own rating of one statement: a rating and one line are enough.

    `borrow` is good practice worth borrowing, `pass_on` that the area lets it be passed on.
    """

    id: str
    reviewer_id: str
    statement_id: str
    rating: int | None = None
    cannot_tell: bool = False
    line: str = ""
    comment: str = ""
    question: str = ""
    evidence_asked: str = ""
    borrow: str = ""
    pass_on: bool = False
    for_visit: bool = False
    way: Way
    given_at: datetime
    saved_at: datetime
    version: int = 1

    @property
    def said(self) -> Said | None:
        """The rating, or that it cannot be told; None while only words are there."""
        return CANNOT_TELL if self.cannot_tell else self.rating


class GivenRating(Frozen):
    """One rating as it comes from a pack, before it is kept."""

    statement_id: str
    said: Said | None = None
    line: str = ""
    comment: str = ""
    question: str = ""
    evidence_asked: str = ""
    borrow: str = ""
    for_visit: bool = False


class Challenge(Frozen):
    """Where a peer reviewer differs, cannot tell or asks: the area replies, they answer once.

    `agency_id` is the agency that replies. The lead confirms the reply with an outcome and why.
    """

    id: str
    rating_id: str
    agency_id: str | None = None
    reply: str = ""
    outcome: Outcome | None = None
    outcome_reason: str = ""
    confirmed_at: datetime | None = None
    answer: str = ""
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    saved_at: datetime
    version: int = 1


class ModeratedRating(Frozen):
    """What the partnership says of a statement after the review, beside what was agreed.

    `present` are the agencies that were there, as the meeting had them when it was set. One that
    was taken back keeps what it said.
    """

    id: str
    round_id: str
    statement_id: str
    rating: int | None = None
    not_applicable: bool = False
    reason: str = ""
    meeting_id: str | None = None
    present: tuple[str, ...] = ()
    set_at: datetime
    taken_back_at: datetime | None = None
    saved_at: datetime
    version: int = 1

    @property
    def was_set(self) -> bool:
        """Whether it says anything, taken back or not."""
        return self.not_applicable or self.rating is not None

    @property
    def stands(self) -> bool:
        """Whether it says anything now."""
        return self.was_set and self.taken_back_at is None


class ReviewLink(Frozen):
    """An invitation link of one reviewer. Only the hash of its token is kept.

    It opens until it is revoked, and until its round's last day is over or the round is closed.
    """

    id: str
    reviewer_id: str
    token_hash: str
    made_at: datetime
    opened_at: datetime | None = None
    revoked_at: datetime | None = None
    saved_at: datetime
    version: int = 1
