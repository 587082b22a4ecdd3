"""One statement: its levels, the agreed rating, evidence, different views and actions.

Each part is a fragment that reads its own rows, so that a save draws again only what it changes.
"""

import streamlit as st

from action_plans.actions.panels.statement_actions import STATEMENT_ACTIONS, statement_actions
from assessment.access.errors import NotFound
from assessment.consensus.panels.different_views import different_views_panel
from assessment.consensus.panels.held_back import prisons_panel
from assessment.consensus.permissions import user_can_record_rating
from assessment.evidence.panels import evidence_panel, prompts_panel
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.links import follow_links
from assessment.ui.messages import message
from domains.walk.panels.last_time import last_time
from domains.walk.panels.statement_rating import RATING, statement_rating, statement_words
from domains.walk.panels.statement_top import way_on
from domains.walk.service import beside_view, statement_view


BESIDE, EVIDENCE = "statement_beside", "statement_evidence"


def render(ctx: PageContext) -> None:
    """The statement that the address names."""
    statement_id = st.query_params.get("id", "")
    try:
        view = statement_view(ctx.desk, ctx.assessment_id, statement_id)
    except NotFound as error:
        show(message(error))
        if st.button("Go to the statements", type="primary"):
            ctx.go("statements")
        return
    show(fill('<p class="muted">{}</p>', view.whose))
    top = st.container()
    last_time(ctx, statement_id)
    left, right = st.columns([3, 2], gap="large")
    middle, beginning = st.container(), st.container()
    with left:
        statement_rating(ctx, statement_id, top, beginning)
        statement_words(ctx, statement_id)
    with right:
        _beside(ctx, statement_id)
    with middle:
        _evidence(ctx, statement_id)
        statement_actions(ctx.redrawing(RATING, STATEMENT_ACTIONS), view.statement)
    way_on(ctx, view)
    follow_links(ctx)


@st.fragment(key=BESIDE)
def _beside(ctx: PageContext, statement_id: str) -> None:
    """Beside the rating: prisons that hold it back, different views, what to ask for."""
    view = beside_view(ctx.desk, ctx.assessment_id, statement_id)
    status = view.assessment.status
    live = user_can_record_rating(ctx.desk.actor, status)
    prisons_panel(ctx, view.statement, view.rating, view.prisons, live)
    different_views_panel(ctx, view.bank, view.statement, status, view.agencies, view.observers)
    prompts_panel(view.statement)


@st.fragment(key=EVIDENCE)
def _evidence(ctx: PageContext, statement_id: str) -> None:
    """A reference to a line; a new kind of it shows in the strip above."""
    view = beside_view(ctx.desk, ctx.assessment_id, statement_id)
    here = ctx.redrawing(RATING, EVIDENCE)
    evidence_panel(here, view.statement, view.assessment.status, view.agencies, view.prisons)
