"""The agreed rating of one statement: its level, when it was saved, and taking it back."""

from functools import partial

import streamlit as st

from assessment.access.wording import clock_or_day
from assessment.bank.model import Bank, Statement
from assessment.bank.rules.defaults import shown
from assessment.consensus import service
from assessment.consensus.model import AgreedRating
from assessment.consensus.panels.freezing import Then, ask_before_freezing, record_or_ask
from assessment.consensus.panels.shown import decision_seen, level_drawn, ticked, words_stand
from assessment.ui.context import PageContext, runs_alone
from assessment.ui.fields import levels
from assessment.ui.html import show
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.symbols import saved


def rating_panel(
    ctx: PageContext, bank: Bank, statement: Statement, rating: AgreedRating | None
) -> None:
    """The level, on which most clicks fall. `ctx.changed` has its words drawn again too.

    That is left out after a click that leaves them as they are.
    """
    level_drawn(ctx, statement.id, rating)
    then = partial(_recorded, ctx)
    levels(
        "Agreed rating",
        key=f"level_{statement.id}_{ctx.assessment_id[:8]}",
        stored=rating.rating if rating else None,
        names=bank.labels(),
        descriptions=[shown(words) for words in statement.levels],
        on_pick=partial(_pick, ctx, statement.id, then),
        on_refusal=ctx.changed,
    )
    ask_before_freezing(ctx, statement.id, bank.labels(), then)
    with st.container(horizontal=True, vertical_alignment="center"):
        if rating and rating.decided_at:
            when = clock_or_day(rating.decided_at, ctx.desk.today())
            show(saved(when, told=runs_alone()))
        if rating and rating.rating is not None:
            _take_back(ctx, statement.id)
        show_refusal(_taking_back(statement.id))  # also where another screen took it back already


def _pick(ctx: PageContext, statement_id: str, then: Then, value: int) -> None:
    record_or_ask(ctx, statement_id, decision_seen(ctx, statement_id), then, value)


def _recorded(ctx: PageContext, rating: AgreedRating) -> None:
    if not words_stand(ctx, rating):
        ctx.changed()


def _take_back(ctx: PageContext, statement_id: str) -> None:
    key = _taking_back(statement_id)
    clear = guarded(key, partial(_clear, ctx, statement_id), ctx.changed)
    st.button("Take the rating back", key=key, type="tertiary", on_click=clear)


def _taking_back(statement_id: str) -> str:
    return f"take_back_{statement_id}"


def _clear(ctx: PageContext, statement_id: str) -> None:
    seen = decision_seen(ctx, statement_id)
    service.clear_rating(ctx.desk, ctx.assessment_id, statement_id, seen=seen)
    ticked(ctx, statement_id, on=False)
    ctx.changed()
