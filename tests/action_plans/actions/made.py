"""Actions made for a test: everything a rule looks at can be set, the rest is plain."""

from datetime import UTC, date, datetime, time
from typing import Any

from action_plans.actions.model import Action, ProgressNote, Reported


TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 11, 2, 14, tzinfo=UTC)


def an_action(**values: Any) -> Action:
    """An open action due in half a year; `due` sets the first and the current due date."""
    due = values.pop("due", date(2027, 5, 21))
    whole = {
        "id": "action-1",
        "partnership_id": "partnership-1",
        "opened_in": "assessment-1",
        "number": 1,
        "what": "Agree who issues a bridging prescription",
        "original_due_on": due,
        "due_on": due,
        "created_at": NOW,
        "saved_at": NOW,
    }
    return Action.model_validate(whole | values)


def reports(*said: tuple[date, Reported]) -> tuple[ProgressNote, ...]:
    """Progress notes at noon of their days."""
    return tuple(
        ProgressNote(id=f"note-{n}", action_id="action-1", at=noon(day), report=report)
        for n, (day, report) in enumerate(said)
    )


def noon(day: date) -> datetime:
    """Twelve o'clock UTC."""
    return datetime.combine(day, time(12), UTC)
