"""The tables of reviews by another area: one row for each fact."""

import sqlalchemy as sa

from assessment.access.texts import LINE, NAME, PARAGRAPH
from assessment.peer_review.model.choices import (
    DocumentWay,
    Kept,
    Kind,
    Outcome,
    Question,
    TextPlace,
    Way,
    YesNoUnknown,
)
from assessment.store.tables import (
    METADATA,
    STAYS_HERE,
    archived_column,
    choice,
    day,
    id_column,
    instant,
    linked,
    reference,
    sealed,
    text,
    version_column,
    yes_no,
)


_HASH = 64  # SHA-256 in hexadecimal digits


def _statement() -> sa.Column[str]:
    return sa.Column("statement_id", sa.String(40), nullable=False)


def _rated() -> sa.CheckConstraint:
    return sa.CheckConstraint("rating BETWEEN 0 AND 3", name="rating_on_scale")


review_round = sa.Table(
    "review_round",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("number", sa.Integer(), nullable=False),
    text("reviewing_area", NAME, nullable=False),
    choice("reviewing_kind", Kind),
    yes_no("blind", default=True),
    day("expires_on", nullable=False),
    day("visit_on"),
    sa.Column("visit_minutes", sa.Integer()),
    text("visit_place", LINE, nullable=False),
    sa.Column("gate_notice_days", sa.Integer()),
    day("progress_check_on"),
    text("letter_words", PARAGRAPH, nullable=False),
    text("mailbox", NAME, nullable=False),
    instant("began_at"),
    instant("texts_frozen_at", nullable=True),
    instant("sent_at", nullable=True),
    instant("returned_at", nullable=True),
    instant("second_file_at", nullable=True),
    day("facts_due_on"),
    instant("facts_checked_at", nullable=True),
    instant("released_at", nullable=True),
    instant("closed_at", nullable=True),
    instant("saved_at"),
    version_column(),
    archived_column(),
    sa.UniqueConstraint("assessment_id", "number"),
    sa.CheckConstraint(
        "reviewing_kind in ('local_authority', 'probation_area', 'prison')", "reviewing_kind"
    ),
    sa.CheckConstraint("visit_minutes > 0", name="visit_takes_minutes"),
    sa.CheckConstraint("gate_notice_days >= 0", name="notice_counted"),
)

review_conflict = sa.Table(
    "review_conflict",
    METADATA,
    id_column(),
    reference("review_round.id", name="round_id"),
    choice("question", Question, nullable=False),
    choice("answer", YesNoUnknown),
    text("words", LINE, nullable=False),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("round_id", "question"),
    sa.CheckConstraint(
        "question in ('shared_provider', 'may_bid', 'prisons', 'family_or_work', 'reviewed_last')",
        "question",
    ),
    sa.CheckConstraint("answer in ('yes', 'no', 'not_known')", "answer"),
)

peer_reviewer = sa.Table(
    "peer_reviewer",
    METADATA,
    id_column(),
    reference("review_round.id", name="round_id"),
    text("role", NAME, nullable=False),
    text("organisation", NAME, nullable=False),
    reference("agency.id", name="may_bid_for", nullable=True),
    instant("returned_at", nullable=True),
    instant("shown_at", nullable=True),
    instant("added_at"),
    instant("saved_at"),
    version_column(),
    archived_column(),
)

# What the lead withholds from one reviewer besides what the rule withholds.
withheld_statement = sa.Table(
    "withheld_statement",
    METADATA,
    linked("peer_reviewer.id", name="reviewer_id"),
    sa.Column("statement_id", sa.String(40), primary_key=True),
)

round_statement = sa.Table(
    "round_statement",
    METADATA,
    linked("review_round.id", name="round_id"),
    sa.Column("statement_id", sa.String(40), primary_key=True),
)

round_document = sa.Table(
    "round_document",
    METADATA,
    id_column(),
    reference("review_round.id", name="round_id"),
    reference("evidence.id"),
    choice("way", DocumentWay, nullable=False),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("round_id", "evidence_id"),
    sa.CheckConstraint("way in ('secure_mail', 'on_the_day', 'not_available')", "way"),
)

