"""What a peer reviewer is not given and why, for the lead, who may withhold more."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from assessment.peer_review import service
from assessment.peer_review.model import HeldText, PeerReviewer, ReviewRound, Withholding
from assessment.peer_review.rules.withheld import withheld_words
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded, show_refusal


RULE = (
    "Whoever may bid for an agency’s contract is given no statement about its kind of agency, no "
    "document of its own, and no text that names it. You may withhold more, and never less."
)
LEFT_ALREADY = (
    "A pack that left before holds what it held: send a new one, ask for the old one to be "
    "deleted, and take back only the new one. A link follows at once."
)
NO_OWN_WORD = (
    "No word of the name {} is its own, so texts that call it otherwise are not found: look "
    "through the documents and reasons yourself."
)


def withheld_panel(ctx: PageContext, one: ReviewRound, reviewer: PeerReviewer, live: bool) -> None:
    """Nothing for a reviewer who may bid for no contract here."""
    found = service.withholding(ctx.desk, reviewer.id)
    if found is None:
        return
    words = withheld_words(found.agency, found.about, found.by_hand, found.left)
    show(fill("<p><strong>{}</strong></p>", words) if words else "")
    with st.expander("What they are not given, and why"):
        show(
            fill("<p>{}</p>", RULE),
            _statements(found),
            _texts(found),
            fill("<p>{}</p>", LEFT_ALREADY) if one.sent_at and not reviewer.returned_at else "",
            "" if found.own_words else fill("<p>{}</p>", NO_OWN_WORD.format(found.agency)),
        )
        _more(ctx, one, reviewer, found, live and reviewer.returned_at is None)


def _statements(found: Withholding) -> Markup:
    items = joined(
        fill(
            '<li><strong>{}</strong> {} <span class="muted">{}</span></li>',
            each.statement.id,
            each.statement.title,
            each.because,
        )
        for each in found.statements
    )
    documents = joined(
        fill('<li>{} <span class="muted">A document of {}.</span></li>', title, found.agency)
        for title in found.documents
    )
    return fill('<ul class="list">{}{}</ul>', items, documents) if items or documents else items


def _texts(found: Withholding) -> Markup:
    if not found.texts:
        return Markup("")
    words = f"Texts that name {found.agency}. Reword them without the name, and they are given:"
    items = joined(_text(each) for each in found.texts)
    return fill('<p>{}</p><ul class="list">{}</ul>', words, items)


def _text(one: HeldText) -> Markup:
    return fill('<li><span class="muted">{}:</span> {}</li>', one.where, one.text)


def _more(
    ctx: PageContext, one: ReviewRound, reviewer: PeerReviewer, found: Withholding, live: bool
) -> None:
    """Only what the rule gives can be withheld by hand; what it withholds stays so."""
    by_hand = [each.statement.id for each in found.statements if each.by_hand]
    ruled = {each.statement.id for each in found.statements if not each.by_hand}
    titles = {
        each.id: f"{each.id} {each.title}"
        for each in service.scope(ctx.desk, one.id)
        if each.id not in ruled
    }
    key = f"withhold_{reviewer.id}_{'_'.join(by_hand)}"
    st.multiselect(
        "Withhold more statements from them",
        list(titles),
        default=by_hand,
        format_func=lambda id_: literal(titles.get(id_, id_)),
        key=key,
        placeholder="None",
        on_change=guarded(key, partial(_withhold, ctx, reviewer.id, key, by_hand)),
        disabled=not live,
    )
    show_refusal(key)


def _withhold(ctx: PageContext, reviewer_id: str, key: str, seen: list[str]) -> None:
    service.set_withheld(ctx.desk, reviewer_id, st.session_state[key], seen=seen)
