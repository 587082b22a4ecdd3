"""Which actions a review goes through, why, and in which order.

The first that holds says why: the action is open and

    past the day that counts                                     overdue
    due on or before the day of the next review                  due
    off track, or something stands in its way                    stuck

or it is finished and

    the day to ask about its effect has come                     impact
    it was finished since the last review, or where there was
      none within a quarter                                      finished

Everything else goes on by itself until the next review. Within each, the earliest day comes first,
then the lower number.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from action_plans.actions.model import Action
from action_plans.actions.rules.impact import impact_asked
from action_plans.actions.rules.status import State, counted_from, overdue, status_of
from action_plans.reviews.model import Why


QUARTER = timedelta(weeks=13)
_ORDER = tuple(Why)


def walk(
    actions: Iterable[Action], today: date, next_on: date, last: date | None
) -> tuple[tuple[Action, Why], ...]:
    """What a review held today goes through; `last` is the day of the one before, if any."""
    found = _found(actions, today, next_on, last)
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one[1]), *_day_and_number(one[0]))))


def proposed_next(today: date, assess_again: date | None) -> date:
    """A quarter from today, but not after the day to assess again."""
    day = today + QUARTER
    return assess_again if assess_again and today < assess_again < day else day


def _found(
    actions: Iterable[Action], today: date, next_on: date, last: date | None
) -> Iterator[tuple[Action, Why]]:
    for action in actions:
        why = why_walked(action, today, next_on, last)
        if why:
            yield action, why


def why_walked(action: Action, today: date, next_on: date, last: date | None) -> Why | None:
    """Why a review goes through this action; None where it does not."""
    if action.open:
        return _open(action, today, next_on)
    if impact_asked(action, today):
        return Why.IMPACT
    done, since = action.completed_on, last or today - QUARTER
    return Why.FINISHED if done and not action.stopped and done > since else None


def _open(action: Action, today: date, next_on: date) -> Why | None:
    if overdue(action, today):
        return Why.OVERDUE
    if action.due_on and action.due_on <= next_on:
        return Why.DUE
    stuck = action.blocked_by or status_of(action, today).state is State.OFF_TRACK
    return Why.STUCK if stuck else None


def _day_and_number(action: Action) -> tuple[date, int]:
    day = counted_from(action) if action.open else action.completed_on
    return day or date.max, action.number
