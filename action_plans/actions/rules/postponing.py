"""When moving a due date asks why: where it goes back, or away."""

from datetime import date

from action_plans.actions.model import Action


def asks_why(stands: date | None, to_on: date | None) -> bool:
    """Whether a due date that stands may go to `to_on` only together with a reason.

    A later date asks, and so does taking the date away, or a date could be put off in two steps.
    An earlier date asks nothing, nor does a date where none stands: there is nothing to explain.
    """
    return stands is not None and (to_on is None or to_on > stands)


def can_be_slip(item: Action, to_on: date | None, raised_today: bool) -> bool:
    """Whether the date that stands may have been a slip that `to_on` puts right.

    Only on the day on which the action was raised, and while it still has its first date.
    """
    return raised_today and to_on is not None and item.due_on == item.original_due_on
