"""Home: where we are, and the one next thing to do."""

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.rules.status import State
from assessment.access.wording import counted, long_date, month_year
from assessment.partnership import service as partnerships
from assessment.partnership.model import STATUS_WORDS, Status
from assessment.results.panels.strips import all_strips
from assessment.results.rules.sentences import scope_sentence
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.links import follow_links
from assessment.ui.symbols import facts, status, steps
from domains.walk.model import HomeView
from domains.walk.panels.choosing import choose_assessment, remove_fictional
from domains.walk.panels.next_step import next_step
from domains.walk.service import home_view


def render(ctx: PageContext) -> None:
    """The home page of one assessment."""
    view = home_view(ctx.desk, ctx.assessment_id)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    show(
        fill('<p class="muted">{}</p>', view.assessment.title),
        fill("<h1>{}</h1>", area.name),
        steps(STATUS_WORDS.values(), STATUS_WORDS[view.assessment.status]),
    )
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(key="next"):
        next_step(ctx, view)
    with right:
        _facts(ctx, view)
    show("<h2>Where we are</h2>", fill("<p>{}</p>", scope_sentence(view.results)))
    show(all_strips(ctx, view.bank, view.results))
    follow_links(ctx)
    remove_fictional(ctx)
    choose_assessment(ctx)
    show(fill('<p class="muted">{}</p>', ctx.data_note))


def _facts(ctx: PageContext, view: HomeView) -> None:
    plan = actions.plan_summary(ctx.desk, ctx.assessment_id)
    off = plan.count(State.OFF_TRACK)
    review, again = view.assessment.next_review_on, view.assessment.assess_again_on
    show(
        facts(
            {
                "Actions": counted(plan.total, "action") if plan.total else "None yet",
                "Off track": status("red", "◆", counted(off, "action")) if off else "None",
                "Next review": long_date(review) if review else "Not set yet",
                "Assess again": month_year(again) if again else "Not set yet",
            }
        )
    )
    still_rating = view.assessment.status not in {Status.AGREED, Status.CLOSED}
    if still_rating and st.button("Open the action plan", key="facts_plan"):
        ctx.go("plan")
