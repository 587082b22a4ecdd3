"""The actions of one statement, on the statement's own page: from shortfall to owner and date."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from action_plans.actions import service
from action_plans.actions.model import NO_ACTION_REASON, TEXTS, Action, Kind
from action_plans.actions.panels.boxes import (
    Around,
    around,
    date_box,
    owner_boxes,
    text_box,
    yes_in_the_room,
)
from action_plans.actions.panels.rows import narrow_row
from action_plans.actions.permissions import user_can_edit_actions
from action_plans.actions.rules.suggest import (
    LOWEST,
    offers_alike,
    starters_offered,
    unanswered,
    upkeep_offered,
)
from assessment.access.typed import Typed
from assessment.bank.model import Statement
from assessment.bank.rules.defaults import plain_text
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, is_open
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


STATEMENT_ACTIONS = "statement_actions"  # by this key a page has them drawn again
_NEVER = -1


@st.fragment(key=STATEMENT_ACTIONS)
def statement_actions(ctx: PageContext, statement: Statement) -> None:
    """What is planned on this statement, and every way to begin: a starter, or new words.

    The action begun here stays open for who and by when until the page is left.
    """
    with ctx.desk.store.reading():
        actions = service.actions_for_statement(ctx.desk, ctx.assessment_id, statement.id)
        rating = _rating(ctx, statement)
    st.session_state[_drawn_key(ctx, statement)] = rating
    live = user_can_edit_actions(ctx.desk.actor)
    begun = st.session_state.get(_begun_key(ctx, statement))
    show("<h2>Actions</h2>")
    others = [action for action in actions if action.id != begun]
    for line in service.action_lines(ctx.desk, others) if others else ():
        narrow_row(ctx, line)
    with st.container():
        if begun:
            _begun(ctx, statement, begun, actions, around(ctx))
    if live:
        _ways_to_begin(ctx, statement, rating, actions)
    _reason_for_none(ctx, statement, rating, actions, live)
    _put_away(ctx, statement, live)


def actions_fell_behind(ctx: PageContext, statement: Statement) -> bool:
    """Whether the rating now offers something else than what was drawn last."""
    drawn = st.session_state.get(_drawn_key(ctx, statement), _NEVER)
    return not offers_alike(drawn, _rating(ctx, statement))


def _rating(ctx: PageContext, statement: Statement) -> int | None:
    agreed = consensus.rating_of(ctx.desk, ctx.assessment_id, statement.id)
    return agreed.rating if agreed else None


def _drawn_key(ctx: PageContext, statement: Statement) -> str:
    return f"actions_drawn_{ctx.assessment_id}_{statement.id}"


def _ways_to_begin(
    ctx: PageContext, statement: Statement, rating: int | None, actions: Sequence[Action]
) -> None:
    offered = starters_offered(statement.id, rating, statement.actions, actions)
    key = f"begin_{statement.id}"
    for number, starter in enumerate(offered):
        words = plain_text(starter)
        st.button(
            f"Start from: {literal(words)}",
            key=f"{key}_{number}",
            on_click=guarded(key, partial(_start_from, ctx, statement, words)),
        )
    upkeep = upkeep_offered(statement.id, rating, actions)
    st.button(
        "Write an action that keeps this up" if upkeep else "Write a new action",
        key=f"{key}_new",
        on_click=partial(_begin, ctx, statement, Kind.MAINTAIN if upkeep else Kind.IMPROVE),
    )
    show_refusal(key)


def _begun(
    ctx: PageContext, statement: Statement, begun: str, actions: Sequence[Action], near: Around
) -> None:
    """What first; who and by when as soon as there are words. The box stays the same throughout."""
    action = next((one for one in actions if one.id == begun), None)
    if action is None:
        autosave_text(
            TEXTS["what"].label,
            key=f"action_{begun}_what",
            stored="",
            saved_at=None,
            on_save=partial(_write_new, ctx, statement, begun),
            lines=TEXTS["what"].lines,
            limit=TEXTS["what"].limit,
        )
        show('<p class="muted">Who does it and by when are asked as soon as it says what.</p>')
        return
    text_box(ctx, action, "what", near.live)
    owner_boxes(ctx, action, near)
    date_box(ctx, action, "due_on", "By when", near.live)
    yes_in_the_room(ctx, action, near)
    with st.container(horizontal=True):
        if st.button(f"Say more about {action.number}", key=f"more_{action.id}"):
            ctx.go("action", id=action.id)
        st.button(
            f"Put {action.number} away",
            key=f"away_{action.id}",
            on_click=guarded(f"begin_{statement.id}", partial(_drop, ctx, statement, action.id)),
        )


def _reason_for_none(
    ctx: PageContext,
    statement: Statement,
    rating: int | None,
    actions: Sequence[Action],
    live: bool,
) -> None:
    """Asked where the lowest rating has no action; kept in sight once there are words."""
    row = service.reason_for_no_action(ctx.desk, ctx.assessment_id, statement.id)
    alone = unanswered([statement.id], actions, [], ctx.assessment_id)
    if rating != LOWEST or not (alone or (row and row.reason)):
        return
    status = partnerships.assessment(ctx.desk, ctx.assessment_id).status
    autosave_text(
        "Or say why there is no action for now",
        key=f"no_action_{ctx.assessment_id}_{statement.id}",
        stored=row.reason if row else "",
        saved_at=row.saved_at if row and row.reason else None,
        on_save=partial(
            service.write_reason_for_no_action, ctx.desk, ctx.assessment_id, statement.id
        ),
        lines=2,
        hint="Rated at the lowest level, it needs an action or a written reason for none.",
        limit=NO_ACTION_REASON,
        disabled=not (live and is_open(Part.PLAN, status)),
    )


def _put_away(ctx: PageContext, statement: Statement, live: bool) -> None:
    for action in service.archived_actions(ctx.desk, ctx.partnership_id, statement.id):
        with st.container(horizontal=True, vertical_alignment="center"):
            words = f"Action {action.number}, “{action.what}”, was put away."
            show(fill('<p class="muted">{}</p>', words))
            st.button(
                "Put it back",
                key=f"back_{action.id}",
                on_click=partial(service.put_back, ctx.desk, action.id),
                disabled=not live,
            )


def _begun_key(ctx: PageContext, statement: Statement) -> str:
    return f"action_begun_{ctx.assessment_id}_{statement.id}"


def _begin(ctx: PageContext, statement: Statement, kind: Kind) -> None:
    """Only an id so far: the first words make it an action."""
    st.session_state[_begun_key(ctx, statement)] = action_id = ctx.desk.new_id()
    st.session_state[f"action_kind_{action_id}"] = kind


def _start_from(ctx: PageContext, statement: Statement, words: str) -> None:
    st.session_state[_begun_key(ctx, statement)] = service.raise_action(
        ctx.desk, ctx.assessment_id, [statement.id], words, starter=words
    )


def _write_new(ctx: PageContext, statement: Statement, action_id: str, typed: Typed) -> None:
    """The first words raise the action; a box that has not heard of it yet writes on in it."""
    if service.exists(ctx.desk, action_id):
        service.edit_text(ctx.desk, action_id, "what", typed)
        return
    service.raise_action(
        ctx.desk,
        ctx.assessment_id,
        [statement.id],
        typed.text,
        kind=st.session_state.get(f"action_kind_{action_id}", Kind.IMPROVE),
        action_id=action_id,
        confirmed=typed.confirmed,
    )


def _drop(ctx: PageContext, statement: Statement, action_id: str) -> None:
    service.put_away(ctx.desk, action_id)
    st.session_state.pop(_begun_key(ctx, statement), None)
