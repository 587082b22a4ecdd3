"""What a person may begin on a statement's own page: a starter, new words, or a reason for none.

The action begun is kept in the session under its statement: it stays open there for who and by
when until the page is left. What a click here changes shows in other parts of the page too, so
each ends with `ctx.changed`.
"""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from action_plans.actions import service
from action_plans.actions.model import NO_ACTION_REASON, Kind, Outcome
from action_plans.actions.permissions import user_can_edit_actions
from action_plans.actions.rules.suggest import (
    LOWEST,
    starters_offered,
    unanswered,
    upkeep_offered,
)
from assessment.bank.model import Statement
from assessment.bank.rules.defaults import plain_text
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, is_open
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.messages import guarded, show_refusal


def beginning_actions(ctx: PageContext, statement: Statement, rating: int | None) -> None:
    """Everything that the rating decides of the statement's actions, and nothing else.

    It is no fragment: whoever draws the rating draws this with it, so a click on a level is one
    run and leaves the planned actions alone.
    """
    actions = service.outcomes_for_statement(ctx.desk, ctx.assessment_id, statement.id)
    live = user_can_edit_actions(ctx.desk.actor)
    if live:
        _ways_to_begin(ctx, statement, rating, actions)
    if rating == LOWEST:
        _reason_for_none(ctx, statement, actions, live)


def begun_key(ctx: PageContext, statement_id: str) -> str:
    """Where the session keeps the id of the action that was begun on a statement."""
    return f"action_begun_{ctx.assessment_id}_{statement_id}"


def kind_key(action_id: str) -> str:
    """Where the session keeps what kind of action was begun, until it has words."""
    return f"action_kind_{action_id}"


def _ways_to_begin(
    ctx: PageContext, statement: Statement, rating: int | None, actions: Sequence[Outcome]
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


def _start_from(ctx: PageContext, statement: Statement, words: str) -> None:
    st.session_state[begun_key(ctx, statement.id)] = service.raise_action(
        ctx.desk, ctx.assessment_id, [statement.id], words, starter=words
    )
    ctx.changed()


def _begin(ctx: PageContext, statement: Statement, kind: Kind) -> None:
    """Only an id so far: the first words make it an action."""
    st.session_state[begun_key(ctx, statement.id)] = action_id = ctx.desk.new_id()
    st.session_state[kind_key(action_id)] = kind
    ctx.changed()


def _reason_for_none(
    ctx: PageContext, statement: Statement, actions: Sequence[Outcome], live: bool
) -> None:
    """Asked where the lowest rating has no action; kept in sight once there are words."""
    row = service.reason_for_no_action(ctx.desk, ctx.assessment_id, statement.id)
    alone = unanswered([statement.id], actions, [], ctx.assessment_id)
    if not (alone or (row and row.reason)):
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
