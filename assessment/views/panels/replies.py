"""By when views are wanted, and where packs are sent back."""

from datetime import date
from functools import partial

import streamlit as st

from assessment.access.texts import NAME
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import day_field
from assessment.views import service as views
from assessment.views.model import Asking
from assessment.views.permissions import user_can_ask


def replies(ctx: PageContext, asking: Asking | None) -> None:
    """By when and to where: printed on every pack."""
    live = user_can_ask(ctx.desk.actor)
    left, right = st.columns(2, gap="large")
    with left:
        reply_by_field(ctx, asking)
    with right:
        autosave_text(
            "Reply to",
            key=f"reply_to_{ctx.assessment_id}",
            stored=asking.reply_to if asking else "",
            saved_at=asking.saved_at if asking and asking.reply_to else None,
            on_save=partial(views.edit_reply_to, ctx.desk, ctx.assessment_id),
            lines=1,
            limit=NAME,
            hint="A shared mailbox rather than a person’s own address.",
            disabled=not live,
        )


def reply_by_field(
    ctx: PageContext, asking: Asking | None, proposed: date | None = None
) -> date | None:
    """The day to reply by; gives what stands in the field.

    Where none is kept `proposed` stands there, which is kept only once somebody acts on it.
    """
    kept = asking.reply_by if asking else None
    return day_field(
        "Reply by",
        key="reply_by",
        stored=kept or proposed,
        on_pick=partial(views.set_reply_by, ctx.desk, ctx.assessment_id, seen=kept),
        disabled=not user_can_ask(ctx.desk.actor),
    )
