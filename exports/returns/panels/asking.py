"""What a change still asks: why a date moves, and what shows that an action is done."""

from collections.abc import Sequence

import streamlit as st

from action_plans.actions.model import MOVE_MORE, MOVE_WORDS, TEXTS, MoveReason
from assessment.ui.fields import literal
from assessment.ui.html import show
from exports.returns.model import Change, Move


Answers = tuple[dict[str, Move], dict[str, str]]


def asked(key: str, changes: Sequence[Change]) -> Answers:
    """Asks about these changes; gives why dates move and what shows it, by the change's key."""
    moving = [one for one in changes if one.moves and one.move.reason is None]
    done = [one for one in changes if one.done]
    if moving or done:
        show("<h3>Asked before they are applied</h3>")
    moves = {one.key: _why(key, one) for one in moving}
    return moves, {one.key: _shown(key, one) for one in done}


def _why(key: str, one: Change) -> Move:
    """The file moves the date and does not say why."""
    reason: MoveReason | None = st.selectbox(
        literal(f"No. {one.number}: why does the date move to {one.theirs}?"),
        list(MoveReason),
        index=None,
        format_func=MOVE_WORDS.__getitem__,
        key=f"returned_why_{key}_{one.key}",
        placeholder="Choose why",
    )
    words = st.text_input(
        literal(f"No. {one.number}: more about why, if there is more"),
        key=f"returned_why_words_{key}_{one.key}",
        max_chars=MOVE_MORE,
    )
    return Move(reason, words)


def _shown(key: str, one: Change) -> str:
    return st.text_area(
        literal(
            f"No. {one.number}: what shows that it is done? Left empty, it stands as reported "
            "done, and counts as complete once that is written down."
        ),
        key=f"returned_shown_{key}_{one.key}",
        max_chars=TEXTS["shown_by"].limit,
        height=68,
    )
