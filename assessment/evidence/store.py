"""The evidence register's rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from assessment.access.texts import LINE, LINK
from assessment.bank.model import EvidenceKind
from assessment.evidence.model import Evidence, Strength
from assessment.store.activity import ActivityEvent
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
from assessment.store.work import Reading, Writing


evidence = sa.Table(
    "evidence",
    METADATA,
    id_column(),
    reference("assessment.id"),
    text("title", LINE, nullable=False),
    reference("agency.id", name="owner_agency_id", nullable=True),
    choice("kind", EvidenceKind),
    day("dated"),
    text("kept", LINE, nullable=False),
    text("link", LINK, nullable=False),
    choice("strength", Strength),
    instant("added_at"),
    instant("saved_at"),
    version_column(),
    archived_column(),
)

evidence_statement = sa.Table(
    "evidence_statement",
    METADATA,
    linked("evidence.id"),
    sa.Column("statement_id", sa.String(40), primary_key=True),
)

evidence_prison = sa.Table("evidence_prison", METADATA, linked("evidence.id"), linked("prison.id"))

# Made once: it is asked with every click.
_KINDS = (
    sa.select(evidence_statement.c.statement_id, evidence.c.kind)
    .distinct()
    .join(evidence, evidence.c.id == evidence_statement.c.evidence_id)
    .where(
        evidence.c.assessment_id == sa.bindparam("assessment"),
        evidence.c.archived_at.is_(None),
        evidence.c.title != "",
        evidence.c.kind.is_not(None),
    )
)


def evidence_rows(
    tx: Reading, assessment_id: str, *, archived: bool = False
) -> tuple[Evidence, ...]:
    """The register, in the order in which it was added."""
    put_away = evidence.c.archived_at.is_not(None) if archived else evidence.c.archived_at.is_(None)
    rows = tx.all(
        sa.select(evidence)
        .where(evidence.c.assessment_id == assessment_id, put_away)
        .order_by(evidence.c.added_at, evidence.c.id)
    )
    statements = _linked_ids(tx, evidence_statement, "statement_id", assessment_id)
    prisons = _linked_ids(tx, evidence_prison, "prison_id", assessment_id)
    return tuple(_evidence(row, statements[row["id"]], prisons[row["id"]]) for row in rows)


def kinds(tx: Reading, assessment_id: str) -> Mapping[str, frozenset[EvidenceKind]]:
    """The kinds of titled evidence in use, by statement; statements without any are left out."""
    rows = tx.all(_KINDS, assessment=assessment_id)
    found: defaultdict[str, set[EvidenceKind]] = defaultdict(set)
    for row in rows:
        found[row["statement_id"]].add(EvidenceKind(row["kind"]))
    return {statement: frozenset(kinds) for statement, kinds in found.items()}


def evidence_row(tx: Reading, evidence_id: str) -> Evidence | None:
    """One reference, archived or not."""
    row = tx.first(sa.select(evidence).where(evidence.c.id == evidence_id))
    if row is None:
        return None
    statements = _linked_ids(tx, evidence_statement, "statement_id", row["assessment_id"])
    prisons = _linked_ids(tx, evidence_prison, "prison_id", row["assessment_id"])
    return _evidence(row, statements[evidence_id], prisons[evidence_id])


def _evidence(row: sa.RowMapping, statements: Sequence[str], prisons: Sequence[str]) -> Evidence:
    return Evidence.model_validate(
        {**row, "statements": tuple(statements), "prisons": tuple(prisons)}
    )


def _linked_ids(
    tx: Reading, table: sa.Table, column: str, assessment_id: str
) -> Mapping[str, list[str]]:
    query = (
        sa.select(table)
        .join(evidence, evidence.c.id == table.c.evidence_id)
        .where(evidence.c.assessment_id == assessment_id)
        .order_by(table.c[column])
    )
    return tx.grouped(query, "evidence_id", column)


def add_row(tx: Writing, item: Evidence, event: ActivityEvent) -> None:
    """Keep a new reference; its links follow with `link_statements`."""
    tx.insert(evidence, item.model_dump(exclude={"statements", "prisons"}), event)


def change_row(
    tx: Writing, evidence_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a reference."""
    tx.update(evidence, evidence_id, values, event)


def archive_row(tx: Writing, evidence_id: str, at: datetime | None, event: ActivityEvent) -> None:
    """Put a reference away, or with None bring it back."""
    tx.update(evidence, evidence_id, {"archived_at": at}, event)


def link_statements(
    tx: Writing,
    evidence_id: str,
    statements: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> frozenset[str]:
    """Make these the statements it is about; see Writing.relink for `seen` and what is given."""
    mine = {"evidence_id": evidence_id}
    return tx.relink(evidence_statement, mine, "statement_id", statements, event, seen=seen)


def link_prisons(
    tx: Writing,
    evidence_id: str,
    prisons: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these the prisons it is about; see Writing.relink for `seen`."""
    mine = {"evidence_id": evidence_id}
    tx.relink(evidence_prison, mine, "prison_id", prisons, event, seen=seen)
