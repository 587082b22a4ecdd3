"""Where work is done: one store, one person, one clock, one source of ids."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from assessment.access.actor import LOCAL_LEAD, Actor
from assessment.access.wording import local_day
from assessment.store.activity import ActivityEvent
from assessment.store.engine import Store


def utc_now() -> datetime:
    """The clock of doors; everything else is given one."""
    return datetime.now(UTC)


def random_id() -> str:
    """A new UUID as text."""
    return str(uuid4())


@dataclass(frozen=True)
class Desk:
    """Passed to every service call. Clock and ids are injected so that tests can hold them."""

    store: Store
    actor: Actor = LOCAL_LEAD
    now: Callable[[], datetime] = utc_now
    new_id: Callable[[], str] = random_id

    def today(self) -> date:
        """The calendar day in London."""
        return local_day(self.now())

    def event(
        self,
        what: str,
        *,
        subject_table: str,
        subject_id: str,
        partnership_id: str | None,
        assessment_id: str | None = None,
        spell: str | None = None,
    ) -> ActivityEvent:
        """The activity event of an act done now by this person."""
        return ActivityEvent(
            id=self.new_id(),
            at=self.now(),
            actor=self.actor.name,
            what=what,
            partnership_id=partnership_id,
            assessment_id=assessment_id,
            subject_table=subject_table,
            subject_id=subject_id,
            spell=spell,
        )
