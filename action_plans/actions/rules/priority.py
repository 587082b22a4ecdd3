"""What to do first: safety, then shortfall, reach and effort, unless the partnership decides.

The level of an action:

    a safety-critical statement it answers is rated 0 or 1      high
    otherwise, by its lowest-rated statement:   0               high
                                                1               medium
                                                2 or 3          low
    no statement of it is rated                                 medium

Within a level, actions stand in this order: safety first; the larger shortfall (3 minus the
rating) first, unrated last; those that touch more prisons first, where naming none means all;
the smaller effort first, unknown last; the lower number first. Numbers differ, so no two are equal.
"""

from collections.abc import Mapping

from action_plans.actions.model import EFFORT_WORDS, LEVEL_WORDS, Action, Effort, Level
from assessment.access.frozen import Frozen
from assessment.access.wording import listed


HIGHEST = 3
SAFETY_AT_MOST = 1
_LEVEL_OF_SHORTFALL = {3: Level.HIGH, 2: Level.MEDIUM, 1: Level.LOW, 0: Level.LOW}
_LEVELS = tuple(Level)
_EFFORTS = (*Effort, None)

# The rules above, as the plan says them on screen.
ORDER_WORDS = (
    "The order: a safety-critical statement rated at one of the two lowest levels comes first. "
    "Then the larger shortfall, more prisons touched, less effort, and last the lower number. "
    "The partnership may put its own priority in place of the rule’s, with a reason."
)
QUICK_WIN_WORDS = (
    "A quick win is an open action of small effort on a statement below the highest level, with "
    "nothing in its way and nothing it waits for."
)

Rank = tuple[int, int, int, int, int, int]


class Footing(Frozen):
    """What priority rests on: agreed ratings and their labels, what is safety-critical, prisons."""

    ratings: Mapping[str, int]
    labels: tuple[str, ...]
    safety_critical: frozenset[str]
    prisons: int


class Priority(Frozen):
    """Where an action stands among the others; `rank` sorts, the smallest first."""

    level: Level
    words: str
    reason: str
    overridden: bool
    rank: Rank


def priority_of(action: Action, footing: Footing) -> Priority:
    """The action's priority by rule, or by the partnership's own choice with its reason."""
    by_rule = _level(action, footing)
    level = action.priority_override or by_rule
    return Priority(
        level=level,
        words=LEVEL_WORDS[level],
        reason=_reason(action, footing, by_rule),
        overridden=action.priority_override is not None,
        rank=(
            _LEVELS.index(level),
            0 if _unsafe(action, footing) else 1,
            -_shortfall_or(action, footing, -1),
            -_reach(action, footing),
            _EFFORTS.index(action.effort),
            action.number,
        ),
    )


def shortfall(action: Action, footing: Footing) -> int | None:
    """3 minus the lowest rating among its statements; None where none is rated."""
    ratings = [footing.ratings[s] for s in action.statements if s in footing.ratings]
    return HIGHEST - min(ratings) if ratings else None


def quick_win(action: Action, footing: Footing) -> bool:
    """Still to be done, of small effort, against a shortfall, and nothing holds it up."""
    small = action.open and action.effort is Effort.SMALL
    return small and bool(shortfall(action, footing)) and not action.held_up


def _level(action: Action, footing: Footing) -> Level:
    if _unsafe(action, footing):
        return Level.HIGH
    size = shortfall(action, footing)
    return Level.MEDIUM if size is None else _LEVEL_OF_SHORTFALL[size]


def _unsafe(action: Action, footing: Footing) -> tuple[str, ...]:
    """Its safety-critical statements that are rated 0 or 1."""
    return tuple(
        s
        for s in action.statements
        if s in footing.safety_critical and footing.ratings.get(s, HIGHEST) <= SAFETY_AT_MOST
    )


def _shortfall_or(action: Action, footing: Footing, unrated: int) -> int:
    size = shortfall(action, footing)
    return unrated if size is None else size


def _reach(action: Action, footing: Footing) -> int:
    return len(action.prisons) or footing.prisons


def _reason(action: Action, footing: Footing, by_rule: Level) -> str:
    parts = [_rating_reason(action, footing), _reach_reason(action, footing)]
    if action.effort:
        parts.append(f"{EFFORT_WORDS[action.effort]} effort.")
    rule = " ".join(part for part in parts if part)
    if action.priority_override is None:
        return rule
    said = action.priority_reason.rstrip(".")
    return f"Set by the partnership: {said}. By rule {LEVEL_WORDS[by_rule].lower()}: {rule}"


def _rating_reason(action: Action, footing: Footing) -> str:
    unsafe = _unsafe(action, footing)
    if unsafe:
        lowest = min(footing.ratings[s] for s in unsafe)
        what = "is safety-critical and" if len(unsafe) == 1 else "are safety-critical and"
        return f"{listed(unsafe)} {what} rated {_label(footing, lowest)}."
    size = shortfall(action, footing)
    if size is None:
        return "None of its statements is rated yet."
    lowest = HIGHEST - size
    at = [s for s in action.statements if footing.ratings.get(s) == lowest]
    verb = "is" if len(at) == 1 else "are"
    return f"{listed(at)} {verb} rated {_label(footing, lowest)}."


def _reach_reason(action: Action, footing: Footing) -> str:
    if not footing.prisons:
        return ""
    if not action.prisons or len(action.prisons) >= footing.prisons:
        return "It touches every prison." if footing.prisons > 1 else ""
    return f"It touches {len(action.prisons)} of {footing.prisons} prisons."


def _label(footing: Footing, rating: int) -> str:
    return footing.labels[rating]
