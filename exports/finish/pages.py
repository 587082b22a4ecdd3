"""Finish: one button, one folder."""

from functools import partial

import streamlit as st

from action_plans.actions import service as actions
from assessment.access.wording import listed
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.page import head
from exports.finish import service
from exports.finish.model import PLACES
from exports.finish.permissions import user_can_finish


LEAD = "One folder with everything that leaves the room, and with it who may have which part."


def render(ctx: PageContext) -> None:
    """The button, and what the folder will hold."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    head(partnerships.area_and_title(ctx.desk, one), "Finish", LEAD)
    name = service.folder_name(ctx.desk, ctx.assessment_id)
    st.download_button(
        "Make the folder",
        partial(_made, ctx),
        file_name=name,
        mime="application/zip",
        key="finish_folder",
        type="primary",
        on_click="ignore",
        disabled=not user_can_finish(ctx.desk.actor),
    )
    show(
        fill(
            "<p>It comes as {}. Unpack it first: the text “Read me first” lies on top. Of its "
            "files, the complete copy can be loaded back, and of the workbooks with yellow cells "
            "what owners filled in.</p>",
            name,
        ),
        "<h2>What is in it</h2>",
        joined(
            fill(
                '<h3>{}</h3><p>{}</p><p class="muted">Who may have it: {}</p>',
                words.folder,
                words.holds,
                words.who,
            )
            for words in PLACES.values()
        ),
    )
    _unanswered(ctx)
    _not_yet(ctx)
    with st.container(horizontal=True):
        if st.button("Choose single files instead", key="finish_to_downloads"):
            ctx.go("downloads")


def _unanswered(ctx: PageContext) -> None:
    """What the plan in these files has neither done nor said why not, with the way to answer."""
    left = actions.unanswered_of(ctx.desk, ctx.assessment_id).words
    if left:
        words = f"Before it leaves: the plan still needs {listed(left)}."
        show("<h2>Not answered yet</h2>", fill("<p>{}</p>", words))
        if st.button("Answer it below the results", key="finish_to_results"):
            ctx.go("results")


def _not_yet(ctx: PageContext) -> None:
    """What the folder lacks today, with the reason."""
    lacking = service.not_yet(ctx.desk, ctx.assessment_id)
    if lacking:
        show(
            "<h2>Not in it yet</h2>",
            *(fill("<p><strong>{}</strong>: {}</p>", one.what, one.because) for one in lacking),
        )


def _made(ctx: PageContext) -> bytes:
    """Made and recorded on the click."""
    return service.make_folder(ctx.desk, ctx.assessment_id).data
