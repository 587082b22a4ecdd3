"""Before anything is given in the room: whether names are shown when views are compared."""

from functools import partial

import streamlit as st

from assessment.consensus import service as consensus
from assessment.partnership.model import Status
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal
from assessment.views import service as views
from domains.walk.model import RoomView


KEY = "room_names"
CHOICES = (
    (
        False,
        "Show no names",
        "The room sees how many said what. No screen and no file says which agency said it.",
    ),
    (
        True,
        "Show names in a second step",
        "First how many said what, then which agency sees it differently. "
        "Every form says so before its first question.",
    ),
)


def ready_for_views(view: RoomView) -> bool:
    """Whether a first view can be given: it was chosen, and views are asked for."""
    chosen = view.asking is not None and view.asking.names_shown is not None
    return chosen and view.assessment.status is not Status.PREPARING


def choose_names(ctx: PageContext, view: RoomView) -> None:
    """Two buttons and what each means; a choice also asks for first views where none are."""
    chosen = view.asking.names_shown if view.asking else None
    show(
        "<h1>Before the first view: are names shown?</h1>",
        "<p>Choose together. It stands once the first view is in.</p>",
    )
    for names_shown, words, meaning in CHOICES:
        if chosen is None or chosen is names_shown:
            show(fill("<h2>{}</h2><p>{}</p>", words, meaning))
            st.button(
                words if chosen is None else "Ask for first views now",
                key=f"{KEY}_{names_shown}",
                on_click=guarded(KEY, partial(_choose, ctx, names_shown, chosen)),
            )
    show_refusal(KEY)


def _choose(ctx: PageContext, names_shown: bool, seen: bool | None) -> None:
    with ctx.desk.store.writing():
        views.choose_names_shown(ctx.desk, ctx.assessment_id, names_shown, seen=seen)
        views.ask_for_views(ctx.desk, ctx.assessment_id)
        consensus.let_settled_stand(ctx.desk, ctx.assessment_id)
    ctx.changed()
