"""Changing what an action says, one field at a time, each saved at once."""

from collections.abc import Collection
from datetime import date
from typing import Any

from action_plans.actions import store
from action_plans.actions.model import (
    TEXTS,
    Action,
    Answer,
    Dates,
    Effort,
    Kind,
    Level,
    MoveReason,
    Source,
)
from action_plans.actions.rules.postponing import asks_why, can_be_slip
from action_plans.actions.rules.status import counted_from
from action_plans.actions.service.changes import Change, changing
from action_plans.actions.service.moves import forget_moves, keep_move
from action_plans.actions.service.reading import check_statements_of_area
from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.typed import Typed
from assessment.access.wording import local_day, long_date
from assessment.partnership import service as partnerships


WHY_FIRST = "Not moved: a later date, or none, needs its reason. Choose why, and it is moved."


def edit_text(desk: Desk, action_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into one of the texts in `columns.TEXTS`.

    Raises:
        BadInput: it was emptied, and the action's state rests on it.
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    kind = TEXTS[field]
    with drafting(desk, typed) as draft, changing(desk, action_id) as change:
        needed = field in _needed(change.action)
        text = draft.accepted("action", change.action, field, limit=kind.limit, needed=needed)
        if needed and not text.strip():
            raise BadInput(f"“{kind.label}” cannot be empty here.")
        change.write(f"action.{field}_edited", {field: text}, typed.spell)


def set_owner(
    desk: Desk,
    action_id: str,
    agency_id: str | None,
    *,
    seen: str | None | Unchecked = UNCHECKED,
) -> None:
    """Say whose it is. Another agency has not been asked, so its answer starts as proposed.

    Raises:
        ChangedMeanwhile: it is not any more the agency `seen` here, nor the one chosen.
        BadInput: an agency of another area.
    """
    with changing(desk, action_id) as change:
        item = change.action
        if agency_id == item.owner_agency_id:
            return
        partnerships.check_agencies_here(desk, item.partnership_id, [agency_id])
        stands, columns = item.owner_agency_id, ("owner_agency_id",)
        check_unmoved(change.tx, "action", item, columns, seen=seen, stands=stands)
        unasked: dict[str, Any] = {
            "answer": Answer.PROPOSED,
            "answered_by": "",
            "answered_on": None,
            "declined_because": "",
        }
        change.write("action.owner_set", {"owner_agency_id": agency_id, **unasked})


def set_dates(
    desk: Desk,
    action_id: str,
    dates: Dates,
    *,
    seen: Dates | Unchecked = UNCHECKED,
    why: MoveReason | None = None,
) -> None:
    """Set start, due and review. The first due date ever set is kept beside the current one.

    A due date goes back, or away, only together with `why`; an earlier one needs no reason (see
    `postponing.asks_why`). `seen` are the dates that the screen showed.

    Raises:
        BadInput: a reason is missing, or it would start after it is due.
        ChangedMeanwhile: another screen set other dates than were `seen` here.
    """
    if dates.start_on and dates.due_on and dates.start_on > dates.due_on:
        raise BadInput(
            f"Not saved: it would start on {long_date(dates.start_on)}, "
            f"after it is due on {long_date(dates.due_on)}. Change one of the two."
        )
    with changing(desk, action_id) as change:
        item = change.action
        if dates != item.dates():
            columns = tuple(Dates.model_fields)
            check_unmoved(change.tx, "action", item, columns, seen=seen, stands=item.dates())
        if why is None and asks_why(item.due_on, dates.due_on):
            raise BadInput(WHY_FIRST)
        moved = _moved(change, dates.due_on)
        if "moved_at" in moved:
            keep_move(change, dates.due_on, why)
        change.write("action.dates_set", dates.model_dump() | moved)


def correct_first_due(desk: Desk, action_id: str, to: date | None = None) -> None:
    """The first due date was a slip: the current one takes its place, or `to` does as both.

    Raises BadInput after the day on which the action was raised; from then on it stays.
    """
    with changing(desk, action_id) as change:
        item = change.action
        fresh = local_day(item.created_at) == desk.today()
        if not (can_be_slip(item, to, fresh) or first_due_can_be_corrected(item, desk.today())):
            raise BadInput(
                "The first due date can be corrected only on the day the action was raised. "
                "It stays beside the new one."
            )
        due = to or item.due_on
        values = {"original_due_on": due, "due_on": due, "moved_at": None, "held_to": None}
        change.write("action.first_due_corrected", values)
        forget_moves(change)


def first_due_can_be_corrected(item: Action, today: date) -> bool:
    """Whether the first due date may still be called a slip."""
    return item.moved and local_day(item.created_at) == today


def set_kind(desk: Desk, action_id: str, kind: Kind, *, seen: Kind | Unchecked = UNCHECKED) -> None:
    """Say what the action is for.

    `seen` is what the screen showed, here and in the choices that follow; each of them raises
    ChangedMeanwhile when another screen chose something else.
    """
    with changing(desk, action_id) as change:
        change.choose("action.kind_set", "kind", kind, seen)


def set_effort(
    desk: Desk,
    action_id: str,
    effort: Effort | None,
    *,
    seen: Effort | None | Unchecked = UNCHECKED,
) -> None:
    """Say how much work it is, or that it is not known. Raises as `set_kind` does."""
    with changing(desk, action_id) as change:
        change.choose("action.effort_set", "effort", effort, seen)


def set_source(
    desk: Desk, action_id: str, source: Source, *, seen: Source | Unchecked = UNCHECKED
) -> None:
    """Say where the need was seen. Raises as `set_kind` does."""
    with changing(desk, action_id) as change:
        change.choose("action.source_set", "source", source, seen)


def set_priority(
    desk: Desk, action_id: str, level: Level | None, *, seen: Level | None | Unchecked = UNCHECKED
) -> None:
    """Put the partnership's own priority in place of the rule's, or with None go back to it.

    Raises BadInput when the reason is not written down yet, and as `set_kind` does.
    """
    with changing(desk, action_id) as change:
        if level and not change.action.priority_reason.strip():
            raise BadInput("Write down why the priority is changed, then choose it.")
        change.choose("action.priority_set", "priority_override", level, seen)


def link_statements(
    desk: Desk, action_id: str, wanted: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Make these the statements it answers; with `seen`, by the difference to that.

    Raises BadInput for an id that is a statement of none of the area's assessments.
    """
    with changing(desk, action_id) as change:
        new = set(wanted) - set(change.action.statements)
        check_statements_of_area(desk, change.action.partnership_id, new)
        _link(change, "statements", wanted, seen)


def link_prisons(
    desk: Desk, action_id: str, wanted: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Make these the prisons it is about; none means all. With `seen`, by the difference.

    Raises BadInput for a prison of another area.
    """
    with changing(desk, action_id) as change:
        new = set(wanted) - set(change.action.prisons)
        partnerships.check_prisons_here(desk, change.action.partnership_id, new)
        _link(change, "prisons", wanted, seen)


def link_supporters(
    desk: Desk, action_id: str, wanted: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Make these the agencies that help its owner; with `seen`, by the difference to that.

    Raises BadInput for an agency of another area.
    """
    with changing(desk, action_id) as change:
        new = set(wanted) - set(change.action.supporters)
        partnerships.check_agencies_here(desk, change.action.partnership_id, new)
        _link(change, "supporters", wanted, seen)


def put_away(desk: Desk, action_id: str) -> None:
    """Take an action out of use; `put_back` undoes it. Its number stays its own."""
    with changing(desk, action_id) as change:
        if change.action.archived_at is None:
            at = desk.now()
            store.archive_action(change.tx, action_id, at, change.event("action.put_away"))


def put_back(desk: Desk, action_id: str) -> None:
    """Bring back what was put away."""
    with changing(desk, action_id) as change:
        store.archive_action(change.tx, action_id, None, change.event("action.put_back"))


def _needed(item: Action) -> frozenset[str]:
    """The texts that cannot be emptied while the action is as it is."""
    rests_on = {
        "what": True,
        "declined_because": item.answer is Answer.DECLINED,
        "stopped_reason": item.stopped_on is not None,
        "stopped_approved_by": item.stopped_on is not None,
        "priority_reason": item.priority_override is not None,
    }
    return frozenset(field for field, needed in rests_on.items() if needed)


def _moved(change: Change, due_on: date | None) -> dict[str, Any]:
    """What else changes when the due date does."""
    item = change.action
    if due_on == item.due_on:
        return {}
    if item.original_due_on is None:
        return {"original_due_on": due_on}
    return {"moved_at": change.desk.now(), "held_to": counted_from(item)}


def _link(
    change: Change, kind: store.Link, wanted: Collection[str], seen: Collection[str] | None
) -> None:
    event = change.event(f"action.{kind}_linked")
    store.link(change.tx, change.action.id, kind, wanted, event, seen)
