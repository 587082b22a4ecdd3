"""How an action goes: blue, red, amber, green or grey, and one sentence that says why.

Built on the scheme of domain.md, section 4, with two changes that matter in the room: a nearing
date alone turns nothing amber, and moving a date alone turns nothing green. The first rule that
holds decides:

    stopped, with a reason and an approval          grey   Stopped
    finished, and what shows it is written down     blue   Complete
    something stands in the way                     red    Off track
    finished, but nothing that shows it             amber  Done, nothing seen yet
    last reported off track                         red    Off track
    more than one month late                        red    Off track
    up to one month late                            amber  At risk
    last reported at risk                           amber  At risk
    starts on a day still to come                   grey   Not started
    due within 28 days, and not reported on track
      since the last review                         amber  At risk
    otherwise                                       green  On track

Lateness is counted from the due date. When that is moved, the date that counted until then goes on
counting for as long as nobody has reported the action on track since; whichever is earlier counts.
The last review is the last one that ended while the action was open, or the action's own review
date once that day has come, whichever is later. That no update was received is said beside the
status and changes none: nobody knows of it how the action goes.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from action_plans.actions.model import Action, ProgressNote, Reported
from action_plans.actions.rules.impact import impact_sentence
from assessment.access.frozen import Frozen
from assessment.access.wording import local_day, long_date


SOON = timedelta(days=28)  # this toolkit's default, not published guidance

Colour = Literal["blue", "green", "amber", "red", "grey"]


class State(StrEnum):
    """The states an action can be in, worst first: the order of the plan."""

    OFF_TRACK = "off_track"
    AT_RISK = "at_risk"
    DONE_UNSEEN = "done_unseen"
    ON_TRACK = "on_track"
    NOT_STARTED = "not_started"
    COMPLETE = "complete"
    STOPPED = "stopped"


WORST_FIRST = tuple(State)
LOOKS: dict[State, tuple[Colour, str, str]] = {
    State.OFF_TRACK: ("red", "◆", "Off track"),
    State.AT_RISK: ("amber", "▲", "At risk"),
    State.DONE_UNSEEN: ("amber", "▲", "Done, nothing seen yet"),
    State.ON_TRACK: ("green", "▶", "On track"),
    State.NOT_STARTED: ("grey", "○", "Not started"),
    State.COMPLETE: ("blue", "✓", "Complete"),
    State.STOPPED: ("grey", "○", "Stopped"),
}


class Status(Frozen):
    """A state as it is shown: colour, shape, words, and the sentence that gives the reason."""

    state: State
    colour: Colour
    symbol: str
    words: str
    reason: str


def status_of(action: Action, today: date) -> Status:
    """The action's status on a day. See the table at the head of this module."""
    state, reason = (
        _closed(action)
        or _finished(action)
        or _reported_off_track(action)
        or _late(action, today)
        or _reported_at_risk(action)
        or _not_started(action, today)
        or _soon(action, today)
        or (State.ON_TRACK, _on_track_reason(action))
    )
    colour, symbol, words = LOOKS[state]
    whole = f"{reason}{_unheard(action)}"
    return Status(state=state, colour=colour, symbol=symbol, words=words, reason=whole)


def counted_from(action: Action) -> date | None:
    """The day from which lateness is counted; None where no date was ever set."""
    if action.moved_at is None or _on_track_since(action, action.moved_at):
        return action.due_on
    days = [day for day in (action.held_to, action.due_on) if day]
    return min(days, default=None)


def overdue(action: Action, today: date) -> bool:
    """Whether an open action is past the day that counts."""
    day = counted_from(action)
    return action.open and day is not None and day < today


