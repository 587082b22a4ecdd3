"""Packs on their way out: one for each agency, or all in one file."""

from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from assessment.access.wording import are, counted
from assessment.documents.media import EXCEL
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.views.model import Asking
from assessment.views.panels.replies import reply_by_field
from assessment.views.rules.replying import proposed_reply_by
from exports.packs import service
from exports.packs.model import PackOffer


def packs_out(
    ctx: PageContext, offers: tuple[PackOffer, ...], asking: Asking, *, primary: bool
) -> None:
    """Every asked agency with its counts, and the button that makes its pack on the click."""
    show(
        "<h2>Send packs out</h2>",
        "<p>One workbook for each agency, without macros. It says how long it takes, and who can "
        "read the answers. Send it by your area’s secure mail, and to the agency alone.</p>",
    )
    day = _reply_by(ctx, asking)
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    st.download_button(
        "Save all packs in one file",
        lambda: service.make_all_packs(ctx.desk, ctx.assessment_id, reply_by=day).data,
        file_name=service.all_packs_name(ctx.desk, ctx.assessment_id),
        mime="application/zip",
        type=kind,
        key="packs_all",
        on_click="ignore",
    )
    for offer in offers:
        _offer(ctx, offer, day)


def _reply_by(ctx: PageContext, asking: Asking) -> date | None:
    """The day on the packs: once one is sent it is too late to name it, so one is proposed."""
    proposed = proposed_reply_by(ctx.desk.today())
    with st.container(key="packs_reply_by", width=240):
        day = reply_by_field(ctx, asking, proposed)
    if day is None:
        show('<p class="muted">The packs name no day to reply by.</p>')
    elif asking.reply_by is None:
        show(
            '<p class="muted">Ten working days from today, as a proposal. It is kept once you save '
            "a pack, or choose another day.</p>"
        )
    return day


def _offer(ctx: PageContext, offer: PackOffer, day: date | None) -> None:
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
            partial(_pack, ctx, offer.agency_id, day),
            file_name=offer.file_name,
            mime=EXCEL,
            key=f"pack_{offer.agency_id}",
            on_click="ignore",
        )


def _pack(ctx: PageContext, agency_id: str, day: date | None) -> bytes:
    return service.make_pack(ctx.desk, ctx.assessment_id, agency_id, reply_by=day).data


def _answered(offer: PackOffer) -> str:
    if not offer.answered:
        return "No view received yet."
    if offer.answered == offer.asked:
        return "All views are here."
    return f"{offer.answered} of {offer.asked} views {are(offer.answered)} here."
