"""The agreed rating of one statement, how it was reached, and why."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

import streamlit as st

from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.access.wording import clock_or_day, listed
from assessment.bank.model import Bank, Statement
from assessment.bank.rules.defaults import shown
from assessment.consensus import service
from assessment.consensus.model import HOW_OFFERED, HOW_WORDS, AgreedRating, HowReached
from assessment.consensus.panels.freezing import ask_before_freezing, record_or_ask
from assessment.partnership import service as partnerships
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, choose_many, levels, tick
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.symbols import saved


def rating_panel(
    ctx: PageContext,
    bank: Bank,
    statement: Statement,
    rating: AgreedRating | None,
) -> None:
    """Only the rating and how it was reached are asked in the room; the words can follow.

    Whatever may change how the statement stands ends with `ctx.changed`.
    """
    levels(
        "Agreed rating",
        key=f"level_{statement.id}_{ctx.assessment_id[:8]}",
        stored=rating.rating if rating else None,
        names=bank.labels(),
        descriptions=[shown(words) for words in statement.levels],
        on_pick=partial(record_or_ask, ctx, statement.id, _seen(rating)),
    )
    ask_before_freezing(ctx, statement.id, bank.labels())
    with st.container(horizontal=True, vertical_alignment="center"):
        if rating and rating.decided_at:
            show(saved(clock_or_day(rating.decided_at, ctx.desk.today())))
        if rating and rating.rating is not None:
            _take_back(ctx, statement, rating)
    _how(ctx, statement, rating)
    _not_applicable(ctx, statement, rating)
    _why(ctx, statement, rating)


def words_panel(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    """The words alone: they may follow once the rating stands, until the assessment is closed."""
    _because(ctx, statement, rating)
    _why(ctx, statement, rating)


def _why(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    """Why it is rated so, or as long as nobody says so, which agency will."""
    _words(ctx, statement, rating, "rationale", "Why this rating")
    if rating and rating.rating is not None and (rating.words_from or not rating.rationale):
        _words_from(ctx, statement, rating)


def prisons_panel(
    ctx: PageContext,
    statement: Statement,
    rating: AgreedRating | None,
    prisons: Mapping[str, str],
    live: bool,
) -> None:
    """ "That is true for one prison and not for the other": one click on the prison."""
    if not prisons:
        return
    if not live:
        _named(rating, prisons)
        return
    choose_many(
        "Prisons that hold this one back",
        list(prisons),
        key=f"prisons_{statement.id}_{ctx.assessment_id[:8]}",
        stored=rating.prisons if rating else (),
        words=prisons.__getitem__,
        on_pick=partial(service.set_prisons, ctx.desk, ctx.assessment_id, statement.id),
    )


def _named(rating: AgreedRating | None, prisons: Mapping[str, str]) -> None:
    """The same to be read, once the ratings stand."""
    names = [prisons[one] for one in (rating.prisons if rating else ()) if one in prisons]
    words = f"{listed(names)}." if names else "None was named."
    show(fill("<h2>Prisons that hold this one back</h2><p>{}</p>", words))


def _seen(rating: AgreedRating | None) -> datetime | None:
    """Which decision this screen shows; the next one must be made over it."""
    return rating.decided_at if rating else None


def _how(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    choose(
        "How it was reached",
        HOW_OFFERED,
        key=f"how_{statement.id}_{ctx.assessment_id[:8]}",
        stored=rating.how if rating else None,
        words=HOW_WORDS.__getitem__,
        on_pick=partial(_record_how, ctx, statement.id, _seen(rating)),
    )
    _because(ctx, statement, rating)


def _because(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    if rating and rating.how is HowReached.CHAIR_DECIDED:
        label = "Chair decided after hearing all views, because"
        _words(ctx, statement, rating, "because", label)


def _record_how(
    ctx: PageContext, statement_id: str, seen: datetime | None, how: HowReached | None
) -> None:
    service.record_how(ctx.desk, ctx.assessment_id, statement_id, how, seen=seen)
    ctx.changed()


def _not_applicable(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    """Ticking asks for the reason; without one nothing is recorded."""
    key = f"na_{statement.id}_{ctx.assessment_id[:8]}"
    stored = bool(rating and rating.not_applicable)
    ticked = tick(
        "Not applicable here",
        key=key,
        stored=stored,
        on_pick=partial(_untick, ctx, statement.id, rating),
    )
    if ticked:
        autosave_text(
            "Why it is not applicable here",
            key=f"{key}_reason",
            stored=rating.not_applicable_reason if rating else "",
            saved_at=rating.saved_at if rating and stored else None,
            on_save=partial(
                service.record_not_applicable,
                ctx.desk,
                ctx.assessment_id,
                statement.id,
                seen=_seen(rating),
            ),
            lines=2,
            then=None if stored else ctx.changed,
            limit=PARAGRAPH,
            hint="" if stored else "It is recorded once a reason stands here.",
        )


def _untick(ctx: PageContext, statement_id: str, rating: AgreedRating | None, ticked: bool) -> None:
    if rating and rating.not_applicable and not ticked:
        _clear(ctx, statement_id, rating)


def _clear(ctx: PageContext, statement_id: str, rating: AgreedRating) -> None:
    seen = rating.decided_at
    service.clear_rating(ctx.desk, ctx.assessment_id, statement_id, seen=seen)
    ctx.changed()


def _words(
    ctx: PageContext,
    statement: Statement,
    rating: AgreedRating | None,
    field: str,
    label: str,
) -> None:
    stored = getattr(rating, field) if rating else ""

    def save(typed: Typed) -> None:
        service.edit_words(ctx.desk, ctx.assessment_id, statement.id, field, typed)

    autosave_text(
        label,
        key=f"{field}_{statement.id}_{ctx.assessment_id[:8]}",
        stored=stored,
        saved_at=rating.saved_at if rating and stored else None,
        on_save=save,
        lines=3,
        limit=PARAGRAPH,
    )


def _words_from(ctx: PageContext, statement: Statement, rating: AgreedRating) -> None:
    """Typing comes later: one agency takes the words away with it. An observer is not asked."""
    agencies = partnerships.agencies(ctx.desk, ctx.partnership_id)
    names = {agency.id: agency.name for agency in agencies}
    choose(
        "Finish later: the words will come from",
        [agency.id for agency in agencies if not agency.observer],
        key=f"words_from_{statement.id}_{ctx.assessment_id[:8]}",
        stored=rating.words_from,
        words=lambda agency: names.get(agency, "An agency that was put away"),
        on_pick=partial(
            service.set_words_from,
            ctx.desk,
            ctx.assessment_id,
            statement.id,
            seen=rating.words_from,
        ),
        placeholder="Nobody yet",
    )


def _take_back(ctx: PageContext, statement: Statement, rating: AgreedRating) -> None:
    key = f"take_back_{statement.id}"
    st.button(
        "Take the rating back",
        key=key,
        type="tertiary",
        on_click=guarded(key, partial(_clear, ctx, statement.id, rating)),
    )
    show_refusal(key)
