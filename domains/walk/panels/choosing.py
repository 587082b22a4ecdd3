"""Several assessments on one machine: which one is looked at, and how another begins."""

from datetime import date
from itertools import islice

import streamlit as st

from assessment.access.texts import NAME
from assessment.access.wording import in_sentence, month_year, months_from
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown


MOST = 12
AHEAD = 18  # months that can be chosen for the next assessment
_NAMED = "find_area"


def choose_assessment(ctx: PageContext) -> None:
    """Switch between assessments, begin another of this area, or begin another area."""
    with st.expander("Other assessments"):
        named = st.session_state.get(_NAMED, "")
        others = _others(ctx, named)
        if named or len(others) > MOST:
            st.text_input("Find an area by its name", key=_NAMED, max_chars=NAME)
        for assessment_id, title in others[:MOST]:
            if st.button(f"Open {literal(title)}", key=f"open_{assessment_id}"):
                _open(ctx, assessment_id)
        if not others:
            none = "No other area is named so." if named else "This is the only one here."
            show(fill('<p class="muted">{}</p>', none))
        _begin_another(ctx)


def _begin_another(ctx: PageContext) -> None:
    """The next assessment of this area, on the same statements; or another area."""
    taken = {one.month for one in partnerships.assessments(ctx.desk, ctx.partnership_id)}
    months = [month for month in months_from(ctx.desk.today(), AHEAD) if month not in taken]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        month = st.selectbox(
            "Month of the next assessment", months, format_func=month_year, width=320
        )
        if st.button("Begin the next assessment of this area", key="begin_assessment"):
            _begin(ctx, month)
    if st.button("Begin another area", key="begin_area"):
        ctx.go("start")


def _others(ctx: PageContext, named: str) -> list[tuple[str, str]]:
    """Ids and titles, this area's first; one more than is shown tells that there are more."""
    first = () if named else (partnerships.partnership(ctx.desk, ctx.partnership_id),)
    areas = partnerships.partnerships(ctx.desk, named=named, most=MOST + 2)
    found = (
        (one.id, f"{area.name}: {in_sentence(one.title)}")
        for area in dict.fromkeys((*first, *areas))
        for one in partnerships.assessments(ctx.desk, area.id)
        if one.id != ctx.assessment_id
    )
    return list(islice(found, MOST + 1))


def remove_fictional(ctx: PageContext) -> None:
    """Where the fictional area is shown: says so, and takes it away."""
    remove = ctx.deeds.get("remove_demo")
    if remove is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        show("<p>This area is fictional: no place, person or body in it is real.</p>")
        if st.button("Remove the fictional area", key="remove_demo"):
            remove()
            st.query_params.clear()
            st.rerun()


def _open(ctx: PageContext, assessment_id: str) -> None:
    st.query_params["assessment"] = assessment_id
    ctx.go("home")


def _begin(ctx: PageContext, month: date) -> None:
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    with errors_shown():
        _open(ctx, partnerships.start_assessment(ctx.desk, ctx.partnership_id, one.bank_id, month))
