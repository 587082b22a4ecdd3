"""Everything else that can be said of an action; nothing of it is needed to begin."""

from functools import partial

import streamlit as st

from action_plans.actions import service
from action_plans.actions.model import (
    EFFORT_WORDS,
    KIND_WORDS,
    LEVEL_WORDS,
    SOURCE_WORDS,
    Action,
    Effort,
    Kind,
    Level,
    Source,
)
from action_plans.actions.panels.boxes import Around, date_box, text_box
from action_plans.actions.panels.taking import taking_panel
from assessment.bank.model import Bank
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, choose_many
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


def more_panel(ctx: PageContext, action: Action, near: Around, bank: Bank) -> None:
    """What it is for, how one will see that it works, who helps, what it takes, when."""
    if action.starter and action.starter != action.what:
        show(fill('<p class="muted">Started from: {}</p>', action.starter))
    left, right = st.columns(2, gap="large")
    with left:
        _purpose(ctx, action, near)
        for field in ("why", "measure", "baseline", "target"):
            text_box(ctx, action, field, near.live)
    with right:
        _effort(ctx, action, near)
        taking_panel(ctx, action, near)
        date_box(ctx, action, "start_on", "Starts on", near.live)
        date_box(ctx, action, "review_on", "Look at it again on", near.live)
        _priority(ctx, action, near)
    _links(ctx, action, near, bank)


def first_due_panel(ctx: PageContext, action: Action, live: bool) -> None:
    """On the day an action is raised, a mistyped first date can still be put right."""
    if live and service.first_due_can_be_corrected(action, ctx.desk.today()):
        st.button(
            "Correct the first date",
            key=f"action_{action.id}_slip",
            on_click=partial(service.correct_first_due, ctx.desk, action.id),
        )


def _purpose(ctx: PageContext, action: Action, near: Around) -> None:
    choose(
        "What it is for",
        list(Kind),
        key=f"action_{action.id}_kind",
        stored=action.kind,
        words=KIND_WORDS.__getitem__,
        on_pick=partial(_set_kind, ctx, action),
        disabled=not near.live,
    )
    choose(
        "Where the need was seen",
        list(Source),
        key=f"action_{action.id}_source",
        stored=service.source_told(ctx.desk, action),
        words=SOURCE_WORDS.__getitem__,
        on_pick=partial(_set_source, ctx, action),
        disabled=not near.live,
    )


def _links(ctx: PageContext, action: Action, near: Around, bank: Bank) -> None:
    titles = {one.id: f"{one.id} {one.title}" for one in bank.statements}
    key = f"action_{action.id}_statements_{'_'.join(action.statements)}"
    st.multiselect(
        "Statements it answers",
        [*titles, *(s for s in action.statements if s not in titles)],
        default=list(action.statements),
        format_func=lambda statement: titles.get(statement, statement),
        key=key,
        on_change=guarded(key, partial(_link_statements, ctx, action, key)),
        placeholder="Choose statements",
        disabled=not near.live,
    )
    show_refusal(key)
    if near.prisons:
        choose_many(
            "Prisons it is about; none means all",
            list(near.prisons),
            key=f"action_{action.id}_prisons",
            stored=action.prisons,
            words=near.prisons.__getitem__,
            on_pick=partial(service.link_prisons, ctx.desk, action.id),
            disabled=not near.live,
        )
    helpers = {a: name for a, name in near.agencies.items() if a != action.owner_agency_id}
    if helpers:
        choose_many(
            "Agencies that help",
            list(helpers),
            key=f"action_{action.id}_supporters",
            stored=action.supporters,
            words=helpers.__getitem__,
            on_pick=partial(service.link_supporters, ctx.desk, action.id),
            disabled=not near.live,
        )


def _effort(ctx: PageContext, action: Action, near: Around) -> None:
    """How much work it is; what it takes and waits for has its own panel."""
    choose(
        "How much work it is",
        list(Effort),
        key=f"action_{action.id}_effort",
        stored=action.effort,
        words=EFFORT_WORDS.__getitem__,
        on_pick=partial(service.set_effort, ctx.desk, action.id, seen=action.effort),
        disabled=not near.live,
    )


def _priority(ctx: PageContext, action: Action, near: Around) -> None:
    """The rule's priority stands in the facts above; another one needs its reason first."""
    text_box(ctx, action, "priority_reason", near.live)
    choose(
        "Priority, instead of the rule’s",
        list(Level),
        key=f"action_{action.id}_priority",
        stored=action.priority_override,
        words=LEVEL_WORDS.__getitem__,
        on_pick=partial(service.set_priority, ctx.desk, action.id, seen=action.priority_override),
        placeholder="As the rule says",
        disabled=not near.live,
    )


def _set_kind(ctx: PageContext, action: Action, kind: Kind | None) -> None:
    service.set_kind(ctx.desk, action.id, kind or Kind.IMPROVE, seen=action.kind)


def _set_source(ctx: PageContext, action: Action, source: Source | None) -> None:
    chosen = source or Source.SELF_ASSESSMENT
    service.set_source(ctx.desk, action.id, chosen, seen=action.source)


def _link_statements(ctx: PageContext, action: Action, key: str) -> None:
    service.link_statements(ctx.desk, action.id, st.session_state[key], action.statements)
