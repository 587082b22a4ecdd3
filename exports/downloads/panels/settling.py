"""What is settled before a copy is made: its marking, that it is meant, and that it was read."""

from functools import partial

import streamlit as st

from assessment.access.wording import are, counted
from assessment.partnership import service as partnerships
from assessment.partnership.model import MARKINGS
from assessment.privacy.audience import READ_FIRST, Audience, marking_of
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, tick
from assessment.ui.html import fill, show
from exports.audiences import service as audiences
from exports.audiences.permissions import user_can_settle
from exports.report.reading import unread
from exports.report.service import to_read


_NONE = "No marking"


def marking(ctx: PageContext, audience: Audience) -> None:
    """The marking of this copy. It can be changed where the area has one at all."""
    area = partnerships.partnership(ctx.desk, ctx.partnership_id).marking
    chosen = audiences.marking_chosen(ctx.desk, ctx.partnership_id, audience)
    stands = marking_of(audience, area, chosen) or "no handling marking"
    show(fill('<p class="lead">Every file carries its marking: {}.</p>', stands))
    if not area or not user_can_settle(ctx.desk.actor):
        return
    usual = marking_of(Audience.BOARD if audience is Audience.OWN else audience, area)
    offered = dict.fromkeys([*MARKINGS, area, usual])
    choose(
        "Mark this copy differently",
        [*offered, _NONE],
        key=f"marking_{audience}",
        stored=chosen if chosen else (_NONE if chosen == "" else None),
        words=str,
        on_pick=partial(_mark, ctx, audience),
        placeholder="As usual",
    )


def _mark(ctx: PageContext, audience: Audience, picked: str | None) -> None:
    words = "" if picked == _NONE else picked
    audiences.choose_marking(ctx.desk, ctx.partnership_id, audience, words)


def deliberate(ctx: PageContext) -> bool:
    """Whether the person says that our own copy is meant; asked on each visit."""
    return tick(
        "This copy stays among those who were in the room: it is not for circulation",
        key=f"deliberate_{ctx.assessment_id}",
        stored=False,
        on_pick=lambda _: None,
    )


def texts_are_read(ctx: PageContext, audience: Audience) -> bool:
    """Whether nothing in the copy waits to be read, with the way to read it."""
    if audience not in READ_FIRST:
        return True
    passages, _ = to_read(ctx.desk, ctx.assessment_id, audience)
    read = audiences.texts_read(ctx.desk, ctx.assessment_id, audience)
    waiting = len(unread(passages, read))
    if waiting:
        words = (
            f"{counted(waiting, 'text')} {are(waiting)} still to be read before this copy leaves "
            "the area. No program can prove a text harmless: somebody has to read them."
        )
    else:
        words = f"All {counted(len(passages), 'text')} in this copy were read."
    with st.container(key="row_reading"):
        show(fill("<p>{}</p>", words))
        if st.button(
            "Read the texts", key="to_reading", type="primary" if waiting else "secondary"
        ):
            ctx.go("reading", **{"for": audience.value})
    return not waiting
