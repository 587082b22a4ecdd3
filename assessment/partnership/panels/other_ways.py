"""Other ways to begin than with an area of one's own: the fictional one, or a complete copy."""

from collections.abc import Callable

import streamlit as st

from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import errors_shown


_LOAD = "load_demo"


def fictional_area(ctx: PageContext, opened: Callable[[str], None]) -> None:
    """Offers the fictional area; `opened` is told the assessment, and the page runs again."""
    load = ctx.deeds.get(_LOAD)
    if load is None:
        return
    show(
        "<h2>Look around first</h2>",
        "<p>A fictional area with a finished assessment and plan. Nothing in it is real, and it "
        "can be removed again.</p>",
    )
    if st.button("Open the fictional area", key="start_demo"):
        with errors_shown(), st.spinner("Making the fictional area"):
            opened(str(load()))
            st.rerun()


def area_in_a_copy(ctx: PageContext) -> None:
    """Leads to the page that loads a complete copy, for those who have that page."""
    if "copies" not in ctx.links:
        return
    show(
        "<h2>Bring an area here</h2>",
        "<p>Everything of an area, in one file that another Throughcare made.</p>",
    )
    if st.button("Load a complete copy", key="start_copy"):
        ctx.go("copies")
