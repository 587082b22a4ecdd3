"""Which actions are offered, and which statements still ask for one. Offered, never pre-filled."""

from collections.abc import Iterable, Sequence

from action_plans.actions.model import Answer, Outcome


LOWEST = 0
HIGHEST = 3


def starters_offered(
    statement_id: str, rating: int | None, starters: Sequence[str], actions: Iterable[Outcome]
) -> tuple[str, ...]:
    """The starters to show: for a statement rated 0, 1 or 2 that has no open action."""
    if rating is None or rating >= HIGHEST or has_open_action(statement_id, actions):
        return ()
    return tuple(starters)


def upkeep_offered(statement_id: str, rating: int | None, actions: Iterable[Outcome]) -> bool:
    """Whether to offer an action that keeps up what works: rated 3, with no open action."""
    return rating == HIGHEST and not has_open_action(statement_id, actions)


def has_open_action(statement_id: str, actions: Iterable[Outcome]) -> bool:
    """Whether some action on this statement is still to be done."""
    return any(action.open and statement_id in action.statements for action in actions)


def unanswered(
    zeros: Iterable[str],
    actions: Iterable[Outcome],
    reasons: Iterable[str],
    assessment_id: str,
) -> tuple[str, ...]:
    """Statements rated 0 that have neither an action nor a written reason, in the order given.

    `reasons` are the statements with a reason. An action answers when it is open, or was opened
    in this assessment and finished since. One that its owner declined answers nothing.
    """
    answered = set(reasons)
    for action in actions:
        if _answers(action, assessment_id):
            answered.update(action.statements)
    return tuple(statement for statement in zeros if statement not in answered)


def _answers(action: Outcome, assessment_id: str) -> bool:
    if action.answer is Answer.DECLINED or action.stopped or action.archived_at:
        return False
    return action.open or action.opened_in == assessment_id
