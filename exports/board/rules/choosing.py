"""Chooses what the board reads, by the plan's one order of priority.

Asked to agree, in this order: what is to be done about a safety-critical shortfall without an
action; another owner for what was declined; an owner for what nobody was asked to lead; money that
is known and not agreed. An action is asked about once. What the board's members commit to are the
open actions that an owner said yes to and that are not off track. What is off track is stuck.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from action_plans.actions.model import Action, Answer, YesNo
from action_plans.actions.rules.priority import Footing, priority_of
from action_plans.actions.rules.status import State, status_of
from assessment.access.wording import local_day
from assessment.results.model import Results, StatementResult
from exports.board.model import Asked, Changed, Choice, Since


def choice(
    actions: Iterable[Action],
    footing: Footing,
    results: Results,
    resting: Iterable[str],
    since: Since,
    today: date,
) -> Choice:
    """What goes into the paper; `resting` are statements with a reason for no action."""
    ordered = sorted(actions, key=lambda action: priority_of(action, footing).rank)
    still_open = [action for action in ordered if action.open]
    stuck = [a for a in still_open if status_of(a, today).state is State.OFF_TRACK]
    steady = [a for a in still_open if a.answer is Answer.AGREED and a not in stuck]
    return Choice(
        agree=(*_unanswered(results, ordered, resting), *_asked(still_open)),
        commit=tuple(action.number for action in steady),
        stuck=tuple(action.number for action in stuck),
        changed=changed(ordered, results, since),
    )


def changed(actions: Sequence[Action], results: Results, since: Since) -> Changed:
    """What is otherwise than last time."""
    rated = [(s.id, s.rating, since.ratings.get(s.id)) for s in results.in_scope()]
    both = [(id_, now, then) for id_, now, then in rated if now is not None and then is not None]
    moved = (a for a in actions if a.moved and a.moved_at and _later(since, local_day(a.moved_at)))
    return Changed(
        since=since,
        higher=tuple(id_ for id_, now, then in both if now > then),
        lower=tuple(id_ for id_, now, then in both if now < then),
        finished=_numbers(a for a in actions if a.completed_on and _later(since, a.completed_on)),
        moved=_numbers(moved),
        raised=_numbers(a for a in actions if since.day and _later(since, local_day(a.created_at))),
    )


def _numbers(actions: Iterable[Action]) -> tuple[int, ...]:
    return tuple(sorted(action.number for action in actions))


def _later(since: Since, day: date) -> bool:
    return since.day is None or day > since.day


def _unanswered(
    results: Results, actions: Sequence[Action], resting: Iterable[str]
) -> Iterator[Asked]:
    answered = {statement for action in actions for statement in action.statements}
    found = [
        s
        for s in results.in_scope()
        if s.is_safety_shortfall and s.id not in answered and s.id not in set(resting)
    ]
    for one in sorted(found, key=_lowest_first):
        yield Asked(ask="Decide what is to be done about", statement=one.id)


def _lowest_first(one: StatementResult) -> int:
    return one.rating or 0


def _asked(still_open: Sequence[Action]) -> Iterator[Asked]:
    """Declined ones first, then those whose owner is not asked, then money."""
    told: set[int] = set()
    for ask, applies in _ASKS:
        for action in still_open:
            if action.number not in told and applies(action):
                told.add(action.number)
                money = applies is _wants_money
                yield Asked(ask=ask, action=action.number, money=money)


def _wants_money(action: Action) -> bool:
    return bool(action.cost_pounds) and action.budget_agreed is not YesNo.YES


_ASKS: tuple[tuple[str, Callable[[Action], bool]], ...] = (
    ("Find another owner for", lambda action: action.answer is Answer.DECLINED),
    ("Confirm the owner of", lambda action: action.answer is Answer.PROPOSED),
    ("Agree the money for", _wants_money),
)
