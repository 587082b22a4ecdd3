"""The reviewers' door: an invitation link opens one peer reviewer's form, and nothing else is here.

The address holds the token of the link and the statement, so that a reload comes back to both.
"""

import streamlit as st

from assessment.access.errors import UserError
from assessment.peer_review.model import GivenToReviewer
from assessment.peer_review.panels.invited import Invited
from assessment.peer_review.panels.reviewing_beside import both_sides, ratings_are_in
from assessment.peer_review.panels.reviewing_end import hand_in_panel
from assessment.peer_review.panels.reviewing_form import reviewing_form
from assessment.peer_review.panels.reviewing_start import reviewing_start
from assessment.peer_review.panels.reviewing_way import current, progress, way_on
from assessment.peer_review.rules.address import LINK_PARAMETER
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.page import head
from assessment.ui.top import next_at_top


TITLE = "Your review"
NO_LINK = (
    "Open the invitation link that you were sent, the whole of it. There is no account, and "
    "nothing to sign in to."
)
NOTHING = (
    "No statement of this review can be given to you. Tell the area that invited you, so that it "
    "can change what it asks."
)
OVER = "This review takes no more ratings: the area released it. What you saved stands below."


def render(ctx: PageContext) -> None:
    """The form of whoever's link the address holds, or a word about where to find it."""
    token = st.query_params.get(LINK_PARAMETER, "")
    if not token:
        head("", TITLE, NO_LINK)
        return
    _page(Invited(ctx, token, str(st.context.ip_address or "this computer")))


@st.fragment
def _page(here: Invited) -> None:
    """Everything in one fragment, each time by a desk that is asked for anew."""
    try:
        given = here.given()
    except UserError as error:
        show(fill("<h1>{}</h1>", TITLE), message(error))
        return
    head(f"{given.area}. {given.assessment}", TITLE)
    if given.returned:
        ratings_are_in(here, given)
    elif not given.statements:
        show(fill("<p><strong>{}</strong></p>", NOTHING))
    elif not given.live:
        show(fill("<p><strong>{}</strong></p>", OVER))
        both_sides(given)
    else:
        _form(here, given)


def _form(here: Invited, given: GivenToReviewer) -> None:
    reviewing_start(given)
    one = current(given)
    next_at_top("reviewing", one.statement.id)
    progress(given, one)
    reviewing_form(here, given, one)
    way_on(given, one)
    hand_in_panel(here, given)
