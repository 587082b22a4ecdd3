"""The papers of a visit on their page: the letter’s own words, texts to read, each copy’s files."""

from functools import partial

import streamlit as st

from assessment.access.wording import counted, in_sentence
from assessment.documents.media import WORD
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import ReviewRound
from assessment.peer_review.panels.boxes import round_box
from assessment.peer_review.permissions import user_can_lead_review
from assessment.privacy.audience import Audience
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from exports.downloads.panels.passages import passage_row
from exports.visits import service
from exports.visits.model import KINDS, Copy, Kind, Offer
from exports.visits.permissions import user_can_make_visit_papers


FOR_PROVIDERS = (
    "Hand this peer reviewer these files and no others. Your own words at the head of the letter "
    "are not in them, nor is any text that names the agency for whose contract they may bid."
)
READ_FIRST = (
    "Actions, and why ratings were moderated, were written for the partnership. Decide of each "
    "text before the letter takes it to another area."
)
HINT = "Such as what the reviewing area would like said first"
GROUPS = (
    ("Agenda for the visit", "For printing, with a page for a prison’s gate.", (Kind.AGENDA,)),
    (
        "Feedback letter",
        "Strengths, challenges with their replies, and the actions agreed.",
        (Kind.LETTER, Kind.LETTER_WORD),
    ),
    ("Strengths to borrow", "One page for the reviewing area to take home.", (Kind.BORROW,)),
)
MEDIA = {
    "pdf": "application/pdf",
    "docx": WORD,
}


def own_words(ctx: PageContext, one: ReviewRound) -> None:
    """What stands at the head of the letter, in whichever words the two areas agree on."""
    status = partnerships.assessment(ctx.desk, ctx.assessment_id).status
    live = user_can_lead_review(ctx.desk.actor, status) and not one.archived_at
    round_box(ctx, one, "letter_words", "Words at the head of the letter", live, HINT)


def texts_first(ctx: PageContext, round_id: str) -> None:
    """The texts of the letter that are still to be read; nothing once all are."""
    texts = service.texts_unread(ctx.desk, round_id)
    if not texts:
        return
    show(
        fill("<h2>Read {} for the letter</h2>", counted(len(texts), "text")),
        fill("<p>{}</p>", READ_FIRST),
    )
    known = tuple(partnerships.agency_names(ctx.desk, ctx.partnership_id).values())
    for passage in texts:
        with st.container(key=f"row_visit_{passage.digest[:16]}"):
            passage_row(ctx, Audience.REVIEWER, passage, known)
            named = reviews.named_in(ctx.desk, round_id, passage.text)
            show(fill("<p><strong>{}</strong></p>", named) if named else "")


def papers(ctx: PageContext, round_id: str, copy: Copy) -> None:
    """One copy's papers; the page has a heading for each where there are several."""
    offered = {one.kind: one for one in service.offers(ctx.desk, round_id, copy.reviewer_id)}
    show(fill("<h2>{}</h2>", copy.words))
    if copy.reviewer_id:
        show(fill("<p>{} {}</p>", copy.left_out, FOR_PROVIDERS))
    elif copy.left_out:
        show(fill("<p><strong>{}</strong></p>", copy.left_out))
    for name, about, kinds in GROUPS:
        with st.container(key=f"row_{kinds[0]}_{copy.reviewer_id}"):
            refused = offered[kinds[0]].refused
            show(
                fill("<h3>{}</h3><p>{}</p>", name, about),
                fill("<p><strong>{}</strong></p>", refused) if refused else "",
            )
            with st.container(horizontal=True):
                for kind in kinds:
                    _button(ctx, round_id, copy, offered[kind])


def _button(ctx: PageContext, round_id: str, copy: Copy, offer: Offer) -> None:
    words = KINDS[offer.kind]
    whose = f" {literal(in_sentence(copy.words))}" if copy.reviewer_id else ""
    st.download_button(
        f"{words.button}{whose}",
        partial(_made, ctx, round_id, offer.kind, copy.reviewer_id),
        file_name=offer.file_name,
        mime=MEDIA[words.extension],
        key=f"visit_{offer.kind}_{copy.reviewer_id}",
        on_click="ignore",
        disabled=bool(offer.refused) or not user_can_make_visit_papers(ctx.desk.actor),
    )


def _made(ctx: PageContext, round_id: str, kind: Kind, reviewer_id: str) -> bytes:
    """Made and recorded on the click."""
    return service.make(ctx.desk, round_id, kind, reviewer_id).data
