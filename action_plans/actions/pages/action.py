"""One action: what, who and by when; its owner's answer; how it goes; the rest in a fold."""

from functools import partial

import streamlit as st

from action_plans.actions import service
from action_plans.actions.panels.boxes import around, owner_boxes, text_box
from action_plans.actions.panels.challenged import origin_line
from action_plans.actions.panels.more import first_due_panel, more_panel
from action_plans.actions.panels.moving import due_box
from action_plans.actions.panels.progress import answer_panel, ending_panel, notes_panel
from action_plans.actions.panels.rows import due_words, status_words
from assessment.access.errors import NotFound
from assessment.bank import service as banks
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.page import head
from assessment.ui.symbols import facts


def render(ctx: PageContext) -> None:
    """The action named in the address, or a way back when there is none."""
    if st.button("Back to the action plan", key="to_plan"):
        ctx.go("plan")
    try:
        action = service.action(ctx.desk, st.query_params.get("id", ""))
        if action.partnership_id != ctx.partnership_id:
            raise NotFound(
                "That action is another area’s. The action plan lists those of this one."
            )
        _action(ctx, action.id)
    except NotFound as error:
        show("<h1>No such action</h1>", message(error))


@st.fragment
def _action(ctx: PageContext, action_id: str) -> None:
    action = service.action(ctx.desk, action_id)
    line = service.plan_line(ctx.desk, ctx.assessment_id, action)
    head(f"Action {action.number}", action.what, f"{line.status.words}. {line.status.reason}")
    _facts(line)
    origin_line(ctx, action)
    near = around(ctx)
    if action.archived_at:
        _put_away(ctx, action_id, near.live)
        return
    asked, told = st.columns([1, 1], gap="large")
    with asked:
        text_box(ctx, action, "what", near.live)
        owner_boxes(ctx, action, near)
        due_box(ctx, action, "By when", near.live)
        if action.due_on is None:
            text_box(ctx, action, "no_due_reason", near.live)
        first_due_panel(ctx, action, near.live)
        answer_panel(ctx, action, near)
    with told:
        notes_panel(ctx, action, near)
        ending_panel(ctx, action, near)
    with st.expander("More: why, how it is measured, staff time and money, priority, who helps"):
        assessment = partnerships.assessment(ctx.desk, action.opened_in)
        more_panel(ctx, action, near, banks.bank_of(ctx.desk, assessment.bank_id))
    st.button(
        "Put this action away",
        key="away",
        on_click=partial(service.put_away, ctx.desk, action_id),
        disabled=not near.live,
    )


def _facts(line: service.PlanLine) -> None:
    show(
        facts(
            {
                "Status": status_words(line),
                "Due": due_words(line.action),
                "Owner": fill('{}<br><span class="muted">{}</span>', line.owner, line.answer),
                "Priority": fill(
                    '{}<br><span class="muted">{}</span>', line.priority.words, line.priority.reason
                ),
            }
        )
    )


def _put_away(ctx: PageContext, action_id: str, live: bool) -> None:
    show("<p>This action was put away. Nothing of it is lost.</p>")
    st.button(
        "Put it back",
        key="back",
        on_click=partial(service.put_back, ctx.desk, action_id),
        disabled=not live,
    )
