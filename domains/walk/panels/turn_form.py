"""An agency's own form in its turn at the lead's laptop: one statement, and the way on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import streamlit as st

from assessment.bank.model import Statement
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown
from assessment.ui.top import next_at_top
from assessment.views import service as views
from assessment.views.model import Way
from assessment.views.panels.form import own_form
from assessment.views.panels.form_start import form_start
from domains.walk.panels import seat_way


TOP, FORM = "turn_top", "turn_form"
ELSEWHERE = (
    "Your agency has answered this one already, by another way or in an earlier round. A laptop "
    "that is passed around does not show which answer. It stands; to change it, use the way by "
    "which it came, or tell the lead for the assessment."
)


def turn_form(ctx: PageContext, agency_id: str, since: datetime) -> None:
    """What is asked and promised, then one statement at a time; the address names which.

    `since` is when this round began: what was answered before or by another way stays unseen.
    """
    asked = views.asked_of_agency(ctx.desk, ctx.assessment_id, agency_id)
    given = views.answered_here(ctx.desk, ctx.assessment_id, agency_id)
    form_start(ctx, len(asked), bool(given))
    if not asked:
        show(seat_way.NOTHING_ASKED)
        return
    one = _current(asked, given)
    next_at_top(FORM, one.id)
    _top(ctx, agency_id, one.id)
    following = asked[(asked.index(one) + 1) % len(asked)]
    if one.id in views.answered_elsewhere(ctx.desk, ctx.assessment_id, agency_id, since):
        show(fill("<h2>{} {}</h2><p>{}</p>", one.id, one.title, ELSEWHERE))
    elif one.id in given or not seat_way.pause_first(one, following.id):
        _form(ctx, agency_id, one.id)
    seat_way.way_on(one, asked, given)


def _current(asked: Sequence[Statement], given: frozenset[str]) -> Statement:
    """The statement of the address; else the first without an answer, which it names from now."""
    ids = {one.id: one for one in asked}
    wanted = st.query_params.get(seat_way.STATEMENT)
    if wanted not in ids:
        wanted = next((one.id for one in asked if one.id not in given), asked[0].id)
        seat_way.turn_to(wanted)
    return ids[wanted]


@st.fragment(key=TOP)
def _top(ctx: PageContext, agency_id: str, statement_id: str) -> None:
    with errors_shown():
        asked = views.asked_of_agency(ctx.desk, ctx.assessment_id, agency_id)
        given = views.answered_here(ctx.desk, ctx.assessment_id, agency_id)
        seat_way.progress(replace(ctx, changed=st.rerun), statement_id, asked, given)


@st.fragment(key=FORM)
def _form(ctx: PageContext, agency_id: str, statement_id: str) -> None:
    own_form(ctx.redrawing(TOP, FORM), agency_id, statement_id, Way.LAPTOP)
