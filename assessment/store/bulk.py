"""Writes that take many rows as they are: a copy loaded back, an assessment removed for good."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from assessment.store.activity import ActivityEvent, record
from assessment.store.belonging import Conditions, belonging, optional_keys_into
from assessment.store.declared import every_table
from assessment.store.work import Writing


def insert_all(
    tx: Writing,
    batches: Mapping[sa.Table, Sequence[Mapping[str, Any]]],
    event: ActivityEvent,
) -> None:
    """Add rows with the ids, versions and times they have; parents' tables stand first.

    One event says how many rows came into each table.

    Raises:
        sqlalchemy.exc.IntegrityError: a constraint would be broken.
    """
    connection = tx.connection
    for table, batch in batches.items():
        if batch:
            connection.execute(table.insert(), [dict(row) for row in batch])
    record(connection, event, {}, {table.name: len(batch) for table, batch in batches.items()})


def remove_all(
    tx: Writing, metadata: sa.MetaData, conditions: Conditions, event: ActivityEvent
) -> dict[str, int]:
    """Delete the rows that meet the conditions, children first; gives how many by table.

    Rows that stay and point at them by an optional key are let go of first. The event keeps
    counts, never contents.
    """
    connection = tx.connection
    for table, column, which in optional_keys_into(metadata, conditions):
        connection.execute(table.update().where(which).values({column.name: None}))
    gone = _counted(connection, conditions)
    for table, condition in reversed(list(conditions.items())):
        connection.execute(table.delete().where(condition))
    record(connection, event, gone, {})
    return gone


def remove_partnership(tx: Writing, partnership_id: str, event: ActivityEvent) -> dict[str, int]:
    """Delete an area with everything that belongs to it, its part of the log among it.

    What areas share, such as the statements' wording, stays. Gives how many by table.
    """
    metadata = every_table()
    return remove_all(tx, metadata, belonging(metadata, "partnership", partnership_id), event)


def _counted(connection: sa.Connection, conditions: Conditions) -> dict[str, int]:
    return {
        table.name: connection.execute(
            sa.select(sa.func.count()).select_from(table).where(condition)
        ).scalar_one()
        for table, condition in conditions.items()
    }
