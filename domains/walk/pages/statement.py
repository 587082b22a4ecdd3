"""One statement: its levels, the agreed rating, evidence, different views and actions.

Each part is a fragment that reads its own rows, so that a save draws again only what it changes.
The rating's also draws, in places kept for it, the top of the page and what can be begun below:
so a click on a level is one run, and leaves everything else alone. How the rating was reached, and
why, are drawn again where a click changes more than the level.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from action_plans.actions.panels.beginning import beginning_actions
from action_plans.actions.panels.statement_actions import STATEMENT_ACTIONS, statement_actions
from assessment.access.errors import NotFound
from assessment.consensus.panels.different_views import different_views_panel
from assessment.consensus.panels.held_back import prisons_panel
from assessment.consensus.panels.rating import rating_panel
from assessment.consensus.panels.settled import settled_panel
from assessment.consensus.panels.words import later_words_panel, words_panel
from assessment.consensus.permissions import user_can_edit_words, user_can_record_rating
from assessment.evidence.panels import evidence_panel, prompts_panel
from assessment.partnership import service as partnerships
from assessment.results.panels.strips import cell_of
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.symbols import standing
from domains.walk.model import RatingView
from domains.walk.panels.last_time import last_time
from domains.walk.panels.statement_top import statement_top, way_on
from domains.walk.service import beside_view, rating_view, statement_view


RATING, WORDS = "statement_rating", "statement_words"
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
    top = st.container()
    last_time(ctx, statement_id)
    left, right = st.columns([3, 2], gap="large")
    middle, beginning = st.container(), st.container()
    with left:
        _rating(ctx, statement_id, top, beginning)
        _words(ctx, statement_id)
    with right:
        _beside(ctx, statement_id)
    with middle:
        _evidence(ctx, statement_id)
        statement_actions(ctx.redrawing(RATING, STATEMENT_ACTIONS), view.statement)
    way_on(ctx, view)


@st.fragment(key=RATING)
def _rating(
    ctx: PageContext, statement_id: str, top: DeltaGenerator, beginning: DeltaGenerator
) -> None:
    """What is rated here shows in the strip above, and decides what can be begun below."""
    with ctx.desk.store.reading():  # one picture, and one transaction, for all three
        view = rating_view(ctx.desk, ctx.assessment_id, statement_id)
        with top:
            statement_top(view)
        if user_can_record_rating(ctx.desk.actor, view.assessment.status):
            here = ctx.redrawing(RATING, WORDS)
            rating_panel(here, view.bank, view.statement, view.rating)
        else:
            _settled(ctx, view)
        with beginning:
            here = ctx.redrawing(RATING, STATEMENT_ACTIONS)
            beginning_actions(here, view.statement, view.rating.rating if view.rating else None)


def _settled(ctx: PageContext, view: RatingView) -> None:
    box = standing(next(cell_of(one) for one in view.results if one.id == view.statement.id))
    today = ctx.desk.today()
    follow = user_can_edit_words(ctx.desk.actor, view.assessment.status)
    names = partnerships.agency_names(ctx.desk, ctx.partnership_id)
    settled_panel(view.bank, view.statement, view.rating, box, names, today, words_follow=follow)


@st.fragment(key=WORDS)
def _words(ctx: PageContext, statement_id: str) -> None:
    """How it was reached and why; once the ratings stand, what may still be said of it."""
    view = beside_view(ctx.desk, ctx.assessment_id, statement_id)
    if user_can_record_rating(ctx.desk.actor, view.assessment.status):
        words_panel(ctx.redrawing(RATING, WORDS), view.statement, view.rating)
    elif user_can_edit_words(ctx.desk.actor, view.assessment.status):
        later_words_panel(ctx, view.statement, view.rating)


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
