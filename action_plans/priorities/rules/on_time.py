"""How many actions were done by the date that was first set for them.

Counted are the actions whose first date has come, and those finished before it. A date that was
moved counts as it was first set. Left out: stopped for good reason, put away, never given a date.
"""

from collections.abc import Iterable
from datetime import date

from action_plans.actions.model import Action
from assessment.access.frozen import Frozen
from assessment.access.wording import are, counted


class OnTime(Frozen):
    """`came` actions are counted: done by their first date, done after it, or still open."""

    by_date: int = 0
    later: int = 0
    still: int = 0

    @property
    def came(self) -> int:
        """How many are counted."""
        return self.by_date + self.later + self.still

    @property
    def share(self) -> int | None:
        """Done by their first date, in per cent; None where nothing is counted yet."""
        return round(100 * self.by_date / self.came) if self.came else None

    def sentence(self) -> str:
        """The share in words, with the counts it rests on."""
        if not self.came:
            return "No action’s first date has come yet."
        return (
            f"{self.share}% done by the date first set: {self.by_date} of "
            f"{counted(self.came, 'action')}. {self.later} {_were(self.later)} done after it, and "
            f"{self.still} {are(self.still)} still open."
        )


def on_time(actions: Iterable[Action], today: date) -> OnTime:
    """The counts on a day."""
    counts = {"by_date": 0, "later": 0, "still": 0}
    for action in actions:
        if kind := _kind(action, today):
            counts[kind] += 1
    return OnTime(**counts)


def _kind(action: Action, today: date) -> str:
    first, done = action.original_due_on, action.completed_on
    if first is None or action.stopped or action.archived_at:
        return ""
    if done:
        return "by_date" if done <= first else "later"
    return "still" if first < today else ""


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
