"""The activity log: who did what, when, with what stood before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from assessment.store.tables import METADATA, choice, id_column, instant, text


SPELL = timedelta(minutes=5)

activity_event = sa.Table(
    "activity_event",
    METADATA,
    id_column(),
    instant("at"),
    text("actor", 200, nullable=False),
    text("what", 80, nullable=False),
    sa.Column("partnership_id", sa.String(36), nullable=True, index=True),
    sa.Column("assessment_id", sa.String(36), nullable=True),
    choice("subject_table", nullable=False),
    sa.Column("subject_id", sa.String(36), nullable=False),
    sa.Column("spell", sa.String(36), nullable=True),
    sa.Column("before", sa.JSON(), nullable=False),
    sa.Column("after", sa.JSON(), nullable=False),
    sa.Index("ix_activity_event_subject", "subject_table", "subject_id", "at"),
    sa.Index("ix_activity_event_assessment_at", "assessment_id", "at"),
)


# Named without importing its slice, which stands above: see tables.sequence_column.
_ASSESSMENT = sa.table("assessment", sa.column("id"), sa.column("sequence"))
_COUNT_ON = (
    _ASSESSMENT.update()
    .where(_ASSESSMENT.c.id == sa.bindparam("which"))
    .values(sequence=_ASSESSMENT.c.sequence + 1)
)
SEQUENCE = sa.select(_ASSESSMENT.c.sequence).where(_ASSESSMENT.c.id == sa.bindparam("which"))


@dataclass(frozen=True)
class ActivityEvent:
    """One act. `what` is "thing.done"; `spell` joins one person's burst of typing."""

    id: str
    at: datetime
    actor: str
    what: str
    partnership_id: str | None
    assessment_id: str | None
    subject_table: str
    subject_id: str
    spell: str | None = None


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Row values as JSON keeps them: dates as ISO text, instants as ISO text in UTC."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def record(
    connection: sa.Connection,
    event: ActivityEvent,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    """Append the event, or lengthen the writer's running spell of typing.

    Text is saved several times a second while somebody types. One spell (same box, same row,
    no other event on the row in between, no pause over five minutes) is one event, whose
    `before` is what stood when the spell began. A text that the spell did not itself leave there
    begins a new event, so that the log keeps it whatever the clocks said. Either way the
    assessment's sequence moves on, which screens that follow the room read.

    Raises LookupError for an event of no table: a text that is removed is found here by its table.
    """
    if event.subject_table not in METADATA.tables:
        raise LookupError(f"an event of no table: {event.what}")
    if event.assessment_id:
        connection.execute(_COUNT_ON, {"which": event.assessment_id})
    running = _running_spell(connection, event) if event.spell else None
    if running is not None and not _goes_on(running.after, plain(before)):
        running = None
    if running is None:
        values = {**event.__dict__, "before": plain(before), "after": plain(after)}
        connection.execute(activity_event.insert(), values)
        return
    connection.execute(
        activity_event.update()
        .where(activity_event.c.id == running.id)
        .values(
            at=event.at,
            before={**plain(before), **running.before},
            after={**running.after, **plain(after)},
        )
    )


def _running_spell(connection: sa.Connection, event: ActivityEvent) -> sa.Row[Any] | None:
    last = connection.execute(
        sa.select(activity_event)
        .where(
            activity_event.c.subject_table == event.subject_table,
            activity_event.c.subject_id == event.subject_id,
        )
        .order_by(activity_event.c.at.desc(), activity_event.c.id.desc())
        .limit(1)
    ).first()
    if last is None or (last.spell, last.actor, last.what) != (
        event.spell,
        event.actor,
        event.what,
    ):
        return None
    return last if event.at - last.at <= SPELL else None


def _goes_on(left: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Whether everything the spell wrote before was found as it had left it."""
    return all(left[name] == value for name, value in found.items() if name in left)
