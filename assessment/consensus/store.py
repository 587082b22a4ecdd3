"""Agreed ratings, different views and where the room is: one row for each fact."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from assessment.access.texts import PARAGRAPH
from assessment.consensus.model import (
    AgreedRating,
    Arranged,
    DifferentView,
    HowReached,
    LoggedAct,
    Stance,
    Workshop,
)
from assessment.store.activity import ActivityEvent, activity_event
from assessment.store.tables import (
    METADATA,
    archived_column,
    choice,
    id_column,
    instant,
    linked,
    reference,
    text,
    version_column,
    yes_no,
)
from assessment.store.work import Reading, Writing, with_links


agreed_rating = sa.Table(
    "agreed_rating",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("statement_id", sa.String(40), nullable=False),
    sa.Column("rating", sa.Integer()),
    yes_no("not_applicable"),
    text("not_applicable_reason", PARAGRAPH, nullable=False),
    choice("how", HowReached),
    text("because", PARAGRAPH, nullable=False),
    text("rationale", PARAGRAPH, nullable=False),
    reference("agency.id", name="words_from", nullable=True),
    reference("meeting.id", nullable=True),
    instant("decided_at", nullable=True),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id", "statement_id"),
    sa.CheckConstraint("rating BETWEEN 0 AND 3", name="rating_on_scale"),
    sa.CheckConstraint("rating IS NULL OR NOT not_applicable", name="rated_or_not_applicable"),
    sa.CheckConstraint(
        "NOT not_applicable OR not_applicable_reason <> ''", name="not_applicable_has_reason"
    ),
)

rating_prison = sa.Table("rating_prison", METADATA, linked("agreed_rating.id"), linked("prison.id"))

different_view = sa.Table(
    "different_view",
    METADATA,
    id_column(),
    reference("assessment.id"),
    sa.Column("statement_id", sa.String(40), nullable=False),
    reference("agency.id"),
    choice("stance", Stance),
    sa.Column("rating", sa.Integer()),
    text("reason", PARAGRAPH, nullable=False),
    instant("recorded_at"),
    instant("saved_at"),
    version_column(),
    archived_column(),
    sa.CheckConstraint("rating BETWEEN 0 AND 3", name="rating_on_scale"),
    sa.CheckConstraint("rating IS NULL OR stance = 'rated'", name="rating_needs_stance"),
)

workshop = sa.Table(
    "workshop",
    METADATA,
    id_column(),
    reference("assessment.id"),
    choice("arranged", Arranged, nullable=False),
    sa.Column("statement_id", sa.String(40)),
    instant("statement_since", nullable=True),
    instant("began_at", nullable=True),
    instant("finish_at", nullable=True),
    instant("break_until", nullable=True),
    yes_no("shortcuts", default=True),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("assessment_id"),
    sa.CheckConstraint("arranged in ('by_domain', 'widest_first')", "arranged"),
)

# Made once: they are asked with every click. A rating comes once for each prison that it names.
_RATINGS = (
    sa.select(agreed_rating, rating_prison.c.prison_id)
    .outerjoin(rating_prison, rating_prison.c.agreed_rating_id == agreed_rating.c.id)
    .where(agreed_rating.c.assessment_id == sa.bindparam("assessment"))
    .order_by(agreed_rating.c.statement_id, rating_prison.c.prison_id)
)
_SOME_RATINGS = _RATINGS.where(
    agreed_rating.c.statement_id.in_(sa.bindparam("statements", expanding=True))
)
_STATEMENT = itemgetter("statement_id")
_RATING = _RATINGS.where(agreed_rating.c.statement_id == sa.bindparam("statement"))


def ratings(
    tx: Reading, assessment_id: str, among: Collection[str] | None = None
) -> dict[str, AgreedRating]:
    """What is agreed so far, by statement id: of all statements, or of those `among` which."""
    if among is None:
        rows = tx.all(_RATINGS, assessment=assessment_id)
    else:
        rows = tx.all(_SOME_RATINGS, assessment=assessment_id, statements=list(among))
    return {statement: _rating(list(some)) for statement, some in groupby(rows, _STATEMENT)}


def rating_row(tx: Reading, assessment_id: str, statement_id: str) -> AgreedRating | None:
    """What is agreed of one statement."""
    rows = tx.all(_RATING, assessment=assessment_id, statement=statement_id)
    if not rows:
        return None
    tx.has_read(agreed_rating, rows[0])
    return _rating(rows)


def _rating(rows: Sequence[sa.RowMapping]) -> AgreedRating:
    return AgreedRating.model_validate(with_links(rows, "prison_id", "prisons"))


def add_rating(tx: Writing, blank: AgreedRating, event: ActivityEvent) -> AgreedRating:
    """Keep `blank` unless the statement has a row already; gives the row that stands."""
    values = blank.model_dump(exclude={"prisons"})
    tx.insert_if_absent(agreed_rating, values, ["assessment_id", "statement_id"], event)
    return rating_row(tx, blank.assessment_id, blank.statement_id) or blank


def change_rating(
    tx: Writing, rating_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> int:
    """Change named fields; gives the row's version after it."""
    return tx.update(agreed_rating, rating_id, values, event)


