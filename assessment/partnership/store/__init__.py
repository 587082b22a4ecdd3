"""Every query on the partnership's tables."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, TypeVar

import sqlalchemy as sa

from assessment.access.frozen import Frozen
from assessment.partnership.model import (
    Agency,
    Assessment,
    Authority,
    Kept,
    Meeting,
    Partnership,
    Prison,
)
from assessment.partnership.store.tables import (
    agency,
    agency_type,
    assessment,
    attendance,
    authority,
    meeting,
    partnership,
    prison,
    scope_statement,
)
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing, by_id, with_links


Row = TypeVar("Row", bound=Frozen)

Link = Literal["types", "statements", "present"]
_LINKS: Mapping[Link, tuple[sa.Table, str, str]] = {
    "types": (agency_type, "agency_id", "type_code"),
    "statements": (scope_statement, "assessment_id", "statement_id"),
    "present": (attendance, "meeting_id", "agency_id"),
}

TABLES = {
    Kept.PARTNERSHIP: partnership,
    Kept.AUTHORITY: authority,
    Kept.PRISON: prison,
    Kept.AGENCY: agency,
    Kept.ASSESSMENT: assessment,
    Kept.MEETING: meeting,
}

# Made once: they are asked with every click.
_PARTNERSHIP_OF = sa.select(assessment.c.partnership_id).where(
    assessment.c.id == sa.bindparam("assessment")
)
_CHOSEN = sa.select(scope_statement).where(
    scope_statement.c.assessment_id == sa.bindparam("assessment")
)
_TYPES = sa.select(agency_type).order_by(agency_type.c.type_code)
_TYPES_OF_AREA = _TYPES.join(agency).where(agency.c.partnership_id == sa.bindparam("partnership"))
_TYPES_OF_ONE = _TYPES.where(agency_type.c.agency_id == sa.bindparam("agency"))
_MEETINGS = (  # each comes once for each agency that was there
    sa.select(meeting, attendance.c.agency_id)
    .outerjoin(attendance, attendance.c.meeting_id == meeting.c.id)
    .where(meeting.c.assessment_id == sa.bindparam("assessment"), meeting.c.archived_at.is_(None))
    .order_by(meeting.c.held_on, meeting.c.id, attendance.c.agency_id)
)


def partnership_rows(tx: Reading, named: str, most: int | None) -> tuple[Partnership, ...]:
    """Partnerships in use with `named` in their name, the first made first."""
    query = sa.select(partnership).where(partnership.c.archived_at.is_(None)).limit(most)
    query = query.where(partnership.c.name.icontains(named, autoescape=True))
    return _made(Partnership, tx.all(query.order_by(partnership.c.created_at, partnership.c.id)))


def areas_left(tx: Reading) -> tuple[Partnership, ...]:
    """Partnerships in use that have no assessment in use, the first made first."""
    mine = (assessment.c.partnership_id == partnership.c.id, assessment.c.archived_at.is_(None))
    left = sa.not_(sa.select(assessment.c.id).where(*mine).exists())
    query = sa.select(partnership).where(partnership.c.archived_at.is_(None), left)
    return _made(Partnership, tx.all(query.order_by(partnership.c.created_at, partnership.c.id)))


def partnership_row(tx: Reading, partnership_id: str) -> Partnership | None:
    """One partnership."""
    return _one(tx, Partnership, partnership, partnership_id)


def authority_rows(
    tx: Reading, partnership_id: str, *, archived: bool = False
) -> tuple[Authority, ...]:
    """The local authorities, in the order in which they were added."""
    return _made(Authority, _as_added(tx, authority, partnership_id, archived))


def prison_rows(tx: Reading, partnership_id: str, *, archived: bool = False) -> tuple[Prison, ...]:
    """The prisons, in the order in which they were added."""
    return _made(Prison, _as_added(tx, prison, partnership_id, archived))


def agency_rows(tx: Reading, partnership_id: str, *, archived: bool = False) -> tuple[Agency, ...]:
    """The agencies with their types, in the order in which they were added."""
    rows = _as_added(tx, agency, partnership_id, archived)
    links = tx.grouped(_TYPES_OF_AREA, "agency_id", "type_code", partnership=partnership_id)
    return _with_types(rows, links)


def agency_row(tx: Reading, agency_id: str) -> Agency | None:
    """One agency, put away or not."""
    links = tx.grouped(_TYPES_OF_ONE, "agency_id", "type_code", agency=agency_id)
    return next(iter(_with_types(tx.all(by_id(agency), id=agency_id), links)), None)


def _with_types(
    rows: Sequence[sa.RowMapping], types: Mapping[str, list[str]]
) -> tuple[Agency, ...]:
    return tuple(Agency.model_validate({**row, "types": tuple(types[row["id"]])}) for row in rows)


def _as_added(
    tx: Reading, table: sa.Table, partnership_id: str, archived: bool
) -> Sequence[sa.RowMapping]:
    return tx.all(_of_area(table, archived), partnership=partnership_id)


@cache
def _of_area(table: sa.Table, archived: bool) -> sa.Select[Any]:
    put_away = table.c.archived_at
    return (
        sa.select(table)
        .where(
            table.c.partnership_id == sa.bindparam("partnership"),
            put_away.is_not(None) if archived else put_away.is_(None),
        )
        .order_by(table.c.added_at, table.c.id)
    )


def assessment_rows(tx: Reading, partnership_id: str) -> tuple[Assessment, ...]:
    """The assessments of a partnership, the newest first."""
    rows = tx.all(
        sa.select(assessment)
        .where(assessment.c.partnership_id == partnership_id, assessment.c.archived_at.is_(None))
        .order_by(assessment.c.month.desc(), assessment.c.created_at.desc(), assessment.c.id)
    )
    return _made(Assessment, rows)


def partnership_of(tx: Reading, assessment_id: str) -> str | None:
    """The id of the partnership that an assessment belongs to."""
    found = tx.value(_PARTNERSHIP_OF, assessment=assessment_id)
    return None if found is None else str(found)


def assessment_row(tx: Reading, assessment_id: str) -> Assessment | None:
    """One assessment."""
    return _one(tx, Assessment, assessment, assessment_id)


def chosen_statements(tx: Reading, assessment_id: str) -> frozenset[str]:
    """The statements of a chosen set; kept, too, while another kind of scope stands."""
    rows = tx.all(_CHOSEN, assessment=assessment_id)
    return frozenset(row["statement_id"] for row in rows)


def meeting_rows(tx: Reading, assessment_id: str) -> tuple[Meeting, ...]:
    """The meetings of an assessment with who was there, the earliest first."""
    rows = tx.all(_MEETINGS, assessment=assessment_id)
    return tuple(_meeting(list(some)) for _, some in groupby(rows, itemgetter("id")))


def _meeting(rows: Sequence[sa.RowMapping]) -> Meeting:
    return Meeting.model_validate(with_links(rows, "agency_id", "present"))


def _made(kind: type[Row], rows: Sequence[sa.RowMapping]) -> tuple[Row, ...]:
    return tuple(kind.model_validate(dict(row)) for row in rows)


def _one(tx: Reading, kind: type[Row], table: sa.Table, row_id: str) -> Row | None:
    row = tx.first(by_id(table), id=row_id)
    return kind.model_validate(dict(row)) if row else None


def kept_row(tx: Reading, kept: Kept, row_id: str) -> Mapping[str, Any] | None:
    """A row as it stands, with the `partnership_id` and `assessment_id` that it belongs to."""
    table = TABLES[kept]
    row = tx.first(sa.select(table).where(table.c.id == row_id))
    if row is None:
        return None
    place: dict[str, Any] = {"assessment_id": row_id if kept is Kept.ASSESSMENT else None}
    if kept is Kept.PARTNERSHIP:
        place["partnership_id"] = row_id
    if kept is Kept.MEETING:
        place["partnership_id"] = partnership_of(tx, row["assessment_id"])
    return {**place, **row}


def add_row(tx: Writing, kept: Kept, item: Frozen, event: ActivityEvent) -> None:
    """Keep a new row; links (`types`, `present`) follow by their own functions."""
    values = item.model_dump(exclude={"types", "present", "title"})
    tx.insert(TABLES[kept], values, event)


def change_row(
    tx: Writing, kept: Kept, row_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a row; when it last changed is kept with it."""
    tx.update(TABLES[kept], row_id, {**values, "saved_at": event.at}, event)


def link(
    tx: Writing,
    kind: Link,
    row_id: str,
    wanted: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> frozenset[str]:
    """Make these an agency's types, a chosen set, or the agencies at a meeting.

    See Writing.relink for `seen` and for what is given.
    """
    table, owner, column = _LINKS[kind]
    return tx.relink(table, {owner: row_id}, column, wanted, event, seen=seen)
