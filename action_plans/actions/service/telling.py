"""What a review that is still running says of an action: one note, which it may yet correct.

A note from anywhere else is never changed. Whoever calls knows the review, and that it runs.
"""

from typing import Any

from action_plans.actions import store
from action_plans.actions.model import ProgressNote, Reported
from action_plans.actions.service.changes import Change, changing
from action_plans.actions.service.impact import first_asking
from action_plans.actions.store import told
from assessment.access.desk import Desk
from assessment.access.drafts import Draft
from assessment.access.errors import BadInput
from assessment.access.texts import LINE


def note(desk: Desk, note_id: str | None) -> ProgressNote | None:
    """The note, also where it says nothing any more; None where none was begun."""
    with desk.store.reading() as tx:
        return told.note_row(tx, note_id) if note_id else None


def report_in_review(
    desk: Desk, action_id: str, note_id: str, report: Reported | None, said_by: str = ""
) -> None:
    """How the action goes, as the review's note of this id says it; None takes that back.

    "Done" finishes the action, and something else after it opens it again. Said once more, it
    counts as said now.

    Raises BadInput for an action that was finished or stopped before.
    """
    with changing(desk, action_id) as change:
        before = told.note_row(change.tx, note_id)
        was = before.report if before else None
        if not change.action.open and was is not Reported.DONE:
            raise BadInput("It is finished or stopped. Open it again first.")
        said = {"report": report, "said_by": said_by, "at": desk.now()}
        _keep(change, before, note_id, said, "action.reported_in_review")
        change.write("action.reported_on", _ending(change, was, report))


def word_in_review(desk: Desk, draft: Draft, action_id: str, note_id: str) -> None:
    """Store the line being typed about an action as the review's note of this id.

    Raises StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    with changing(desk, action_id) as change:
        before = told.note_row(change.tx, note_id)
        text = draft.accepted("progress_note", before, "text", limit=LINE)
        if before is None or text != before.text:
            said = {"text": text, "at": desk.now()}
            _keep(change, before, note_id, said, "action.worded_in_review", draft.typed.spell)


def record_review(desk: Desk, partnership_id: str) -> None:
    """A review ends today: from now on every open action is looked at as reviewed."""
    with desk.store.writing() as tx:
        ids = [one.id for one in store.actions_of(tx, partnership_id) if one.open]
        for action_id in ids:
            with changing(desk, action_id) as change:
                change.write("action.reviewed", {"reviewed_on": desk.today()})


def _keep(
    change: Change,
    before: ProgressNote | None,
    note_id: str,
    said: dict[str, Any],
    what: str,
    spell: str | None = None,
) -> None:
    event = change.event(what, spell)
    if before is not None:
        told.change_note(change.tx, note_id, said, event)
        return
    whole = {"id": note_id, "action_id": change.action.id} | said
    told.add_note(change.tx, ProgressNote.model_validate(whole), event)


def _ending(change: Change, was: Reported | None, now: Reported | None) -> dict[str, Any]:
    if now is Reported.DONE and was is not Reported.DONE:
        day = change.desk.today()
        return {"completed_on": day} | first_asking(change.desk, change.action)
    if was is Reported.DONE and now is not Reported.DONE:
        return {"completed_on": None}
    return {}
