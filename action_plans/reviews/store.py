"""The rows of review meetings."""

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from action_plans.actions.rules.status import State
from action_plans.reviews.model import Review, Turn, Why
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
    version_column,
)
from assessment.store.work import Reading, Writing


review = sa.Table(
    "review",
    METADATA,
    id_column(),
    reference("partnership.id"),
    reference("assessment.id"),
    day("held_on", nullable=False),
    sa.Column("minutes", sa.Integer(), nullable=False),
    sa.Column("place", sa.Integer(), nullable=False),
    instant("begun_at"),
    instant("set_off_at", nullable=True),
    instant("ended_at", nullable=True),
    day("next_on"),
    instant("saved_at"),
    version_column(),
    archived_column(),
    sa.CheckConstraint("minutes >= 1", name="takes_minutes"),
    sa.CheckConstraint("place >= 0", name="has_a_place"),
    sa.CheckConstraint("ended_at IS NULL OR next_on IS NOT NULL", name="ends_with_a_date"),
)

review_agency = sa.Table("review_agency", METADATA, linked("review.id"), linked("agency.id"))

review_turn = sa.Table(
    "review_turn",
    METADATA,
    id_column(),
    reference("review.id"),
    reference("action.id"),
    sa.Column("place", sa.Integer(), nullable=False),
    choice("why", Why, nullable=False),
    choice("stood", State, nullable=False),
    choice("stands", State),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("review_id", "action_id"),
    sa.UniqueConstraint("review_id", "place"),
    sa.CheckConstraint("place >= 1", name="placed_from_one"),
)


def review_row(tx: Reading, review_id: str) -> Review | None:
    """One review, put away or not."""
    return next(iter(_reviews(tx, review.c.id == review_id)), None)


def reviews_of(tx: Reading, partnership_id: str) -> tuple[Review, ...]:
    """The partnership's reviews, the newest first; those that were put away too."""
    return _reviews(tx, review.c.partnership_id == partnership_id)


def _reviews(tx: Reading, which: sa.ColumnElement[bool]) -> tuple[Review, ...]:
    query = sa.select(review).where(which)
    rows = tx.all(query.order_by(review.c.held_on.desc(), review.c.begun_at.desc(), review.c.id))
    links = sa.select(review_agency).join(review, review.c.id == review_agency.c.review_id)
    there = tx.grouped(
        links.where(which).order_by(review_agency.c.agency_id), "review_id", "agency_id"
    )
    return tuple(Review.model_validate({**row, "present": tuple(there[row["id"]])}) for row in rows)


def add_review(tx: Writing, item: Review, event: ActivityEvent) -> None:
    """Keep a new review; who was there follows."""
    tx.insert(review, item.model_dump(exclude={"present"}), event)


def change_review(
    tx: Writing, review_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a review."""
    tx.update(review, review_id, values, event)


def link_present(
    tx: Writing,
    review_id: str,
    wanted: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these the agencies that were there; see Writing.relink for `seen`."""
    owner = {"review_id": review_id}
    tx.relink(review_agency, owner, "agency_id", wanted, event, seen=seen)


def turns_of(tx: Reading, review_id: str) -> tuple[Turn, ...]:
    """The turns of a review, in their order."""
    return _turns(tx, review_turn.c.review_id == review_id)


def turn_row(tx: Reading, turn_id: str) -> Turn | None:
    """One turn."""
    return next(iter(_turns(tx, review_turn.c.id == turn_id)), None)


def _turns(tx: Reading, which: sa.ColumnElement[bool]) -> tuple[Turn, ...]:
    rows = tx.all(sa.select(review_turn).where(which).order_by(review_turn.c.place))
    return tuple(Turn.model_validate(dict(row)) for row in rows)


def add_turn(tx: Writing, turn: Turn, event: ActivityEvent) -> None:
    """Lay down a turn."""
    tx.insert(review_turn, turn.model_dump(), event)


def change_turn(tx: Writing, turn_id: str, values: Mapping[str, Any], event: ActivityEvent) -> None:
    """Keep how the action stands when the review ends."""
    tx.update(review_turn, turn_id, values, event)
