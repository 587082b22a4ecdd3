"""Units of work: what a transaction can do. Every write takes its activity event."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from assessment.store.activity import SEQUENCE, ActivityEvent, activity_event, record


T = TypeVar("T")


def stored(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as columns take them: an enum as its text."""
    return {
        name: value.value if isinstance(value, Enum) else value for name, value in values.items()
    }


SEALED = "not logged"


def loggable(table: sa.Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the activity log may keep them: of a sealed column only that it was written."""
    return {
        name: SEALED if table.c[name].info.get("sealed") and value not in (None, "") else value
        for name, value in values.items()
    }


def with_links(rows: Sequence[sa.RowMapping], column: str, name: str) -> dict[str, Any]:
    """One row that was read joined to its links: its values, and under `name` those of `column`.

    `rows` are the same row once for each link, in their order, or once with an empty `column`.
    """
    values = dict(rows[0])
    linked = values.pop(column) is not None
    return values | {name: tuple(row[column] for row in rows) if linked else ()}


@cache
def by_id(table: sa.Table) -> sa.Select[Any]:
    """One row of a table by the value `id`."""
    return sa.select(table).where(table.c.id == sa.bindparam("id"))


@cache
def _update_of(table: sa.Table) -> sa.Update:
    return table.update().where(table.c.id == sa.bindparam("which"))


class Reading:
    """A transaction that only reads: one consistent picture."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._known: dict[Hashable, Any] = {}

    def all(self, query: sa.Select[Any], **values: Any) -> Sequence[sa.RowMapping]:
        """Every row, in the query's own order.

        `values` are those of its bind parameters: a query made once, at import, and given its
        values here costs half of one that is made for each call.
        """
        return self._connection.execute(query, values).mappings().all()

    def first(self, query: sa.Select[Any], **values: Any) -> sa.RowMapping | None:
        """The first row, or None."""
        return self._connection.execute(query, values).mappings().first()

    def grouped(
        self, query: sa.Select[Any], by: str, column: str, **values: Any
    ) -> Mapping[str, list[Any]]:
        """One column's values by another's, in the query's order: links of many rows at once."""
        found: defaultdict[str, list[Any]] = defaultdict(list)
        for row in self.all(query, **values):
            found[row[by]].append(row[column])
        return found

    def value(self, query: sa.Select[Any], **values: Any) -> Any:
        """The first column of the first row, or None."""
        return self._connection.execute(query, values).scalar()

    def once(self, name: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, asked once in this picture: within it the answer cannot change."""
        if name not in self._known:
            self._known[name] = read()
        found: T = self._known[name]
        return found

    def has_read(self, table: sa.Table, row: sa.RowMapping) -> None:
        """A whole row that was read another way than by its id, for `update` to know it."""
        self._known[table, row["id"]] = row

    def sequence(self, assessment_id: str) -> int:
        """How many acts the assessment has seen; 0 when it is not here."""
        return self.value(SEQUENCE, which=assessment_id) or 0

    def changed_at(self, table: str, row_id: str, columns: Collection[str]) -> datetime | None:
        """When one of these columns of a row was last written; None where no event tells."""
        mine = (activity_event.c.subject_table == table, activity_event.c.subject_id == row_id)
        query = sa.select(activity_event).where(*mine).order_by(activity_event.c.at.desc())
        written = (
            row["at"] for row in self.all(query) if not row["after"].keys().isdisjoint(columns)
        )
        return next(written, None)


class Writing(Reading):
    """A transaction that writes. Rows and their activity events are kept together or not at all."""

    _written_past_us = False

    @property
    def connection(self) -> sa.Connection:
        """For the store's own work on many rows; slices write through the methods below."""
        self._written_past_us = True
        return self._connection

    def once(self, name: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, asked once between two writes: nobody else writes meanwhile."""
        return read() if self._written_past_us else super().once(name, read)

    def insert(self, table: sa.Table, values: Mapping[str, Any], event: ActivityEvent) -> None:
        """Add one row and its event.

        Raises:
            sqlalchemy.exc.IntegrityError: a constraint would be broken (a bug, or a duplicate).
        """
        self._known.clear()
        row = stored(values)
        self._connection.execute(table.insert(), row)
        record(self._connection, event, {}, loggable(table, row))

    def insert_if_absent(
        self,
        table: sa.Table,
        values: Mapping[str, Any],
        unique: Sequence[str],
        event: ActivityEvent,
    ) -> bool:
        """Add a row unless one with the same `unique` columns is there; says whether it did."""
        self._known.clear()
        row = stored(values)
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(table).values(row).on_conflict_do_nothing(index_elements=unique)
        # An insert's row count is not known everywhere; what it gives back is.
        back = statement.returning(*(table.c[name] for name in unique))
        added = self._connection.execute(back).first() is not None
        if added:
            record(self._connection, event, {}, loggable(table, row))
        return added

    def update(
        self, table: sa.Table, row_id: str, values: Mapping[str, Any], event: ActivityEvent
    ) -> int:
        """Change named columns of one row; gives the row's version after it.

        Nothing is written when nothing would change. Whether the screen had fallen behind is
        asked before: see assessment.access.seen for choices, and accept_text for words.

        Raises:
            LookupError: there is no such row.
        """
        row = self.once((table, row_id), lambda: self.first(by_id(table), id=row_id))
        if row is None:
            raise LookupError(f"no row in {table.name}")
        changed = {name: value for name, value in stored(values).items() if row[name] != value}
        if not changed:
            return int(row["version"])
        after = int(row["version"]) + 1
        self._known.clear()
        values_by_name = {**changed, "version": after, "which": row_id}
        self._connection.execute(_update_of(table), values_by_name)
        before = {name: row[name] for name in changed}
        record(self._connection, event, loggable(table, before), loggable(table, changed))
        return after

    def delete(self, table: sa.Table, row_id: str, event: ActivityEvent) -> None:
        """Take a row away altogether: only for what its giver takes back before anyone saw it.

        Everything else is archived. The event keeps what may be logged of the row.

        Raises:
            LookupError: there is no such row.
        """
        row = self.first(by_id(table), id=row_id)
        if row is None:
            raise LookupError(f"no row in {table.name}")
        self._known.clear()
        self._connection.execute(table.delete().where(table.c.id == row_id))
        record(self._connection, event, loggable(table, dict(row)), {})

    def relink(
        self,
        table: sa.Table,
        owner: Mapping[str, str],
        column: str,
        wanted: Collection[str],
        event: ActivityEvent,
        *,
        seen: Collection[str] | None = None,
    ) -> frozenset[str]:
        """Make the link rows of `owner` those that are wanted; gives what is linked then.

        With `seen`, what a screen showed before the choice, only the difference is written: what
        another screen linked or took away meanwhile stays so. Without it they become exactly
        `wanted`. One event says what was linked before; none where they are so already.
        """
        mine = sa.and_(*(table.c[name] == value for name, value in owner.items()))
        present = set(self._connection.execute(sa.select(table.c[column]).where(mine)).scalars())
        shown = present if seen is None else set(seen)
        after = (present - (shown - set(wanted))) | (set(wanted) - shown)
        self._known.clear()
        if gone := present - after:
            self._connection.execute(table.delete().where(mine, table.c[column].in_(gone)))
        if new := after - present:
            rows = [dict(owner) | {column: value} for value in sorted(new)]
            self._connection.execute(table.insert(), rows)
        if after != present:
            before, now = {column: sorted(present)}, {column: sorted(after)}
            record(self._connection, event, loggable(table, before), loggable(table, now))
        return frozenset(after)
