"""To print: what agencies are handed before and after the workshop, for one or for all."""

from functools import partial

import streamlit as st

from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head
from exports.printed import service
from exports.printed.model import KINDS, Kind, Offer
from exports.printed.permissions import user_can_print


ALL = ""
LEAD = "On paper, for whoever has no device, and for each agency to keep."


def render(ctx: PageContext) -> None:
    """Whose sheets, and then each kind with its button."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    head(f"{area.name}. {one.title}", "To print", LEAD)
    marking = area.marking or "no handling marking"
    show(
        fill(
            "<p>Every sheet carries its marking: {}. Hand each agency its own and no other’s. None "
            "can be loaded back: what stands on paper is keyed in.</p>",
            marking,
        )
    )
    agency_id = _agency(ctx)
    for offer in service.offers(ctx.desk, ctx.assessment_id, agency_id):
        _offer(ctx, offer, agency_id)
    if st.button("See who has answered", key="print_to_views"):
        ctx.go("views")


def _agency(ctx: PageContext) -> str:
    names = {each.id: each.name for each in service.agencies_to_print(ctx.desk, ctx.assessment_id)}
    chosen: str = st.selectbox(
        "For which agency",
        [ALL, *names],
        format_func=lambda each: names[each] if each else "All agencies",
        key="print_agency",
    )
    return chosen


def _offer(ctx: PageContext, offer: Offer, agency_id: str) -> None:
    words = KINDS[offer.kind]
    name = words.name if agency_id else words.many
    with st.container(key=f"row_print_{offer.kind}", horizontal=True, vertical_alignment="center"):
        show(
            fill("<h2>{}</h2><p>{}</p>", f"{name[0].upper()}{name[1:]}", words.about),
            fill("<p><strong>{}</strong></p>", offer.refused) if offer.refused else "",
        )
        st.download_button(
            f"Save the {name}",
            partial(_made, ctx, offer.kind, agency_id),
            file_name=offer.file_name,
            mime=offer.media,
            key=f"print_{offer.kind}",
            on_click="ignore",
            disabled=bool(offer.refused) or not user_can_print(ctx.desk.actor),
        )


def _made(ctx: PageContext, kind: Kind, agency_id: str) -> bytes:
    """Made and recorded on the click."""
    return service.make(ctx.desk, ctx.assessment_id, kind, agency_id).data
