"""The day since which changes are shown: the address names it, and a choice puts it there."""

from datetime import date

import streamlit as st

from assessment.access.wording import long_date
from assessment.ui.html import fill, show


_CHOSEN, _IN_ADDRESS = "changes_since", "since"


def day_in_address() -> date | None:
    """The day that the address names, if it names one."""
    try:
        return date.fromisoformat(st.query_params.get(_IN_ADDRESS, ""))
    except ValueError:
        return None


def choose_day(day: date, today: date, review: date | None) -> None:
    """Another day can be chosen; below stands which was the last review's."""
    if st.session_state.get(_CHOSEN) != day:
        st.session_state[_CHOSEN] = day
    st.date_input(
        "Since the end of",
        key=_CHOSEN,
        max_value=today,
        format="DD/MM/YYYY",
        on_change=_open_chosen,
        width=240,
    )
    words = (
        f"The last review, or else the day on which ratings were agreed: {long_date(review)}."
        if review
        else "No review has ended yet, and the ratings are not agreed."
    )
    show(fill('<p class="muted">{}</p>', words))


def _open_chosen() -> None:
    day = st.session_state[_CHOSEN]
    if day:
        st.query_params[_IN_ADDRESS] = day.isoformat()
