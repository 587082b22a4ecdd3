"""One action with names for ids and words for codes: what every column reads from."""

from datetime import date

from assessment.access.frozen import Frozen


class PlanRow(Frozen):
    """A line of the plan, ready to be written down anywhere.

    `status` is the words, `symbol` their shape and `status_colour` its colour. `place` is where
    the action stands among the open ones by priority; None for one that is not open.
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
    status: str
    status_colour: str
    symbol: str
    status_reason: str
    priority: str
    priority_reason: str
    place: int | None
    source: str
    completed_on: date | None
    shown_by: str
    notes: int
