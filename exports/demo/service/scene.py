"""What every step of the building shares: the desk, the clock and the ids behind the keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from exports.demo.service.past import Past


@dataclass(frozen=True)
class Scene:
    """The area while it is built. Agencies and prisons are found by their keys in the content."""

    desk: Desk
    past: Past
    partnership_id: str
    assessment_id: str
    agencies: Mapping[str, str]
    prisons: Mapping[str, str]

    def day(self, offset: int | None) -> date | None:
        """A day counted from today; None stays None."""
        return None if offset is None else self.past.day(offset)

    def agencies_of(self, keys: Iterable[str]) -> list[str]:
        """The ids of agencies."""
        return [self.agencies[key] for key in keys]

    def prisons_of(self, keys: Iterable[str]) -> list[str]:
        """The ids of prisons."""
        return [self.prisons[key] for key in keys]


def written(text: str) -> Typed:
    """A text typed into an empty box."""
    return Typed.over("", text)
