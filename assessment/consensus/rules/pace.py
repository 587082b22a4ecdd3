"""How fast the room goes and when it ends: guidance for the lead, never a reproach.

Before anything is measured a statement takes the minutes that the plan of the session reckons
with; from then on what the statements of this workshop took, breaks left out.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from assessment.access.frozen import Frozen
from assessment.access.wording import LONDON, local_day, long_date
from assessment.partnership.rules.scope import EACH, spoken_minutes


PLANNED = timedelta(minutes=EACH)
NO_TIME = timedelta(0)
# A beginning longer ago than this was another session's.
ONE_SESSION = timedelta(hours=12)
MINUTE = timedelta(minutes=1)


class Pause(Frozen):
    """A break from one instant to another."""

    since: datetime
    until: datetime


class Course(Frozen):
    """What a workshop has done by `now`: the figures that its pace is reckoned from.

    `settled_at` are the instants at which it settled a statement by talking; `left` is how many
    are still to be settled, `since` when the room came to its statement, where that is one of them.
    """

    now: datetime
    left: int
    began_at: datetime | None = None
    settled_at: tuple[datetime, ...] = ()
    since: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    break_until: datetime | None = None
    finish_at: datetime | None = None


class Pace(Frozen):
    """When the room finishes at its pace, and what is left for each statement.

    `ends_at` is None with nothing left to do; `for_each` is None where no time to finish was set;
    `late_by` is how far the end at this pace lies behind the time set. `box` is what the current
    statement has and `in_box` what is left of it, below nought once it is over; both are None
    where the room is at no statement.
    """

    left: int
    each: timedelta = PLANNED
    measured: bool = False
    ends_at: datetime | None = None
    finish_at: datetime | None = None
    for_each: timedelta | None = None
    late_by: timedelta = NO_TIME
    box: timedelta | None = None
    in_box: timedelta | None = None
    break_until: datetime | None = None


def pace_of(course: Course) -> Pace:
    """The pace of a workshop at an instant."""
    each, measured = _each(course)
    since = course.since if _this_session(course, course.since) else None
    on_break = course.break_until if _on_break(course) else None
    start = on_break or course.now
    spent = _worked(course, since, course.now) if since else NO_TIME
    ends_at = start + each * course.left - min(spent, each) if course.left else None
    box = _box(course, since, each) if since else None
    return Pace(
        left=course.left,
        each=each,
        measured=measured,
        ends_at=ends_at,
        finish_at=course.finish_at,
        for_each=_for_each(course.finish_at, start, course.left),
        late_by=_late_by(ends_at, course.finish_at),
        box=box,
        in_box=None if box is None else box - spent,
        break_until=on_break,
    )


def _this_session(course: Course, at: datetime | None) -> bool:
    return at is not None and course.now - at <= ONE_SESSION


def _on_break(course: Course) -> bool:
    return course.break_until is not None and course.break_until > course.now


def _each(course: Course) -> tuple[timedelta, bool]:
    """What a statement takes, and whether that was measured."""
    began = course.began_at
    if began is None or not _this_session(course, began):
        return PLANNED, False
    done = [at for at in course.settled_at if began <= at <= course.now]
    if not done:
        return PLANNED, False
    return _worked(course, began, max(done)) / len(done), True


def _worked(course: Course, since: datetime, until: datetime) -> timedelta:
    """The time between two instants, breaks left out. Breaks do not overlap."""
    rested = sum(
        (
            max(NO_TIME, min(until, pause.until) - max(since, pause.since))
            for pause in course.pauses
        ),
        NO_TIME,
    )
    return max(NO_TIME, until - since - rested)


def _for_each(finish_at: datetime | None, start: datetime, left: int) -> timedelta | None:
    if finish_at is None or not left:
        return None
    return max(NO_TIME, finish_at - start) / left


def _late_by(ends_at: datetime | None, finish_at: datetime | None) -> timedelta:
    if ends_at is None or finish_at is None:
        return NO_TIME
    return max(NO_TIME, ends_at - finish_at)


def _box(course: Course, since: datetime, each: timedelta) -> timedelta:
    """What the current statement had when the room came to it, so that it does not shrink.

    Where the time set is over there is no share of it: then what a statement takes.
    """
    return _for_each(course.finish_at, since, course.left) or each


def pauses_of(told: Iterable[tuple[datetime, datetime | None]], now: datetime) -> tuple[Pause, ...]:
    """Breaks from the log's tellings: at an instant, the end that was set, or None when it ended.

    A break ends when it is ended, when the next telling replaces it, or when its time is over.
    Only what lies before `now` counts.
    """
    found: list[Pause] = []
    begun: tuple[datetime, datetime] | None = None
    for at, until in [*told, (now, None)]:
        if begun is not None:
            since, planned = begun
            found.append(Pause(since=since, until=max(since, min(planned, at, now))))
        begun = None if until is None else (at, until)
    return tuple(found)


def clock_words(at: datetime, now: datetime) -> str:
    """12:25, in London; with its day where that is not today's."""
    hour = f"{at.astimezone(LONDON):%H:%M}"
    day = local_day(at)
    if day == local_day(now):
        return hour
    if day == local_day(now) + timedelta(days=1):
        return f"{hour} tomorrow"
    return f"{hour} on {long_date(day)}"


def minutes_words(span: timedelta) -> str:
    """About how many minutes a span is: "less than a minute", "3 minutes", "1 hour 10 minutes"."""
    if span < MINUTE:
        return "less than a minute"
    return spoken_minutes(round(span / MINUTE))


def finish_instant(wanted: time, now: datetime) -> datetime:
    """The instant that a time on the clock in London means: today's, or tomorrow's when nearer.

    A workshop at 23:30 that is to end at 00:30 ends tomorrow; a time just gone stays today's.
    """
    today = local_day(now)
    days = (today, today + timedelta(days=1))
    return min(
        (datetime.combine(day, wanted, tzinfo=LONDON) for day in days),
        key=lambda at: abs(at - now),
    ).astimezone(now.tzinfo)
