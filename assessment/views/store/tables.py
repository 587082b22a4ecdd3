"""The tables of views: one row for each fact."""

import sqlalchemy as sa

from assessment.access.texts import NAME, PARAGRAPH
from assessment.store.tables import (
    ID_LENGTH,
    METADATA,
    STAYS_HERE,
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
from assessment.views.model import Answer, Confidence, Way


# What an agency said is sealed: the activity log tells that a view was given, never which.
view = sa.Table(
    "view",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("statement_id", sa.String(40), nullable=False),
    reference("agency.id"),
    sealed(choice("answer", Answer, nullable=False)),
    sealed(sa.Column("rating", sa.Integer())),
    sealed(text("reason", PARAGRAPH, nullable=False)),
    sealed(choice("confidence", Confidence)),
    sealed(sa.Column("people", sa.Integer())),
    choice("way", Way, nullable=False),
    text("keyed_by", NAME, nullable=False),
    text("device_id", ID_LENGTH, nullable=False),  # devices stay here, views go with a copy
    yes_no("after_reveal"),
    instant("given_at"),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id", "statement_id", "agency_id", "after_reveal"),
    sa.CheckConstraint("rating BETWEEN 0 AND 3", name="rating_on_scale"),
    sa.CheckConstraint("(answer = 'rated') = (rating IS NOT NULL)", name="rated_has_rating"),
    sa.CheckConstraint("people > 0", name="people_counted"),
    sa.CheckConstraint(
        "answer in ('rated', 'dont_know', 'not_ours', 'not_applicable')", name="answer"
    ),
)

view_prison = sa.Table(
    "view_prison",
    METADATA,
    linked("view.id"),
    sealed(linked("prison.id")),
)

view_asking = sa.Table(
    "view_asking",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("names_shown", sa.Boolean()),
    day("reply_by"),
    text("reply_to", NAME, nullable=False),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id"),
)

reveal = sa.Table(
    "reveal",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("statement_id", sa.String(40), nullable=False),
    instant("frozen_at"),
    instant("spread_at", nullable=True),
    instant("names_at", nullable=True),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id", "statement_id"),
    sa.CheckConstraint("names_at IS NULL OR spread_at IS NOT NULL", name="spread_before_names"),
)

# What a colleague's device says beside the agency's own view, until the contact sends one.
colleague_answer = sa.Table(
    "colleague_answer",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("statement_id", sa.String(40), nullable=False),
    reference("device.id"),
    sealed(choice("answer", Answer, nullable=False)),
    sealed(sa.Column("rating", sa.Integer())),
    sealed(text("reason", PARAGRAPH, nullable=False)),
    instant("given_at"),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id", "statement_id", "device_id"),
    sa.CheckConstraint("rating BETWEEN 0 AND 3", name="rating_on_scale"),
    sa.CheckConstraint("(answer = 'rated') = (rating IS NOT NULL)", name="rated_has_rating"),
    info=STAYS_HERE,
)
