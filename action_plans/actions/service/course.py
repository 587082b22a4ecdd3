"""What becomes of an action: its owner's answer, how it goes, how it ends."""

from datetime import date

from action_plans.actions import store
from action_plans.actions.model import NOTE_SAID_BY, TEXTS, Answer, ProgressNote, Reported
from action_plans.actions.service.changes import Change, changing
from action_plans.actions.service.reading import agency_name
from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.texts import accept_words
from assessment.access.wording import long_date


def agree(desk: Desk, action_id: str, by: str = "", on: date | None = None) -> None:
    """Its owner says yes: `by` a role (else the owner's), `on` a day (else today).

    Raises BadInput when nobody owns it, or the day is still to come.
    """
    with changing(desk, action_id) as change:
        day = _day(desk, on)
        who = _said(change, "answered_by", by) or _owner(change)
        if not who:
            raise BadInput("Say whose it is first; then record the answer.")
        values = {"answer": Answer.AGREED, "answered_by": who, "answered_on": day}
        change.write("action.agreed", values)


def decline(
    desk: Desk, action_id: str, because: str = "", by: str = "", on: date | None = None
) -> None:
    """Its owner says no, because … Without a reason, here or written before, it is not recorded.

    Raises BadInput.
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
        change.write("action.declined", values)


def ask_again(desk: Desk, action_id: str) -> None:
    """Take the answer back: proposed, not yet asked. What was written stays."""
    with changing(desk, action_id) as change:
        values = {"answer": Answer.PROPOSED, "answered_by": "", "answered_on": None}
        change.write("action.proposed", values)


def add_note(
    desk: Desk,
    action_id: str,
    text: str = "",
    *,
    report: Reported | None = None,
    said_by: str = "",
    confirmed: bool = False,
) -> str:
    """Keep a dated note on how it goes; gives its id. One that says "done" finishes the action.

    Without `text`, what stands in the draft is kept and the draft is emptied.

    Raises:
        BadInput: it says nothing. LikelyIdentifier, TooLong: see accept_words.
    """
    with changing(desk, action_id) as change:
        drafted = change.action.note_draft
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
        store.add_note(change.tx, note, change.event("action.note_added"))
        used = {} if text else {"note_draft": ""}
        ends = {"completed_on": desk.today()} if report is Reported.DONE else {}
        change.write("action.reported_on", used | ends)
    return note.id


def complete(
    desk: Desk,
    action_id: str,
    on: date | None = None,
    shown_by: str = "",
    *,
    confirmed: bool = False,
) -> None:
    """It is finished. It counts as complete once what shows it is written down, here or later.

    Raises BadInput for a day still to come.
    """
    with changing(desk, action_id) as change:
        shown = _said(change, "shown_by", shown_by, confirmed=confirmed)
        values = {"completed_on": _day(desk, on), "shown_by": shown}
        change.write("action.completed", values)


def stop(
    desk: Desk, action_id: str, reason: str = "", approved_by: str = "", on: date | None = None
) -> None:
    """Stop it before it is done: needs a reason and the role that approved it.

    Raises BadInput when either is missing.
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
        change.write("action.stopped", values)


def reopen(desk: Desk, action_id: str) -> None:
    """Undo `complete` or `stop`: it is to be done again. What was written stays."""
    with changing(desk, action_id) as change:
        change.write("action.reopened", {"completed_on": None, "stopped_on": None})


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
