"""First tables.

Imports nothing of ours: a migration stays as it was when the tables have moved on.
"""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None


def upgrade() -> None:
    """Forward only."""
    op.create_table(
        "activity_event",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=True),
        sa.Column("assessment_id", sa.String(length=36), nullable=True),
        sa.Column("subject_table", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("spell", sa.String(length=36), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_event")),
    )
    op.create_index(
        "ix_activity_event_assessment_at", "activity_event", ["assessment_id", "at"], unique=False
    )
    op.create_index(
        op.f("ix_activity_event_partnership_id"), "activity_event", ["partnership_id"], unique=False
    )
    op.create_index(
        "ix_activity_event_subject",
        "activity_event",
        ["subject_table", "subject_id", "at"],
        unique=False,
    )
    op.create_table(
        "area_draft",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_draft")),
        info={"stays_here": True},
    )
    op.create_table(
        "partnership",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("probation_region", sa.String(length=200), nullable=False),
        sa.Column("marking", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership")),
    )
    op.create_table(
        "statement_bank",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("edition", sa.String(length=200), nullable=False),
        sa.Column("wording", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_bank")),
        sa.UniqueConstraint("digest", name=op.f("uq_statement_bank_digest")),
    )
    op.create_table(
        "wrong_code",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=199), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_code")),
        info={"stays_here": True},
    )
    op.create_index(op.f("ix_wrong_code_source"), "wrong_code", ["source"], unique=False)
    op.create_table(
        "wrong_review_link",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=199), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), server_default="1", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_review_link")),
        info={"stays_here": True},
    )
    op.create_index(
        op.f("ix_wrong_review_link_source"), "wrong_review_link", ["source"], unique=False
    )
    op.create_table(
        "agency",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("representative", sa.String(length=200), nullable=False),
        sa.Column("substitute_role", sa.String(length=200), nullable=False),
        sa.Column("substitute", sa.String(length=200), nullable=False),
        sa.Column("can_commit", sa.String(length=40), nullable=False),
        sa.Column("check_with", sa.String(length=200), nullable=False),
        sa.Column("observer", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "can_commit in ('yes', 'must_check', 'not_known')", name=op.f("ck_agency_can_commit")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_agency_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
    )
    op.create_index(op.f("ix_agency_partnership_id"), "agency", ["partnership_id"], unique=False)
    op.create_table(
        "authority",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_authority_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority")),
    )
    op.create_index(
        op.f("ix_authority_partnership_id"), "authority", ["partnership_id"], unique=False
    )
    op.create_table(
        "copy_marking",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("marking", sa.String(length=200), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_copy_marking_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copy_marking")),
        sa.UniqueConstraint(
            "partnership_id", "audience", name=op.f("uq_copy_marking_partnership_id_audience")
        ),
    )
    op.create_index(
        op.f("ix_copy_marking_partnership_id"), "copy_marking", ["partnership_id"], unique=False
    )
    op.create_table(
        "name_draft",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "kind in ('authority', 'prison', 'agency')", name=op.f("ck_name_draft_kind")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_name_draft_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_draft")),
        sa.UniqueConstraint(
            "partnership_id", "kind", name=op.f("uq_name_draft_partnership_id_kind")
        ),
    )
    op.create_index(
        op.f("ix_name_draft_partnership_id"), "name_draft", ["partnership_id"], unique=False
    )
    op.create_table(
        "prison",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("in_area", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_prison_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prison")),
    )
    op.create_index(op.f("ix_prison_partnership_id"), "prison", ["partnership_id"], unique=False)
    op.create_table(
        "removed_text",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_by", sa.String(length=200), nullable=False),
        sa.Column("subject_table", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_removed_text_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed_text")),
    )
    op.create_index(
        op.f("ix_removed_text_partnership_id"), "removed_text", ["partnership_id"], unique=False
    )
    op.create_table(
        "agency_type",
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.Column("type_code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_agency_type_agency_id")
        ),
        sa.PrimaryKeyConstraint("agency_id", "type_code", name=op.f("pk_agency_type")),
    )
    op.create_index(op.f("ix_agency_type_agency_id"), "agency_type", ["agency_id"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("bank_id", sa.String(length=36), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("scope_kind", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("lead_agency_id", sa.String(length=36), nullable=True),
        sa.Column("lead_role", sa.String(length=200), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("plan_lead_agency_id", sa.String(length=36), nullable=True),
        sa.Column("plan_lead_role", sa.String(length=200), nullable=False),
        sa.Column("review_rhythm", sa.String(length=500), nullable=False),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("assess_again_on", sa.Date(), nullable=True),
        sa.Column("no_dates_reason", sa.String(length=4000), nullable=False),
        sa.Column("reopened_because", sa.String(length=4000), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sequence", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "(status in ('agreed', 'closed')) = (agreed_at is not null)",
            name=op.f("ck_assessment_agreed_has_its_moment"),
        ),
        sa.CheckConstraint(
            "scope_kind in ('core', 'all', 'chosen')", name=op.f("ck_assessment_scope_kind")
        ),
        sa.CheckConstraint(
            "status in ('preparing', 'views', 'consensus', 'agreed', 'closed')",
            name=op.f("ck_assessment_status"),
        ),
        sa.ForeignKeyConstraint(
            ["bank_id"], ["statement_bank.id"], name=op.f("fk_assessment_bank_id")
        ),
        sa.ForeignKeyConstraint(
            ["lead_agency_id"], ["agency.id"], name=op.f("fk_assessment_lead_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_assessment_partnership_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_lead_agency_id"], ["agency.id"], name=op.f("fk_assessment_plan_lead_agency_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    op.create_index(op.f("ix_assessment_bank_id"), "assessment", ["bank_id"], unique=False)
    op.create_index(
        op.f("ix_assessment_lead_agency_id"), "assessment", ["lead_agency_id"], unique=False
    )
    op.create_index(
        op.f("ix_assessment_partnership_id"), "assessment", ["partnership_id"], unique=False
    )
    op.create_index(
        op.f("ix_assessment_plan_lead_agency_id"),
        "assessment",
        ["plan_lead_agency_id"],
        unique=False,
    )
    op.create_table(
        "name_draft_type",
        sa.Column("name_draft_id", sa.String(length=36), nullable=False),
        sa.Column("type_code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["name_draft_id"], ["name_draft.id"], name=op.f("fk_name_draft_type_name_draft_id")
        ),
        sa.PrimaryKeyConstraint("name_draft_id", "type_code", name=op.f("pk_name_draft_type")),
    )
    op.create_index(
        op.f("ix_name_draft_type_name_draft_id"), "name_draft_type", ["name_draft_id"], unique=False
    )
    op.create_table(
        "different_view",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.Column("stance", sa.String(length=40), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "rating IS NULL OR stance = 'rated'", name=op.f("ck_different_view_rating_needs_stance")
        ),
        sa.CheckConstraint(
            "rating BETWEEN 0 AND 3", name=op.f("ck_different_view_rating_on_scale")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_different_view_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_different_view_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_different_view")),
    )
    op.create_index(
        op.f("ix_different_view_agency_id"), "different_view", ["agency_id"], unique=False
    )
    op.create_index(
        op.f("ix_different_view_assessment_id"), "different_view", ["assessment_id"], unique=False
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("owner_agency_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("kept", sa.String(length=500), nullable=False),
        sa.Column("link", sa.String(length=2000), nullable=False),
        sa.Column("strength", sa.String(length=40), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_evidence_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["owner_agency_id"], ["agency.id"], name=op.f("fk_evidence_owner_agency_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_assessment_id"), "evidence", ["assessment_id"], unique=False)
    op.create_index(
        op.f("ix_evidence_owner_agency_id"), "evidence", ["owner_agency_id"], unique=False
    )
    op.create_table(
        "export_made",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.String(length=500), nullable=False),
        sa.Column("marking", sa.String(length=200), nullable=False),
        sa.Column("notes", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_export_made_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_export_made_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_made")),
    )
    op.create_index(
        op.f("ix_export_made_assessment_id"), "export_made", ["assessment_id"], unique=False
    )
    op.create_index(
        op.f("ix_export_made_partnership_id"), "export_made", ["partnership_id"], unique=False
    )
    op.create_table(
        "join_code",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.Column("code_hash", sa.String(length=128), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_join_code_agency_id")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_join_code_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_join_code_code_hash")),
        info={"stays_here": True},
    )
    op.create_index(op.f("ix_join_code_agency_id"), "join_code", ["agency_id"], unique=False)
    op.create_index(
        op.f("ix_join_code_assessment_id"), "join_code", ["assessment_id"], unique=False
    )
    op.create_table(
        "laptop_turn",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=True),
        sa.Column("pin_hash", sa.String(length=128), nullable=False),
        sa.Column("wrong_pins", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_wrong_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_laptop_turn_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_laptop_turn_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_laptop_turn")),
        info={"stays_here": True},
    )
    op.create_index(op.f("ix_laptop_turn_agency_id"), "laptop_turn", ["agency_id"], unique=False)
    op.create_index(
        op.f("ix_laptop_turn_assessment_id"), "laptop_turn", ["assessment_id"], unique=False
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_meeting_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    op.create_index(op.f("ix_meeting_assessment_id"), "meeting", ["assessment_id"], unique=False)
    op.create_table(
        "no_action_reason",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_no_action_reason_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_no_action_reason")),
        sa.UniqueConstraint(
            "assessment_id",
            "statement_id",
            name=op.f("uq_no_action_reason_assessment_id_statement_id"),
        ),
    )
    op.create_index(
        op.f("ix_no_action_reason_assessment_id"),
        "no_action_reason",
        ["assessment_id"],
        unique=False,
    )
    op.create_table(
        "read_text",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=True),
        sa.Column("wording", sa.String(length=4000), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "choice in ('keep', 'reword', 'drop')", name=op.f("ck_read_text_choice")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_read_text_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_read_text")),
        sa.UniqueConstraint(
            "assessment_id",
            "audience",
            "digest",
            name=op.f("uq_read_text_assessment_id_audience_digest"),
        ),
    )
    op.create_index(
        op.f("ix_read_text_assessment_id"), "read_text", ["assessment_id"], unique=False
    )
    op.create_table(
        "reveal",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("spread_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("names_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "names_at IS NULL OR spread_at IS NOT NULL", name=op.f("ck_reveal_spread_before_names")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_reveal_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reveal")),
        sa.UniqueConstraint(
            "assessment_id", "statement_id", name=op.f("uq_reveal_assessment_id_statement_id")
        ),
    )
    op.create_index(op.f("ix_reveal_assessment_id"), "reveal", ["assessment_id"], unique=False)
    op.create_table(
        "review",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "ended_at IS NULL OR next_on IS NOT NULL", name=op.f("ck_review_ends_with_a_date")
        ),
        sa.CheckConstraint("minutes >= 1", name=op.f("ck_review_takes_minutes")),
        sa.CheckConstraint("place >= 0", name=op.f("ck_review_has_a_place")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_review_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_review_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    op.create_index(op.f("ix_review_assessment_id"), "review", ["assessment_id"], unique=False)
    op.create_index(op.f("ix_review_partnership_id"), "review", ["partnership_id"], unique=False)
    op.create_table(
        "review_round",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reviewing_area", sa.String(length=200), nullable=False),
        sa.Column("reviewing_kind", sa.String(length=40), nullable=True),
        sa.Column("blind", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("visit_on", sa.Date(), nullable=True),
        sa.Column("visit_minutes", sa.Integer(), nullable=True),
        sa.Column("visit_place", sa.String(length=500), nullable=False),
        sa.Column("gate_notice_days", sa.Integer(), nullable=True),
        sa.Column("progress_check_on", sa.Date(), nullable=True),
        sa.Column("letter_words", sa.String(length=4000), nullable=False),
        sa.Column("mailbox", sa.String(length=200), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("texts_frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_file_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("facts_due_on", sa.Date(), nullable=True),
        sa.Column("facts_checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "reviewing_kind in ('local_authority', 'probation_area', 'prison')",
            name=op.f("ck_review_round_reviewing_kind"),
        ),
        sa.CheckConstraint("gate_notice_days >= 0", name=op.f("ck_review_round_notice_counted")),
        sa.CheckConstraint("visit_minutes > 0", name=op.f("ck_review_round_visit_takes_minutes")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_review_round_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_round")),
        sa.UniqueConstraint(
            "assessment_id", "number", name=op.f("uq_review_round_assessment_id_number")
        ),
    )
    op.create_index(
        op.f("ix_review_round_assessment_id"), "review_round", ["assessment_id"], unique=False
    )
    op.create_table(
        "scope_statement",
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_scope_statement_assessment_id")
        ),
        sa.PrimaryKeyConstraint("assessment_id", "statement_id", name=op.f("pk_scope_statement")),
    )
    op.create_index(
        op.f("ix_scope_statement_assessment_id"), "scope_statement", ["assessment_id"], unique=False
    )
    op.create_table(
        "view",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("confidence", sa.String(length=40), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("keyed_by", sa.String(length=200), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("after_reveal", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(answer = 'rated') = (rating IS NOT NULL)", name=op.f("ck_view_rated_has_rating")
        ),
        sa.CheckConstraint(
            "answer in ('rated', 'dont_know', 'not_ours', 'not_applicable')",
            name=op.f("ck_view_answer"),
        ),
        sa.CheckConstraint("people > 0", name=op.f("ck_view_people_counted")),
        sa.CheckConstraint("rating BETWEEN 0 AND 3", name=op.f("ck_view_rating_on_scale")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_view_agency_id")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_view_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_view")),
        sa.UniqueConstraint(
            "assessment_id",
            "statement_id",
            "agency_id",
            "after_reveal",
            name=op.f("uq_view_assessment_id_statement_id_agency_id_after_reveal"),
        ),
    )
    op.create_index(op.f("ix_view_agency_id"), "view", ["agency_id"], unique=False)
    op.create_index(op.f("ix_view_assessment_id"), "view", ["assessment_id"], unique=False)
    op.create_table(
        "view_asking",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("names_shown", sa.Boolean(), nullable=True),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("reply_to", sa.String(length=200), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_view_asking_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_view_asking")),
        sa.UniqueConstraint("assessment_id", name=op.f("uq_view_asking_assessment_id")),
    )
    op.create_index(
        op.f("ix_view_asking_assessment_id"), "view_asking", ["assessment_id"], unique=False
    )
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("arranged", sa.String(length=40), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=True),
        sa.Column("statement_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finish_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("break_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shortcuts", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "arranged in ('by_domain', 'widest_first')", name=op.f("ck_workshop_arranged")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_workshop_assessment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop")),
        sa.UniqueConstraint("assessment_id", name=op.f("uq_workshop_assessment_id")),
    )
    op.create_index(op.f("ix_workshop_assessment_id"), "workshop", ["assessment_id"], unique=False)
    op.create_table(
        "agreed_rating",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("not_applicable", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("not_applicable_reason", sa.String(length=4000), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=True),
        sa.Column("because", sa.String(length=4000), nullable=False),
        sa.Column("rationale", sa.String(length=4000), nullable=False),
        sa.Column("words_from", sa.String(length=36), nullable=True),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "NOT not_applicable OR not_applicable_reason <> ''",
            name=op.f("ck_agreed_rating_not_applicable_has_reason"),
        ),
        sa.CheckConstraint("rating BETWEEN 0 AND 3", name=op.f("ck_agreed_rating_rating_on_scale")),
        sa.CheckConstraint(
            "rating IS NULL OR NOT not_applicable",
            name=op.f("ck_agreed_rating_rated_or_not_applicable"),
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_agreed_rating_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agreed_rating_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["words_from"], ["agency.id"], name=op.f("fk_agreed_rating_words_from")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_rating")),
        sa.UniqueConstraint(
            "assessment_id",
            "statement_id",
            name=op.f("uq_agreed_rating_assessment_id_statement_id"),
        ),
    )
    op.create_index(
        op.f("ix_agreed_rating_assessment_id"), "agreed_rating", ["assessment_id"], unique=False
    )
    op.create_index(
        op.f("ix_agreed_rating_meeting_id"), "agreed_rating", ["meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_agreed_rating_words_from"), "agreed_rating", ["words_from"], unique=False
    )
    op.create_table(
        "attendance",
        sa.Column("meeting_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_attendance_agency_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "agency_id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_agency_id"), "attendance", ["agency_id"], unique=False)
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_table(
        "device",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("join_code_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.Column("token_hash", sa.String(length=128), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("contact", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_device_agency_id")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_device_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["join_code_id"], ["join_code.id"], name=op.f("fk_device_join_code_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sa.UniqueConstraint(
            "assessment_id",
            "agency_id",
            "number",
            name=op.f("uq_device_assessment_id_agency_id_number"),
        ),
        sa.UniqueConstraint("token_hash", name=op.f("uq_device_token_hash")),
        info={"stays_here": True},
    )
    op.create_index(op.f("ix_device_agency_id"), "device", ["agency_id"], unique=False)
    op.create_index(op.f("ix_device_assessment_id"), "device", ["assessment_id"], unique=False)
    op.create_index(op.f("ix_device_join_code_id"), "device", ["join_code_id"], unique=False)
    op.create_table(
        "evidence_prison",
        sa.Column("evidence_id", sa.String(length=36), nullable=False),
        sa.Column("prison_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_evidence_prison_evidence_id")
        ),
        sa.ForeignKeyConstraint(
            ["prison_id"], ["prison.id"], name=op.f("fk_evidence_prison_prison_id")
        ),
        sa.PrimaryKeyConstraint("evidence_id", "prison_id", name=op.f("pk_evidence_prison")),
    )
    op.create_index(
        op.f("ix_evidence_prison_evidence_id"), "evidence_prison", ["evidence_id"], unique=False
    )
    op.create_index(
        op.f("ix_evidence_prison_prison_id"), "evidence_prison", ["prison_id"], unique=False
    )
    op.create_table(
        "evidence_statement",
        sa.Column("evidence_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_evidence_statement_evidence_id")
        ),
        sa.PrimaryKeyConstraint("evidence_id", "statement_id", name=op.f("pk_evidence_statement")),
    )
    op.create_index(
        op.f("ix_evidence_statement_evidence_id"),
        "evidence_statement",
        ["evidence_id"],
        unique=False,
    )
    op.create_table(
        "moderated_rating",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("not_applicable", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "rating BETWEEN 0 AND 3", name=op.f("ck_moderated_rating_rating_on_scale")
        ),
        sa.CheckConstraint(
            "rating IS NULL OR NOT not_applicable",
            name=op.f("ck_moderated_rating_rated_or_not_applicable"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_moderated_rating_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["review_round.id"], name=op.f("fk_moderated_rating_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderated_rating")),
        sa.UniqueConstraint(
            "round_id", "statement_id", name=op.f("uq_moderated_rating_round_id_statement_id")
        ),
    )
    op.create_index(
        op.f("ix_moderated_rating_meeting_id"), "moderated_rating", ["meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_moderated_rating_round_id"), "moderated_rating", ["round_id"], unique=False
    )
    op.create_table(
        "peer_reviewer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=False),
        sa.Column("may_bid_for", sa.String(length=36), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["may_bid_for"], ["agency.id"], name=op.f("fk_peer_reviewer_may_bid_for")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["review_round.id"], name=op.f("fk_peer_reviewer_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peer_reviewer")),
    )
    op.create_index(
        op.f("ix_peer_reviewer_may_bid_for"), "peer_reviewer", ["may_bid_for"], unique=False
    )
    op.create_index(op.f("ix_peer_reviewer_round_id"), "peer_reviewer", ["round_id"], unique=False)
    op.create_table(
        "review_agency",
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_review_agency_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_review_agency_review_id")
        ),
        sa.PrimaryKeyConstraint("review_id", "agency_id", name=op.f("pk_review_agency")),
    )
    op.create_index(
        op.f("ix_review_agency_agency_id"), "review_agency", ["agency_id"], unique=False
    )
    op.create_index(
        op.f("ix_review_agency_review_id"), "review_agency", ["review_id"], unique=False
    )
    op.create_table(
        "review_conflict",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "answer in ('yes', 'no', 'not_known')", name=op.f("ck_review_conflict_answer")
        ),
        sa.CheckConstraint(
            "question in ('shared_provider', 'may_bid', 'prisons', 'family_or_work', 'reviewed_last')",
            name=op.f("ck_review_conflict_question"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["review_round.id"], name=op.f("fk_review_conflict_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_conflict")),
        sa.UniqueConstraint(
            "round_id", "question", name=op.f("uq_review_conflict_round_id_question")
        ),
    )
    op.create_index(
        op.f("ix_review_conflict_round_id"), "review_conflict", ["round_id"], unique=False
    )
    op.create_table(
        "round_document",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("evidence_id", sa.String(length=36), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "way in ('secure_mail', 'on_the_day', 'not_available')",
            name=op.f("ck_round_document_way"),
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_round_document_evidence_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["review_round.id"], name=op.f("fk_round_document_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_document")),
        sa.UniqueConstraint(
            "round_id", "evidence_id", name=op.f("uq_round_document_round_id_evidence_id")
        ),
    )
    op.create_index(
        op.f("ix_round_document_evidence_id"), "round_document", ["evidence_id"], unique=False
    )
    op.create_index(
        op.f("ix_round_document_round_id"), "round_document", ["round_id"], unique=False
    )
    op.create_table(
        "round_statement",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["review_round.id"], name=op.f("fk_round_statement_round_id")
        ),
        sa.PrimaryKeyConstraint("round_id", "statement_id", name=op.f("pk_round_statement")),
    )
    op.create_index(
        op.f("ix_round_statement_round_id"), "round_statement", ["round_id"], unique=False
    )
    op.create_table(
        "round_text",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "place in ('evidence_title', 'rationale', 'not_applicable_reason')",
            name=op.f("ck_round_text_place"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["review_round.id"], name=op.f("fk_round_text_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_text")),
        sa.UniqueConstraint(
            "round_id", "place", "about", name=op.f("uq_round_text_round_id_place_about")
        ),
    )
    op.create_index(op.f("ix_round_text_round_id"), "round_text", ["round_id"], unique=False)
    op.create_table(
        "view_prison",
        sa.Column("view_id", sa.String(length=36), nullable=False),
        sa.Column("prison_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["prison_id"], ["prison.id"], name=op.f("fk_view_prison_prison_id")
        ),
        sa.ForeignKeyConstraint(["view_id"], ["view.id"], name=op.f("fk_view_prison_view_id")),
        sa.PrimaryKeyConstraint("view_id", "prison_id", name=op.f("pk_view_prison")),
    )
    op.create_index(op.f("ix_view_prison_prison_id"), "view_prison", ["prison_id"], unique=False)
    op.create_index(op.f("ix_view_prison_view_id"), "view_prison", ["view_id"], unique=False)
    op.create_table(
        "colleague_answer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(answer = 'rated') = (rating IS NOT NULL)",
            name=op.f("ck_colleague_answer_rated_has_rating"),
        ),
        sa.CheckConstraint(
            "rating BETWEEN 0 AND 3", name=op.f("ck_colleague_answer_rating_on_scale")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_colleague_answer_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["device_id"], ["device.id"], name=op.f("fk_colleague_answer_device_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_colleague_answer")),
        sa.UniqueConstraint(
            "assessment_id",
            "statement_id",
            "device_id",
            name=op.f("uq_colleague_answer_assessment_id_statement_id_device_id"),
        ),
        info={"stays_here": True},
    )
    op.create_index(
        op.f("ix_colleague_answer_assessment_id"),
        "colleague_answer",
        ["assessment_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_colleague_answer_device_id"), "colleague_answer", ["device_id"], unique=False
    )
    op.create_table(
        "moderated_agency",
        sa.Column("moderated_rating_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_moderated_agency_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["moderated_rating_id"],
            ["moderated_rating.id"],
            name=op.f("fk_moderated_agency_moderated_rating_id"),
        ),
        sa.PrimaryKeyConstraint(
            "moderated_rating_id", "agency_id", name=op.f("pk_moderated_agency")
        ),
    )
    op.create_index(
        op.f("ix_moderated_agency_agency_id"), "moderated_agency", ["agency_id"], unique=False
    )
    op.create_index(
        op.f("ix_moderated_agency_moderated_rating_id"),
        "moderated_agency",
        ["moderated_rating_id"],
        unique=False,
    )
    op.create_table(
        "rating_prison",
        sa.Column("agreed_rating_id", sa.String(length=36), nullable=False),
        sa.Column("prison_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreed_rating_id"],
            ["agreed_rating.id"],
            name=op.f("fk_rating_prison_agreed_rating_id"),
        ),
        sa.ForeignKeyConstraint(
            ["prison_id"], ["prison.id"], name=op.f("fk_rating_prison_prison_id")
        ),
        sa.PrimaryKeyConstraint("agreed_rating_id", "prison_id", name=op.f("pk_rating_prison")),
    )
    op.create_index(
        op.f("ix_rating_prison_agreed_rating_id"),
        "rating_prison",
        ["agreed_rating_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_rating_prison_prison_id"), "rating_prison", ["prison_id"], unique=False
    )
    op.create_table(
        "review_link",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reviewer_id", sa.String(length=36), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["peer_reviewer.id"], name=op.f("fk_review_link_reviewer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_review_link_token_hash")),
        info={"stays_here": True},
    )
    op.create_index(
        op.f("ix_review_link_reviewer_id"), "review_link", ["reviewer_id"], unique=False
    )
    op.create_table(
        "reviewer_rating",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reviewer_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("cannot_tell", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("line", sa.String(length=500), nullable=False),
        sa.Column("comment", sa.String(length=4000), nullable=False),
        sa.Column("question", sa.String(length=4000), nullable=False),
        sa.Column("evidence_asked", sa.String(length=4000), nullable=False),
        sa.Column("borrow", sa.String(length=4000), nullable=False),
        sa.Column("pass_on", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("for_visit", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("way in ('pack', 'link')", name=op.f("ck_reviewer_rating_way")),
        sa.CheckConstraint(
            "rating BETWEEN 0 AND 3", name=op.f("ck_reviewer_rating_rating_on_scale")
        ),
        sa.CheckConstraint(
            "rating IS NULL OR NOT cannot_tell",
            name=op.f("ck_reviewer_rating_rated_or_cannot_tell"),
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["peer_reviewer.id"], name=op.f("fk_reviewer_rating_reviewer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviewer_rating")),
        sa.UniqueConstraint(
            "reviewer_id", "statement_id", name=op.f("uq_reviewer_rating_reviewer_id_statement_id")
        ),
    )
    op.create_index(
        op.f("ix_reviewer_rating_reviewer_id"), "reviewer_rating", ["reviewer_id"], unique=False
    )
    op.create_table(
        "withheld_statement",
        sa.Column("reviewer_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["peer_reviewer.id"], name=op.f("fk_withheld_statement_reviewer_id")
        ),
        sa.PrimaryKeyConstraint("reviewer_id", "statement_id", name=op.f("pk_withheld_statement")),
    )
    op.create_index(
        op.f("ix_withheld_statement_reviewer_id"),
        "withheld_statement",
        ["reviewer_id"],
        unique=False,
    )
    op.create_table(
        "challenge",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("rating_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=True),
        sa.Column("reply", sa.String(length=4000), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("outcome_reason", sa.String(length=4000), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=4000), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "answered_at IS NULL OR answer <> ''", name=op.f("ck_challenge_answered_in_words")
        ),
        sa.CheckConstraint(
            "outcome in ('accept_and_change', 'accept_in_part', 'not_accepted', 'turned_into_action')",
            name=op.f("ck_challenge_outcome"),
        ),
        sa.CheckConstraint(
            "confirmed_at IS NULL OR outcome IS NOT NULL",
            name=op.f("ck_challenge_confirmed_outcome"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_challenge_agency_id")),
        sa.ForeignKeyConstraint(
            ["rating_id"], ["reviewer_rating.id"], name=op.f("fk_challenge_rating_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
        sa.UniqueConstraint("rating_id", name=op.f("uq_challenge_rating_id")),
    )
    op.create_index(op.f("ix_challenge_agency_id"), "challenge", ["agency_id"], unique=False)
    op.create_index(op.f("ix_challenge_rating_id"), "challenge", ["rating_id"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("opened_in", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("why", sa.String(length=4000), nullable=False),
        sa.Column("owner_agency_id", sa.String(length=36), nullable=True),
        sa.Column("owner_role", sa.String(length=200), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("answered_by", sa.String(length=200), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("declined_because", sa.String(length=4000), nullable=False),
        sa.Column("measure", sa.String(length=500), nullable=False),
        sa.Column("baseline", sa.String(length=500), nullable=False),
        sa.Column("target", sa.String(length=500), nullable=False),
        sa.Column("effort", sa.String(length=40), nullable=True),
        sa.Column("resources", sa.String(length=500), nullable=False),
        sa.Column("resources_available", sa.String(length=40), nullable=True),
        sa.Column("budget_agreed", sa.String(length=40), nullable=True),
        sa.Column("cost_pounds", sa.Integer(), nullable=True),
        sa.Column("funder_agency_id", sa.String(length=36), nullable=True),
        sa.Column("funder", sa.String(length=200), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("original_due_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_to", sa.Date(), nullable=True),
        sa.Column("no_due_reason", sa.String(length=500), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("blocked_by", sa.String(length=4000), nullable=False),
        sa.Column("waiting_for", sa.String(length=500), nullable=False),
        sa.Column("waiting_agency_id", sa.String(length=36), nullable=True),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("stopped_reason", sa.String(length=4000), nullable=False),
        sa.Column("stopped_approved_by", sa.String(length=200), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("shown_by", sa.String(length=4000), nullable=False),
        sa.Column("impact_due_on", sa.Date(), nullable=True),
        sa.Column("effect_draft", sa.String(length=4000), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("priority_override", sa.String(length=40), nullable=True),
        sa.Column("priority_reason", sa.String(length=500), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("challenge_id", sa.String(length=36), nullable=True),
        sa.Column("starter", sa.String(length=500), nullable=False),
        sa.Column("note_draft", sa.String(length=4000), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "answer <> 'declined' OR declined_because <> ''",
            name=op.f("ck_action_declined_because"),
        ),
        sa.CheckConstraint(
            "priority_override IS NULL OR priority_reason <> ''",
            name=op.f("ck_action_override_with_reason"),
        ),
        sa.CheckConstraint(
            "stopped_on IS NULL OR (stopped_reason <> '' AND stopped_approved_by <> '')",
            name=op.f("ck_action_stopped_with_reason"),
        ),
        sa.CheckConstraint("what <> ''", name=op.f("ck_action_says_what")),
        sa.CheckConstraint(
            "cost_pounds IS NULL OR cost_pounds >= 0", name=op.f("ck_action_costs_nought_or_more")
        ),
        sa.CheckConstraint(
            "due_on IS NULL OR original_due_on IS NOT NULL", name=op.f("ck_action_first_due_kept")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_action_numbered_from_one")),
        sa.CheckConstraint(
            "start_on IS NULL OR due_on IS NULL OR start_on <= due_on",
            name=op.f("ck_action_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["challenge_id"], ["challenge.id"], name=op.f("fk_action_challenge_id")
        ),
        sa.ForeignKeyConstraint(
            ["funder_agency_id"], ["agency.id"], name=op.f("fk_action_funder_agency_id")
        ),
        sa.ForeignKeyConstraint(["opened_in"], ["assessment.id"], name=op.f("fk_action_opened_in")),
        sa.ForeignKeyConstraint(
            ["owner_agency_id"], ["agency.id"], name=op.f("fk_action_owner_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_action_partnership_id")
        ),
        sa.ForeignKeyConstraint(
            ["waiting_agency_id"], ["agency.id"], name=op.f("fk_action_waiting_agency_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint(
            "partnership_id", "number", name=op.f("uq_action_partnership_id_number")
        ),
    )
    op.create_index(op.f("ix_action_challenge_id"), "action", ["challenge_id"], unique=False)
    op.create_index(
        op.f("ix_action_funder_agency_id"), "action", ["funder_agency_id"], unique=False
    )
    op.create_index(op.f("ix_action_opened_in"), "action", ["opened_in"], unique=False)
    op.create_index(op.f("ix_action_owner_agency_id"), "action", ["owner_agency_id"], unique=False)
    op.create_index(op.f("ix_action_partnership_id"), "action", ["partnership_id"], unique=False)
    op.create_index(
        op.f("ix_action_waiting_agency_id"), "action", ["waiting_agency_id"], unique=False
    )
    op.create_table(
        "action_pair",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("partnership_id", sa.String(length=36), nullable=False),
        sa.Column("kept_id", sa.String(length=36), nullable=False),
        sa.Column("other_id", sa.String(length=36), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("kept_id <> other_id", name=op.f("ck_action_pair_of_two")),
        sa.ForeignKeyConstraint(["kept_id"], ["action.id"], name=op.f("fk_action_pair_kept_id")),
        sa.ForeignKeyConstraint(["other_id"], ["action.id"], name=op.f("fk_action_pair_other_id")),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_action_pair_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_pair")),
        sa.UniqueConstraint("kept_id", "other_id", name=op.f("uq_action_pair_kept_id_other_id")),
    )
    op.create_index(op.f("ix_action_pair_kept_id"), "action_pair", ["kept_id"], unique=False)
    op.create_index(op.f("ix_action_pair_other_id"), "action_pair", ["other_id"], unique=False)
    op.create_index(
        op.f("ix_action_pair_partnership_id"), "action_pair", ["partnership_id"], unique=False
    )
    op.create_table(
        "action_prison",
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("prison_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_prison_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["prison_id"], ["prison.id"], name=op.f("fk_action_prison_prison_id")
        ),
        sa.PrimaryKeyConstraint("action_id", "prison_id", name=op.f("pk_action_prison")),
    )
    op.create_index(
        op.f("ix_action_prison_action_id"), "action_prison", ["action_id"], unique=False
    )
    op.create_index(
        op.f("ix_action_prison_prison_id"), "action_prison", ["prison_id"], unique=False
    )
    op.create_table(
        "action_statement",
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("statement_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_statement_action_id")
        ),
        sa.PrimaryKeyConstraint("action_id", "statement_id", name=op.f("pk_action_statement")),
    )
    op.create_index(
        op.f("ix_action_statement_action_id"), "action_statement", ["action_id"], unique=False
    )
    op.create_table(
        "action_supporter",
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_supporter_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_action_supporter_agency_id")
        ),
        sa.PrimaryKeyConstraint("action_id", "agency_id", name=op.f("pk_action_supporter")),
    )
    op.create_index(
        op.f("ix_action_supporter_action_id"), "action_supporter", ["action_id"], unique=False
    )
    op.create_index(
        op.f("ix_action_supporter_agency_id"), "action_supporter", ["agency_id"], unique=False
    )
    op.create_table(
        "date_move",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_date_move_action_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_date_move")),
    )
    op.create_index(op.f("ix_date_move_action_id"), "date_move", ["action_id"], unique=False)
    op.create_table(
        "impact_answer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "answer <> 'seen' OR words <> ''", name=op.f("ck_impact_answer_seen_says_what")
        ),
        sa.CheckConstraint(
            "answer <> 'too_early' OR ask_on IS NOT NULL", name=op.f("ck_impact_answer_asked_again")
        ),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_impact_answer_action_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_impact_answer")),
    )
    op.create_index(
        op.f("ix_impact_answer_action_id"), "impact_answer", ["action_id"], unique=False
    )
    op.create_table(
        "progress_note",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_by", sa.String(length=200), nullable=False),
        sa.Column("report", sa.String(length=40), nullable=True),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_progress_note_action_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_note")),
    )
    op.create_index(
        op.f("ix_progress_note_action_id"), "progress_note", ["action_id"], unique=False
    )
    op.create_table(
        "review_turn",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("stood", sa.String(length=40), nullable=False),
        sa.Column("stands", sa.String(length=40), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("place >= 1", name=op.f("ck_review_turn_placed_from_one")),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_review_turn_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_review_turn_review_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_turn")),
        sa.UniqueConstraint(
            "review_id", "action_id", name=op.f("uq_review_turn_review_id_action_id")
        ),
        sa.UniqueConstraint("review_id", "place", name=op.f("uq_review_turn_review_id_place")),
    )
    op.create_index(op.f("ix_review_turn_action_id"), "review_turn", ["action_id"], unique=False)
    op.create_index(op.f("ix_review_turn_review_id"), "review_turn", ["review_id"], unique=False)
