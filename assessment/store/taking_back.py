"""Takes back out of the activity log what should not have been stored while it was being typed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from assessment.store.activity import activity_event
from assessment.store.work import Reading, Writing


# What has stood for longer was not the beginning of what is being typed now.
LATELY = timedelta(hours=1)


def stood_before(tx: Reading, row_id: str, column: str, now: datetime) -> str | None:
    """The text in a row's column before it was lately written; None where it was not."""
    written = [event for event in _lately(tx, row_id, now) if column in event["after"]]
    return str(written[0]["before"].get(column) or "") if written else None


def take_back(
    tx: Writing, row_id: str, column: str, now: datetime, cleaned: Callable[[str], str]
) -> None:
    """Put every version that the log lately took of a column through `cleaned`.

    The log is the one place that is changed here: the row itself is written by its own slice,
    with its event, before.
    """
    for event in _lately(tx, row_id, now):
        sides = {name: _through(event[name], column, cleaned) for name in ("before", "after")}
        if any(event[name] != values for name, values in sides.items()):
            mine = activity_event.c.id == event["id"]
            tx.connection.execute(activity_event.update().where(mine).values(**sides))


def _lately(tx: Reading, row_id: str, now: datetime) -> Sequence[sa.RowMapping]:
    mine = activity_event.c.subject_id == row_id
    query = sa.select(activity_event).where(mine, activity_event.c.at >= now - LATELY)
    return tx.all(query.order_by(activity_event.c.at, activity_event.c.id))


def _through(
    values: Mapping[str, Any], column: str, cleaned: Callable[[str], str]
) -> dict[str, Any]:
    text = values.get(column)
    return dict(values) | ({column: cleaned(text)} if isinstance(text, str) else {})
