"""What the record of changes tells of an area."""

import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.store.activity import activity_event


def events(desk: Desk) -> list[str]:
    """What was done, in order."""
    with desk.store.reading() as tx:
        rows = tx.all(sa.select(activity_event).order_by(activity_event.c.at, activity_event.c.id))
    return [row["what"] for row in rows]
