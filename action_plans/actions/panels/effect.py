"""The effect of an action that is done: when it is asked about, and the three answers."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from action_plans.actions import service
from action_plans.actions.model import IMPACT_WORDS, Action, Impact, ImpactAnswer
from action_plans.actions.panels.boxes import text_box
from assessment.access.wording import local_day, long_date
from assessment.ui.context import PageContext
from assessment.ui.fields import day_field
from assessment.ui.html import fill, joined, show, text
from assessment.ui.messages import guarded, show_refusal


def effect_date(ctx: PageContext, action: Action, live: bool) -> None:
    """When its effect is asked about."""
    day_field(
        "Ask about its effect on",
        key=f"action_{action.id}_impact_due",
        stored=action.impact_due_on,
        on_pick=partial(service.set_impact_due, ctx.desk, action.id, seen=action.impact_due_on),
        disabled=not live,
    )


def effect_answers(ctx: PageContext, action: Action, live: bool) -> None:
    """What was answered so far, and the answers: each is as respectable as the others."""
    show(joined(_said(answer) for answer in action.impacts))
    if not live:
        return
    text_box(ctx, action, "effect_draft", live, "Needed for “Effect seen” only.")
    key = f"impact_{action.id}"
    with st.container(horizontal=True):
        for answer in Impact:
            say = partial(
                service.say_impact, ctx.desk, action.id, answer, seen=service.impact_of(action)
            )
            st.button(IMPACT_WORDS[answer], key=f"{key}_{answer.value}", on_click=guarded(key, say))
    show_refusal(key)


def _said(answer: ImpactAnswer) -> Markup:
    day = long_date(local_day(answer.at))
    again = f" To be asked again on {long_date(answer.ask_on)}." if answer.ask_on else ""
    head = f"{IMPACT_WORDS[answer.answer]}, said on {day}.{again}"
    words = fill("<p>{}</p>", text(answer.words)) if answer.words else ""
    return joined([fill("<p>{}</p>", head), words])
