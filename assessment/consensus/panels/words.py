"""The words of a rating: how it was reached, why, or why it is not applicable here.

They are drawn apart from the level, which most clicks change alone: see `shown`.
"""

from functools import partial

from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.bank.model import Statement
from assessment.consensus import service
from assessment.consensus.model import HOW_OFFERED, HOW_WORDS, AgreedRating, HowReached
from assessment.consensus.panels.shown import (
    decision_seen,
    decision_ticked_over,
    ticked,
    words_drawn,
    words_refused,
)
from assessment.partnership import service as partnerships
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, tick


def words_panel(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    """How it was reached is asked in the room; the words can follow.

    Whatever may change how the statement stands ends with `ctx.changed`.
    """
    words_drawn(ctx, statement.id, rating)
    _how(ctx, statement, rating)
    _not_applicable(ctx, statement, rating)
    _why(ctx, statement, rating)


def later_words_panel(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    """The words alone: they may follow once the rating stands, until the assessment is closed."""
    _because(ctx, statement, rating)
    _why(ctx, statement, rating)


def _how(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    choose(
        "How it was reached",
        HOW_OFFERED,
        key=f"how_{statement.id}_{ctx.assessment_id[:8]}",
        stored=rating.how if rating else None,
        words=HOW_WORDS.__getitem__,
        on_pick=partial(_record_how, ctx, statement.id),
        on_refusal=partial(words_refused, ctx, statement.id),
    )
    _because(ctx, statement, rating)


def _record_how(ctx: PageContext, statement_id: str, how: HowReached | None) -> None:
    seen = decision_seen(ctx, statement_id)
    service.record_how(ctx.desk, ctx.assessment_id, statement_id, how, seen=seen)
    ticked(ctx, statement_id, on=False)
    ctx.changed()


def _because(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    if rating and rating.how is HowReached.CHAIR_DECIDED:
        label = "Chair decided after hearing all views, because"
        _words(ctx, statement, rating, "because", label)


def _why(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    """Why it is rated so, or as long as nobody says so, which agency will."""
    _words(ctx, statement, rating, "rationale", "Why this rating")
    if rating and rating.rating is not None and (rating.words_from or not rating.rationale):
        _words_from(ctx, statement, rating)


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


def _not_applicable(ctx: PageContext, statement: Statement, rating: AgreedRating | None) -> None:
    """Ticking asks for the reason; without one nothing is recorded."""
    key = f"na_{statement.id}_{ctx.assessment_id[:8]}"
    stored = bool(rating and rating.not_applicable)
    shown = tick(
        "Not applicable here",
        key=key,
        stored=stored,
        on_pick=partial(_tick, ctx, statement.id, stored),
        on_refusal=partial(words_refused, ctx, statement.id),
    )
    if shown:
        autosave_text(
            "Why it is not applicable here",
            key=f"{key}_reason",
            stored=rating.not_applicable_reason if rating else "",
            saved_at=rating.saved_at if rating and stored else None,
            on_save=partial(_record_not_applicable, ctx, statement.id),
            lines=2,
            then=None if stored else ctx.changed,
            on_refusal=ctx.changed,
            limit=PARAGRAPH,
            hint="" if stored else "It is recorded once a reason stands here.",
        )


def _tick(ctx: PageContext, statement_id: str, stored: bool, on: bool) -> None:
    ticked(ctx, statement_id, on)
    if stored and not on:
        seen = decision_seen(ctx, statement_id)
        service.clear_rating(ctx.desk, ctx.assessment_id, statement_id, seen=seen)
        ctx.changed()


def _record_not_applicable(ctx: PageContext, statement_id: str, typed: Typed) -> None:
    seen = decision_ticked_over(ctx, statement_id)
    service.record_not_applicable(ctx.desk, ctx.assessment_id, statement_id, typed, seen=seen)
    ticked(ctx, statement_id, on=False)
