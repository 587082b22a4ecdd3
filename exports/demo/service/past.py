"""Time and transaction of the fictional area: it was all written in the past, and all at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from assessment.access.desk import Desk
from assessment.access.wording import LONDON
from assessment.store.engine import Store
from assessment.store.work import Reading, Writing


SATURDAY = 5
HOLIDAYS = frozenset({(1, 1), (12, 24), (12, 25), (12, 26)})
_SECOND = timedelta(seconds=1)


class Together(Store):
    """A store whose every unit of work is part of one transaction: kept whole or not at all."""

    def __init__(self, store: Store, tx: Writing) -> None:
        super().__init__(store.engine)
        self._tx = tx

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """The one transaction, with what it has written so far."""
        yield self._tx

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """The one transaction; it commits when the outer one does."""
        yield self._tx


@dataclass
class Past:
    """A clock that is set to days before `today`, and goes on a second each time it is asked."""

    today: date
    at: datetime = field(default=datetime.min.replace(tzinfo=UTC))

    def __call__(self) -> datetime:
        """The next second."""
        self.at += _SECOND
        return self.at

    def day(self, offset: int) -> date:
        """So many days from today, or the last working day before: nobody meets on a Sunday."""
        day = self.today + timedelta(days=offset)
        while day.weekday() >= SATURDAY or (day.month, day.day) in HOLIDAYS:
            day -= timedelta(days=1)
        return day

    def set(self, offset: int, hour: int, minute: int = 0) -> None:
        """Go to an hour of such a day, unless the clock is past it."""
        then = datetime.combine(self.day(offset), time(hour, minute), LONDON).astimezone(UTC)
        self.at = max(self.at, then)

    def forward(self, minutes: int) -> None:
        """Let some minutes pass."""
        self.at += timedelta(minutes=minutes)


@contextmanager
def in_the_past(desk: Desk) -> Iterator[tuple[Desk, Past]]:
    """A desk in the past, all of whose work is one transaction of the given desk's store."""
    past = Past(desk.today())
    with desk.store.writing() as tx:
        yield replace(desk, store=Together(desk.store, tx), now=past), past
