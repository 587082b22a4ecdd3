"""The boxes of an action: texts that save while one types, choices that save when made."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from action_plans.actions import service
from action_plans.actions.model import TEXTS, Action
from action_plans.actions.permissions import user_can_edit_actions
from assessment.access.wording import long_date
from assessment.partnership import service as partnerships
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, day_field, tick
from assessment.ui.html import fill, show


@dataclass(frozen=True)
class Around:
    """What an action's boxes offer: the partnership's agencies and prisons, by id."""

    agencies: Mapping[str, str]
    prisons: Mapping[str, str]
    live: bool


def around(ctx: PageContext) -> Around:
    """What there is to choose from, and whether this person may."""
    agencies = partnerships.agencies(ctx.desk, ctx.partnership_id)
    prisons = partnerships.prisons(ctx.desk, ctx.partnership_id)
    return Around(
        agencies={agency.id: agency.name for agency in agencies},
        prisons={prison.id: prison.name for prison in prisons},
        live=user_can_edit_actions(ctx.desk.actor),
    )


def text_box(ctx: PageContext, item: Action, field: str, live: bool, hint: str = "") -> None:
    """One text of an action."""
    kind, stored = TEXTS[field], getattr(item, field)
    autosave_text(
        kind.label,
        key=f"action_{item.id}_{field}",
        stored=stored,
        saved_at=item.saved_at if stored else None,
        on_save=partial(service.edit_text, ctx.desk, item.id, field),
        lines=kind.lines,
        hint=hint,
        limit=kind.limit,
        disabled=not live,
    )


def owner_boxes(ctx: PageContext, item: Action, near: Around) -> None:
    """Who: the agency, and the role that leads it there."""
    choose(
        "Which agency owns it",
        list(near.agencies),
        key=f"action_{item.id}_owner",
        stored=item.owner_agency_id,
        words=lambda agency: near.agencies.get(agency, "An agency that was put away"),
        on_pick=partial(_set_owner, ctx, item),
        placeholder="Choose an agency",
        disabled=not near.live,
    )
    text_box(ctx, item, "owner_role", near.live)


def date_box(
    ctx: PageContext, item: Action, field: str, label: str, live: bool, hint: str | None = None
) -> None:
    """One of the dates that a person can set."""
    day_field(
        label,
        key=f"action_{item.id}_{field}",
        stored=getattr(item, field),
        on_pick=partial(_set_date, ctx, item, field),
        hint=hint,
        disabled=not live,
    )


def yes_in_the_room(ctx: PageContext, item: Action, near: Around) -> None:
    """Where the owner is at the meeting, one tick says yes; where not, nothing is assumed."""
    meeting = partnerships.current_meeting(ctx.desk, ctx.assessment_id)
    if item.owner_agency_id is None or meeting is None:
        return
    if item.owner_agency_id not in meeting.present:
        name = near.agencies.get(item.owner_agency_id, "Its owner")
        when = f"the meeting of {long_date(meeting.held_on)}"
        words = f"{name} was not at {when}, so this is proposed until they have been asked."
        show(fill('<p class="muted">{}</p>', words))
        return
    tick(
        "They said yes at the meeting",
        key=f"action_{item.id}_yes",
        stored=item.answer == "agreed",
        on_pick=partial(_say_yes, ctx, item),
        disabled=not near.live,
    )


def _set_owner(ctx: PageContext, item: Action, agency_id: str | None) -> None:
    service.set_owner(ctx.desk, item.id, agency_id, seen=item.owner_agency_id)


def _set_date(ctx: PageContext, item: Action, field: str, day: Any) -> None:
    dates = item.dates()
    service.set_dates(ctx.desk, item.id, dates.model_copy(update={field: day}), seen=dates)


def _say_yes(ctx: PageContext, item: Action, yes: bool) -> None:
    meeting = partnerships.current_meeting(ctx.desk, ctx.assessment_id)
    if yes and meeting:
        on = min(meeting.held_on, ctx.desk.today())
        service.agree(ctx.desk, item.id, on=on, seen=item.answer)
    else:
        service.ask_again(ctx.desk, item.id, seen=item.answer)
