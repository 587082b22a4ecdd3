"""A rating ends the first views of its statement: while they come in, a click on one asks first."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from assessment.access.errors import Refused
from assessment.consensus import service
from assessment.consensus.model import AgreedRating
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


Then = Callable[[AgreedRating], object]

NOT_YET = "Not recorded yet. See the question below."
QUESTION = (
    "Views are still coming in: {} of {} asked have answered {}. A rating ends that: what has "
    "come stands unseen until it is revealed, and what comes later is not a first view."
)


def record_or_ask(
    ctx: PageContext, statement_id: str, seen: datetime | None, then: Then, value: int
) -> None:
    """Record a rating that was picked, or where that would end its first views keep the question.

    `then` is given what stands once it is recorded.

    Raises:
        Refused: it is asked first. Otherwise as `record_rating` does.
    """
    here = (ctx.desk, ctx.assessment_id, statement_id)
    recorded = service.record_unless_coming_in(*here, value, seen=seen)
    if isinstance(recorded, service.Coming):
        st.session_state[_key(ctx, statement_id)] = (value, seen)
        raise Refused(NOT_YET)
    st.session_state.pop(_key(ctx, statement_id), None)
    then(recorded)


def ask_before_freezing(
    ctx: PageContext, statement_id: str, labels: tuple[str, ...], then: Then
) -> None:
    """The question, while it is open, with both answers; nothing else."""
    key = _key(ctx, statement_id)
    if key not in st.session_state:
        show_refusal(key)
        return
    coming = service.views_coming_in(ctx.desk, ctx.assessment_id, statement_id)
    if coming is None:
        del st.session_state[key]
        return
    value, seen = st.session_state[key]
    record = partial(_record, ctx, statement_id, seen, then, value)
    words = QUESTION.format(coming.have, coming.asked, statement_id)
    show(fill('<p role="alert"><strong>{}</strong></p>', words))
    with st.container(horizontal=True):
        st.button(
            literal(f"Record {labels[value]} and end its first views"),
            key=f"{key}_record",
            on_click=guarded(key, record, ctx.changed),
        )
        st.button("Wait", key=f"{key}_wait", on_click=partial(st.session_state.pop, key, None))
    show_refusal(key)


def _record(
    ctx: PageContext, statement_id: str, seen: datetime | None, then: Then, value: int
) -> None:
    st.session_state.pop(_key(ctx, statement_id), None)
    then(service.record_rating(ctx.desk, ctx.assessment_id, statement_id, value, seen=seen))


def _key(ctx: PageContext, statement_id: str) -> str:
    return f"freezing_{statement_id}_{ctx.assessment_id[:8]}"
