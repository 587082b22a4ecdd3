"""A name being typed: one line for each list of an area, and one for an area yet to be begun."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from assessment.access.texts import NAME
from assessment.partnership.model import Kept
from assessment.store.activity import ActivityEvent
from assessment.store.tables import (
    METADATA,
    STAYS_HERE,
    choice,
    id_column,
    instant,
    linked,
    reference,
    sealed,
    text,
    version_column,
)
from assessment.store.work import Reading, Writing, by_id


name_draft = sa.Table(
    "name_draft",
    METADATA,
    id_column(),
    reference("partnership.id"),
    choice("kind", Kept, nullable=False),
    text("name", NAME, nullable=False),
    instant("saved_at"),
    version_column(),
    sa.UniqueConstraint("partnership_id", "kind"),
    sa.CheckConstraint("kind in ('authority', 'prison', 'agency')", "kind"),
)

name_draft_type = sa.Table(
    "name_draft_type",
    METADATA,
    linked("name_draft.id"),
    sa.Column("type_code", sa.String(40), primary_key=True),
)

# No area has it yet, so nothing removes it with one: the log must not keep what is typed here.
area_draft = sa.Table(
    "area_draft",
    METADATA,
    id_column(),
    sealed(text("name", NAME, nullable=False)),
    instant("saved_at"),
    version_column(),
    info=STAYS_HERE,
)
_THE_ONE = "area being named"


def draft_row(tx: Reading, partnership_id: str, kind: str) -> Mapping[str, Any] | None:
    """What stands in the line of one list, or None where nothing was ever typed."""
    mine = (name_draft.c.partnership_id == partnership_id, name_draft.c.kind == kind)
    row = tx.first(sa.select(name_draft).where(*mine))
    return dict(row) if row else None


def draft_types(tx: Reading, draft_id: str) -> tuple[str, ...]:
    """The kinds picked for an agency that is being named."""
    links = sa.select(name_draft_type).where(name_draft_type.c.name_draft_id == draft_id)
    return tuple(row["type_code"] for row in tx.all(links.order_by(name_draft_type.c.type_code)))


def begin_draft(tx: Writing, values: Mapping[str, Any], event: ActivityEvent) -> Mapping[str, Any]:
    """Keep an empty line unless the list has one already; gives the row that stands."""
    tx.insert_if_absent(name_draft, values, ["partnership_id", "kind"], event)
    return draft_row(tx, values["partnership_id"], values["kind"]) or values


def change_draft(tx: Writing, draft_id: str, name: str, event: ActivityEvent) -> None:
    """Change what stands in the line."""
    tx.update(name_draft, draft_id, {"name": name, "saved_at": event.at}, event)


def link_draft_types(
    tx: Writing,
    draft_id: str,
    types: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these the kinds of the agency being named; see Writing.relink for `seen`."""
    mine = {"name_draft_id": draft_id}
    tx.relink(name_draft_type, mine, "type_code", types, event, seen=seen)


def area_row(tx: Reading) -> Mapping[str, Any] | None:
    """What stands in the line for a new area, or None where nothing was ever typed."""
    row = tx.first(by_id(area_draft), id=_THE_ONE)
    return dict(row) if row else None


def blank_area(at: datetime) -> Mapping[str, Any]:
    """An empty line for a new area; there is one of them."""
    return {"id": _THE_ONE, "name": "", "saved_at": at}


def begin_area(tx: Writing, blank: Mapping[str, Any], event: ActivityEvent) -> Mapping[str, Any]:
    """Keep the empty line unless it is there already; gives the row that stands."""
    tx.insert_if_absent(area_draft, blank, ["id"], event)
    return area_row(tx) or blank


def change_area(tx: Writing, name: str, event: ActivityEvent) -> None:
    """Change what stands in the line for a new area."""
    tx.update(area_draft, _THE_ONE, {"name": name, "saved_at": event.at}, event)
