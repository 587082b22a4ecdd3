"""A short text for an action's owner, ready to paste into a mail. It states and does not scold.

What was not heard is "no update received": the person may never have been asked.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from action_plans.actions.model import Action, Reported
from action_plans.actions.rules.status import overdue
from assessment.access.frozen import Frozen
from assessment.access.wording import local_day, long_date


SOON = timedelta(days=28)  # without a review date: this toolkit's default
_HEARD = frozenset({Reported.ON_TRACK, Reported.AT_RISK, Reported.OFF_TRACK, Reported.DONE})


class Reminder(Frozen):
    """What the text says beside the actions. `send_to` is where an update goes, in words."""

    area: str
    agency: str
    role: str
    today: date
    next_review: date | None
    send_to: str


def reminder(about: Reminder, own: Sequence[Action], supports: Sequence[Action] = ()) -> str:
    """The text: past their dates, due by the next review, later, without a date; then what to do.

    `own` and `supports` are open actions; each is sorted by date here.
    """
    by_then = about.next_review or about.today + SOON
    late = [a for a in own if overdue(a, about.today)]
    rest = [a for a in own if not overdue(a, about.today)]
    soon = [a for a in rest if a.due_on and a.due_on <= by_then]
    later = [a for a in rest if a.due_on and a.due_on > by_then]
    undated = [a for a in rest if a.due_on is None]
    when = "by the next review" if about.next_review else f"by {long_date(by_then)}"
    parts = [
        _head(about),
        _part("Past their dates", late),
        _part(f"Due {when}", soon),
        _part("Due later", later),
        _part("Without a date", undated),
        _part("You support", supports),
        _foot(about, bool(own)),
    ]
    return "\n\n".join(part for part in parts if part)


def by_date(actions: Iterable[Action]) -> list[Action]:
    """The earliest due date first, those without one last."""
    return sorted(actions, key=lambda a: (a.due_on is None, a.due_on or date.max, a.number))


def heard(action: Action) -> str:
    """When it was last heard of; or that nothing was received, which says nothing of progress."""
    notes = [note.at for note in action.notes if note.report in _HEARD or note.said_by]
    if not notes:
        return "No update received yet."
    return f"Last update {long_date(local_day(max(notes)))}."


def _head(about: Reminder) -> str:
    who = f"{about.role}, {about.agency}" if about.role else about.agency
    return f"The action plan of {about.area}, as of {long_date(about.today)}\nFor: {who}"


def _part(title: str, actions: Sequence[Action]) -> str:
    if not actions:
        return ""
    return "\n".join([f"{title}:", *(_line(action) for action in by_date(actions))])


def _line(action: Action) -> str:
    due = f"Due {long_date(action.due_on)}." if action.due_on else _no_date(action)
    what = " ".join(action.what.split()).rstrip(".")
    return f"- {action.number}. {what}. {due} {heard(action)}"


def _no_date(action: Action) -> str:
    reason = " ".join(action.no_due_reason.split()).rstrip(".")
    return f"No date yet: {reason}." if reason else "No date yet."


def _foot(about: Reminder, asked: bool) -> str:
    review = f"Next review: {long_date(about.next_review)}." if about.next_review else ""
    send = (
        f"Send a line on each of yours to {about.send_to}: how it goes, what stands in the way, or "
        "another date and why."
    )
    return "\n".join(part for part in (review, send if asked else "") if part)
