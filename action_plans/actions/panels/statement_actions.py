"""The actions of one statement, on the statement's own page: from shortfall to owner and date."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from action_plans.actions import service
from action_plans.actions.model import TEXTS, Action, Kind
from action_plans.actions.panels.beginning import begun_key, kind_key
from action_plans.actions.panels.boxes import (
    Around,
    around,
    owner_boxes,
    text_box,
    yes_in_the_room,
)
from action_plans.actions.panels.moving import due_box
from action_plans.actions.panels.rows import narrow_row
from action_plans.actions.permissions import user_can_edit_actions
from assessment.access.typed import Typed
from assessment.bank.model import Statement
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


STATEMENT_ACTIONS = "statement_actions"  # by this key a page has them drawn again


@st.fragment(key=STATEMENT_ACTIONS)
def statement_actions(ctx: PageContext, statement: Statement) -> None:
    """What is planned on this statement, and what was put away.

    The action begun here (see the panel `beginning`) stays open for who and by when until the page
    is left. Whatever changes what can be begun ends with `ctx.changed`.
    """
    actions = service.actions_for_statement(ctx.desk, ctx.assessment_id, statement.id)
    begun = st.session_state.get(begun_key(ctx, statement.id))
    show("<h2>Actions</h2>")
    others = [action for action in actions if action.id != begun]
    for line in service.action_lines(ctx.desk, others) if others else ():
        narrow_row(ctx, line)
    _put_away(ctx, statement)
    if begun:
        with st.container():
            _begun(ctx, statement, begun, actions, around(ctx))


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
            then=ctx.changed,
        )
        show('<p class="muted">Who does it and by when are asked as soon as it says what.</p>')
        return
    text_box(ctx, action, "what", near.live)
    owner_boxes(ctx, action, near)
    due_box(ctx, action, "By when", near.live)
    yes_in_the_room(ctx, action, near)
    with st.container(horizontal=True):
        if st.button(f"Say more about {action.number}", key=f"more_{action.id}"):
            ctx.go("action", id=action.id)
        st.button(
            f"Put {action.number} away",
            key=f"away_{action.id}",
            on_click=guarded(f"away_{action.id}", partial(_drop, ctx, statement, action.id)),
        )
    show_refusal(f"away_{action.id}")


def _put_away(ctx: PageContext, statement: Statement) -> None:
    live = user_can_edit_actions(ctx.desk.actor)
    for action in service.archived_actions(ctx.desk, ctx.partnership_id, statement.id):
        with st.container(horizontal=True, vertical_alignment="center"):
            words = f"Action {action.number}, “{action.what}”, was put away."
            show(fill('<p class="muted">{}</p>', words))
            st.button(
                "Put it back",
                key=f"back_{action.id}",
                on_click=partial(_put_back, ctx, action.id),
                disabled=not live,
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
        kind=st.session_state.get(kind_key(action_id), Kind.IMPROVE),
        action_id=action_id,
        confirmed=typed.confirmed,
    )


def _drop(ctx: PageContext, statement: Statement, action_id: str) -> None:
    service.put_away(ctx.desk, action_id)
    st.session_state.pop(begun_key(ctx, statement.id), None)
    ctx.changed()


def _put_back(ctx: PageContext, action_id: str) -> None:
    service.put_back(ctx.desk, action_id)
    ctx.changed()
