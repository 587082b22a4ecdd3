"""Moving a due date: a later one only together with why, which is shown with every move."""

from datetime import date
from functools import partial
from typing import Protocol

import streamlit as st
from markupsafe import Markup

from action_plans.actions import service
from action_plans.actions.model import MOVE_MORE, MOVE_WORDS, Action, DateMove, MoveReason
from action_plans.actions.rules.postponing import asks_why, can_be_slip
from action_plans.actions.rules.words import move_words, why_moved
from assessment.access.wording import local_day, long_date
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, day_field, literal, show_stored
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded


class Mover(Protocol):
    """Moves the due date to a day, or away, for a reason where it needs one."""

    def __call__(self, day: date | None, why: MoveReason | None = None) -> object:
        """Raises UserError where that cannot be."""


def due_box(
    ctx: PageContext, action: Action, label: str, live: bool, move: Mover | None = None
) -> None:
    """The due date. An earlier one is saved when it is chosen, a later one with its reason.

    Until why is chosen the later date stands in its box alone, and the page says so: nothing is
    moved, and a reload shows the date that stands. `move` is how the page moves it.
    """
    key = f"action_{action.id}_due_on"
    by = move or partial(_move, ctx, action)
    day = day_field(
        label,
        key=key,
        stored=action.due_on,
        on_pick=partial(_unless_asked, action, by),
        disabled=not live,
    )
    if live and asks_why(action.due_on, day):
        _ask_first(ctx, action, day, by, key)


def _unless_asked(action: Action, move: Mover, day: date | None) -> None:
    if not asks_why(action.due_on, day):
        move(day)


def _ask_first(ctx: PageContext, action: Action, day: date | None, move: Mover, key: str) -> None:
    """The reasons as chips: the one that is pressed moves the date."""
    to = f"moved to {long_date(day)}" if day else "taken away"
    stands = f"Not moved yet: it is due on {long_date(action.due_on)}" if action.due_on else ""
    with st.container(key=f"row_{key}_why"):
        show(fill('<p role="status">{} until you say why.</p>', stands))
        st.pills(
            literal(f"Why is the date {to}?"),
            list(MoveReason),
            format_func=MOVE_WORDS.__getitem__,
            key=f"{key}_why_{day}",
            on_change=guarded(key, partial(_for_this, f"{key}_why_{day}", move, day)),
            wrap=True,
        )
        raised_today = local_day(action.created_at) == ctx.desk.today()
        with st.container(horizontal=True):
            st.button("Leave the date", key=f"{key}_leave", on_click=partial(show_stored, key))
            if can_be_slip(action, day, raised_today):
                st.button(
                    "The first date was a slip",
                    key=f"{key}_slip",
                    on_click=guarded(
                        key, partial(service.correct_first_due, ctx.desk, action.id, day)
                    ),
                )


def _for_this(place: str, move: Mover, day: date | None) -> None:
    reason: MoveReason | None = st.session_state[place]
    if reason is not None:
        move(day, reason)


def _move(
    ctx: PageContext, action: Action, day: date | None, why: MoveReason | None = None
) -> None:
    dates = action.dates()
    new = dates.model_copy(update={"due_on": day})
    service.set_dates(ctx.desk, action.id, new, seen=dates, why=why)


def moves_panel(ctx: PageContext, action: Action, live: bool) -> None:
    """The last move with why, which can be put right; the earlier ones below it."""
    if not action.moves:
        return
    *earlier, last = action.moves
    show("<h2>Dates moved</h2>", _moved(last))
    if live:
        say_why(ctx, last)
    if earlier:
        show(joined(_moved(move, told=True) for move in reversed(earlier)))


def say_why(ctx: PageContext, move: DateMove) -> None:
    """Why this date was moved, to put right, and words if there is more to say."""
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
    said = why_moved(move) if told else ""
    why = fill('<br><span class="muted">{}</span>', said) if said else ""
    return fill("<p>{}, on {}.{}</p>", move_words(move), on, why)
