"""Which decision a statement's page shows, so that the next one is made over it.

The level and the words beside it are drawn apart: a click on a level leaves the words alone where
they still say what stands. So the page keeps of both what they were last drawn from.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from assessment.consensus.model import AgreedRating, HowReached
from assessment.ui.context import PageContext


_KEPT = "decisions_shown"  # all of them under one name: see fields._field
# What a click on a level may change without a word of the rest being any different.
_LEVEL = {"rating", "meeting_id", "prisons", "decided_at", "saved_at", "version"}
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass
class _Shown:
    """The row as it was when each part was drawn; None where there was none yet.

    `refused` where a refusal may stand among the words. `ticked` is the decision over which *not
    applicable* was ticked, while its reason is being typed.
    """

    level: AgreedRating | None = None
    words: AgreedRating | None = None
    refused: bool = False
    ticked: tuple[datetime | None] | None = None


def level_drawn(ctx: PageContext, statement_id: str, rating: AgreedRating | None) -> None:
    """The level is drawn as it stands in `rating`."""
    _shown(ctx, statement_id).level = rating


def words_drawn(ctx: PageContext, statement_id: str, rating: AgreedRating | None) -> None:
    """The words are drawn as they stand in `rating`."""
    _shown(ctx, statement_id).words = rating


def words_refused(ctx: PageContext, statement_id: str) -> None:
    """A choice among the words was refused: both parts are drawn, and it is said beside it."""
    _shown(ctx, statement_id).refused = True
    ctx.changed()


def words_stand(ctx: PageContext, rating: AgreedRating) -> bool:
    """Whether the words on screen are those of the rating that was just recorded.

    Not with a refusal among them: that has had its time now.
    """
    shown = _shown(ctx, rating.statement_id)
    refused, shown.refused, shown.ticked = shown.refused, False, None
    return not refused and _words(shown.words) == _words(rating)


def decision_seen(ctx: PageContext, statement_id: str) -> datetime | None:
    """When the decision on this screen was made; None where it shows none. Asked in a callback.

    Where the two parts show different ones, as after another screen's, it is the earlier: a choice
    over a part that has fallen behind is then refused.
    """
    shown = _shown(ctx, statement_id)
    level, words = (row.decided_at if row else None for row in (shown.level, shown.words))
    if _decided(shown.level) == _decided(shown.words):
        return level
    return min(level, words, key=lambda at: at or _NEVER)


def ticked(ctx: PageContext, statement_id: str, on: bool) -> None:
    """*Not applicable* is ticked over what this screen shows now, or not any more."""
    _shown(ctx, statement_id).ticked = (decision_seen(ctx, statement_id),) if on else None


def decision_ticked_over(ctx: PageContext, statement_id: str) -> datetime | None:
    """As `decision_seen` when *not applicable* was ticked: the typing of its reason goes on while
    the page is drawn again, and then would pass off as seen what another screen decided meanwhile.
    """
    ticked = _shown(ctx, statement_id).ticked
    return ticked[0] if ticked else decision_seen(ctx, statement_id)


def _decided(rating: AgreedRating | None) -> tuple[HowReached | None, bool]:
    """What the words show of the decision; a sentence that is written meanwhile is none."""
    return (rating.how, rating.not_applicable) if rating else (None, False)


def _words(rating: AgreedRating | None) -> object:
    """What is drawn apart from the level, and whether there is one."""
    if rating is None:
        return None
    return rating.rating is not None, rating.model_dump(exclude=_LEVEL)


def _shown(ctx: PageContext, statement_id: str) -> _Shown:
    kept: dict[tuple[str, str], _Shown] = st.session_state.setdefault(_KEPT, {})
    return kept.setdefault((ctx.assessment_id, statement_id), _Shown())
