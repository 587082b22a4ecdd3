"""Receipts: one page for every agency whose views are here."""

from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from exports.packs import service
from exports.packs.model import PackOffer


def receipts(ctx: PageContext, offers: tuple[PackOffer, ...]) -> None:
    """A receipt to send back, made on the click; nothing while no view is here."""
    given = [offer for offer in offers if offer.answered]
    if not given:
        return
    show(
        "<h2>Receipts</h2>",
        "<p>One page for each agency: which views came, how to correct one, who can read them. It "
        "holds no answer. Send it back the day the pack came.</p>",
    )
    for offer in given:
        with st.container(
            key=f"row_receipt_{offer.agency_id}", horizontal=True, vertical_alignment="center"
        ):
            views = counted(offer.answered, "view")
            show(fill("<p><strong>{}</strong><br>{} received</p>", offer.agency, views))
            st.download_button(
                f"Save the receipt for {literal(offer.agency)}",
                partial(_receipt, ctx, offer.agency_id),
                file_name=service.receipt_name(ctx.desk, ctx.assessment_id, offer.agency_id),
                mime="text/html",
                key=f"receipt_{offer.agency_id}",
                on_click="ignore",
            )


def _receipt(ctx: PageContext, agency_id: str) -> bytes:
    return service.make_receipt(ctx.desk, ctx.assessment_id, agency_id).data