round_text = sa.Table(
    "round_text",
    METADATA,
    id_column(),
    reference("review_round.id", name="round_id"),
    choice("place", TextPlace, nullable=False),
    sa.Column("about", sa.String(40), nullable=False),
    text("text", PARAGRAPH, nullable=False),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("round_id", "place", "about"),
    sa.CheckConstraint(
        "place in ('evidence_title', 'rationale', 'not_applicable_reason')", "place"
    ),
)

reviewer_rating = sa.Table(
    "reviewer_rating",
    METADATA,
    id_column(),
    reference("peer_reviewer.id", name="reviewer_id"),
    _statement(),
    sa.Column("rating", sa.Integer()),
    yes_no("cannot_tell"),
    text("line", LINE, nullable=False),
    text("comment", PARAGRAPH, nullable=False),
    text("question", PARAGRAPH, nullable=False),
    text("evidence_asked", PARAGRAPH, nullable=False),
    text("borrow", PARAGRAPH, nullable=False),
    yes_no("pass_on"),
    yes_no("for_visit"),
    choice("way", Way, nullable=False),
    instant("given_at"),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("reviewer_id", "statement_id"),
    _rated(),
    sa.CheckConstraint("rating IS NULL OR NOT cannot_tell", name="rated_or_cannot_tell"),
    sa.CheckConstraint("way in ('pack', 'link')", "way"),
)

challenge = sa.Table(
    "challenge",
    METADATA,
    id_column(),
    reference("reviewer_rating.id", name="rating_id"),
    reference("agency.id", nullable=True),
    text("reply", PARAGRAPH, nullable=False),
    choice("outcome", Outcome),
    text("outcome_reason", PARAGRAPH, nullable=False),
    instant("confirmed_at", nullable=True),
    text("answer", PARAGRAPH, nullable=False),
    instant("answered_at", nullable=True),
    instant("closed_at", nullable=True),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("rating_id"),
    sa.CheckConstraint(
        "outcome in ('accept_and_change', 'accept_in_part', 'not_accepted', 'turned_into_action')",
        "outcome",
    ),
    sa.CheckConstraint("confirmed_at IS NULL OR outcome IS NOT NULL", name="confirmed_outcome"),
    sa.CheckConstraint("answered_at IS NULL OR answer <> ''", name="answered_in_words"),
)

moderated_rating = sa.Table(
    "moderated_rating",
    METADATA,
    id_column(),
    reference("review_round.id", name="round_id"),
    _statement(),
    sa.Column("rating", sa.Integer()),
    yes_no("not_applicable"),
    text("reason", PARAGRAPH, nullable=False),
    reference("meeting.id", nullable=True),
    instant("set_at"),
    instant("taken_back_at", nullable=True),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("round_id", "statement_id"),
    _rated(),
    sa.CheckConstraint("rating IS NULL OR NOT not_applicable", name="rated_or_not_applicable"),
)

moderated_agency = sa.Table(
    "moderated_agency", METADATA, linked("moderated_rating.id"), linked("agency.id")
)

# A hash in a complete copy would be tried at leisure: links stay here, and the log has no hash.
review_link = sa.Table(
    "review_link",
    METADATA,
    id_column(),
    reference("peer_reviewer.id", name="reviewer_id"),
    sealed(sa.Column("token_hash", sa.String(_HASH), nullable=False, unique=True)),
    instant("made_at"),
    instant("opened_at", nullable=True),
    instant("revoked_at", nullable=True),
    instant("saved_at"),
    version_column(),
    info=STAYS_HERE,
)

# Where wrong links came from, to slow down whoever guesses; rows of yesterday are cleared away, so
# the log must not keep the address either. `times`: how many a row stands for, once the door was
# shut to where they came from.
wrong_review_link = sa.Table(
    "wrong_review_link",
    METADATA,
    id_column(),
    sealed(sa.Column("source", sa.String(NAME - 1), nullable=False, index=True)),
    instant("at"),
    sa.Column("times", sa.Integer(), nullable=False, server_default="1"),
    version_column(),
    info=STAYS_HERE,
)

TABLES = {
    Kept.ROUND: review_round,
    Kept.CONFLICT: review_conflict,
    Kept.REVIEWER: peer_reviewer,
    Kept.DOCUMENT: round_document,
    Kept.TEXT: round_text,
    Kept.RATING: reviewer_rating,
    Kept.CHALLENGE: challenge,
    Kept.MODERATED: moderated_rating,
    Kept.LINK: review_link,
}
