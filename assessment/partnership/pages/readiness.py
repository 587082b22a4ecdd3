"""Readiness: what is settled and what is not, in words that can stand on a wall."""

import streamlit as st

from assessment.partnership import service
from assessment.partnership.model import Status
from assessment.partnership.permissions import user_can_move_assessment
from assessment.partnership.rules.readiness import ReadinessLine
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import errors_shown


PLACES = {
    "area": "Go to area",
    "agencies": "Go to agencies",
    "scope": "Go to statements",
    "meetings": "Go to meetings",
}


def section(ctx: PageContext) -> None:
    """What is still to settle, each with the way there; what is settled; and the way on."""
    lines = service.readiness(ctx.desk, ctx.assessment_id)
    to_do = [line for line in lines if not line.ok]
    show("<h2>Still to settle</h2>")
    if not to_do:
        show("<p>Nothing. The meeting can begin.</p>")
    for place, words in PLACES.items():
        _group(ctx, place, words, [line for line in to_do if line.to == place])
    done = joined(fill("<li>{}</li>", line.words) for line in lines if line.ok)
    if done:
        show(fill('<h2>Settled</h2><ul class="list">{}</ul>', done))
    show('<p class="muted">You can begin with points open: nothing here stands in the way.</p>')
    _begin(ctx)


def _group(ctx: PageContext, place: str, words: str, lines: list[ReadinessLine]) -> None:
    if not lines:
        return
    with st.container(key=f"row_{place}", horizontal=True, vertical_alignment="center"):
        items = joined(fill("<li>{}</li>", line.words) for line in lines)
        show(fill('<ul class="list">{}</ul>', items))
        if st.button(words, key=f"to_{place}"):
            ctx.go("prepare", section=place)


def _begin(ctx: PageContext) -> None:
    """On to first views; a lead who works alone may start agreeing ratings without them."""
    status = service.assessment(ctx.desk, ctx.assessment_id).status
    with st.container(horizontal=True):
        if status is Status.PREPARING:
            live = user_can_move_assessment(ctx.desk.actor)
            if st.button("Go on to first views", type="primary", key="ask", disabled=not live):
                ctx.go("views")
            if st.button("Start agreeing ratings without them", key="begin", disabled=not live):
                with errors_shown():
                    service.begin_consensus(ctx.desk, ctx.assessment_id)
                    ctx.go("statements")
        elif st.button("Go to the statements", type="primary", key="begin"):
            ctx.go("statements")
