"""What becomes of an action: its owner's answer, how it goes, how it ends.

An answer and an ending say what stood on the screen where they were given (`seen`): another
screen's is kept, and ChangedMeanwhile raised. What that screen recorded the same is no conflict.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from action_plans.actions.model import (
    NOTE_SAID_BY,
    TEXTS,
    Action,
    Answer,
    ProgressNote,
    Reported,
)
from action_plans.actions.service.changes import Change, changing
from action_plans.actions.service.impact import first_asking
from action_plans.actions.service.reading import agency_name
from action_plans.actions.store import told
from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.texts import accept_words
from assessment.access.wording import long_date


Answered = Answer | Unchecked
Ending = tuple[date | None, date | None]


def ending_of(item: Action) -> Ending:
    """How an action stands as to its end: when it was finished, when it was stopped."""
    return item.completed_on, item.stopped_on


def agree(
    desk: Desk,
    action_id: str,
    by: str = "",
    on: date | None = None,
    *,
    seen: Answered = UNCHECKED,
) -> None:
    """Its owner says yes: `by` a role (else the owner's), `on` a day (else today).

    Raises:
        ChangedMeanwhile: see above. BadInput: nobody owns it, or the day is still to come.
    """
    with changing(desk, action_id) as change:
        day = _day(desk, on)
        who = _said(change, "answered_by", by) or _owner(change)
        if not who:
            raise BadInput("Say whose it is first; then record the answer.")
        values = {"answer": Answer.AGREED, "answered_by": who, "answered_on": day}
        _answer(change, "action.agreed", values, seen)


def decline(
    desk: Desk,
    action_id: str,
    because: str = "",
    by: str = "",
    on: date | None = None,
    *,
    seen: Answered = UNCHECKED,
) -> None:
    """Its owner says no, because … Without a reason, here or written before, it is not recorded.

    Raises:
        ChangedMeanwhile: see above. BadInput: no reason.
    """
    with changing(desk, action_id) as change:
        reason = _said(change, "declined_because", because)
        if not reason.strip():
            raise BadInput("Write down why it was declined; then record the answer.")
        values = {
            "answer": Answer.DECLINED,
            "declined_because": reason,
            "answered_by": _said(change, "answered_by", by) or _owner(change),
            "answered_on": _day(desk, on),
        }
        _answer(change, "action.declined", values, seen)


def ask_again(desk: Desk, action_id: str, *, seen: Answered = UNCHECKED) -> None:
    """Take the answer back: proposed, not yet asked. What was written stays.

    Raises ChangedMeanwhile: see above.
    """
    with changing(desk, action_id) as change:
        values = {"answer": Answer.PROPOSED, "answered_by": "", "answered_on": None}
        _answer(change, "action.proposed", values, seen)


def add_note(
    desk: Desk,
    action_id: str,
    text: str = "",
    *,
    report: Reported | None = None,
    said_by: str = "",
    confirmed: bool = False,
    draft: bool = True,
) -> str:
    """Keep a dated note on how it goes; gives its id. One that says "done" finishes the action.

    Without `text`, what stands in the draft is kept and the draft is emptied; not so without
    `draft`, where the words come from elsewhere and somebody may be writing just now.

    Raises:
        BadInput: it says nothing. LikelyIdentifier, TooLong: see accept_words.
    """
    with changing(desk, action_id) as change:
        drafted = change.action.note_draft if draft else ""
        limit = TEXTS["note_draft"].limit
        # A draft was accepted when it was typed, so it is not asked about a second time.
        words = accept_words(text, limit=limit, confirmed=confirmed) if text else drafted
        if not words.strip() and report is None:
            raise BadInput("Say how it goes, in words or by choosing one.")
        note = ProgressNote(
            id=desk.new_id(),
            action_id=action_id,
            at=desk.now(),
            said_by=accept_words(said_by, limit=NOTE_SAID_BY, confirmed=confirmed),
            report=report,
            text=words,
        )
        told.add_note(change.tx, note, change.event("action.note_added"))
        used = {"note_draft": ""} if draft and not text else {}
        change.write("action.reported_on", used | _done_by(change, report))
    return note.id


def complete(
    desk: Desk,
    action_id: str,
    on: date | None = None,
    shown_by: str = "",
    *,
    confirmed: bool = False,
    seen: Ending | Unchecked = UNCHECKED,
) -> None:
    """It is finished. It counts as complete once what shows it is written down, here or later.

    Its effect is asked about a quarter later, unless another day is set.

    Raises:
        ChangedMeanwhile: see above. BadInput: a day still to come.
    """
    with changing(desk, action_id) as change:
        shown = _said(change, "shown_by", shown_by, confirmed=confirmed)
        values = {"completed_on": _day(desk, on), "shown_by": shown}
        if change.action.completed_on is None:
            values |= first_asking(desk, change.action)
        _end(change, "action.completed", values, seen)


def stop(
    desk: Desk,
    action_id: str,
    reason: str = "",
    approved_by: str = "",
    on: date | None = None,
    *,
    seen: Ending | Unchecked = UNCHECKED,
) -> None:
    """Stop it before it is done: needs a reason and the role that approved it.

    Raises:
        ChangedMeanwhile: see above. BadInput: either is missing.
    """
    with changing(desk, action_id) as change:
        why = _said(change, "stopped_reason", reason)
        who = _said(change, "stopped_approved_by", approved_by)
        if not (why.strip() and who.strip()):
            raise BadInput("To stop it, write down why and who approved that.")
        values = {
            "stopped_on": _day(desk, on),
            "stopped_reason": why,
            "stopped_approved_by": who,
        }
        _end(change, "action.stopped", values, seen)


def reopen(desk: Desk, action_id: str, *, seen: Ending | Unchecked = UNCHECKED) -> None:
    """Undo `complete` or `stop`: it is to be done again. What was written stays.

    Raises ChangedMeanwhile: see above.
    """
    with changing(desk, action_id) as change:
        _end(change, "action.reopened", {"completed_on": None, "stopped_on": None}, seen)


def _done_by(change: Change, report: Reported | None) -> dict[str, Any]:
    if report is not Reported.DONE:
        return {}
    return {"completed_on": change.desk.today()} | first_asking(change.desk, change.action)


def _answer(change: Change, what: str, values: Mapping[str, Any], seen: Answered) -> None:
    item, columns = change.action, ("answer",)
    if seen is not UNCHECKED and seen is not item.answer is values["answer"]:
        return
    check_unmoved(change.tx, "action", item, columns, seen=seen, stands=item.answer)
    change.write(what, values)


def _end(change: Change, what: str, values: Mapping[str, Any], seen: Ending | Unchecked) -> None:
    item, stands = change.action, ending_of(change.action)
    if seen is not UNCHECKED and seen != stands == ending_of(item.model_copy(update=dict(values))):
        return
    columns = ("completed_on", "stopped_on")
    check_unmoved(change.tx, "action", item, columns, seen=seen, stands=stands)
    change.write(what, values)


def _said(change: Change, field: str, given: str, *, confirmed: bool = False) -> str:
    """What is given now, or else what was written into the action before."""
    stored: str = getattr(change.action, field)
    if not given:
        return stored
    limit = TEXTS[field].limit
    return accept_words(given, stored=stored, limit=limit, confirmed=confirmed)


def _owner(change: Change) -> str:
    item = change.action
    return item.owner_role or agency_name(change.desk, item.owner_agency_id)


def _day(desk: Desk, on: date | None) -> date:
    day = on or desk.today()
    if day > desk.today():
        raise BadInput(f"Not saved: {long_date(day)} is still to come.")
    return day
