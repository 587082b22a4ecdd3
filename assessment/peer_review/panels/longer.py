"""Links that shut before the area's replies can be answered: said, with a later day to choose."""

from functools import partial

import streamlit as st

from assessment.access.wording import long_date
from assessment.peer_review import service
from assessment.peer_review.model import ReviewRound
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


SAME_LINK = (
    "A later last day opens the same link again. Whoever has not sent ratings yet may rate until "
    "then too. An answer that comes by mail can be copied in."
)


def longer_panel(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """Nothing where links last, or where no peer reviewer came by one."""
    found = service.open_longer(ctx.desk, one.id)
    if found is None or one.archived_at:
        return
    key = f"longer_{one.id}"
    with st.container(key=f"row_{key}"):
        show(fill("<p><strong>{}</strong> {}</p>", found.words, SAME_LINK))
        act = partial(service.set_expiry, ctx.desk, one.id, found.day, seen=one.expires_on)
        st.button(
            f"Keep links open until {long_date(found.day)}",
            key=key,
            on_click=guarded(key, act),
            disabled=not live,
        )
        show_refusal(key)
