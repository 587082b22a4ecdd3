"""What is said of an action in its turn: a report, a line of words, a date that is moved."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from action_plans.actions import service as actions
from action_plans.actions.model import HEARD, Action, Dates, MoveReason, Reported
from action_plans.reviews import store
from action_plans.reviews.model import Turn
from action_plans.reviews.service.holding import Held, holding
from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import NotFound
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships


Told = Reported | None | Unchecked


def report(desk: Desk, turn_id: str, said: Reported | None, *, seen: Told = UNCHECKED) -> None:
    """Say how the action goes; None takes it back. "No update received" changes no status.

    Raises:
        ChangedMeanwhile: another screen recorded something else than was `seen` here.
        BadInput: the action was finished or stopped before. Refused: the review has ended.
    """
    with _turning(desk, turn_id) as (held, turn):
        note = actions.note(desk, turn.id)
        stands = note.report if note else None
        if said is not stands:
            row, columns = note or turn, ("report",)
            check_unmoved(held.tx, "progress_note", row, columns, seen=seen, stands=stands)
        action = actions.action(desk, turn.action_id)
        by = _who(held, action) if said in HEARD else ""
        actions.report_in_review(desk, action.id, turn.id, said, by)


def word(desk: Desk, turn_id: str, typed: Typed) -> None:
    """Save the line that goes with the report. Raises StaleEdit, LikelyIdentifier, TooLong."""
    with drafting(desk, typed) as draft, _turning(desk, turn_id) as (_, turn):
        actions.word_in_review(desk, draft, turn.action_id, turn.id)


def move_due(
    desk: Desk,
    turn_id: str,
    day: date | None,
    why: MoveReason | None = None,
    *,
    seen: Dates | Unchecked = UNCHECKED,
) -> None:
    """Move the action's due date, a later one together with why; its first one stays.

    What was reported on track in the same turn is reported of the new date. Raises as
    `actions.set_dates` does.
    """
    with _turning(desk, turn_id) as (_, turn):
        dates = actions.action(desk, turn.action_id).dates()
        moved = dates.model_copy(update={"due_on": day})
        actions.set_dates(desk, turn.action_id, moved, seen=seen, why=why)
        note = actions.note(desk, turn.id)
        if note and note.report is Reported.ON_TRACK:
            actions.report_in_review(desk, turn.action_id, turn.id, note.report, note.said_by)


def _who(held: Held, action: Action) -> str:
    """The owner, where its agency is there to say it."""
    if action.owner_agency_id not in held.review.present:
        return ""
    agency = partnerships.agency_names(held.desk, action.partnership_id)
    return action.owner_role or agency.get(action.owner_agency_id or "", "")


@contextmanager
def _turning(desk: Desk, turn_id: str) -> Iterator[tuple[Held, Turn]]:
    with desk.store.writing() as tx:
        turn = store.turn_row(tx, turn_id)
        if turn is None:
            raise NotFound("That review was put away. Nothing was changed.")
        with holding(desk, turn.review_id) as held:
            yield held, turn
