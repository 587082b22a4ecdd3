"""The laptop on its way from agency to agency: one agency's form, or nothing of anyone's.

From the start until the PIN this is all there is of the app, at every address: see app.py. Between
two turns the screen is blank, and a turn shows one agency's form, at a desk that speaks for it.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.invitations import service as invitations
from assessment.invitations.model import Passed
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.page import head, heading
from domains.walk.panels.pin import give_pin, other_turn
from domains.walk.panels.turn_form import turn_form
from domains.walk.service.turns import turns


PRIVATE = "Only your agency’s answers can be seen here. They leave the screen once you are done."


def render(ctx: PageContext) -> None:
    """While it is passed around: one agency's form, or between two turns nothing of anyone's.

    `ctx` is the lead's, which the gate does not stop: from here it only gives turns and takes the
    PIN.
    """
    passed = invitations.passed(ctx.desk)
    if passed is None:
        st.rerun()
    # A turn leaves nothing of a tab behind, so that app.py would bring the lead back to the newest
    # assessment of the first area.
    st.session_state["assessment"] = passed.assessment_id
    if passed.agency_id is None:
        _between(ctx, passed)
    else:
        _turn(ctx, passed, passed.agency_id)


def _turn(ctx: PageContext, passed: Passed, agency_id: str) -> None:
    desk = invitations.turn_desk(ctx.desk, otherwise=st.rerun)
    one = partnerships.assessment(desk, passed.assessment_id)
    agency = partnerships.agency(desk, agency_id)
    here = replace(ctx, desk=desk, assessment_id=one.id, partnership_id=one.partnership_id)
    head(partnerships.area_and_title(desk, one), agency.name, PRIVATE)
    turn_form(here, agency_id, passed.began_at)
    # Not in a callback: what was typed last is saved before the turn is over.
    if st.button("We are done", key="turn_done"):
        invitations.end_turn(ctx.desk, agency_id)
        st.session_state.clear()
        st.query_params.clear()
        st.rerun()


def _between(ctx: PageContext, passed: Passed) -> None:
    """Whose turn is next, and the way back for the lead."""
    st.query_params.clear()
    waiting = [a for a in turns(ctx.desk, passed.assessment_id) if a.id not in passed.over]
    if waiting:
        _next(ctx, waiting)
    else:
        head("", "Give the laptop back to the lead", "Everybody has had a turn. Thank you.")
    if passed.over:
        words = counted(len(passed.over), "agency has had its turn", "agencies have had their turn")
        show(fill('<p class="muted">{}.</p>', words))
    heading("For the lead")
    give_pin(partial(invitations.end_by_pin, ctx.desk))


def _next(ctx: PageContext, waiting: Sequence[Agency]) -> None:
    """The first of those waiting begins with a press; any other only with the lead's PIN."""
    one, *others = waiting
    head("", f"Hand the laptop to {one.name}")
    begin = guarded("turn_begin", partial(invitations.begin_turn, ctx.desk, one.id))
    st.button("Begin", key="turn_begin", type="primary", on_click=begin)
    show_refusal("turn_begin")
    if others:
        names = {agency.id: agency.name for agency in others}
        other_turn(names, partial(invitations.begin_turn_by_pin, ctx.desk))
