"""Recording what the room agrees: the rating in one choice and one press, and what stands then."""

from functools import partial

import streamlit as st

from assessment.access.errors import BadInput
from assessment.access.texts import PARAGRAPH
from assessment.consensus import service as consensus
from assessment.consensus.model import HOW_OFFERED, HOW_WORDS, AgreedRating, HowReached
from assessment.consensus.rules.differences import agrees
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, literal
from assessment.ui.html import fill, show
from assessment.ui.symbols import level, not_applicable
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.room_parts import act_button


HOW_IN_THE_ROOM = tuple(how for how in HOW_OFFERED if how is not HowReached.DEFERRED)


def record_row(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """The levels and the button, in the caller's row; one is chosen already when all agree."""
    labels = view.bank.labels()
    key = f"room_rating_{here.id}_{ctx.assessment_id[:8]}"
    alike = unanimous(here)
    if alike is not None and here.decided_at is None and key not in st.session_state:
        st.session_state[key] = alike
    st.segmented_control(
        "Agreed rating",
        range(len(labels)),
        format_func=lambda value: literal(labels[value]),
        key=key,
        wrap=True,
    )
    record = partial(_record, ctx, here, key)
    first = not here.item.settled
    act_button(ctx, "Record agreed rating", "room_record", record, primary=first)


def unanimous(here: RoomStatement) -> int | None:
    """The rating that everyone here gave; None where they differ, or someone has not answered."""
    spread = here.spread
    alike = spread is not None and bool(spread.levels) and agrees(spread) and not here.thinking
    return spread.levels[0] if spread and alike else None


def _record(ctx: PageContext, here: RoomStatement, key: str) -> None:
    value = st.session_state.get(key)
    if value is None:
        raise BadInput("Choose the rating that the room agrees on first.")
    seen = here.decided_at
    consensus.record_agreed(ctx.desk, ctx.assessment_id, here.id, value, seen=seen)


def stands(view: RoomView, rating: AgreedRating) -> None:
    """What the room agreed, and how it was reached."""
    box = not_applicable()
    if rating.rating is not None:
        box = level(rating.rating, view.bank.label(rating.rating))
    how = HOW_WORDS[rating.how].rstrip(", …") if rating.how else ""
    words = fill('<span class="muted">{}</span>', how)
    show(fill('<h2 class="count">Agreed rating {} {}</h2>', box, words))


def why(ctx: PageContext, rating: AgreedRating) -> None:
    """Half a sentence is kept as it is typed: after a crash it is here again."""
    autosave_text(
        "Why, in a sentence (can follow)",
        key=f"rationale_{rating.statement_id}_{ctx.assessment_id[:8]}",
        stored=rating.rationale,
        saved_at=rating.saved_at if rating.rationale else None,
        on_save=partial(
            consensus.edit_words, ctx.desk, ctx.assessment_id, rating.statement_id, "rationale"
        ),
        lines=1,
        limit=PARAGRAPH,
    )


def change_it(ctx: PageContext, view: RoomView, here: RoomStatement, rating: AgreedRating) -> None:
    """Another rating after all, or another way in which it was reached."""
    with st.expander("Change the rating, or how it was reached"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            record_row(ctx, view, here)
        choose(
            "How it was reached",
            HOW_IN_THE_ROOM,
            key=f"how_{rating.statement_id}_{ctx.assessment_id[:8]}",
            stored=rating.how,
            words=HOW_WORDS.__getitem__,
            on_pick=partial(_set_how, ctx, rating),
        )


def _set_how(ctx: PageContext, rating: AgreedRating, how: HowReached | None) -> None:
    seen = rating.decided_at
    consensus.record_how(ctx.desk, ctx.assessment_id, rating.statement_id, how, seen=seen)
    ctx.changed()
