"""Home: where we are, and the one next thing to do."""

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.rules.status import State
from assessment.access.wording import are, counted, in_sentence, long_date, month_year
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.partnership.model import STATUS_WORDS, Status
from assessment.peer_review import service as reviews
from assessment.results.panels.strips import all_strips
from assessment.results.rules.sentences import scope_sentence
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.symbols import facts, status, steps
from assessment.views import service as views
from domains.walk.model import HomeView
from domains.walk.panels.choosing import choose_assessment, remove_fictional
from domains.walk.service import home_view


Way = tuple[str, str, dict[str, str]]

LEFT: Way = ("Finish words left for later", "finish", {})
FIRST: Way = ("Begin with the first statement", "statements", {})


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
        _next(ctx, view)
    with right:
        _facts(ctx, view)
    show("<h2>Where we are</h2>", fill("<p>{}</p>", scope_sentence(view.results)))
    show(all_strips(view.bank, view.results))
    remove_fictional(ctx)
    choose_assessment(ctx)
    show(fill('<p class="muted">{}</p>', ctx.data_note))


def _next(ctx: PageContext, view: HomeView) -> None:
    """One sentence and one primary button, by how far the assessment has come."""
    if view.assessment.status is Status.PREPARING:
        _say("Get ready: who takes part, which prisons, which statements.")
        ask: Way = ("Ask for first views", "views", {})
        _buttons(ctx, ("Prepare", "prepare", {}), ask, FIRST)
    elif view.assessment.status is Status.VIEWS:
        _first_views(ctx)
    elif view.assessment.status is Status.CONSENSUS:
        _next_statement(ctx, view)
    else:
        _say("The ratings are agreed. What counts now is the plan.")
        rest = [LEFT] if consensus.finish_later(ctx.desk, ctx.assessment_id) else []
        folder: Way = ("Take everything in one folder", "leave", {})
        files: Way = ("Download the files", "downloads", {})
        review: Way = ("Hold a review meeting", "review", {})
        asked = "reviews" in ctx.links and reviews.rounds(ctx.desk, ctx.assessment_id)
        words = "Open the reviews by other areas" if asked else "Ask another area for a review"
        others: Way = (words, "reviews", {})
        plan: Way = ("Open the action plan", "plan", {})
        _buttons(ctx, plan, review, others, folder, files, *rest)


def _first_views(ctx: PageContext) -> None:
    """Views are coming in: how many of those asked for, and the way into the room."""
    with ctx.desk.store.reading():
        asked = views.asked(ctx.desk, ctx.assessment_id)
        here = views.answered(ctx.desk, ctx.assessment_id).first & asked
    _say(f"{counted(len(here), 'first view')} of {len(asked):,} asked for {are(len(here))} here.")
    agenda: Way = ("Open the agenda of the meeting", "agenda", {})
    _buttons(ctx, ("See who has answered", "views", {}), agenda)


def _next_statement(ctx: PageContext, view: HomeView) -> None:
    one = view.next_statement
    if one is None:
        _say("Every statement in scope is settled. Look at the results together.")
        _buttons(ctx, ("Go to the results", "results", {}), LEFT)
        return
    _say(
        f"{counted(view.left, 'statement')} {are(view.left)} left to agree.",
        f"Next is {one.id}, {in_sentence(one.title)}.",
    )
    carry_on: Way = (f"Carry on with {one.id}", "statement", {"id": one.id})
    room: Way = ("Go to the room screen", "room", {})
    asked = views.asking_of(ctx.desk, ctx.assessment_id)
    ways = (room, carry_on, LEFT) if asked else (carry_on, room, LEFT)
    _buttons(ctx, *ways)


def _say(*lines: str) -> None:
    body = [fill('<p class="lead">{}</p>', line) for line in lines]
    show('<h2 class="vh">Next</h2>', *body)


def _buttons(ctx: PageContext, *links: Way) -> None:
    with st.container(horizontal=True):
        ways = [way for way in links if way[1] in ctx.links]
        for place, (label, page, params) in enumerate(ways):
            if st.button(label, type="secondary" if place else "primary", key=f"next_{page}"):
                ctx.go(page, **params)


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
