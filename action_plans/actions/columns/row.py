"""One action with names for ids and words for codes: what every column reads from."""

from datetime import date

from assessment.access.frozen import Frozen


class PlanRow(Frozen):
    """A line of the plan, ready to be written down anywhere.

    `status` is the words, `symbol` their shape and `status_colour` its colour; `in_the_way` is
    what blocks it or why it was stopped, in its owner's words. `late_from` is the day from which
    lateness is counted (see `rules/status.py`), and `days_overdue` how many have passed since.
    `came_from` names the review and the statement, where a reviewing area's challenge raised it.
    `place` is where the action stands among the open ones by priority. These three are None for
    one that is not open.
    """

    number: int
    what: str
    kind: str
    why: str
    statements: tuple[str, ...]
    prisons: tuple[str, ...]
    owner: str
    answer: str
    supporters: tuple[str, ...]
    measure: str
    baseline: str
    target: str
    effort: str
    resources: str
    resources_available: str
    budget_agreed: str
    cost: int | None
    funder: str
    waiting: str
    start: date | None
    original_due: date | None
    due: date | None
    no_due_reason: str
    review: date | None
    late_from: date | None
    days_overdue: int | None
    status: str
    status_colour: str
    symbol: str
    status_reason: str
    in_the_way: str
    priority: str
    priority_reason: str
    place: int | None
    source: str
    came_from: str
    completed_on: date | None
    shown_by: str
    notes: int

    @property
    def open(self) -> bool:
        """Still to be done: it has a place among the open ones."""
        return self.place is not None
