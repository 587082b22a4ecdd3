"""When the effect of an action that is done is asked about, and how the answer is said."""

from datetime import date, timedelta

from action_plans.actions.model import IMPACT_WORDS, Action, Impact
from assessment.access.wording import long_date


ASK_AFTER = timedelta(weeks=13)  # this toolkit's default: a quarter, the rhythm of most reviews


def impact_asked(action: Action, today: date) -> bool:
    """Whether its effect is to be asked about now: it is done and the day for that has come."""
    due = action.impact_due_on
    return bool(_done(action) and due and due <= today)


def impact_sentence(action: Action) -> str:
    """What is known of its effect, or when it will be asked; nothing where no day is set."""
    if not _done(action):
        return ""
    said = action.impact
    parts = [f"{IMPACT_WORDS[said.answer]}."] if said else []
    if action.impact_due_on and (said is None or said.answer is Impact.TOO_EARLY):
        parts.append(f"Impact is asked on {long_date(action.impact_due_on)}.")
    return " ".join(parts)


def _done(action: Action) -> bool:
    return bool(action.completed_on and not action.stopped and not action.archived_at)
