"""Rows and events for tests of the store itself, on tables that the product has."""

from typing import Any

import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.store.activity import ActivityEvent, activity_event
from assessment.store.declared import every_table


TABLES = every_table().tables
partnership = TABLES["partnership"]
agency = TABLES["agency"]
agency_type = TABLES["agency_type"]


def event(desk: Desk, row_id: str, what: str = "partnership.changed", **more: Any) -> ActivityEvent:
    """An event about a partnership's row."""
    given = {"subject_table": "partnership", "partnership_id": row_id} | more
    return desk.event(what, subject_id=row_id, **given)


def new_partnership(desk: Desk, name: str = "Aldermoor") -> str:
    """A partnership's row with its event; gives its id."""
    row_id = desk.new_id()
    with desk.store.writing() as tx:
        tx.insert(partnership, partnership_values(desk, row_id, name), event(desk, row_id))
    return row_id


def partnership_values(desk: Desk, row_id: str, name: str = "Aldermoor") -> dict[str, Any]:
    """Every column that a partnership must have."""
    now = desk.now()
    texts = {"name": name, "probation_region": "", "marking": ""}
    return {"id": row_id, **texts, "created_at": now, "saved_at": now}


def new_agency(desk: Desk, partnership_id: str) -> str:
    """An agency's row with its event; gives its id."""
    row_id = desk.new_id()
    now = desk.now()
    names = ("name", "role", "representative", "substitute_role", "substitute", "check_with")
    values = dict.fromkeys(names, "") | {"can_commit": "yes", "partnership_id": partnership_id}
    with desk.store.writing() as tx:
        about = event(desk, row_id, subject_table="agency", partnership_id=partnership_id)
        tx.insert(agency, values | {"id": row_id, "added_at": now, "saved_at": now}, about)
    return row_id


def row(desk: Desk, table: sa.Table, row_id: str) -> sa.RowMapping | None:
    """The row as it stands."""
    with desk.store.reading() as tx:
        return tx.first(sa.select(table).where(table.c.id == row_id))


def log(desk: Desk, row_id: str) -> list[sa.RowMapping]:
    """The row's events after its first, the oldest first."""
    query = sa.select(activity_event).where(activity_event.c.subject_id == row_id)
    with desk.store.reading() as tx:
        return list(tx.all(query.order_by(activity_event.c.at, activity_event.c.id)))[1:]
