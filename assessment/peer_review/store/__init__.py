"""Every query on rounds and what is set up in them; and what is done alike to every row."""

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from assessment.access.frozen import Frozen
from assessment.peer_review.model import (
    Conflict,
    Kept,
    PeerReviewer,
    ReviewRound,
    RoundDocument,
    RoundText,
)
from assessment.peer_review.store.tables import (
    TABLES,
    peer_reviewer,
    review_conflict,
    review_round,
    round_document,
    round_statement,
    round_text,
    withheld_statement,
)
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing, by_id


def row(tx: Reading, kept: Kept, row_id: str) -> Mapping[str, Any] | None:
    """One row by its id, as its table has it."""
    found = tx.first(by_id(TABLES[kept]), id=row_id)
    return dict(found) if found else None


def add(tx: Writing, kept: Kept, item: Frozen, event: ActivityEvent) -> None:
    """Keep a new row."""
    tx.insert(TABLES[kept], item.model_dump(exclude={"present"}), event)


def add_if_absent(
    tx: Writing, kept: Kept, item: Frozen, unique: Collection[str], event: ActivityEvent
) -> None:
    """Keep a new row unless one with the same `unique` columns is there."""
    values = item.model_dump(exclude={"present"})
    tx.insert_if_absent(TABLES[kept], values, list(unique), event)


def change(
    tx: Writing, kept: Kept, row_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a row."""
    tx.update(TABLES[kept], row_id, values, event)


def rounds(tx: Reading, assessment_id: str) -> tuple[ReviewRound, ...]:
    """The rounds of an assessment in their order; those that were put away too."""
    mine = sa.select(review_round).where(review_round.c.assessment_id == assessment_id)
    rows = tx.all(mine.order_by(review_round.c.number))
    return tuple(ReviewRound.model_validate(dict(row)) for row in rows)


def round_row(tx: Reading, round_id: str) -> ReviewRound | None:
    """One round, put away or not."""
    found = row(tx, Kept.ROUND, round_id)
    return ReviewRound.model_validate(found) if found else None


def conflicts(tx: Reading, round_id: str) -> tuple[Conflict, ...]:
    """The answers of the conflict note."""
    rows = tx.all(sa.select(review_conflict).where(review_conflict.c.round_id == round_id))
    return tuple(Conflict.model_validate(dict(row)) for row in rows)


def reviewers(tx: Reading, round_id: str) -> tuple[PeerReviewer, ...]:
    """The reviewers of a round in the order added; those that were put away too."""
    mine = sa.select(peer_reviewer).where(peer_reviewer.c.round_id == round_id)
    rows = tx.all(mine.order_by(peer_reviewer.c.added_at, peer_reviewer.c.id))
    return tuple(PeerReviewer.model_validate(dict(row)) for row in rows)


def reviewer_row(tx: Reading, reviewer_id: str) -> PeerReviewer | None:
    """One reviewer, put away or not."""
    found = row(tx, Kept.REVIEWER, reviewer_id)
    return PeerReviewer.model_validate(found) if found else None


def statements(tx: Reading, round_id: str) -> frozenset[str]:
    """The ids of the statements in a round's scope."""
    mine = sa.select(round_statement.c.statement_id).where(round_statement.c.round_id == round_id)
    return frozenset(row["statement_id"] for row in tx.all(mine))


def link_statements(
    tx: Writing,
    round_id: str,
    wanted: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> frozenset[str]:
    """Make these the statements of a round; see Writing.relink for `seen` and what is given."""
    owner = {"round_id": round_id}
    return tx.relink(round_statement, owner, "statement_id", wanted, event, seen=seen)


def withheld(tx: Reading, reviewer_id: str) -> frozenset[str]:
    """The ids of the statements that the lead withholds from a reviewer by hand."""
    mine = sa.select(withheld_statement.c.statement_id)
    rows = tx.all(mine.where(withheld_statement.c.reviewer_id == reviewer_id))
    return frozenset(row["statement_id"] for row in rows)


def link_withheld(
    tx: Writing,
    reviewer_id: str,
    wanted: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these what is withheld by hand; see Writing.relink for `seen`."""
    owner = {"reviewer_id": reviewer_id}
    tx.relink(withheld_statement, owner, "statement_id", wanted, event, seen=seen)


def documents(tx: Reading, round_id: str) -> dict[str, RoundDocument]:
    """How documents are shown in a round, by evidence id."""
    rows = tx.all(sa.select(round_document).where(round_document.c.round_id == round_id))
    return {row["evidence_id"]: RoundDocument.model_validate(dict(row)) for row in rows}


def texts(tx: Reading, round_id: str) -> dict[tuple[str, str], RoundText]:
    """The texts read for a round, by place and what they are about."""
    rows = tx.all(sa.select(round_text).where(round_text.c.round_id == round_id))
    return {(row["place"], row["about"]): RoundText.model_validate(dict(row)) for row in rows}
