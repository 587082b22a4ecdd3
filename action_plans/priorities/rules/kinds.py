"""What kind of change each is, and how many of each there are, in words."""

from collections.abc import Iterable, Mapping
from datetime import date

from action_plans.actions.rules.status import State
from action_plans.priorities.rules.since import Changed
from assessment.access.wording import counted, long_date


_SAID = {
    "New": "new",
    "Finished": "finished",
    "Stopped": "stopped",
    "Goes differently": "going differently",
    "Dates moved": "with another date",
}


def by_kind(changed: Iterable[Changed]) -> Mapping[str, tuple[Changed, ...]]:
    """Each change once, under the first of the kinds that it is; kinds without any are left out."""
    kinds: dict[str, list[Changed]] = {title: [] for title in _SAID}
    for one in changed:
        kinds[_kind(one)].append(one)
    return {title: tuple(found) for title, found in kinds.items() if found}


def told_in_one(day: date, changed: Iterable[Changed], put_away: int) -> str:
    """All that changed since the end of a day, in one sentence or two."""
    kinds = by_kind(changed)
    said = [f"{len(found)} {_SAID[title]}" for title, found in kinds.items()]
    if put_away:
        said.append(f"{put_away} put away")
    if not said:
        return f"Since {long_date(day)}, nothing has changed."
    number = sum(len(found) for found in kinds.values())
    return f"Since {long_date(day)}: {counted(number, 'action')} changed. {', '.join(said)}."


def _kind(one: Changed) -> str:
    if one.new:
        return "New"
    if not one.goes_otherwise:
        return "Dates moved"
    if one.action.completed_on:
        return "Finished"
    return "Stopped" if one.now.state is State.STOPPED else "Goes differently"
