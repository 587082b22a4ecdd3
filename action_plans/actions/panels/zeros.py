"""No action, or no date, only with a reason: what has neither stands out."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from action_plans.actions.model import Action
from assessment.access.wording import counted
from assessment.bank import service as banks
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


_MOST = 6


def zeros_panel(ctx: PageContext, zeros: Sequence[str]) -> None:
    """The one panel of the page: what still asks for an action, and the way to begin each."""
    if not zeros:
        return
    assessment = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = banks.bank_of(ctx.desk, assessment.bank_id)
    verb = "needs" if len(zeros) == 1 else "need"
    words = (
        f"{counted(len(zeros), 'statement')} rated {bank.label(0)} still {verb} an action, "
        "or a written reason for none."
    )
    with st.container(key="next"):
        show(fill("<p>{}</p>", words))
        for number, statement_id in enumerate(zeros):
            title = bank.statement(statement_id).title
            with st.container(horizontal=True, vertical_alignment="center"):
                show(fill("<p><strong>{}</strong> {}</p>", statement_id, title))
                first: Literal["primary", "secondary"] = "secondary" if number else "primary"
                if st.button(f"Go to {statement_id}", type=first, key=f"zero_{statement_id}"):
                    ctx.go("statement", id=statement_id)


def undated_panel(ctx: PageContext, actions: Sequence[Action]) -> None:
    """Open actions with neither a date nor a reason for none, and the way to each."""
    found = [action for action in actions if action.undated]
    if not found:
        return
    number = counted(len(found), "action")
    verb = "has" if len(found) == 1 else "have"
    show(fill("<p>{} {} no date yet, and no reason for none.</p>", number, verb))
    with st.container(horizontal=True):
        for action in found[:_MOST]:
            if st.button(f"Give {action.number} a date", key=f"undated_{action.id}"):
                ctx.go("action", id=action.id)
        if len(found) > _MOST:
            rest = ", ".join(str(action.number) for action in found[_MOST:])
            show(fill('<p class="muted">And {}.</p>', rest))
