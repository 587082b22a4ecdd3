"""The order of the agenda, when the talking must end, and breaks."""

from datetime import datetime, time
from functools import partial

import streamlit as st

from assessment.access.wording import LONDON
from assessment.consensus import service as consensus
from assessment.consensus.model import ARRANGED_WORDS, Arranged
from assessment.consensus.rules.before_reveal import ORDER_WORDS
from assessment.consensus.rules.pace import clock_words, finish_instant
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded
from domains.walk.model import RoomView
from domains.walk.panels.room_parts import REFUSED, act_button


BREAKS = (5, 15, 30)


def arrangement(ctx: PageContext, view: RoomView) -> None:
    """By domain, or what is safety-critical and furthest apart first."""
    stands = view.workshop.arranged if view.workshop else Arranged.BY_DOMAIN
    key = f"agenda_order_{ctx.assessment_id[:8]}"
    _seed(key, stands)
    st.radio(
        "Order",
        list(Arranged),
        format_func=ARRANGED_WORDS.__getitem__,
        key=key,
        on_change=guarded(REFUSED, partial(_arrange, ctx, key, stands)),
    )
    show(fill('<p class="muted small">{}</p>', ORDER_WORDS))


def _arrange(ctx: PageContext, key: str, seen: Arranged) -> None:
    wanted = st.session_state[key]
    _unseed(key)
    consensus.arrange(ctx.desk, ctx.assessment_id, wanted, seen=seen)
    ctx.changed()


def _seed(key: str, stands: object) -> None:
    """Show what stands, whenever that is not what was last shown: another screen chose it."""
    shown = f"{key}:seeded"
    known = key in st.session_state and shown in st.session_state
    if not known or st.session_state[shown] != stands:
        st.session_state[key] = st.session_state[shown] = stands


def _unseed(key: str) -> None:
    """Have what stands shown again, also where the choice is refused."""
    st.session_state.pop(f"{key}:seeded", None)


def finish_time(ctx: PageContext, view: RoomView) -> None:
    """A time of the clock; empty for none."""
    stored = view.workshop.finish_at if view.workshop else None
    key, at = f"agenda_finish_{ctx.assessment_id[:8]}", _clock(stored)
    _seed(key, at)
    st.time_input(
        "The talking ends at",
        value=None,
        key=key,
        step=300,
        on_change=guarded(REFUSED, partial(_finish, ctx, key, stored)),
    )


def _clock(at: datetime | None) -> time | None:
    return at.astimezone(LONDON).time().replace(second=0, microsecond=0) if at else None


def _finish(ctx: PageContext, key: str, seen: datetime | None) -> None:
    wanted = st.session_state[key]
    at = finish_instant(wanted, ctx.desk.now()) if wanted else None
    _unseed(key)
    consensus.set_finish_at(ctx.desk, ctx.assessment_id, at, seen=seen)
    ctx.changed()


def breaks(ctx: PageContext, view: RoomView) -> None:
    """A break ends by itself or by hand; the clock leaves it out."""
    until = view.agenda.pace.break_until
    if until:
        words = "A break until {}. The room screen says so."
        show(fill(f"<p>{words}</p>", clock_words(until, ctx.desk.now())))
        end = partial(consensus.end_break, ctx.desk, ctx.assessment_id)
        act_button(ctx, "End the break", "agenda_end_break", end)
        return
    with st.container(horizontal=True):
        for minutes in BREAKS:
            take = partial(consensus.take_break, ctx.desk, ctx.assessment_id, minutes)
            act_button(ctx, f"Break of {minutes} minutes", f"agenda_break_{minutes}", take)
