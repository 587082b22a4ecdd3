"""What the lead says of the time and of first views, in sentences."""

from datetime import datetime

from assessment.access.wording import are, counted
from assessment.consensus.rules.before_reveal import Told
from assessment.consensus.rules.pace import (
    MINUTE,
    NO_TIME,
    PLANNED,
    Pace,
    clock_words,
    minutes_words,
)
from assessment.consensus.rules.spread import in_words


WHEN_BEGUN = "How many agree is told once the room begins."
TOO_FEW = (
    "How many agree is not told: too few have three views from before the room began, and of few "
    "it would give views away."
)


def opening_sentences(
    *, agencies: int, views: int, agreeing: Told | None, begun: bool, left: int, settled: int
) -> tuple[str, ...]:
    """The opening slide without its last sentence; what would speak of nothing is left out.

    "Seven agencies have given 211 first views. 14 statements agree. 9 need talking about." `left`
    are still to be settled; `agreeing` is None where it may not be told, which is said.
    """
    found = []
    if views:
        found.append(f"{_agencies(agencies)} given {counted(views, 'first view')}.")
    if left and (agreeing is None or not views):
        found.append(f"{counted(left, 'statement')} {_need(left)} talking about.")
    elif agreeing and left:
        found += _agreeing(agreeing, left)
    if settled:
        found.append(f"{settled} {'is' if settled == 1 else 'are'} settled already.")
    if left and views and agreeing is None:
        found.append(TOO_FEW if begun else WHEN_BEGUN)
    return tuple(found)


def stood_sentences(*, left: int, settled: int) -> tuple[str, ...]:
    """What the agenda says once ratings stand: how they stand, and nothing of a time to come."""
    total = left + settled
    if not left:
        return (f"Every statement is settled: {settled} of {total}.",) if total else ()
    return (
        f"{settled} of {counted(total, 'statement')} {are(settled)} settled.",
        f"{counted(left, 'statement')} {are(left)} left without a rating.",
    )


def _agencies(number: int) -> str:
    words = in_words(number).capitalize()
    return f"{words} agency has" if number == 1 else f"{words} agencies have"


def _agreeing(told: Told, left: int) -> list[str]:
    """How many agree, and how many of all that are left do not, as vague as it is told."""
    if told.at_most_one:
        return ["At most one statement agrees.", "The others need talking about."]
    if told.all_but_one:
        more = left - told.of
        rest = [f"{more} more {_need(more)} talking about."] if more else []
        return [f"All but at most one of {counted(told.of, 'statement')} agree.", *rest]
    rest = [f"{left - told.agreeing} {_need(left - told.agreeing)} talking about."]
    return [f"{counted(told.agreeing, 'statement')} agree.", *rest]


def _need(number: int) -> str:
    return "needs" if number == 1 else "need"


def end_words(pace: Pace, now: datetime) -> str:
    """ "At this pace we finish at 12:25." Nothing left to do says so."""
    if pace.ends_at is None:
        return "Every statement is settled."
    return f"At this pace we finish at {clock_words(pace.ends_at, now)}."


def basis_words(pace: Pace) -> str:
    """What the pace rests on: the plan's own figure, or this workshop."""
    if pace.measured:
        return f"Statements have taken about {minutes_words(pace.each)} each so far."
    return f"Based on {minutes_words(PLANNED)} a statement, the toolkit’s own figure."


def late_words(pace: Pace, now: datetime) -> str:
    """How far that end lies behind the time set; empty where the work fits."""
    if pace.finish_at is None or pace.late_by < MINUTE:
        return ""
    behind = minutes_words(pace.late_by)
    return f"That is {behind} after {clock_words(pace.finish_at, now)}, the time set."


def time_left_words(pace: Pace, now: datetime) -> str:
    """How the work left fits the time set; empty where no time was set or nothing is left."""
    if pace.finish_at is None or pace.for_each is None:
        return ""
    if pace.for_each == NO_TIME:
        return (
            f"The time set, {clock_words(pace.finish_at, now)}, is over. "
            f"{counted(pace.left, 'statement')} can be parked for the next meeting."
        )
    return f"{counted(pace.left, 'statement')} left, {minutes_words(pace.for_each)} each."


def box_words(pace: Pace) -> str:
    """What is left of the current statement's time; once it is over, the ways on, no reproach."""
    if pace.in_box is None or pace.box is None:
        return ""
    if pace.in_box > NO_TIME:
        return f"{minutes_words(pace.in_box).capitalize()} left for this statement."
    return (
        f"This statement has had its {minutes_words(pace.box)}: "
        "record where you are, go on a little, or come back to it."
    )
