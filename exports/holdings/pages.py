"""What this holds: one page for information governance, to print, and the ways to remove."""

import streamlit as st

from assessment.access.wording import moment
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import errors_shown
from assessment.ui.page import head
from exports.holdings import service
from exports.holdings.panels import facts
from exports.holdings.panels.keeping import keeping_panel
from exports.holdings.panels.remove_names import remove_names_panel
from exports.holdings.panels.remove_text import remove_text_panel
from exports.holdings.permissions import user_can_remove


_PRINT = "<style>@media print { [class*='st-key-holdings_'] { display: none; } }</style>"

HOW_TO_PRINT = (
    "For information governance, print this page or save it as a PDF from the browser’s menu."
)


def render(ctx: PageContext) -> None:
    """The facts, fit to print; between them, for the lead and not in print, the removals."""
    with errors_shown():
        held = service.holdings(ctx.desk, ctx.partnership_id)
        head(
            f"Downloads, as of {moment(held.as_of)}",
            "What this holds",
            f"Which facts about people are kept for {held.area}, where, who sees them, "
            "how long, and how they are removed.",
        )
        with st.container(key="holdings_how"):
            show(f'<p class="muted">{HOW_TO_PRINT}</p>')
        facts.where_it_is(held)
        facts.named_people(held)
        facts.how_long(held)
        if user_can_remove(ctx.desk.actor):
            with st.container(key="holdings_acts"):
                remove_text_panel(ctx)
                remove_names_panel(ctx)
                keeping_panel(ctx, held.keep_until)
        facts.removed_so_far(held)
        facts.every_field(held)
    st.html(_PRINT)
