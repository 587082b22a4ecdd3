"""Packs on their way out: one for each agency, or all in one file."""

from functools import partial
from typing import Literal

import streamlit as st

from assessment.access.wording import are, counted
from assessment.documents.media import EXCEL
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from exports.packs import service
from exports.packs.model import PackOffer


def packs_out(ctx: PageContext, offers: tuple[PackOffer, ...], *, primary: bool) -> None:
    """Every asked agency with its counts, and the button that makes its pack on the click."""
    show(
        "<h2>Send packs out</h2>",
        "<p>One workbook for each agency, without macros. It says how long it takes, and who can "
        "read the answers. Send it by your area’s secure mail, and to the agency alone.</p>",
    )
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    st.download_button(
        "Save all packs in one file",
        lambda: service.make_all_packs(ctx.desk, ctx.assessment_id).data,
        file_name=service.all_packs_name(ctx.desk, ctx.assessment_id),
        mime="application/zip",
        type=kind,
        key="packs_all",
        on_click="ignore",
    )
    for offer in offers:
        _offer(ctx, offer)


def _offer(ctx: PageContext, offer: PackOffer) -> None:
    with st.container(
        key=f"row_pack_{offer.agency_id}", horizontal=True, vertical_alignment="center"
    ):
        show(
            fill(
                "<p><strong>{}</strong><br>{}, {}. {}</p>",
                offer.agency,
                counted(offer.asked, "statement"),
                offer.time,
                _answered(offer),
            )
        )
        st.download_button(
            f"Save the pack for {literal(offer.agency)}",
            partial(_pack, ctx, offer.agency_id),
            file_name=offer.file_name,
            mime=EXCEL,
            key=f"pack_{offer.agency_id}",
            on_click="ignore",
        )


def _pack(ctx: PageContext, agency_id: str) -> bytes:
    return service.make_pack(ctx.desk, ctx.assessment_id, agency_id).data


def _answered(offer: PackOffer) -> str:
    if not offer.answered:
        return "No view received yet."
    if offer.answered == offer.asked:
        return "All views are here."
    return f"{offer.answered} of {offer.asked} views {are(offer.answered)} here."