def link_prisons(
    tx: Writing,
    rating_id: str,
    prisons: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these the prisons that hold the rating back; see Writing.relink for `seen`."""
    mine = {"agreed_rating_id": rating_id}
    tx.relink(rating_prison, mine, "prison_id", prisons, event, seen=seen)


def different_views(
    tx: Reading, assessment_id: str, *, archived: bool = False
) -> tuple[DifferentView, ...]:
    """Recorded different views, in the order of statements and of recording."""
    put_away = different_view.c.archived_at
    rows = tx.all(
        sa.select(different_view)
        .where(
            different_view.c.assessment_id == assessment_id,
            put_away.is_not(None) if archived else put_away.is_(None),
        )
        .order_by(different_view.c.statement_id, different_view.c.recorded_at, different_view.c.id)
    )
    return tuple(DifferentView.model_validate(dict(row)) for row in rows)


def different_view_row(tx: Reading, view_id: str) -> DifferentView | None:
    """One different view, put away or not."""
    row = tx.first(sa.select(different_view).where(different_view.c.id == view_id))
    return DifferentView.model_validate(dict(row)) if row else None


def add_different_view(tx: Writing, view: DifferentView, event: ActivityEvent) -> None:
    """Keep a new different view."""
    tx.insert(different_view, view.model_dump(), event)


def change_different_view(
    tx: Writing, view_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a different view."""
    tx.update(different_view, view_id, values, event)


_WORKSHOP = sa.select(workshop).where(workshop.c.assessment_id == sa.bindparam("assessment"))
_TOLD = (
    sa.select(activity_event)
    .where(
        activity_event.c.subject_table == sa.bindparam("subject"),
        activity_event.c.subject_id == sa.bindparam("row"),
    )
    .order_by(activity_event.c.at, activity_event.c.id)
)


def workshop_row(tx: Reading, assessment_id: str) -> Workshop | None:
    """Where the room is, if a workshop was ever arranged."""
    row = tx.first(_WORKSHOP, assessment=assessment_id)
    return Workshop.model_validate(dict(row)) if row else None


def add_workshop(tx: Writing, blank: Workshop, event: ActivityEvent) -> Workshop:
    """Keep `blank` unless the assessment has a row already; gives the row that stands."""
    tx.insert_if_absent(workshop, blank.model_dump(), ["assessment_id"], event)
    return workshop_row(tx, blank.assessment_id) or blank


def change_workshop(
    tx: Writing, row_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields."""
    tx.update(workshop, row_id, values, event)


def breaks_told(tx: Reading, row_id: str) -> tuple[tuple[datetime, datetime | None], ...]:
    """When a break was set and until when, or None where it was ended; the earliest first."""
    rows = tx.all(_TOLD, subject=workshop.name, row=row_id)
    return tuple(
        (row["at"], _instant(row["after"]["break_until"]))
        for row in rows
        if "break_until" in row["after"]
    )


def rating_told(tx: Reading, rating_id: str) -> tuple[LoggedAct, ...]:
    """Everything the log tells of an agreed rating, the earliest first."""
    rows = tx.all(_TOLD, subject=agreed_rating.name, row=rating_id)
    return tuple(
        LoggedAct(at=row["at"], by=row["actor"], before=row["before"], after=row["after"])
        for row in rows
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
