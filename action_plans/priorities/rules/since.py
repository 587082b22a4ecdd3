"""What changed in the plan since a day: new, finished, stopped, moved, going differently."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from action_plans.actions.model import Action
from action_plans.actions.rules.status import Status, status_of
from assessment.access.frozen import Frozen
from assessment.access.wording import local_day, long_date


_DATED = ("notes", "moves", "impacts")


class Changed(Frozen):
    """One action that changed, with how it went then; None where it was not there yet."""

    action: Action
    owner: str
    now: Status
    then: Status | None
    due_then: date | None = None

    @property
    def new(self) -> bool:
        """Whether it was raised since."""
        return self.then is None

    @property
    def moved(self) -> bool:
        """Whether its due date is another than it was."""
        return not self.new and self.due_then != self.action.due_on

    @property
    def goes_otherwise(self) -> bool:
        """Whether its status is another than it was."""
        return self.then is not None and self.then.state is not self.now.state

    def sentence(self) -> str:
        """What changed, in words."""
        if self.then is None:
            day = long_date(local_day(self.action.created_at))
            return f"New, raised on {day}. {self.now.words}."
        parts = []
        if self.goes_otherwise:
            parts.append(f"Was {self.then.words.lower()}, is {self.now.words.lower()}.")
        if self.moved:
            parts.append(f"Its date was moved from {_day(self.due_then)} to {self._due_now()}.")
        return " ".join(parts)

    def _due_now(self) -> str:
        return _day(self.action.due_on)


def as_it_stood(
    action: Action, befores: Iterable[Mapping[str, Any]], then: datetime
) -> Action | None:
    """The action as it was at an instant; None when it was raised later.

    `befores` are what its columns held before each change since, the newest change first. What it
    is linked to stays as it is now.
    """
    if action.created_at > then:
        return None
    values = action.model_dump()
    for before in befores:
        values |= {name: held for name, held in before.items() if name in values}
    for name in _DATED:
        values[name] = [one for one in values.get(name, ()) if one["at"] <= then]
    return Action.model_validate({k: v for k, v in values.items() if k in Action.model_fields})


def changed(action: Action, then: Action | None, owner: str, days: tuple[date, date]) -> Changed:
    """The action beside what it was; `days` are then and now."""
    return Changed(
        action=action,
        owner=owner,
        now=status_of(action, days[1]),
        then=status_of(then, days[0]) if then else None,
        due_then=then.due_on if then else None,
    )


def worth_telling(one: Changed) -> bool:
    """Whether anything that a review asks about has changed."""
    return one.new or one.moved or one.goes_otherwise


def _day(day: date | None) -> str:
    return long_date(day) if day else "no date"
