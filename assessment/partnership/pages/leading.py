"""Who leads the assessment."""

from functools import partial

import streamlit as st

from assessment.partnership import service
from assessment.partnership.model import Kept
from assessment.partnership.panels.texts import text_box
from assessment.partnership.rules.record import Part, is_open
from assessment.ui.context import PageContext
from assessment.ui.fields import choose
from assessment.ui.html import show


def leading(ctx: PageContext, live: bool) -> None:
    """The lead for the assessment: an agency and a role, no name."""
    one = service.assessment(ctx.desk, ctx.assessment_id)
    live = live and is_open(Part.PLAN, one.status)
    names = {a.id: a.name for a in service.agencies(ctx.desk, ctx.partnership_id)}
    show("<h2>Lead for the assessment</h2>")
    left, right = st.columns(2, gap="large")
    with left:
        choose(
            "Agency that leads",
            list(names),
            key="lead_agency",
            stored=one.lead_agency_id,
            words=lambda agency_id: names.get(agency_id, "An agency that was put away"),
            on_pick=partial(service.set_lead_agency, ctx.desk, one.id, seen=one.lead_agency_id),
            placeholder="Choose an agency",
            disabled=not live,
        )
    with right:
        text_box(ctx, Kept.ASSESSMENT, one, "lead_role", "Role of the person who leads", live=live)
