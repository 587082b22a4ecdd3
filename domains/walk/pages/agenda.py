"""The opening slide and the agenda: what views have come, in which order, by when, with breaks.

Once ratings stand there is no order and no end to reckon with: it says how they stand.
"""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from assessment.consensus import service as consensus
from assessment.consensus.rules.opening import basis_words, stood_sentences, time_left_words
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, settled_words
from assessment.ui.context import PageContext
from assessment.ui.following import about_to_draw, follow_the_room
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded
from assessment.ui.page import head_of
from domains.walk.model import RoomView
from domains.walk.panels.agenda_list import agenda_list, left_unrated
from domains.walk.panels.agenda_time import arrangement, breaks, finish_time
from domains.walk.panels.agenda_together import together
from domains.walk.panels.room_parts import REFUSED, refusals
from domains.walk.service.room import room_view


AGENDA = "agenda"


def render(ctx: PageContext) -> None:
    """The agenda of the meeting; it follows the room as it goes."""
    _agenda(ctx.redrawing(AGENDA))
    follow_the_room(ctx, st.rerun)


@st.fragment(key=AGENDA)
def _agenda(ctx: PageContext) -> None:
    about_to_draw(ctx)
    view = room_view(ctx.desk, ctx.assessment_id)
    if view.stands:
        _stood(ctx, view)
        return
    _opening(ctx, view)
    _into_the_room(ctx, view)
    refusals()
    show("<h2>Time and order</h2>")
    left, right = st.columns(2, gap="large")
    with left:
        arrangement(ctx, view)
    with right:
        finish_time(ctx, view)
    breaks(ctx, view)
    together(ctx, view)
    agenda_list(view)


def _opening(ctx: PageContext, view: RoomView) -> None:
    """The slide: where we begin, in large type, and what the clock rests on."""
    pace, now = view.agenda.pace, ctx.desk.now()
    basis = f"{basis_words(pace)} {time_left_words(pace, now)}" if pace.left else ""
    _slide(ctx, view, view.agenda.opening, basis)


def _stood(ctx: PageContext, view: RoomView) -> None:
    """What stands in place of a forecast, what was left without a rating, and the way on."""
    agenda = view.agenda
    lines = stood_sentences(left=len(agenda.items), settled=len(agenda.settled))
    _slide(ctx, view, lines, settled_words(Part.RATINGS, view.assessment.status))
    if st.button("Go to the results", key="agenda_results", type="primary"):
        ctx.go("results")
    left_unrated(view)


def _slide(ctx: PageContext, view: RoomView, lines: Iterable[str], below: str) -> None:
    """Sentences in large type, and small what they rest on."""
    said = joined(fill('<p class="say">{}</p>', line) for line in lines)
    with st.container(key="slide"):
        show(
            head_of(partnerships.area_and_title(ctx.desk, view.assessment), "Agenda"),
            said,
            fill('<p class="muted">{}</p>', below),
        )


def _into_the_room(ctx: PageContext, view: RoomView) -> None:
    here = view.here.id if view.here else ""
    words = f"Go to the room screen, at {here}" if here else "Go to the room screen"
    key = "agenda_room"
    begin = partial(consensus.begin_workshop, ctx.desk, ctx.assessment_id)
    if st.button(words, key=key, type="primary", on_click=guarded(REFUSED, begin)):
        ctx.go("room")
