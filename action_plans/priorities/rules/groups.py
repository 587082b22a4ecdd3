"""The plan looked at by one thing. There is one order, by priority; a look groups it.

In every group actions stand by priority, the open ones first. One that touches several domains or
prisons stands under each of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from action_plans.actions.model import EFFORT_WORDS, LEVEL_WORDS, Effort, Level
from action_plans.actions.rules.status import LOOKS, WORST_FIRST, State
from action_plans.actions.service import PlanLine


class By(StrEnum):
    """What to look at the plan by."""

    STATE = "state"
    PRIORITY = "priority"
    OWNER = "owner"
    DOMAIN = "domain"
    PRISON = "prison"
    TIME = "time"
    EFFORT = "effort"
    TABLE = "table"


BY_WORDS = {
    By.STATE: "How it goes",
    By.PRIORITY: "Priority",
    By.OWNER: "Owner",
    By.DOMAIN: "Domain",
    By.PRISON: "Prison",
    By.TIME: "Time",
    By.EFFORT: "Effort",
    By.TABLE: "Table",
}
EFFORTS: tuple[tuple[Effort | None, str], ...] = (
    *EFFORT_WORDS.items(),
    (None, "Not said"),
)


@dataclass(frozen=True)
class Group:
    """Actions under one heading; a heading that is empty is not shown."""

    title: str
    lines: tuple[PlanLine, ...]

    def count(self, *states: State) -> int:
        """How many of them are in one of these states."""
        return sum(line.status.state in states for line in self.lines)

    @property
    def still(self) -> int:
        """How many are to be done."""
        return sum(line.action.open for line in self.lines)


@dataclass(frozen=True)
class Names:
    """Names by id, in the order in which their groups stand; `domain_of` is by statement."""

    agencies: Mapping[str, str]
    prisons: Mapping[str, str]
    domains: Mapping[str, str]
    domain_of: Mapping[str, str]


def by_priority(lines: Iterable[PlanLine]) -> tuple[PlanLine, ...]:
    """The one order: open actions by the rule of priority, then those that are not open."""
    return tuple(sorted(lines, key=lambda line: (not line.action.open, line.priority.rank)))


def grouped(lines: Sequence[PlanLine], by: By, names: Names) -> tuple[Group, ...]:
    """The groups that have an action in them, in their own order."""
    return tuple(group for group in _GROUPINGS[by](by_priority(lines), names) if group.lines)


def effort_grid(
    lines: Iterable[PlanLine],
) -> tuple[tuple[Level, tuple[tuple[PlanLine, ...], ...]], ...]:
    """The open actions in the one order, a row for each level of priority that occurs and a column
    for each effort. The order runs down the rows, since the level is what it begins with."""
    still = [line for line in by_priority(lines) if line.action.open]
    rows = (
        (level, tuple(_at(still, level, effort) for effort, _words in EFFORTS))
        for level in LEVEL_WORDS
    )
    return tuple((level, cells) for level, cells in rows if any(cells))


def _at(still: Sequence[PlanLine], level: Level, effort: Effort | None) -> tuple[PlanLine, ...]:
    return tuple(
        line for line in still if line.priority.level is level and line.action.effort is effort
    )


_Lines = Sequence[PlanLine]


def _by_state(lines: _Lines, _names: Names) -> Iterable[Group]:
    for state in WORST_FIRST:
        yield Group(LOOKS[state][2], tuple(line for line in lines if line.status.state is state))


def _all_in_order(lines: _Lines, _names: Names) -> Iterable[Group]:
    yield Group("", tuple(lines))


def _by_owner(lines: _Lines, names: Names) -> Iterable[Group]:
    """Agencies in alphabetical order: whose actions go how is no contest."""
    for agency, name in sorted(names.agencies.items(), key=lambda item: item[1].casefold()):
        yield Group(name, tuple(line for line in lines if line.action.owner_agency_id == agency))
    unnamed = tuple(line for line in lines if not line.action.owner_agency_id)
    yield Group("No agency named yet", unnamed)


def _by_domain(lines: _Lines, names: Names) -> Iterable[Group]:
    touched = [
        (line, {names.domain_of.get(one) for one in line.action.statements}) for line in lines
    ]
    for domain, title in names.domains.items():
        yield Group(title, tuple(line for line, domains in touched if domain in domains))
    rest = tuple(line for line, domains in touched if domains.isdisjoint(names.domains))
    yield Group("No statement of this assessment", rest)


def _by_prison(lines: _Lines, names: Names) -> Iterable[Group]:
    yield Group("Every prison", tuple(line for line in lines if not line.action.prisons))
    for prison, name in names.prisons.items():
        yield Group(name, tuple(line for line in lines if prison in line.action.prisons))


_GROUPINGS: Mapping[By, Callable[[_Lines, Names], Iterable[Group]]] = {
    By.STATE: _by_state,
    By.PRIORITY: _all_in_order,
    By.OWNER: _by_owner,
    By.DOMAIN: _by_domain,
    By.PRISON: _by_prison,
    By.TIME: _all_in_order,
    By.EFFORT: _all_in_order,
    By.TABLE: _all_in_order,
}
