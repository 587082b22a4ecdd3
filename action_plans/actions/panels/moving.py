"""Why a due date was moved: asked right where it was moved, and shown with every move."""

from functools import partial

from markupsafe import Markup

from action_plans.actions import service
from action_plans.actions.model import MOVE_MORE, MOVE_WORDS, Action, DateMove, MoveReason
from action_plans.actions.rules.words import move_words, why_moved
from assessment.access.wording import local_day, long_date
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose
from assessment.ui.html import fill, joined, show


def moves_panel(ctx: PageContext, action: Action, live: bool) -> None:
    """The last move with why, which is asked while it can be; the earlier ones below it."""
    if not action.moves:
        return
    *earlier, last = action.moves
    show("<h2>Dates moved</h2>", _moved(last))
    if live:
        ask_why(ctx, last)
    if earlier:
        show(joined(_moved(move, told=True) for move in reversed(earlier)))


def ask_why(ctx: PageContext, move: DateMove) -> None:
    """Why this date was moved: one choice, and words if there is more to say."""
    choose(
        "Why was the date moved?",
        list(MoveReason),
        key=f"move_{move.id}_reason",
        stored=move.reason,
        words=MOVE_WORDS.__getitem__,
        on_pick=partial(_explain, ctx, move),
        placeholder="Choose why",
    )
    autosave_text(
        "More about why, if there is more",
        key=f"move_{move.id}_words",
        stored=move.words,
        saved_at=move.saved_at if move.words else None,
        on_save=partial(service.edit_move_words, ctx.desk, move.id),
        lines=1,
        limit=MOVE_MORE,
    )


def _explain(ctx: PageContext, move: DateMove, reason: MoveReason | None) -> None:
    service.explain_move(ctx.desk, move.id, reason, seen=move.reason)


def _moved(move: DateMove, told: bool = False) -> Markup:
    on = long_date(local_day(move.at))
    why = fill('<br><span class="muted">{}</span>', why_moved(move)) if told else ""
    return fill("<p>{}, on {}.{}</p>", move_words(move), on, why)
