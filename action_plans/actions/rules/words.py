"""How an action's owner, and the owner's answer, are said."""

from action_plans.actions.model import (
    MOVE_WORDS,
    Action,
    Answer,
    DateMove,
)
from action_plans.actions.rules.postponing import asks_why
from assessment.access.wording import in_sentence, long_date


NOT_ASKED = "Proposed, not yet asked"
DECLINED = "Declined"
NO_OWNER = "No owner yet"
NOT_SAID = "Why is not written down yet"


def owner_words(action: Action, agency: str) -> str:
    """Head of healthcare, HMP Stonebrook; says so when the role or the agency is missing."""
    if not agency:
        return action.owner_role or NO_OWNER
    return f"{action.owner_role}, {agency}" if action.owner_role else f"{agency}, role to be named"


def answer_words(action: Action) -> str:
    """Agreed when, and by whom if not by the owner's own role; proposed; or declined and why."""
    if action.answer is Answer.PROPOSED:
        return NOT_ASKED
    if action.answer is Answer.DECLINED:
        return f"{DECLINED}: {action.declined_because}"
    someone_else = action.answered_by and action.answered_by != action.owner_role
    who = f" by {action.answered_by}" if someone_else else ""
    on = f" on {long_date(action.answered_on)}" if action.answered_on else ""
    return f"Agreed{who}{on}"


def no_yes(answer: str) -> str:
    """In short, what `answer_words` gave where it is no yes; nothing where the owner agreed.

    For places too narrow for the answer: an owner who was not asked never stands there alone.
    """
    return next((said for said in (NOT_ASKED, DECLINED) if answer.startswith(said)), "")


def owner_and_no(action: Action, agency: str) -> str:
    """The owner, and in brackets that they were not asked or declined; for a line of its own."""
    said = no_yes(answer_words(action)) if action.owned else ""
    owner = owner_words(action, agency)
    return f"{owner} ({in_sentence(said)})" if said else owner


def moved_words(action: Action) -> str:
    """Where the due date was moved: "First set for 1 October 2026"; otherwise nothing."""
    if not action.moved or action.original_due_on is None:
        return ""
    return f"First set for {long_date(action.original_due_on)}"


def move_words(move: DateMove) -> str:
    """ "From 1 October 2026 to 1 February 2027": one move of a due date."""
    from_on = long_date(move.from_on) if move.from_on else "no date"
    to_on = long_date(move.to_on) if move.to_on else "no date"
    return f"From {from_on} to {to_on}"


def why_moved(move: DateMove) -> str:
    """Why it was moved, and in whose words. Nothing said of an earlier date stays unsaid."""
    said = [MOVE_WORDS[move.reason] if move.reason else "", move.words.strip()]
    unsaid = NOT_SAID if asks_why(move.from_on, move.to_on) else ""
    return ": ".join(part for part in said if part) or unsaid


def origin_words(reviewing_area: str, statement_id: str) -> str:
    """Which review an action comes from, for the own partnership alone."""
    return f"Review by {reviewing_area.strip() or 'another area'}, statement {statement_id}"
