"""A name on its way onto a list: kept while it is typed, then added, and gone from the line.

Each list of an area (authorities, prisons, agencies) has one such line, and every screen shows it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.texts import NAME
from assessment.access.typed import Typed
from assessment.partnership.model import Kept
from assessment.partnership.permissions import check_user_can_prepare
from assessment.partnership.rules.prisons import prison_names
from assessment.partnership.service.editing_agencies import add_agency
from assessment.partnership.service.editing_area import add_authority, add_prison
from assessment.partnership.store import naming
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing


@dataclass(frozen=True)
class BeingNamed:
    """What stands in the line of one list; `types` are an agency's."""

    name: str = ""
    types: tuple[str, ...] = ()
    saved_at: datetime | None = None


def being_named(desk: Desk, partnership_id: str, kept: Kept) -> BeingNamed:
    """What was typed for a list and not added yet."""
    with desk.store.reading() as tx:
        row = naming.draft_row(tx, partnership_id, kept)
        if row is None:
            return BeingNamed()
        return BeingNamed(row["name"], naming.draft_types(tx, row["id"]), row["saved_at"])


def type_name(desk: Desk, partnership_id: str, kept: Kept, typed: Typed) -> None:
    """Keep what was typed into the line of a list; nothing is on the list yet.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    check_user_can_prepare(desk.actor)
    with drafting(desk, typed) as draft:
        row = _row(desk, draft.tx, partnership_id, kept)
        text = draft.accepted("name_draft", SimpleNamespace(**row), "name", limit=NAME)
        if text != row["name"]:
            event = line_event(desk, row, "name_draft.typed", typed.spell)
            naming.change_draft(draft.tx, row["id"], text, event)


def pick_types(
    desk: Desk, partnership_id: str, types: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Keep which kinds the agency being named is of; with `seen`, by the difference to that."""
    check_user_can_prepare(desk.actor)
    with desk.store.writing() as tx:
        row = _row(desk, tx, partnership_id, Kept.AGENCY)
        event = line_event(desk, row, "name_draft.types_picked")
        naming.link_draft_types(tx, row["id"], types, event, seen)


def add_named(desk: Desk, partnership_id: str, kept: Kept) -> None:
    """Put what stands in the line on its list, and empty the line; several prisons at once.

    Raises:
        BadInput: nothing stands there, or an agency has no kind yet.
    """
    check_user_can_prepare(desk.actor)
    with desk.store.writing() as tx:
        row = _row(desk, tx, partnership_id, kept)
        types = naming.draft_types(tx, row["id"])
        _ADDS[kept](desk, partnership_id, row["name"], types)
        naming.change_draft(tx, row["id"], "", line_event(desk, row, "name_draft.used"))
        naming.link_draft_types(tx, row["id"], (), line_event(desk, row, "name_draft.used"))


def _add_prisons(desk: Desk, partnership_id: str, names: str) -> None:
    for name in prison_names(names) or ("",):  # an empty line is refused as elsewhere
        add_prison(desk, partnership_id, name, confirmed=True)


# What stands in the line was accepted when it was typed, so it is not asked about a second time.
_ADDS: Mapping[Kept, Callable[[Desk, str, str, tuple[str, ...]], object]] = {
    Kept.AUTHORITY: lambda desk, area, name, _: add_authority(desk, area, name, confirmed=True),
    Kept.PRISON: lambda desk, area, names, _: _add_prisons(desk, area, names),
    Kept.AGENCY: lambda desk, area, name, types: add_agency(
        desk, area, name, types, confirmed=True
    ),
}


def _row(desk: Desk, tx: Writing, partnership_id: str, kept: Kept) -> Mapping[str, Any]:
    row = naming.draft_row(tx, partnership_id, kept)
    if row is not None:
        return row
    place = {"id": desk.new_id(), "partnership_id": partnership_id, "kind": kept}
    blank = {**place, "name": "", "saved_at": desk.now()}
    return naming.begin_draft(tx, blank, line_event(desk, blank, "name_draft.begun"))


def line_event(
    desk: Desk, row: Mapping[str, Any], what: str, spell: str | None = None
) -> ActivityEvent:
    """The activity event of an act on a line: of a list of an area, or of an area not yet begun.

    `what` begins with the name of the line's table.
    """
    return desk.event(
        what,
        subject_table=what.partition(".")[0],
        subject_id=row["id"],
        partnership_id=row.get("partnership_id"),
        spell=spell or None,
    )
