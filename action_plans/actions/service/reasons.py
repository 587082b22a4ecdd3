"""Writing down why a statement rated at the lowest level gets no action for now."""

from action_plans.actions.model import NO_ACTION_REASON, NoActionReason
from action_plans.actions.permissions import check_user_can_edit_actions
from action_plans.actions.store import reasons as reason_store
from assessment.access.desk import Desk
from assessment.access.drafts import Draft, drafting
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, check_is_open


def write_reason_for_no_action(
    desk: Desk, assessment_id: str, statement_id: str, typed: Typed
) -> None:
    """Save why a statement rated 0 gets no action for now; empty words take the reason back.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text. BadInput: no statement of its set.
        Refused: the assessment is closed; the reason is a part of its record.
    """
    check_user_can_edit_actions(desk.actor)
    with drafting(desk, typed) as draft:
        one = partnerships.assessment(desk, assessment_id)
        check_is_open(Part.PLAN, one.status)
        partnerships.check_statements_here(desk, one, [statement_id])
        row = reason_store.reason_of(draft.tx, assessment_id, statement_id)
        text = draft.accepted("no_action_reason", row, "reason", limit=NO_ACTION_REASON)
        if text != (row.reason if row else ""):
            whole = NoActionReason(
                id=row.id if row else desk.new_id(),
                assessment_id=assessment_id,
                statement_id=statement_id,
                reason=text,
                saved_at=desk.now(),
            )
            _keep(desk, draft, whole, begun=row is not None)


def reason_for_no_action(
    desk: Desk, assessment_id: str, statement_id: str
) -> NoActionReason | None:
    """What is written of one statement so far, or None when nothing ever was."""
    with desk.store.reading() as tx:
        return reason_store.reason_of(tx, assessment_id, statement_id)


def _keep(desk: Desk, draft: Draft, whole: NoActionReason, *, begun: bool) -> None:
    event = partnerships.event_on(desk, whole, "no_action_reason.edited", draft.typed.spell)
    if begun:
        changed = {"reason": whole.reason, "saved_at": whole.saved_at}
        reason_store.change_reason(draft.tx, whole.id, changed, event)
    else:
        reason_store.add_reason(draft.tx, whole, event)
