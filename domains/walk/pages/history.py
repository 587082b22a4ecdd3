"""One statement from first views to its agreed rating, in the order in which it happened."""

import streamlit as st
from markupsafe import Markup

from assessment.access.errors import NotFound
from assessment.access.wording import moment
from assessment.consensus.model import STANCE_WORDS
from assessment.consensus.rules.history import History, LateVoice
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import message
from assessment.ui.page import head_of
from domains.walk.model import HistoryView
from domains.walk.panels.decided import decided
from domains.walk.panels.first_views import later_views, views_given
from domains.walk.service import history_view


def render(ctx: PageContext) -> None:
    """The way of the statement that the address names."""
    try:
        view = history_view(ctx.desk, ctx.assessment_id, st.query_params.get("id", ""))
    except NotFound as error:
        show(message(error))
        if st.button("Go to the statements", type="primary"):
            ctx.go("statements")
        return
    one = view.statement
    show(
        head_of(
            partnerships.area_and_title(ctx.desk, view.assessment),
            f"How {one.id} came to its rating",
            one.title,
        ),
        "<h2>First views</h2>",
        views_given(view),
        "<h2>What the room agreed</h2>",
        decided(view),
        "<h2>Different views and later ones</h2>",
        _different(view),
        later_views(view),
    )
    if st.button(f"Go to {one.id}", key="to_statement"):
        ctx.go("statement", id=one.id)


def _different(view: HistoryView) -> Markup | str:
    history: History = view.history
    if not history.different:
        return "<p>No different view has been recorded.</p>"
    lines = joined(fill("<li>{}</li>", _voice(view, one)) for one in history.different)
    return fill('<ul class="list">{}</ul>', lines)


def _voice(view: HistoryView, late: LateVoice) -> Markup:
    one = late.view
    said = ""
    if one.rating is not None:
        said = view.bank.label(one.rating)
    elif one.stance in STANCE_WORDS:
        said = STANCE_WORDS[one.stance]
    return fill(
        "<strong>{}</strong> sees it differently{}, recorded {}{}. {}",
        view.name(one.agency_id),
        f": {said}" if said else "",
        moment(one.recorded_at),
        "; it was not there when the rating was agreed" if late.was_not_there else "",
        one.reason,
    )
