"""What an action takes, from whom, and what it waits for."""

from functools import partial

from action_plans.actions import service
from action_plans.actions.model import COST_AT_MOST, YES_NO_WORDS, Action, YesNo
from action_plans.actions.panels.boxes import Around, text_box
from action_plans.actions.rules.amounts import NOT_KNOWN
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, whole_number


def taking_panel(ctx: PageContext, action: Action, near: Around) -> None:
    """Staff time and money: there or not, agreed or not, how much, from whom; what it waits for."""
    text_box(ctx, action, "resources", near.live)
    _yes_no(ctx, action, near, "resources_available", "Are the staff time and money there?")
    _yes_no(ctx, action, near, "budget_agreed", "Is the budget agreed?")
    whole_number(
        "What it costs, in pounds",
        key=f"action_{action.id}_cost_pounds",
        stored=action.cost_pounds,
        on_pick=partial(service.set_cost, ctx.desk, action.id, seen=action.cost_pounds),
        least=0,
        most=COST_AT_MOST,
        disabled=not near.live,
    )
    _agency(ctx, action, near, "funder_agency_id", "Which agency pays for it")
    text_box(ctx, action, "funder", near.live)
    text_box(ctx, action, "waiting_for", near.live)
    _agency(ctx, action, near, "waiting_agency_id", "Which agency it waits for")


_YES_NO = {
    "resources_available": service.set_resources_available,
    "budget_agreed": service.set_budget_agreed,
}
_AGENCIES = {
    "funder_agency_id": service.set_funder_agency,
    "waiting_agency_id": service.set_waiting_agency,
}


def _yes_no(ctx: PageContext, action: Action, near: Around, field: str, label: str) -> None:
    stored = getattr(action, field)
    choose(
        label,
        list(YesNo),
        key=f"action_{action.id}_{field}",
        stored=stored,
        words=YES_NO_WORDS.__getitem__,
        on_pick=partial(_YES_NO[field], ctx.desk, action.id, seen=stored),
        placeholder=NOT_KNOWN,
        disabled=not near.live,
    )


def _agency(ctx: PageContext, action: Action, near: Around, field: str, label: str) -> None:
    stored = getattr(action, field)
    choose(
        label,
        list(near.agencies),
        key=f"action_{action.id}_{field}",
        stored=stored,
        words=lambda agency: near.agencies.get(agency, "An agency that was put away"),
        on_pick=partial(_AGENCIES[field], ctx.desk, action.id, seen=stored),
        placeholder="Choose an agency",
        disabled=not near.live,
    )
