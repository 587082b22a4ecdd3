"""What the agency's other devices say, side by side on its contact's and nowhere else."""

from functools import partial

import streamlit as st

from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal
from assessment.views import service
from assessment.views.model import ColleagueAnswer, OwnForm, Way
from assessment.views.rules.answers import said_words


def what_colleagues_say(ctx: PageContext, form: OwnForm, use_as: Way | None = None) -> None:
    """Each colleague's answer, and where it may be used the button that makes it the agency's."""
    for device, answer in service.colleagues_say(ctx.desk, form.statement.id):
        key = f"use_{answer.id}"
        with st.container(key=f"row_{answer.id}", horizontal=True, vertical_alignment="center"):
            show(
                fill(
                    "<h3>Colleague {} says: {}</h3>",
                    device.number,
                    said_words(answer.said, form.labels),
                ),
                fill("<p>{}</p>", answer.reason) if answer.reason else "",
            )
            if use_as is not None:
                act = guarded(key, partial(_use, ctx, form, answer, use_as))
                st.button("Use this one", key=key, on_click=act, disabled=not form.live)
        show_refusal(key)


def _use(ctx: PageContext, form: OwnForm, answer: ColleagueAnswer, way: Way) -> None:
    one = form.statement.id
    service.use_answer(ctx.desk, one, answer.id, way=way, replace=form.elsewhere)
    ctx.changed()
