"""Reviewer packs on their way out: what is read first, then one file for each peer reviewer."""

from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.documents.media import EXCEL
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import DocumentWay
from assessment.privacy.audience import Audience
from assessment.privacy.noticing import noticed
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from exports.downloads.panels.passages import passage_row
from exports.packs import service
from exports.packs.model import ReviewerPackOffer


AT_ONCE = 12
READ_FIRST = (
    "Everything the area wrote that a peer reviewer is given is read once before it leaves: titles "
    "of documents, and why statements are rated as they are. What may be a name, a small count or "
    "about one person is marked. No program can prove a text harmless."
)


NO_DOCUMENT = (
    "Peer reviewers are shown no document yet, and without any can often only say that they cannot "
    "tell. Say of each document how they see it, under What they rate."
)


def texts_first(ctx: PageContext, round_id: str) -> None:
    """The texts of this review that are still to be read; nothing once all are."""
    waiting = service.texts_unread(ctx.desk, round_id)
    if not waiting:
        return
    known = _names(ctx)
    ordered = sorted(waiting, key=lambda one: not noticed(one.text, known))
    show(
        fill("<h2>Read {} first</h2>", counted(len(waiting), "text")),
        fill("<p>{}</p>", READ_FIRST),
    )
    for passage in ordered[:AT_ONCE]:
        with st.container(key=f"row_passage_{passage.digest[:16]}"):
            passage_row(ctx, Audience.REVIEWER, passage, known)
            named = reviews.named_in(ctx.desk, round_id, passage.text)
            show(fill("<p><strong>{}</strong></p>", named) if named else "")
    if len(ordered) > AT_ONCE:
        rest = len(ordered) - AT_ONCE
        show(fill('<p class="muted">{} more stand here once these are read.</p>', rest))


def packs_out(ctx: PageContext, round_id: str, offers: tuple[ReviewerPackOffer, ...]) -> None:
    """Every peer reviewer with their files, each made on the click."""
    show(
        "<h2>Send packs out</h2>",
        "<p>One workbook for each peer reviewer, without macros and with nothing hidden in it. "
        "Send it by your area’s secure mail, to that person alone.</p>",
    )
    if not all(offer.returned for offer in offers):
        _documents(ctx, round_id)
    for offer in offers:
        with st.container(key=f"row_reviewer_{offer.reviewer_id}"):
            _words(offer)
            with st.container(horizontal=True, vertical_alignment="center"):
                _first(ctx, round_id, offer)
                _second(ctx, round_id, offer)


def _documents(ctx: PageContext, round_id: str) -> None:
    ways = [one.way for one in reviews.documents(ctx.desk, round_id).values()]
    if all(way is DocumentWay.NOT_AVAILABLE for way in ways):
        show(fill("<p><strong>{}</strong></p>", NO_DOCUMENT))


def _words(offer: ReviewerPackOffer) -> None:
    state = "Their ratings are in." if offer.returned else offer.minutes
    show(
        fill("<p><strong>{}</strong><br>{}</p>", offer.reviewer, state),
        fill('<p class="muted">{}</p>', offer.withheld) if offer.withheld else "",
    )


def _first(ctx: PageContext, round_id: str, offer: ReviewerPackOffer) -> None:
    if offer.returned:
        return
    st.download_button(
        f"Save the reviewer pack for {literal(offer.reviewer)}",
        partial(_pack, ctx, offer.reviewer_id, round_id),
        file_name=offer.file_name,
        mime=EXCEL,
        disabled=bool(offer.stands),
        help=offer.stands or None,
        key=f"reviewer_pack_{offer.reviewer_id}",
    )
    if offer.stands:
        show(fill('<p class="muted">{}</p>', offer.stands))


def _second(ctx: PageContext, round_id: str, offer: ReviewerPackOffer) -> None:
    if not offer.returned:
        return
    st.download_button(
        f"Save the second file for {literal(offer.reviewer)}",
        partial(_both, ctx, offer.reviewer_id, round_id),
        file_name=offer.second_name,
        mime=EXCEL,
        key=f"reviewer_second_{offer.reviewer_id}",
    )
    show(
        '<p class="muted">Both ratings side by side, with the area’s confirmed replies. Made again '
        "later, it holds the replies confirmed until then.</p>"
    )


def _pack(ctx: PageContext, reviewer_id: str, round_id: str) -> bytes:
    return service.make_reviewer_pack(ctx.desk, reviewer_id, round_id).data


def _both(ctx: PageContext, reviewer_id: str, round_id: str) -> bytes:
    return service.make_second_file(ctx.desk, reviewer_id, round_id).data


def _names(ctx: PageContext) -> tuple[str, ...]:
    """Names that are no person's."""
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    agencies = partnerships.agency_names(ctx.desk, ctx.partnership_id).values()
    prisons = partnerships.prison_names(ctx.desk, ctx.partnership_id).values()
    return (area.name, *agencies, *prisons)
