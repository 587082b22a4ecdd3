"""What every table is made of: one MetaData, and the column kinds the whole product shares."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Dialect


T = TypeVar("T")
ID_LENGTH = 36

# A table's `info`: it is about this installation's devices and locks, so no copy takes it along.
STAYS_HERE = {"stays_here": True}
# In a column's `info`: the enum of a choice.
OF = "of"

METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(sa.TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database. A naive value is refused as a bug."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database: UTC; SQLite keeps it without an offset."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone")
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database: aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def id_column() -> sa.Column[str]:
    """A row's own id: a UUID as text, made by the desk's injected function."""
    return sa.Column("id", sa.String(ID_LENGTH), primary_key=True)


def reference(target: str, *, name: str | None = None, nullable: bool = False) -> sa.Column[str]:
    """A foreign key to "table.id", indexed; its column is "table_id" unless named otherwise."""
    return sa.Column(
        name or target.replace(".", "_"),
        sa.String(ID_LENGTH),
        sa.ForeignKey(target),
        nullable=nullable,
        index=True,
    )


def linked(target: str, *, name: str | None = None) -> sa.Column[str]:
    """A foreign key that is half of a link table's primary key."""
    return sa.Column(
        name or target.replace(".", "_"),
        sa.String(ID_LENGTH),
        sa.ForeignKey(target),
        primary_key=True,
        index=True,
    )


def text(name: str, limit: int, *, nullable: bool = True) -> sa.Column[str]:
    """Text of at most `limit` characters; the limits stand in assessment.access.texts."""
    return sa.Column(name, sa.String(limit), nullable=nullable)


def choice(name: str, of: type[StrEnum] | None = None, *, nullable: bool = True) -> sa.Column[str]:
    """A value of one of our enums, kept as its text; what is read in from outside is held to `of`.

    Without `of` it is the name of a table, a field or a kind of file.
    """
    return sa.Column(name, sa.String(40), nullable=nullable, info={OF: of})


def day(name: str, *, nullable: bool = True) -> sa.Column[object]:
    """A calendar date: no time, no zone."""
    return sa.Column(name, sa.Date(), nullable=nullable)


def instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    """A moment in time, in UTC."""
    return sa.Column(name, UtcDateTime(), nullable=nullable)


def yes_no(name: str, *, default: bool = False) -> sa.Column[bool]:
    """True or false, never unknown."""
    literal = sa.true() if default else sa.false()
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=literal)


def version_column() -> sa.Column[int]:
    """How often this row was written: 1 at first, one more with each change."""
    return sa.Column("version", sa.Integer(), nullable=False, server_default="1")


def sequence_column() -> sa.Column[int]:
    """How many acts an assessment has seen: screens that follow the room read only this.

    Every act on the assessment counts one more, in its own transaction; see activity.record.
    """
    return sa.Column("sequence", sa.Integer(), nullable=False, server_default="0")


def sealed(column: sa.Column[T]) -> sa.Column[T]:
    """A column whose values the activity log must not repeat: what an agency said in private."""
    column.info["sealed"] = True
    return column


def archived_column() -> sa.Column[datetime]:
    """When the row was put away; null while it is in use. Rows are archived, not deleted."""
    return instant("archived_at", nullable=True)
