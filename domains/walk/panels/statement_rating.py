"""The agreed rating on a statement's page, and what is said with it: two fragments.

The rating's own draws, in places kept for it, the top of the page and what can be begun below: so a
click on a level is one run, and leaves everything else alone. How the rating was reached, and why,
are drawn again where a click changes more than the level.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from action_plans.actions.panels.beginning import beginning_actions
from action_plans.actions.panels.statement_actions import STATEMENT_ACTIONS
from assessment.consensus.panels.rating import rating_panel
from assessment.consensus.panels.settled import settled_panel
from assessment.consensus.panels.words import later_words_panel, words_panel
from assessment.consensus.permissions import user_can_edit_words, user_can_record_rating
from assessment.partnership import service as partnerships
from assessment.results.panels.strips import cell_of
from assessment.ui.context import PageContext
from assessment.ui.symbols import standing
from domains.walk.model import RatingView
from domains.walk.panels.statement_top import statement_top
from domains.walk.service import beside_view, rating_view


RATING, WORDS = "statement_rating", "statement_words"


@st.fragment(key=RATING)
def statement_rating(
    ctx: PageContext, statement_id: str, top: DeltaGenerator, beginning: DeltaGenerator
) -> None:
    """What is rated here shows in the strip above, and decides what can be begun below."""
    with ctx.desk.store.reading():  # one picture, and one transaction, for all three
        view = rating_view(ctx.desk, ctx.assessment_id, statement_id)
        with top:
            statement_top(ctx, view)
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
def statement_words(ctx: PageContext, statement_id: str) -> None:
    """How it was reached and why; once the ratings stand, what may still be said of it."""
    view = beside_view(ctx.desk, ctx.assessment_id, statement_id)
    if user_can_record_rating(ctx.desk.actor, view.assessment.status):
        words_panel(ctx.redrawing(RATING, WORDS), view.statement, view.rating)
    elif user_can_edit_words(ctx.desk.actor, view.assessment.status):
        later_words_panel(ctx, view.statement, view.rating)
