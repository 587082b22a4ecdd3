"""An assessment moved from stage to stage."""

from collections.abc import Callable

from assessment.access.actor import Actor
from assessment.access.desk import Desk
from assessment.access.texts import PARAGRAPH, accept_words
from assessment.partnership.model import Assessment, Kept, Status
from assessment.partnership.permissions import check_user_can_move_assessment
from assessment.partnership.rules import status as status_rules
from assessment.partnership.service import reading, saving
from assessment.partnership.service.belonging import check_statements_here


BEFORE_CONSENSUS = frozenset({Status.PREPARING, Status.VIEWS})


def at_work(
    desk: Desk, assessment_id: str, statement_id: str, check: Callable[[Actor, Status], None]
) -> Assessment:
    """The assessment, about to be given something on a statement: that begins the agreeing.

    Raises:
        Refused: `check` does not let this person, or not now. BadInput: no such statement.
    """
    one = reading.assessment(desk, assessment_id)
    check(desk.actor, one.status)
    check_statements_here(desk, one, [statement_id])
    if one.status in BEFORE_CONSENSUS:
        begin_consensus(desk, assessment_id)
    return one


def ask_for_views(desk: Desk, assessment_id: str) -> None:
    """Start gathering first views. Raises Refused unless the assessment is being prepared."""
    _move(desk, assessment_id, Status.VIEWS)


def begin_consensus(desk: Desk, assessment_id: str) -> None:
    """Start agreeing ratings; nothing when that has begun already."""
    if reading.assessment(desk, assessment_id).status in BEFORE_CONSENSUS:
        _move(desk, assessment_id, Status.CONSENSUS)


def agree(desk: Desk, assessment_id: str) -> None:
    """Record the assessment as agreed.

    Raises:
        Refused: the plan's lead or dates are missing without a reason, or it is not at this stage.
    """
    _move(desk, assessment_id, Status.AGREED)


def reopen(desk: Desk, assessment_id: str, reason: str, *, confirmed: bool = False) -> None:
    """Go back from agreed to agreeing ratings. Raises Refused without a reason."""
    why = accept_words(reason.strip(), limit=PARAGRAPH, confirmed=confirmed)
    _move(desk, assessment_id, Status.CONSENSUS, why)


def close(desk: Desk, assessment_id: str) -> None:
    """Close an agreed assessment."""
    _move(desk, assessment_id, Status.CLOSED)


def take_up_again(desk: Desk, assessment_id: str) -> None:
    """Undo `close`."""
    _move(desk, assessment_id, Status.AGREED)


def _move(desk: Desk, assessment_id: str, after: Status, reason: str = "") -> None:
    check_user_can_move_assessment(desk.actor)
    with desk.store.writing() as tx:
        row = saving.row_here(tx, Kept.ASSESSMENT, assessment_id)
        one = Assessment.model_validate({name: row[name] for name in Assessment.model_fields})
        move = status_rules.transition(one.status, after, reason)
        values: dict[str, object] = {"status": after}
        if after is Status.AGREED:
            status_rules.check_can_be_agreed(one)
            values["agreed_at"] = one.agreed_at or desk.now()
        if move.needs_reason:
            values |= {"agreed_at": None, "reopened_because": reason}
        saving.change(tx, desk, Kept.ASSESSMENT, row, f"assessment.{after}", values)
