"""Downloads: one folder of everything; or for whom a file is, what it leaves out, the formats."""

import streamlit as st

from assessment.partnership import service as partnerships
from assessment.privacy.audience import COPY_WORDS, NAMES, Audience, left_out, left_out_words
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head, heading
from exports.downloads.panels.formats import formats
from exports.downloads.panels.further import (
    complete_copy,
    meetings,
    records,
    to_finish,
    to_print,
    to_returned,
)
from exports.downloads.panels.made import made_so_far
from exports.downloads.panels.settling import deliberate, marking, texts_are_read
from exports.downloads.permissions import user_can_make_for
from exports.report.service import not_for


WANTED, _PICKED = "for", "audience"


def render(ctx: PageContext) -> None:
    """The report for one audience in each format, the complete copy, and what has left so far."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    head(partnerships.area_and_title(ctx.desk, one), "Downloads")
    to_finish(ctx)
    audience = _audience(ctx)
    show(
        fill("<h2>Files of the {}</h2>", COPY_WORDS[audience]),
        fill(
            "<p>Agreed ratings, evidence and the action plan. {} Agencies are there by role: no "
            "representative is named. These files cannot be loaded back whole; the complete copy "
            "can.</p>",
            left_out_words(left_out(audience)),
        ),
    )
    warned = not_for(ctx.desk, ctx.assessment_id, audience)
    show(fill("<p><strong>{}</strong></p>", warned) if warned else "")
    marking(ctx, audience)
    meant = deliberate(ctx) if audience is Audience.OWN else False
    formats(ctx, audience, deliberate=meant, ready=texts_are_read(ctx, audience))
    to_returned(ctx)
    complete_copy(ctx)
    meetings(ctx)
    records(ctx)
    to_print(ctx)
    made_so_far(ctx)


def _audience(ctx: PageContext) -> Audience:
    """Whom the files are for: whom the address names, else the board; a choice is put there."""
    offered = [each for each in Audience if user_can_make_for(ctx.desk.actor, each)]
    if len(offered) < 2:
        return Audience.BOARD
    named = st.query_params.get(WANTED)
    audience = next((each for each in offered if each.value == named), Audience.BOARD)
    if st.session_state.get(_PICKED) != audience:
        st.session_state[_PICKED] = audience
    heading("Single files")
    st.radio(
        "Who are the files for?",
        offered,
        format_func=NAMES.__getitem__,
        key=_PICKED,
        on_change=_open_picked,
    )
    return audience


def _open_picked() -> None:
    st.query_params[WANTED] = st.session_state[_PICKED].value
