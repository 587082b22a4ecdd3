"""Which statements are in scope, and how long they take.

Source of the minutes: the sum for a half day in this toolkit's design (210 minutes: 15 to welcome,
15 for a break, 50 for the plan, 10 to close, which leaves 120 for statements). Five minutes a
statement is the toolkit's own default, not the guidance's; screens say so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import ceil

from assessment.access.errors import Refused
from assessment.access.frozen import Frozen
from assessment.access.wording import counted, listed
from assessment.partnership.model import ScopeKind


HALF_DAY = 210
WELCOME, BREAK, PLAN, CLOSE = 15, 15, 50, 10
FOR_STATEMENTS = HALF_DAY - WELCOME - BREAK - PLAN - CLOSE
EACH = 5

MOST_NAMED = 5
NONE_CHOSEN = "No statement is chosen yet."
_NUMBERS = {1: "one session", 2: "two sessions", 3: "three sessions", 4: "four sessions"}


class SessionPlan(Frozen):
    """How long a number of statements takes: sessions of half a day at most, and their minutes."""

    statements: int
    sessions: int
    minutes: int
    time: str
    words: str


def in_scope(
    kind: ScopeKind, every: Iterable[str], core: Iterable[str], chosen: Iterable[str]
) -> frozenset[str]:
    """The ids in scope; a chosen id that the statements no longer have is left out."""
    if kind is ScopeKind.ALL:
        return frozenset(every)
    wanted = core if kind is ScopeKind.CORE else chosen
    return frozenset(wanted) & frozenset(every)


def check_nothing_is_lost(
    resting: Mapping[str, Collection[str]], statements: Collection[str]
) -> None:
    """Raises Refused while something rests on a statement that is not among `statements`.

    It names up to five of them, each with what rests on it.
    """
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for thing, ids in resting.items():
        for statement_id in sorted(set(ids) - set(statements)):
            lost[statement_id].append(thing)
    if not lost:
        return
    named = [f"{statement_id} ({listed(lost[statement_id])})" for statement_id in sorted(lost)]
    more = f", and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    raise Refused(
        f"The new set lacks statements that already have ratings, evidence or actions: "
        f"{listed(named[:MOST_NAMED])}{more}. "
        "Nothing was changed. Begin another assessment to use it."
    )


def minutes(statements: int) -> SessionPlan:
    """The sessions that so many statements take; each has its welcome, break, plan and close."""
    sessions = ceil(statements * EACH / FOR_STATEMENTS)
    total = statements * EACH + sessions * (HALF_DAY - FOR_STATEMENTS)
    time = _time(sessions, total) if statements else ""
    words = f"{counted(statements, 'statement')}: {time}." if time else NONE_CHOSEN
    return SessionPlan(
        statements=statements, sessions=sessions, minutes=total, time=time, words=words
    )


def _time(sessions: int, total: int) -> str:
    how_many = _NUMBERS.get(sessions, f"{sessions} sessions")
    length = spoken_minutes(ceil(total / sessions))
    of_half_a_day = "of half a day, " if sessions == 1 else "of half a day, each "
    return f"{how_many} {of_half_a_day}about {length}"


def spoken_minutes(total: int) -> str:
    """45 minutes, 3 hours, 3 hours 10 minutes."""
    hours, rest = divmod(total, 60)
    parts = [counted(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(counted(rest, "minute"))
    return " ".join(parts)


RULE_WORDS = (
    f"Based on {EACH} minutes a statement, with {WELCOME} minutes to welcome, {BREAK} for a "
    f"break, {PLAN} for the plan and {CLOSE} to close in each session. These are the toolkit’s "
    "own figures, not the guidance’s."
)
