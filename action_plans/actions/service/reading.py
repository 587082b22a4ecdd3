"""What there is to read of the action plan."""

from collections.abc import Collection, Iterable

from action_plans.actions import store
from action_plans.actions.model import Action, Outcome
from action_plans.actions.rules.suggest import LOWEST, unanswered
from action_plans.actions.store import reasons as reason_store
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound
from assessment.bank import service as banks
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.store.work import Reading


def actions_of(
    desk: Desk, partnership_id: str, assessment_id: str | None = None
) -> tuple[Action, ...]:
    """The partnership's actions by number, of whichever assessment; or those opened in one.

    Those that were put away are left out.
    """
    with desk.store.reading() as tx:
        found = store.actions_of(tx, partnership_id)
    return tuple(a for a in found if assessment_id in (None, a.opened_in))


def archived_actions(desk: Desk, partnership_id: str, statement_id: str = "") -> tuple[Action, ...]:
    """The partnership's actions that were put away, by number; or those on one statement."""
    with desk.store.reading() as tx:
        return store.actions_of(tx, partnership_id, statement_id=statement_id, archived=True)


def action(desk: Desk, action_id: str) -> Action:
    """One action, put away or not. Raises NotFound."""
    with desk.store.reading() as tx:
        return found_action(tx, action_id)


def found_action(tx: Reading, action_id: str) -> Action:
    """One action inside a transaction, put away or not. Raises NotFound."""
    found = store.action_row(tx, action_id)
    if found is None:
        raise NotFound("That action is not here. The action plan lists those that are.")
    return found


def actions_for_statement(desk: Desk, assessment_id: str, statement_id: str) -> tuple[Action, ...]:
    """The partnership's actions on one statement by number, also from earlier assessments."""
    with desk.store.reading() as tx:
        area = partnerships.assessment(desk, assessment_id).partnership_id
        return store.actions_of(tx, area, statement_id=statement_id)


def outcomes_for_statement(
    desk: Desk, assessment_id: str, statement_id: str
) -> tuple[Outcome, ...]:
    """What came of each of `actions_for_statement`: whether the statement still asks for one."""
    with desk.store.reading() as tx:
        area = partnerships.assessment(desk, assessment_id).partnership_id
        return store.outcomes_of(tx, area, statement_id)


def reasons_for_no_action(desk: Desk, assessment_id: str) -> dict[str, str]:
    """The written reasons for no action, by statement; those without words are left out."""
    with desk.store.reading() as tx:
        rows = reason_store.reasons_of(tx, assessment_id)
    return {row.statement_id: row.reason for row in rows if row.reason.strip()}


def unanswered_zeros(desk: Desk, assessment_id: str) -> tuple[str, ...]:
    """Statements in scope rated 0 with neither an action nor a written reason, in their order."""
    with desk.store.reading():
        actions = actions_of(desk, partnerships.partnership_of(desk, assessment_id))
        return zeros_without(desk, assessment_id, actions)


def zeros_without(desk: Desk, assessment_id: str, actions: Iterable[Action]) -> tuple[str, ...]:
    """Like `unanswered_zeros`, where all the partnership's actions were read before."""
    reasons = reasons_for_no_action(desk, assessment_id)
    return _zeros(desk, assessment_id, actions, reasons)


def zeros_without_action(desk: Desk, assessment_id: str) -> tuple[str, ...]:
    """Statements in scope rated 0 without an action, whether or not a reason is written."""
    with desk.store.reading():
        actions = actions_of(desk, partnerships.partnership_of(desk, assessment_id))
        return _zeros(desk, assessment_id, actions, ())


def _zeros(
    desk: Desk, assessment_id: str, actions: Iterable[Action], reasons: Iterable[str]
) -> tuple[str, ...]:
    assessment = partnerships.assessment(desk, assessment_id)
    in_scope = partnerships.scope(desk, assessment_id)
    ratings = consensus.ratings_of(desk, assessment_id)
    zeros = {s for s in in_scope if s in ratings and ratings[s].rating == LOWEST}
    statements = banks.bank_of(desk, assessment.bank_id).statements
    return unanswered(
        [one.id for one in statements if one.id in zeros], actions, reasons, assessment_id
    )


def resting(desk: Desk, assessment_id: str) -> dict[str, frozenset[str]]:
    """What rests on which statements of an assessment, in words; also what was put away.

    Actions of its earlier assessments rest on those assessments' own statements.
    """
    partnership_id = partnerships.partnership_of(desk, assessment_id)
    with desk.store.reading():
        here = (
            *actions_of(desk, partnership_id, assessment_id),
            *(a for a in archived_actions(desk, partnership_id) if a.opened_in == assessment_id),
        )
        return consensus.resting(desk, assessment_id) | {
            "an action": frozenset(on for action in here for on in action.statements),
            "a reason for no action": frozenset(reasons_for_no_action(desk, assessment_id)),
        }


def check_statements_of_area(desk: Desk, partnership_id: str, ids: Collection[str]) -> None:
    """Raises BadInput for an id that no assessment of the area has: actions outlive them."""
    if not ids:
        return
    used = {one.bank_id for one in partnerships.assessments(desk, partnership_id)}
    sets = [banks.bank_of(desk, bank_id) for bank_id in used]
    if not all(any(bank.has(statement_id) for bank in sets) for statement_id in ids):
        raise BadInput("That is not one of this area’s statements. Nothing was changed.")


def agency_name(desk: Desk, agency_id: str | None) -> str:
    """The name of one agency, put away or not; nothing for none."""
    return partnerships.agency(desk, agency_id).name if agency_id else ""


def exists(desk: Desk, action_id: str) -> bool:
    """Whether there is an action of this id, put away or not."""
    with desk.store.reading() as tx:
        return store.action_row(tx, action_id) is not None