def one_month_after(day: date) -> date:
    """The same day of the next month, or that month's last: 31 January gives 28 February."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_report(action: Action) -> ProgressNote | None:
    """The newest note that says how the action goes.

    A note that says "done" is no such report once the action was opened again; that no update was
    received is none at all.
    """
    return _newest(n for n in action.notes if n.report in _REPORTS)


def unheard_on(action: Action) -> date | None:
    """When a review received no update on an open action, if it has not been heard of since."""
    said = _newest(note for note in action.notes if note.report)
    if said is None or said.report is not Reported.NO_UPDATE or not action.open:
        return None
    return local_day(said.at)


_Found = tuple[State, str] | None
_REPORTS = frozenset({Reported.ON_TRACK, Reported.AT_RISK, Reported.OFF_TRACK})


def _newest(notes: Iterable[ProgressNote]) -> ProgressNote | None:
    return max(notes, key=lambda note: (note.at, note.id), default=None)


def _unheard(action: Action) -> str:
    day = unheard_on(action)
    return f" No update received on {long_date(day)}." if day else ""


def _closed(action: Action) -> _Found:
    if action.stopped and action.stopped_on:
        day = long_date(action.stopped_on)
        return State.STOPPED, f"Stopped on {day}, approved by {action.stopped_approved_by}."
    if action.completed_on and action.shown_by:
        day = long_date(action.completed_on)
        return State.COMPLETE, f"Finished on {day}. {impact_sentence(action)}".rstrip()
    return None


def _finished(action: Action) -> _Found:
    if action.blocked_by:
        return State.OFF_TRACK, "Something stands in the way."
    if action.completed_on:
        day = long_date(action.completed_on)
        return State.DONE_UNSEEN, f"Reported done on {day}; what shows it is not written down yet."
    return None


def _reported_off_track(action: Action) -> _Found:
    report = last_report(action)
    if report is None or report.report is not Reported.OFF_TRACK:
        return None
    return State.OFF_TRACK, f"Reported off track on {long_date(local_day(report.at))}."


def _late(action: Action, today: date) -> _Found:
    day = counted_from(action)
    if day is None or today <= day:
        return None
    far = today > one_month_after(day)
    size = "More than one month" if far else "Up to one month"
    reason = f"{size} late: due {long_date(day)}.{_about_the_move(action, day)}"
    return State.OFF_TRACK if far else State.AT_RISK, reason


def _reported_at_risk(action: Action) -> _Found:
    report = last_report(action)
    if report is None or report.report is not Reported.AT_RISK:
        return None
    return State.AT_RISK, f"Reported at risk on {long_date(local_day(report.at))}."


def _not_started(action: Action, today: date) -> _Found:
    if action.start_on is None or action.start_on <= today:
        return None
    return State.NOT_STARTED, f"Starts on {long_date(action.start_on)}."


def _soon(action: Action, today: date) -> _Found:
    if action.due_on is None or action.due_on - today > SOON:
        return None
    if _on_track_since_review(action, today):
        return None
    since = " since the last review" if _last_review(action, today) else ""
    reason = f"Due {long_date(action.due_on)} and not reported on track{since}."
    return State.AT_RISK, reason


def _on_track_reason(action: Action) -> str:
    report = last_report(action)
    said = f"Reported on track on {long_date(local_day(report.at))}. " if report else ""
    if action.due_on:
        return f"{said}Due {long_date(action.due_on)}."
    return f"{said}No due date is set."


def _on_track_since(action: Action, moment: datetime) -> bool:
    return any(n.report is Reported.ON_TRACK and n.at > moment for n in action.notes)


def _about_the_move(action: Action, day: date) -> str:
    if day == action.due_on:
        return ""
    to = f"moved to {long_date(action.due_on)}" if action.due_on else "taken away"
    return f" The date was {to}; that counts once the action is reported on track."


def _last_review(action: Action, today: date) -> date | None:
    days = (action.reviewed_on, action.review_on)
    return max((day for day in days if day and day <= today), default=None)


def _on_track_since_review(action: Action, today: date) -> bool:
    report = last_report(action)
    if report is None or report.report is not Reported.ON_TRACK:
        return False
    review = _last_review(action, today)
    return review is None or local_day(report.at) >= review
