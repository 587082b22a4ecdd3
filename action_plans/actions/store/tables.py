"""The tables of the action plan: one row for each fact."""

import sqlalchemy as sa

from action_plans.actions.model import (
    MOVE_MORE,
    NO_ACTION_REASON,
    NOTE_SAID_BY,
    STARTER,
    TEXTS,
)
from action_plans.actions.model.choices import (
    Answer,
    Effort,
    Impact,
    Kind,
    Level,
    MoveReason,
    Reported,
    Source,
    YesNo,
)
from assessment.store.tables import (
    METADATA,
    archived_column,
    choice,
    day,
    id_column,
    instant,
    linked,
    reference,
    text,
    version_column,
)


def _text(name: str, limit: int = 0) -> sa.Column[str]:
    return text(name, limit or TEXTS[name].limit, nullable=False)


action = sa.Table(
    "action",
    METADATA,
    id_column(),
    reference("partnership.id"),
    reference("assessment.id", name="opened_in"),
    sa.Column("number", sa.Integer(), nullable=False),
    _text("what"),
    choice("kind", Kind, nullable=False),
    _text("why"),
    reference("agency.id", name="owner_agency_id", nullable=True),
    _text("owner_role"),
    choice("answer", Answer, nullable=False),
    _text("answered_by"),
    day("answered_on"),
    _text("declined_because"),
    _text("measure"),
    _text("baseline"),
    _text("target"),
    choice("effort", Effort),
    _text("resources"),
    choice("resources_available", YesNo),
    choice("budget_agreed", YesNo),
    sa.Column("cost_pounds", sa.Integer(), nullable=True),
    reference("agency.id", name="funder_agency_id", nullable=True),
    _text("funder"),
    day("start_on"),
    day("original_due_on"),
    day("due_on"),
    instant("moved_at", nullable=True),
    day("held_to"),
    _text("no_due_reason"),
    day("review_on"),
    _text("blocked_by"),
    _text("waiting_for"),
    reference("agency.id", name="waiting_agency_id", nullable=True),
    day("stopped_on"),
    _text("stopped_reason"),
    _text("stopped_approved_by"),
    day("completed_on"),
    _text("shown_by"),
    day("impact_due_on"),
    _text("effect_draft"),
    day("reviewed_on"),
    choice("priority_override", Level),
    _text("priority_reason"),
    choice("source", Source, nullable=False),
    reference("challenge.id", nullable=True),
    _text("starter", STARTER),
    _text("note_draft"),
    instant("created_at"),
    instant("saved_at"),
    version_column(),
    archived_column(),
    sa.UniqueConstraint("partnership_id", "number"),
    sa.CheckConstraint("number >= 1", name="numbered_from_one"),
    sa.CheckConstraint("what <> ''", name="says_what"),
    sa.CheckConstraint("cost_pounds IS NULL OR cost_pounds >= 0", name="costs_nought_or_more"),
    sa.CheckConstraint("answer <> 'declined' OR declined_because <> ''", name="declined_because"),
    sa.CheckConstraint(
        "stopped_on IS NULL OR (stopped_reason <> '' AND stopped_approved_by <> '')",
        name="stopped_with_reason",
    ),
    sa.CheckConstraint("due_on IS NULL OR original_due_on IS NOT NULL", name="first_due_kept"),
    sa.CheckConstraint("start_on IS NULL OR due_on IS NULL OR start_on <= due_on", name="in_order"),
    sa.CheckConstraint(
        "priority_override IS NULL OR priority_reason <> ''", name="override_with_reason"
    ),
)

action_statement = sa.Table(
    "action_statement",
    METADATA,
    linked("action.id"),
    sa.Column("statement_id", sa.String(40), primary_key=True),
)

action_prison = sa.Table("action_prison", METADATA, linked("action.id"), linked("prison.id"))

action_supporter = sa.Table("action_supporter", METADATA, linked("action.id"), linked("agency.id"))

progress_note = sa.Table(
    "progress_note",
    METADATA,
    id_column(),
    reference("action.id"),
    instant("at"),
    _text("said_by", NOTE_SAID_BY),
    choice("report", Reported),
    _text("text", TEXTS["note_draft"].limit),
    version_column(),
)

date_move = sa.Table(
    "date_move",
    METADATA,
    id_column(),
    reference("action.id"),
    instant("at"),
    day("from_on"),
    day("to_on"),
    choice("reason", MoveReason),
    _text("words", MOVE_MORE),
    instant("saved_at"),
    version_column(),
)

impact_answer = sa.Table(
    "impact_answer",
    METADATA,
    id_column(),
    reference("action.id"),
    instant("at"),
    choice("answer", Impact, nullable=False),
    _text("words", TEXTS["effect_draft"].limit),
    day("ask_on"),
    version_column(),
    sa.CheckConstraint("answer <> 'seen' OR words <> ''", name="seen_says_what"),
    sa.CheckConstraint("answer <> 'too_early' OR ask_on IS NOT NULL", name="asked_again"),
)

no_action_reason = sa.Table(
    "no_action_reason",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("statement_id", sa.String(40), nullable=False),
    _text("reason", NO_ACTION_REASON),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id", "statement_id"),
)
