"""The lead's invitation links: one for each peer reviewer, shown once, revoked by a press."""

import os
from functools import partial

import streamlit as st

from assessment.access.wording import counted, long_date, moment
from assessment.peer_review import service
from assessment.peer_review.model import PeerReviewer, ReviewLink, ReviewRound
from assessment.peer_review.rules.address import review_address, review_link, why_no_links
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


ADDRESS_VARIABLE = "THROUGHCARE_REVIEW_ADDRESS"
FREEZE = "freeze_review_texts"
HOW = (
    "A link opens one peer reviewer’s own form and nothing else, without an account, until the "
    "last day of the review. Send it to that person alone by secure mail: whoever has it can rate "
    "in their place. What it opens is read through first, on the page Reviewer packs; a pack does "
    "the same by mail."
)
ONCE = "This link is shown only now: nothing but a hash of it is kept. Copy it before you leave."


def links_panel(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """A row for each reviewer where links can be made; else why not, and what does the same."""
    setting = os.environ.get(ADDRESS_VARIABLE, "")
    show("<h2>Invitation links</h2>")
    why_not = why_no_links(setting)
    if why_not:
        show(fill("<p>{}</p>", why_not))
        return
    show(fill("<p>{}</p>", HOW))
    address = review_address(setting)
    for reviewer in service.reviewers(ctx.desk, one.id):
        with st.container(key=f"row_link_{reviewer.id}"):
            _row(ctx, one, reviewer, address, live and one.closed_at is None)
    wrong = service.wrong_links(ctx.desk)
    if wrong:
        words = f"{counted(wrong, 'link')} that opened nothing, tried in the last ten minutes."
        show(fill('<p class="muted">{}</p>', words))


def _row(
    ctx: PageContext, one: ReviewRound, reviewer: PeerReviewer, address: str, live: bool
) -> None:
    link = service.link_of(ctx.desk, reviewer.id)
    show(fill("<p><strong>{}</strong><br>{}</p>", reviewer.words, _state(link, one)))
    key, who = f"link_{reviewer.id}", literal(reviewer.words)
    made = st.session_state.get(_kept(reviewer.id), "")
    if made and link is not None:
        show(fill("<p><strong>{}</strong></p>", ONCE))
        st.code(review_link(address, made), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        words = f"Make a new link for {who}" if link else f"Make a link for {who}"
        make = guarded(key, partial(_make, ctx, one.id, reviewer.id))
        st.button(words, key=f"make_{key}", on_click=make, disabled=not live)
        if link is not None:
            revoke = guarded(key, partial(_revoke, ctx, reviewer.id))
            st.button(f"Revoke the link of {who}", key=f"revoke_{key}", on_click=revoke)
    show_refusal(key)


def _state(link: ReviewLink | None, one: ReviewRound) -> str:
    if link is None:
        return "No link yet."
    opened = f"first opened {moment(link.opened_at)}" if link.opened_at else "not opened yet"
    until = long_date(one.expires_on)
    return f"Link made {moment(link.made_at)}, {opened}. It opens until {until}. A new one ends it."


def _make(ctx: PageContext, round_id: str, reviewer_id: str) -> None:
    """What reviewers are given is frozen first, as it was read; what was not read stops it."""
    if FREEZE in ctx.deeds:
        ctx.deeds[FREEZE](round_id)
    st.session_state[_kept(reviewer_id)] = service.make_link(ctx.desk, reviewer_id)


def _revoke(ctx: PageContext, reviewer_id: str) -> None:
    service.revoke_link(ctx.desk, reviewer_id)
    st.session_state.pop(_kept(reviewer_id), None)


def _kept(reviewer_id: str) -> str:
    """Held for this session's screen: it is kept nowhere else, and leaves with it."""
    return f"made_link_{reviewer_id}"
