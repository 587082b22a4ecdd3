"""What came of an action that is done: when that is asked, and what is answered."""

from datetime import date
from typing import Any

from action_plans.actions.model import Action, Impact, ImpactAnswer
from action_plans.actions.rules.impact import ASK_AFTER
from action_plans.actions.service.changes import Change, changing
from action_plans.actions.store import told
from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.wording import long_date


Said = Impact | None


def impact_of(item: Action) -> Said:
    """What stands as answered; nothing while it was never asked."""
    return item.impact.answer if item.impact else None


def set_impact_due(
    desk: Desk, action_id: str, day: date | None, *, seen: date | None | Unchecked = UNCHECKED
) -> None:
    """Say on which day its effect is asked about; None for never.

    Raises ChangedMeanwhile when another screen chose another day than the one `seen` here.
    """
    with changing(desk, action_id) as change:
        change.choose("action.impact_due_set", "impact_due_on", day, seen)


def say_impact(
    desk: Desk,
    action_id: str,
    answer: Impact,
    *,
    ask_on: date | None = None,
    seen: Said | Unchecked = UNCHECKED,
) -> None:
    """Keep what is answered about its effect, with the words drafted for it.

    Too early to tell is asked again on `ask_on`, else on the day that is set if that is still to
    come, else a quarter from today.

    Raises:
        ChangedMeanwhile: another screen answered meanwhile.
        BadInput: it is not done; or an effect was seen and nothing says what.
    """
    with changing(desk, action_id) as change:
        item, columns = change.action, ("answer",)
        check_unmoved(change.tx, "action", item, columns, seen=seen, stands=impact_of(item))
        if item.completed_on is None:
            raise BadInput("Its effect is asked about once it is done.")
        if answer is Impact.SEEN and not item.effect_draft.strip():
            raise BadInput("Write down what effect was seen; then choose it.")
        again = _again(change, ask_on) if answer is Impact.TOO_EARLY else None
        _keep(change, answer, again)


def first_asking(desk: Desk, item: Action) -> dict[str, Any]:
    """The day on which the effect of an action that is done today is asked about, unless set."""
    set_for = item.impact_due_on
    if set_for and set_for > desk.today():
        return {}
    return {"impact_due_on": desk.today() + ASK_AFTER}


def _keep(change: Change, answer: Impact, again: date | None) -> None:
    item = change.action
    row = ImpactAnswer(
        id=change.desk.new_id(),
        action_id=item.id,
        at=change.desk.now(),
        answer=answer,
        words=item.effect_draft.strip(),
        ask_on=again,
    )
    told.add_impact(change.tx, row, change.event("action.impact_said"))
    change.write("action.impact_settled", {"effect_draft": "", "impact_due_on": again})


def _again(change: Change, ask_on: date | None) -> date:
    today, stands = change.desk.today(), change.action.impact_due_on
    day = ask_on or (stands if stands and stands > today else today + ASK_AFTER)
    if day <= today:
        raise BadInput(f"Not saved: {long_date(day)} is no later day to ask again.")
    return day
