"""Before the spread: who has answered, never what; and the one question before it is shown."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from assessment.access.wording import are, listed
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.views import service as views
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.room_parts import act_button, remember


def who_has_answered(view: RoomView, here: RoomStatement) -> None:
    """Each asked agency by name: answered, still thinking, or not in the room."""
    have, number = len(here.answered.intersection(here.asked)), len(here.asked)
    verb = "agency has" if number == 1 else "agencies have"
    words = f"{have} of {number} {verb} answered" if number else "No agency is asked about this one"
    items = joined(_line(view, here, agency) for agency in here.asked)
    show(fill('<h2 class="count">{}</h2><ul class="steps">{}</ul>', words, items))


def _line(view: RoomView, here: RoomStatement, agency: str) -> Markup:
    name = view.names[agency]
    if agency in here.answered:
        done = '<li><i aria-hidden="true">✓</i>{}<span class="vh">, has answered</span></li>'
        return fill(done, name)
    rest = "still thinking" if agency in here.thinking else "not here today"
    return fill('<li><i aria-hidden="true">○</i>{}, {}</li>', name, rest)


def show_the_spread(ctx: PageContext, view: RoomView, here: RoomStatement) -> bool:
    """The button; while someone who is here and asked is still thinking, it asks once.

    What is shown cannot be taken back, so no bare key does it. Gives whether it is asking now.
    """
    sure = f"room_sure_{here.id}_{ctx.assessment_id}"
    reveal = partial(views.show_spread, ctx.desk, ctx.assessment_id, here.id)
    first = not here.item.settled and bool(here.answered or not here.thinking)
    if here.thinking and st.session_state.get(sure):
        _ask(ctx, [view.names[agency] for agency in here.thinking], sure, reveal, first)
        return True
    act_button(
        ctx,
        "Show the spread",
        "room_show_spread",
        partial(remember, sure, True) if here.thinking else reveal,
        primary=first,
        shortcut="Shift+S" if view.shortcuts else None,
    )
    return False


def _ask(
    ctx: PageContext, thinking: list[str], sure: str, reveal: partial[None], primary: bool
) -> None:
    without = "it" if len(thinking) == 1 else "them"
    who = f"{listed(thinking)} {are(len(thinking))}"
    words = f"Show the spread without {without}"
    with st.container(key="room_asking"):
        show(
            fill('<p role="alert"><strong>{} still thinking. {}?</strong></p>', who, words),
        )
        with st.container(horizontal=True):
            act_button(ctx, words, "room_show_anyway", reveal, primary=primary)
            act_button(ctx, "Wait", "room_wait", partial(remember, sure, False))
