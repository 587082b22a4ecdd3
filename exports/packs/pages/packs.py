"""Agency packs: one workbook for each agency goes out, any number come back, a receipt follows."""

import streamlit as st

from assessment.access.errors import UserError
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.page import head
from assessment.views import service as views
from exports.packs import service
from exports.packs.panels.back import any_chosen, packs_back
from exports.packs.panels.out import packs_out
from exports.packs.panels.receipts import receipts
from exports.packs.service.making import CHOOSE_FIRST


def render(ctx: PageContext) -> None:
    """What stands in the way of packs, or the packs themselves."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    head(
        partnerships.area_and_title(ctx.desk, one),
        "Agency packs",
        "For agencies that answer by mail: a workbook goes out, and comes back filled in.",
    )
    try:
        offers = service.pack_offers(ctx.desk, ctx.assessment_id)
    except UserError as error:
        show(message(error))
        _to_views(ctx)
        return
    asking = views.asking_of(ctx.desk, ctx.assessment_id)
    if asking is None or asking.names_shown is None:
        show(f"<p>{CHOOSE_FIRST}</p>")
        _to_views(ctx)
        return
    if not offers:
        show("<p>No agency is asked for a view yet. Add agencies on the page Prepare first.</p>")
        return
    packs_out(ctx, offers, asking, primary=not any_chosen())
    packs_back(ctx)
    receipts(ctx, offers)


def _to_views(ctx: PageContext) -> None:
    if st.button("Go to First views", key="packs_to_views"):
        ctx.go("views")
