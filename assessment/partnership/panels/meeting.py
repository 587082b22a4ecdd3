"""One meeting: its day, who is there, and putting it away."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assessment.access.wording import long_date
from assessment.partnership import service
from assessment.partnership.model import Kept, Meeting
from assessment.partnership.panels.put_away import away_button
from assessment.partnership.rules.days import latest
from assessment.ui.context import PageContext
from assessment.ui.fields import choose_many, day_field
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


def meeting_row(
    ctx: PageContext, one: Meeting, now: bool, names: Mapping[str, str], live: bool
) -> None:
    """One meeting, with the area's agencies by id; `now` is the one that ratings belong to."""
    with st.container(key=f"row_{one.id}"):
        show(fill("<h3>{}</h3>", long_date(one.held_on)))
        if now:
            show("<p>Ratings made now belong to this meeting.</p>")
        if names:
            _attendance(ctx, one, names, live)
        else:
            show('<p class="muted">Add agencies first, then tick who is here.</p>')
        left, right = st.columns([1, 2], vertical_alignment="bottom")
        with left:
            day_field(
                "Held on",
                key=f"held_on_{one.id}",
                stored=one.held_on,
                on_pick=partial(service.set_held_on, ctx.desk, one.id, seen=one.held_on),
                latest=latest(ctx.desk.today()),
                disabled=not live,
            )
        put_away = partial(service.put_away, ctx.desk, Kept.MEETING)
        words = "Put away the meeting of"
        with right:
            away_button((one.id, long_date(one.held_on)), put_away, live, words)


def _attendance(ctx: PageContext, one: Meeting, names: Mapping[str, str], live: bool) -> None:
    choose_many(
        f"Who is here on {long_date(one.held_on)}",
        list(names),
        key=f"present_{one.id}",
        stored=one.present,
        words=names.__getitem__,
        on_pick=partial(service.set_present, ctx.desk, one.id),
        disabled=not live,
    )
    key = f"everyone_{one.id}"
    act = guarded(key, partial(service.set_present, ctx.desk, one.id, list(names), ()))
    if not set(names) <= set(one.present):
        st.button("Everyone is here", key=key, on_click=act, disabled=not live)
    show_refusal(key)
