"""The tables of the partnership."""

import sqlalchemy as sa

from assessment.access.texts import LINE, NAME, PARAGRAPH
from assessment.partnership.model import CanCommit, ScopeKind, Status
from assessment.store.tables import (
    METADATA,
    archived_column,
    choice,
    day,
    id_column,
    instant,
    linked,
    reference,
    sequence_column,
    text,
    version_column,
    yes_no,
)


def _listed(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """A table of things that a partnership lists by name, in the order in which it adds them."""
    of_partnership = (reference("partnership.id"), text("name", NAME, nullable=False))
    life = (instant("added_at"), instant("saved_at"), version_column(), archived_column())
    return sa.Table(name, METADATA, id_column(), *of_partnership, *columns, *life)


partnership = sa.Table(
    "partnership",
    METADATA,
    id_column(),
    text("name", NAME, nullable=False),
    text("probation_region", NAME, nullable=False),
    text("marking", NAME, nullable=False),
    instant("created_at"),
    instant("saved_at"),
    version_column(),
    archived_column(),
)

authority = _listed("authority", text("code", NAME, nullable=False))

prison = _listed("prison", yes_no("in_area", default=True))

agency = _listed(
    "agency",
    text("role", NAME, nullable=False),
    text("representative", NAME, nullable=False),
    text("substitute_role", NAME, nullable=False),
    text("substitute", NAME, nullable=False),
    choice("can_commit", CanCommit, nullable=False),
    text("check_with", NAME, nullable=False),
    yes_no("observer"),
    sa.CheckConstraint("can_commit in ('yes', 'must_check', 'not_known')", "can_commit"),
)

agency_type = sa.Table(
    "agency_type",
    METADATA,
    linked("agency.id"),
    sa.Column("type_code", sa.String(40), primary_key=True),
)

assessment = sa.Table(
    "assessment",
    METADATA,
    id_column(),
    reference("partnership.id"),
    reference("statement_bank.id", name="bank_id"),
    day("month", nullable=False),
    choice("scope_kind", ScopeKind, nullable=False),
    choice("status", Status, nullable=False),
    reference("agency.id", name="lead_agency_id", nullable=True),
    text("lead_role", NAME, nullable=False),
    day("keep_until"),
    reference("agency.id", name="plan_lead_agency_id", nullable=True),
    text("plan_lead_role", NAME, nullable=False),
    text("review_rhythm", LINE, nullable=False),
    day("next_review_on"),
    day("assess_again_on"),
    text("no_dates_reason", PARAGRAPH, nullable=False),
    text("reopened_because", PARAGRAPH, nullable=False),
    instant("agreed_at", nullable=True),
    instant("created_at"),
    instant("saved_at"),
    version_column(),
    archived_column(),
    sequence_column(),
    sa.CheckConstraint("scope_kind in ('core', 'all', 'chosen')", "scope_kind"),
    sa.CheckConstraint(
        "status in ('preparing', 'views', 'consensus', 'agreed', 'closed')", "status"
    ),
    sa.CheckConstraint(
        "(status in ('agreed', 'closed')) = (agreed_at is not null)", "agreed_has_its_moment"
    ),
)

scope_statement = sa.Table(
    "scope_statement",
    METADATA,
    linked("assessment.id"),
    sa.Column("statement_id", sa.String(40), primary_key=True),
)

meeting = sa.Table(
    "meeting",
    METADATA,
    id_column(),
    reference("assessment.id"),
    day("held_on", nullable=False),
    instant("saved_at"),
    version_column(),
    archived_column(),
)

attendance = sa.Table("attendance", METADATA, linked("meeting.id"), linked("agency.id"))
