"""Where an assessment is agreed or a review ends: what has no action or no date, to answer there.

What was answered with a reason stays in sight, so that no box goes while one types in it.
"""

from functools import partial

import streamlit as st

from action_plans.actions import service
from action_plans.actions.model import NO_ACTION_REASON, TEXTS, Action
from action_plans.actions.panels.boxes import date_box
from action_plans.actions.permissions import user_can_edit_actions
from assessment.bank import service as banks
from assessment.bank.model import Bank
from assessment.partnership import service as partnerships
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


def statements_panel(ctx: PageContext, assessment_id: str) -> None:
    """Each statement rated 0 without an action: the way to begin one, or why there is none."""
    found = service.zeros_without_action(ctx.desk, assessment_id)
    if not found:
        return
    bank = banks.bank_of(ctx.desk, partnerships.assessment(ctx.desk, assessment_id).bank_id)
    show(fill("<h3>Rated {}, and without an action</h3>", bank.label(0)))
    for statement_id in found:
        _statement(ctx, assessment_id, bank, statement_id)


def dates_panel(ctx: PageContext, partnership_id: str) -> None:
    """Each open action without a date: the date, or why there is none."""
    every = service.actions_of(ctx.desk, partnership_id)
    found = [action for action in every if action.open and action.due_on is None]
    if found:
        show("<h3>Actions without a date</h3>")
    for action in found:
        _action(ctx, action)


def _statement(ctx: PageContext, assessment_id: str, bank: Bank, statement_id: str) -> None:
    row = service.reason_for_no_action(ctx.desk, assessment_id, statement_id)
    with st.container(key=f"row_without_{statement_id}"):
        show(fill("<p>{} {}</p>", statement_id, bank.statement(statement_id).title))
        autosave_text(
            f"Why there is no action for {statement_id} for now",
            key=f"no_action_{assessment_id}_{statement_id}",
            stored=row.reason if row else "",
            saved_at=row.saved_at if row and row.reason else None,
            on_save=partial(
                service.write_reason_for_no_action, ctx.desk, assessment_id, statement_id
            ),
            lines=1,
            limit=NO_ACTION_REASON,
            disabled=not user_can_edit_actions(ctx.desk.actor),
        )
        if st.button(f"Begin an action for {statement_id}", key=f"begin_for_{statement_id}"):
            ctx.go("statement", id=statement_id)


def _action(ctx: PageContext, action: Action) -> None:
    live = user_can_edit_actions(ctx.desk.actor)
    with st.container(key=f"row_undated_{action.id}"):
        show(fill("<p>{}. {}</p>", action.number, action.what))
        left, right = st.columns([1, 2], gap="large")
        with left:
            date_box(ctx, action, "due_on", f"By when is {action.number} done", live)
        with right:
            autosave_text(
                f"Why there is no date for {action.number} yet",
                key=f"action_{action.id}_no_due_reason",
                stored=action.no_due_reason,
                saved_at=action.saved_at if action.no_due_reason else None,
                on_save=partial(service.edit_text, ctx.desk, action.id, "no_due_reason"),
                lines=1,
                limit=TEXTS["no_due_reason"].limit,
                disabled=not live,
            )
