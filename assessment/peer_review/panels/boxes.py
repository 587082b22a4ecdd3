"""The boxes of a review: texts that save while one types, days and choices that save when made."""

from collections.abc import Callable
from datetime import date
from functools import partial

from assessment.access.errors import BadInput
from assessment.access.texts import LINE, NAME, PARAGRAPH
from assessment.peer_review import service
from assessment.peer_review.model import ReviewRound
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import day_field


LIMITS = {"reviewing_area": NAME, "visit_place": LINE, "letter_words": PARAGRAPH, "mailbox": NAME}
NEEDS_A_DAY = "Not saved: a review needs a last day, so that nothing stays open for ever."


def round_box(
    ctx: PageContext, one: ReviewRound, field: str, label: str, live: bool, hint: str = ""
) -> None:
    """One text of a review."""
    stored = getattr(one, field)
    limit = LIMITS[field]
    autosave_text(
        label,
        key=f"round_{one.id}_{field}",
        stored=stored,
        saved_at=one.saved_at if stored else None,
        on_save=partial(service.edit_round_text, ctx.desk, one.id, field),
        lines=4 if limit == PARAGRAPH else 1,
        hint=hint,
        limit=limit,
        disabled=not live,
    )


def day_box(
    one: ReviewRound,
    field: str,
    label: str,
    on_pick: Callable[[date | None], object],
    live: bool,
    hint: str | None = None,
) -> None:
    """One of a review's days."""
    day_field(
        label,
        key=f"round_{one.id}_{field}",
        stored=getattr(one, field),
        on_pick=on_pick,
        hint=hint,
        disabled=not live,
    )


def expiry_box(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """The last day, which a review always has."""

    def pick(day: date | None) -> None:
        if day is None:
            raise BadInput(NEEDS_A_DAY)
        service.set_expiry(ctx.desk, one.id, day, seen=one.expires_on)

    day_box(one, "expires_on", "Last day for their ratings", pick, live)
