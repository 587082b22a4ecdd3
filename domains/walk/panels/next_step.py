"""The one next thing to do on the home page: a sentence, a primary button, and the other ways."""

import streamlit as st

from assessment.access.wording import are, counted, in_sentence
from assessment.consensus import service as consensus
from assessment.partnership.model import Status
from assessment.peer_review import service as reviews
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.views import service as views
from domains.walk.model import HomeView


Way = tuple[str, str, dict[str, str]]

LEFT: Way = ("Finish words left for later", "finish", {})
FIRST: Way = ("Begin with the first statement", "statements", {})


def next_step(ctx: PageContext, view: HomeView) -> None:
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
        _to_the_plan(ctx)


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


def _to_the_plan(ctx: PageContext) -> None:
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


def _say(*lines: str) -> None:
    body = [fill('<p class="lead">{}</p>', line) for line in lines]
    show('<h2 class="vh">Next</h2>', *body)


def _buttons(ctx: PageContext, *links: Way) -> None:
    with st.container(horizontal=True):
        ways = [way for way in links if way[1] in ctx.links]
        for place, (label, page, params) in enumerate(ways):
            if st.button(label, type="secondary" if place else "primary", key=f"next_{page}"):
                ctx.go(page, **params)
