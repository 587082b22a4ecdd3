"""The sections of a review's page, of which one is open at a time."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from assessment.peer_review.model import ReviewRound
from assessment.peer_review.panels.back import back_section
from assessment.peer_review.panels.release import release_section
from assessment.peer_review.panels.visit import visit_section
from assessment.peer_review.panels.what import what_section
from assessment.peer_review.panels.who import who_section
from assessment.peer_review.rules.stage import Stage
from assessment.ui.context import PageContext


class Section(NamedTuple):
    """Its title, and what draws it for a review; the last says whether it can be changed."""

    title: str
    show: Callable[[PageContext, ReviewRound, bool], None]


SECTIONS: dict[str, Section] = {
    "who": Section("Who reviews", who_section),
    "what": Section("What they rate", what_section),
    "visit": Section("The visit", visit_section),
    "back": Section("What came back", back_section),
    "release": Section("Facts and release", release_section),
}
_FIRST_AT = {
    Stage.BACK: "back",
    Stage.FACTS: "back",
    Stage.RELEASED: "release",
    Stage.CLOSED: "back",
}
_PICKED = "round_section"


def section_wanted(stage: Stage) -> str:
    """The section that the address names; else the one that matters at this stage."""
    wanted = st.query_params.get("section", "")
    return wanted if wanted in SECTIONS else _FIRST_AT.get(stage, "who")


def choose_section(name: str) -> None:
    """All of them by their titles, this one picked; another is put into the address."""
    if st.session_state.get(_PICKED) != name:
        st.session_state[_PICKED] = name
    st.segmented_control(
        "Sections of the review",
        list(SECTIONS),
        key=_PICKED,
        required=True,
        format_func=lambda section: SECTIONS[section].title,
        on_change=_open_picked,
        label_visibility="collapsed",
        wrap=True,
    )


def _open_picked() -> None:
    st.query_params["section"] = st.session_state[_PICKED]
