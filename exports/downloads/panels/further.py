"""What leaves besides the report: folder, complete copy, meetings, records of reviews, sheets."""

import streamlit as st

from action_plans.reviews import service as reviews
from action_plans.reviews.panels.record import save_record
from assessment.access.wording import long_date
from assessment.ui.context import PageContext
from assessment.ui.html import show
from exports.downloads import service


def complete_copy(ctx: PageContext) -> None:
    """What it is for, and the way to it and to what it holds."""
    with st.container(key="row_copy"):
        show(
            "<h2>Complete copy</h2><p>Holds everything, first views that were never revealed "
            "included, for another installation or for safe keeping. It can be loaded back. "
            "Nobody outside the partnership needs it.</p>"
        )
        with st.container(horizontal=True):
            if st.button("Go to the complete copy", key="to_copies"):
                ctx.go("copies")
            if st.button("What this holds", key="to_holdings"):
                ctx.go("holdings")


def records(ctx: PageContext) -> None:
    """The record of each review that was held, on one page; for whoever may make it."""
    held = reviews.reviews_of(ctx.desk, ctx.partnership_id)
    if not held or "review_record" not in ctx.deeds:
        return
    with st.container(key="row_records"):
        show(
            "<h2>Records of reviews</h2><p>One page for each review of the plan: who was there, "
            "what was said, which dates moved, and when the next one is.</p>"
        )
        for one in held:
            save_record(ctx, one.id, f"Save the record of {long_date(one.held_on)}")


def meetings(ctx: PageContext) -> None:
    """The days on which the partnership meets, to take into a calendar; for everyone."""
    offered = service.meetings_file(ctx.desk, ctx.assessment_id)
    if offered is None:
        return
    with st.container(key="row_meetings"):
        show(
            "<h2>Meetings for a calendar</h2><p>The next review of the plan, visits by other "
            "areas and checks on progress with them, and when we assess again. Each agency’s own "
            "due dates are on its page of the plan.</p>"
        )
        st.download_button(
            offered.label,
            lambda: offered.make().data,
            file_name=offered.file_name,
            mime=offered.media,
            key="save_meetings",
            on_click="ignore",
        )


def to_finish(ctx: PageContext) -> None:
    """The way to the folder of everything, for whoever may make it."""
    if "leave" not in ctx.links:
        return
    with st.container(key="row_finish", horizontal=True, vertical_alignment="center"):
        show(
            "<h2>Everything in one folder</h2><p>The board’s files, the plan to work with, each "
            "agency’s page and due dates, and apart from them the complete copy.</p>"
        )
        if st.button("Go to the folder", key="to_finish"):
            ctx.go("leave")


def to_returned(ctx: PageContext) -> None:
    """The way to read the plan in a workbook that owners sent back."""
    if "returned" not in ctx.links:
        return
    with st.container(key="row_returned"):
        show(
            "<h2>A plan that came back</h2><p>Owners can write their progress into the Excel "
            "workbook for the board or for the partnership itself, and send it back. You see what "
            "would change before anything does.</p>"
        )
        if st.button("Read a plan that came back", key="to_returned"):
            ctx.go("returned")


def to_print(ctx: PageContext) -> None:
    """The way to the sheets that the lead hands out."""
    if "print" not in ctx.links:
        return
    with st.container(key="row_print"):
        show(
            "<h2>To print</h2><p>For each agency: cards, paper packs, receipts, and after the "
            "workshop a page of its own.</p>"
        )
        if st.button("Go to the sheets to print", key="to_print"):
            ctx.go("print")
