"""First views: how they are asked for, the ways to give them, and who has answered."""

from functools import partial

import streamlit as st

from assessment.access.wording import are, counted, long_date
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment, Status
from assessment.partnership.rules.record import Part, is_open
from assessment.ui.context import PageContext
from assessment.ui.following import about_to_draw, follow_the_room
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.page import head, heading
from assessment.views import service as views
from assessment.views.model import Asking
from assessment.views.panels.answering import who_has_answered
from assessment.views.panels.names import names_choice
from assessment.views.panels.replies import replies
from assessment.views.panels.ways import ways
from assessment.views.permissions import user_can_ask


PAGE = "views_page"


def render(ctx: PageContext) -> None:
    """The whole page, drawn again whenever the room moves."""
    _page(ctx)
    follow_the_room(ctx, st.rerun)


@st.fragment(key=PAGE)
def _page(ctx: PageContext) -> None:
    """One fragment, so that the sentence at the top keeps step with what comes in."""
    about_to_draw(ctx)
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    asking = views.asking_of(ctx.desk, one.id)
    head(partnerships.area_and_title(ctx.desk, one), "First views", _lead(ctx, one, asking))
    if one.status is Status.PREPARING:
        _how(ctx, asking)
        _ask(ctx)
        _ways(ctx, one)
        heading("Who will be asked")
        who_has_answered(ctx)
        return
    heading("Who has answered")
    who_has_answered(ctx)
    _ways(ctx, one)
    _how(ctx, asking)


def _how(ctx: PageContext, asking: Asking | None) -> None:
    heading("How first views are asked for")
    names_choice(ctx)
    replies(ctx, asking)


def _ways(ctx: PageContext, one: Assessment) -> None:
    heading("Ways to give a view")
    asked = one.status is not Status.PREPARING
    ways(ctx, is_open(Part.VIEWS, one.status), asked=asked)


def _lead(ctx: PageContext, one: Assessment, asking: Asking | None) -> str:
    """In one sentence how far it has come."""
    asked = views.asked(ctx.desk, one.id)
    if one.status is Status.PREPARING:
        return f"{counted(len(asked), 'first view')} {are(len(asked))} to be asked for."
    here = views.answered(ctx.desk, one.id).first & asked
    said = f"{len(here):,} of {counted(len(asked), 'first view')} {are(len(here))} here."
    by = asking.reply_by if asking else None
    return f"{said} The rest are wanted by {long_date(by)}." if by and here != asked else said


def _ask(ctx: PageContext) -> None:
    """The one primary button: from here on views can come in by any way."""
    key = "ask_for_views"
    st.button(
        "Ask for first views",
        key=key,
        type="primary",
        on_click=guarded(key, partial(views.ask_for_views, ctx.desk, ctx.assessment_id)),
        disabled=not user_can_ask(ctx.desk.actor),
    )
    show_refusal(key)
