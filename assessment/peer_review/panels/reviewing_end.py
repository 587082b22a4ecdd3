"""The foot of a peer reviewer's form: they hand in, asked once more where ratings are missing."""

from functools import partial
from typing import Literal

import streamlit as st

from assessment.access.wording import counted
from assessment.peer_review import service
from assessment.peer_review.model import GivenToReviewer
from assessment.peer_review.panels.invited import Invited
from assessment.peer_review.panels.reviewing_way import turn_to, unrated
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


KEY, ASKED = "hand_in", "hand_in_asked"
STANDS = "Your ratings then stand: you cannot change them here, and the area reads them."
MISSING = "{} {} no rating yet: {}. The area reads them as not rated by you. Hand in all the same?"


def hand_in_panel(here: Invited, given: GivenToReviewer) -> None:
    """The button; with ratings missing a second one, and the way back to the first of them."""
    waiting = unrated(given)
    show("<h2>Hand in</h2>", fill("<p>{}</p>", STANDS))
    if st.session_state.get(ASKED) and waiting and given.answered:
        has = "has" if len(waiting) == 1 else "have"
        words = MISSING.format(counted(len(waiting), "statement"), has, ", ".join(waiting))
        show(fill('<p role="status"><strong>{}</strong></p>', words))
        with st.container(horizontal=True):
            act = guarded(KEY, partial(_hand_in, here))
            st.button("Hand in all the same", key=f"{KEY}_anyway", on_click=act)
            st.button("Go on rating", key=f"{KEY}_not", on_click=_go_on, args=(waiting[0],))
    else:
        asks = bool(waiting and given.answered)
        act = _ask if asks else guarded(KEY, partial(_hand_in, here))
        kind: Literal["primary", "secondary"] = "secondary" if waiting else "primary"
        st.button("Hand in my ratings", key=KEY, type=kind, on_click=act)
    show_refusal(KEY)


def _ask() -> None:
    st.session_state[ASKED] = True


def _go_on(statement_id: str) -> None:
    st.session_state[ASKED] = False
    turn_to(statement_id)


def _hand_in(here: Invited) -> None:
    desk = here.desk()
    service.hand_in(desk, desk.actor.reviewer_id)
    st.session_state[ASKED] = False
