"""What the lead says of the time and of first views, in sentences."""

from datetime import datetime

from assessment.access.wording import counted
from assessment.consensus.rules.pace import (
    MINUTE,
    NO_TIME,
    PLANNED,
    Pace,
    clock_words,
    minutes_words,
)
from assessment.consensus.rules.spread import in_words


def opening_sentences(
    *, agencies: int, views: int, agreeing: int, to_talk_about: int, settled: int
) -> tuple[str, ...]:
    """The opening slide without its last sentence; what would speak of nothing is left out.

    "Seven agencies have given 211 first views. 14 statements agree. 9 need talking about."
    """
    found = []
    if views:
        found.append(f"{_agencies(agencies)} given {counted(views, 'first view')}.")
        found.append(_agreeing(agreeing))
    need = "needs" if to_talk_about == 1 else "need"
    if to_talk_about:
        what = str(to_talk_about) if views else counted(to_talk_about, "statement")
        found.append(f"{what} {need} talking about.")
    if settled:
        found.append(f"{settled} {'is' if settled == 1 else 'are'} settled already.")
    return tuple(found)


def _agencies(number: int) -> str:
    words = in_words(number).capitalize()
    return f"{words} agency has" if number == 1 else f"{words} agencies have"


def _agreeing(number: int) -> str:
    if not number:
        return "No statement agrees."
    return f"{counted(number, 'statement')} {'agrees' if number == 1 else 'agree'}."


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
