"""Several assessments on one machine: which one is looked at, and how another begins."""

import streamlit as st

from assessment.bank import service as bank_service
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import errors_shown


def choose_assessment(ctx: PageContext) -> None:
    """Switch between assessments, begin another of this area, or begin another area."""
    titles = {
        one.id: f"{area.name}: {one.title[0].lower()}{one.title[1:]}"
        for area in partnerships.partnerships(ctx.desk)
        for one in partnerships.assessments(ctx.desk, area.id)
    }
    with st.expander("Other assessments"):
        others = {key: title for key, title in titles.items() if key != ctx.assessment_id}
        for assessment_id, title in others.items():
            if st.button(f"Open {title}", key=f"open_{assessment_id}"):
                _open(ctx, assessment_id)
        if not others:
            show('<p class="muted">This is the only one here.</p>')
        with st.container(horizontal=True):
            if st.button("Begin the next assessment of this area", key="begin_assessment"):
                _begin(ctx)
            if st.button("Begin another area", key="begin_area"):
                ctx.go("start")


def _open(ctx: PageContext, assessment_id: str) -> None:
    st.query_params["assessment"] = assessment_id
    ctx.go("home")


def _begin(ctx: PageContext) -> None:
    with errors_shown():
        bank_id = bank_service.keep_bank(ctx.desk, bank_service.built_in_bank(), ctx.partnership_id)
        month = ctx.desk.today().replace(day=1)
        _open(
            ctx,
            partnerships.start_assessment(ctx.desk, ctx.partnership_id, bank_id, month),
        )
