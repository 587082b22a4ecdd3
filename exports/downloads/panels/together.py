"""Several texts decided together: only those without a mark, and only those on the screen."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.privacy.audience import Audience
from assessment.ui.context import PageContext
from assessment.ui.messages import guarded, show_refusal
from exports.audiences import service
from exports.audiences.model import Choice, ReadText
from exports.report.reading import Passage


def together(
    ctx: PageContext,
    audience: Audience,
    unmarked: Sequence[Passage],
    offered: Mapping[str, ReadText],
    number: int,
) -> None:
    """The unmarked ones of those shown, decided at once; `number` are still listed in all.

    `offered` is what was decided for other copies, by digest.
    """
    if not number:
        return
    keep = partial(
        service.decide_many,
        ctx.desk,
        ctx.assessment_id,
        audience,
        [one.digest for one in unmarked],
        Choice.KEEP,
    )
    with st.container(horizontal=True):
        if unmarked:
            st.button(
                "I have read these: keep the unmarked ones as they stand",
                key="keep_rest",
                on_click=guarded("keep_rest", keep),
            )
        _alike(ctx, audience, [offered[one.digest] for one in unmarked if one.digest in offered])
        st.button("Show the next", key="next_texts")
    show_refusal("keep_rest")


def _alike(ctx: PageContext, audience: Audience, found: Sequence[ReadText]) -> None:
    """Those shown of which something was decided for another copy: the same for all of them."""
    if found:
        act = partial(service.decide_alike, ctx.desk, ctx.assessment_id, audience, found)
        words = counted(len(found), "unmarked one")
        st.button(
            f"I have read these: decide {words} as for another copy",
            key="alike_rest",
            on_click=guarded("keep_rest", act),
        )
