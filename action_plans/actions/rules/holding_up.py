"""How it is said that something holds an action up."""

from action_plans.actions.model import Action


def waiting_words(action: Action, agency: str) -> str:
    """What it waits for and from whom: "The new contract (Millrace)"; nothing when nothing."""
    if not agency:
        return action.waiting_for
    return f"{action.waiting_for} ({agency})" if action.waiting_for else agency


def standing_in_the_way(action: Action) -> str:
    """What blocks an open action, or why it was stopped, in its owner's words."""
    if action.stopped:
        return f"Why: {action.stopped_reason}"
    return f"In the way: {action.blocked_by}" if action.blocked_by and action.open else ""
