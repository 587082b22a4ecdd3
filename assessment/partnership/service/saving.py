"""How every change of this slice is saved: allowed, in one transaction, with its event."""

from collections.abc import Collection, Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput, NotFound
from assessment.access.frozen import Frozen
from assessment.access.seen import UNCHECKED, check_unmoved
from assessment.access.texts import LINE, NAME, PARAGRAPH
from assessment.access.typed import Typed
from assessment.partnership import store
from assessment.partnership.model import Kept, Status
from assessment.partnership.permissions import check_user_can_change, check_user_can_prepare
from assessment.partnership.rules.record import Part
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


# The texts that can be typed, with their limits; columns are made as wide.
TEXTS: Mapping[Kept, Mapping[str, int]] = {
    Kept.PARTNERSHIP: {"name": NAME, "probation_region": NAME, "marking": NAME},
    Kept.AUTHORITY: {"name": NAME, "code": NAME},
    Kept.PRISON: {"name": NAME},
    Kept.AGENCY: {
        "name": NAME,
        "role": NAME,
        "representative": NAME,
        "substitute_role": NAME,
        "substitute": NAME,
        "check_with": NAME,
    },
    Kept.ASSESSMENT: {
        "lead_role": NAME,
        "plan_lead_role": NAME,
        "review_rhythm": LINE,
        "no_dates_reason": PARAGRAPH,
    },
}


def edit_text(desk: Desk, kept: Kept, row_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into one text of a row. An assessment's are part of its record.

    Raises:
        Refused: the assessment is closed.
        StaleEdit, LikelyIdentifier, TooLong: see accept_text. BadInput: a name left empty.
    """
    check_user_can_prepare(desk.actor)
    limit = TEXTS[kept][field]
    part = Part.PLAN if kept is Kept.ASSESSMENT else None
    with drafting(desk, typed) as draft:
        row = open_row(draft.tx, desk, kept, row_id, part)
        there = SimpleNamespace(**row)
        text = draft.accepted(kept, there, field, limit=limit, needed=field == "name")
        if field == "name" and not text.strip():
            raise BadInput("A name cannot be empty. The one before is kept.")
        what = f"{kept}.{field}_edited"
        change(draft.tx, desk, kept, row, what, {field: text}, spell=typed.spell or None)


def set_values(
    desk: Desk, kept: Kept, row_id: str, what: str, part: Part | None = None, **values: Any
) -> None:
    """Save named fields of one row; `part` of the record must still be open."""
    check_user_can_prepare(desk.actor)
    with desk.store.writing() as tx:
        row = open_row(tx, desk, kept, row_id, part)
        change(tx, desk, kept, row, what, values)


def set_choice(
    desk: Desk,
    kept: Kept,
    row_id: str,
    what: str,
    field: str,
    value: Any,
    part: Part | None = None,
    *,
    seen: object = UNCHECKED,
) -> None:
    """Save one choice; `seen` is what stood in its field on the screen where it was made.

    A tick needs none: what another screen made of it meanwhile is either what this one showed,
    or what is chosen here.

    Raises:
        ChangedMeanwhile: another screen chose something else. Refused: see `open_row`.
    """
    check_user_can_prepare(desk.actor)
    with desk.store.writing() as tx:
        row = open_row(tx, desk, kept, row_id, part)
        if row[field] != value:
            there = SimpleNamespace(**row)
            check_unmoved(tx, kept, there, (field,), seen=seen, stands=row[field])
        change(tx, desk, kept, row, what, {field: value})


def set_links(
    desk: Desk,
    kept: Kept,
    row_id: str,
    what: str,
    kind: store.Link,
    wanted: Collection[str],
    seen: Collection[str] | None,
) -> frozenset[str]:
    """Save which other things one row is linked to, by the difference to what was `seen`.

    Gives all that it is linked to then. Raises Refused where that is no longer open.
    """
    check_user_can_prepare(desk.actor)
    part = Part.SCOPE if kept is Kept.ASSESSMENT else None
    with desk.store.writing() as tx:
        row = open_row(tx, desk, kept, row_id, part)
        return store.link(tx, kind, row_id, wanted, event_of(desk, kept, row, what), seen)


def add(desk: Desk, kept: Kept, item: Frozen, place: Mapping[str, str]) -> None:
    """Keep a new row. `place` names its partnership and, where it has one, its assessment."""
    check_user_can_prepare(desk.actor)
    with desk.store.writing() as tx:
        if kept is Kept.MEETING:
            open_row(tx, desk, Kept.ASSESSMENT, place["assessment_id"], Part.MEETINGS)
        insert(tx, desk, kept, item, place)


def insert(tx: Writing, desk: Desk, kept: Kept, item: Any, place: Mapping[str, str]) -> None:
    """Like `add`, in a transaction that keeps several rows together."""
    row = {"assessment_id": None, **place, "id": item.id}
    store.add_row(tx, kept, item, event_of(desk, kept, row, f"{kept}.added"))


def put_away(desk: Desk, kept: Kept, row_id: str) -> None:
    """Take a row out of use; what refers to it stays. `put_back` undoes it."""
    _archive(desk, kept, row_id, "put_away", desk.now())


def put_back(desk: Desk, kept: Kept, row_id: str) -> None:
    """Bring back what was put away."""
    _archive(desk, kept, row_id, "put_back", None)


def _archive(desk: Desk, kept: Kept, row_id: str, done: str, at: datetime | None) -> None:
    set_values(desk, kept, row_id, f"{kept}.{done}", archived_at=at)


def change(
    tx: Writing,
    desk: Desk,
    kept: Kept,
    row: Mapping[str, Any],
    what: str,
    values: Mapping[str, Any],
    spell: str | None = None,
) -> None:
    """Write named fields of a row with one event; nothing when they stand so already."""
    if any(row[name] != value for name, value in values.items()):
        event = event_of(desk, kept, row, what, spell)
        store.change_row(tx, kept, row["id"], values, event)


def open_row(
    tx: Reading, desk: Desk, kept: Kept, row_id: str, part: Part | None
) -> Mapping[str, Any]:
    """The row as it stands. A meeting is a part of its assessment's record by itself.

    Raises:
        NotFound: it is not here. Refused: this part of the record is settled.
    """
    row = row_here(tx, kept, row_id)
    if kept is Kept.MEETING:
        part = Part.MEETINGS
    if part is not None:
        one = row_here(tx, Kept.ASSESSMENT, row["assessment_id"])
        check_user_can_change(desk.actor, part, Status(one["status"]))
    return row


def row_here(tx: Reading, kept: Kept, row_id: str) -> Mapping[str, Any]:
    """The row as it stands. Raises NotFound."""
    row = store.kept_row(tx, kept, row_id)
    if row is None:
        raise NotFound("That is not here any more. Nothing was changed. Go back to Prepare.")
    return row


def event_of(
    desk: Desk, kept: Kept, row: Mapping[str, Any], what: str, spell: str | None = None
) -> ActivityEvent:
    """The activity event of an act on a row."""
    return desk.event(
        what,
        subject_table=kept,
        subject_id=row["id"],
        partnership_id=row["partnership_id"],
        assessment_id=row["assessment_id"],
        spell=spell,
    )
