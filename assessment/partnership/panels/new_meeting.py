"""The day of the next meeting, chosen and then added."""

from datetime import date
from functools import partial

import streamlit as st

from assessment.partnership import service
from assessment.partnership.rules.days import EARLIEST, latest
from assessment.ui.context import PageContext
from assessment.ui.messages import guarded, show_refusal


_DAY, _IN_ADDRESS = "new_meeting_day", "meeting"


def new_meeting(ctx: PageContext, live: bool, *, first: bool) -> None:
    """A day, today unless another was chosen before, and the button that adds a meeting on it."""
    st.session_state.setdefault(_DAY, _day_in_address(latest(ctx.desk.today())) or ctx.desk.today())
    key = "add_meeting"
    act = guarded(key, partial(_keep, ctx))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input(
            "Day of the meeting" if first else "Day of another meeting",
            key=_DAY,
            format="DD/MM/YYYY",
            min_value=EARLIEST,
            max_value=latest(ctx.desk.today()),
            on_change=_to_address,
            disabled=not live,
            width=320,
        )
        st.button("Add meeting", key=key, on_click=act, disabled=not live)
    show_refusal(key)


def _keep(ctx: PageContext) -> None:
    service.add_meeting(ctx.desk, ctx.assessment_id, st.session_state[_DAY])
    st.query_params.pop(_IN_ADDRESS, None)


def _to_address() -> None:
    """A day that was chosen and not added yet stands in the address: a refresh keeps it."""
    chosen = st.session_state[_DAY]
    if chosen:
        st.query_params[_IN_ADDRESS] = chosen.isoformat()


def _day_in_address(last: date) -> date | None:
    try:
        found = date.fromisoformat(st.query_params.get(_IN_ADDRESS, ""))
    except ValueError:
        return None
    return found if EARLIEST <= found <= last else None
