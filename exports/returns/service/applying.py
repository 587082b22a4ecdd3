"""Applies what was shown of a file and chosen: all of it in one transaction, or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from action_plans.actions import service as actions
from action_plans.actions.model import Dates, Source
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from exports.returns.model import (
    NO_MOVE,
    Applied,
    Change,
    Choices,
    Field,
    Offer,
    Preview,
    RawPlan,
)
from exports.returns.rules.deciding import move_of, raised, unanswered, wanted
from exports.returns.service.reading import preview_plan


MOVED = (
    "The plan changed while this was open, so nothing of {} was applied. Look at what it would "
    "change now, and apply that."
)
UNANSWERED = "Nothing was applied yet: some changes need a word more."
FROM_FILE = "from a returned workbook"


def apply_plan(
    desk: Desk, assessment_id: str, raw: RawPlan, *, seen: Preview, choices: Choices
) -> Applied:
    """Apply the changes and raise the rows that were chosen of the preview that was `seen`.

    Each takes its own activity event, in the name of who applied it and of the file.

    Raises:
        Refused: someone other than the lead; or the plan, and so the preview, is another now.
        BadInput: the file does not belong here, or a change needs a reason, or words of it cannot
            be taken.
    """
    name = f"{desk.actor.name}, {FROM_FILE}"
    by_file = replace(desk, actor=desk.actor.model_copy(update={"name": name}))
    with desk.store.writing():
        now = preview_plan(desk, assessment_id, raw)
        if now.refused:
            raise BadInput(now.refused, now.problems)
        if now != seen:
            raise Refused(MOVED.format(raw.file_name))
        missing = unanswered(now, choices)
        if missing:
            raise BadInput(UNANSWERED, missing)
        changes, offers = wanted(now, choices), raised(now, choices)
        for action_id, some in groupby(changes, key=lambda one: one.action_id):
            _change(by_file, action_id, tuple(some), choices)
        numbers = tuple(_raise(by_file, assessment_id, one) for one in offers)
    return Applied(changes=changes, offers=offers, numbers=numbers)


def _change(desk: Desk, action_id: str, changes: Sequence[Change], choices: Choices) -> None:
    by_field = {one.field: one for one in changes}
    _set_dates(desk, action_id, by_field, choices)
    report, note = by_field.get(Field.REPORTED), by_field.get(Field.NOTE)
    if report or note:
        actions.add_note(
            desk,
            action_id,
            note.text if note else "",
            report=report.reported if report else None,
            said_by=_said_by(choices),
            draft=False,
        )
    shown = choices.shown.get(report.key, "").strip() if report and report.done else ""
    if shown:
        actions.complete(desk, action_id, shown_by=shown)


def _set_dates(desk: Desk, action_id: str, by_field: dict[Field, Change], choices: Choices) -> None:
    due, review = by_field.get(Field.DUE), by_field.get(Field.REVIEW)
    if not (due or review):
        return
    dates = actions.action(desk, action_id).dates()
    new = Dates(
        start_on=dates.start_on,
        due_on=due.day if due else dates.due_on,
        review_on=review.day if review else dates.review_on,
    )
    why = move_of(due, choices) if due else NO_MOVE
    actions.set_dates(desk, action_id, new, seen=dates, why=why.reason)
    if due and why.words.strip():
        _say_more(desk, action_id, due, why.words.strip())


def _say_more(desk: Desk, action_id: str, due: Change, words: str) -> None:
    """More about why, on the move that was just made; a date put back the same day leaves none."""
    moves = actions.action(desk, action_id).moves
    if moves and moves[-1].to_on == due.day:
        actions.edit_move_words(desk, moves[-1].id, Typed.over(moves[-1].words, words))


def _raise(desk: Desk, assessment_id: str, offer: Offer) -> int:
    """Raise one row; gives its number. Its owner is still to be asked."""
    action_id = actions.raise_action(
        desk,
        assessment_id,
        offer.statements,
        offer.what,
        owner_agency_id=offer.agency_id,
        owner_role=offer.role,
        due_on=offer.due,
        source=Source.SELF_ASSESSMENT,
    )
    raised_now = actions.action(desk, action_id)
    if offer.review:
        dates = raised_now.dates().model_copy(update={"review_on": offer.review})
        actions.set_dates(desk, action_id, dates, seen=raised_now.dates())
    return raised_now.number


def _said_by(choices: Choices) -> str:
    who = choices.sent_by.strip()
    return f"{who}, {FROM_FILE}" if who else f"{FROM_FILE[0].upper()}{FROM_FILE[1:]}"
