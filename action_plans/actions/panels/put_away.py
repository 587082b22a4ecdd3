"""Actions that were put away, and the way back for each."""

from functools import partial

import streamlit as st

from action_plans.actions import service
from action_plans.actions.permissions import user_can_edit_actions
from assessment.access.wording import counted
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


def put_away_panel(ctx: PageContext) -> None:
    """Folded, since nobody needs them until somebody does."""
    gone = service.archived_actions(ctx.desk, ctx.partnership_id)
    if not gone:
        return
    with st.expander(f"{counted(len(gone), 'action')} put away", key="away_actions"):
        for action in gone:
            with st.container(horizontal=True, vertical_alignment="center"):
                show(fill("<p>{}. {}</p>", action.number, action.what))
                st.button(
                    f"Put {action.number} back",
                    key=f"back_{action.id}",
                    on_click=partial(service.put_back, ctx.desk, action.id),
                    disabled=not user_can_edit_actions(ctx.desk.actor),
                )
