"""A desk for tests: a real database, a clock that is held, ids that can be counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.store.engine import Store, sqlite_url
from assessment.store.schema import open_store


MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LEAD = Actor(name="The lead", role=Role.LEAD)
VIEWER = Actor(name="A viewer", role=Role.VIEWER)


class FixedClock:
    """Says 21 November 2026, 09:30, and one second more each time it is asked."""

    def __init__(self, start: datetime = MORNING, tick: timedelta = timedelta(seconds=1)) -> None:
        self.at = start
        self.tick = tick

    def __call__(self) -> datetime:
        """The next instant."""
        self.at += self.tick
        return self.at

    def forward(self, **how_far: float) -> None:
        """Let time pass, in timedelta's words: `forward(days=3)`."""
        self.at += timedelta(**how_far)


class CountedIds:
    """UUIDs in order: …0001, …0002. The same test always makes the same ids."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> str:
        """The next id."""
        self.made += 1
        return str(UUID(int=self.made))


def make_desk(
    store: Store,
    *,
    actor: Actor = LEAD,
    now: Callable[[], datetime] | None = None,
    new_id: Callable[[], str] | None = None,
) -> Desk:
    """A desk at the store, with its own clock and ids unless they are given."""
    return Desk(store=store, actor=actor, now=now or FixedClock(), new_id=new_id or CountedIds())


@dataclass(frozen=True)
class Area:
    """The ids of an area that has just been begun."""

    partnership_id: str
    assessment_id: str


def begin_area(desk: Desk, name: str = "Aldermoor") -> Area:
    """A new area with its first assessment, on the statements that come with the toolkit."""
    return Area(*partnerships.start_partnership(desk, name))


def seen_by(desk: Desk, actor: Actor) -> Desk:
    """The same desk with someone else at it."""
    return Desk(store=desk.store, actor=actor, now=desk.now, new_id=desk.new_id)


def build_schema(url: str) -> None:
    """Bring an empty database to the schema of this code, by its migrations."""
    open_store(url).close()


def sqlite_template(file: Path) -> Path:
    """A migrated, empty SQLite database at `file`, whole in its one file."""
    build_schema(sqlite_url(file))
    log = file.with_name(f"{file.name}-wal")
    assert not log.exists(), "a copy of the file alone would lack what is still in its log"
    return file
