"""What a removal did and what it could not reach, said once beside where it was asked for."""

import streamlit as st

from assessment.access.wording import moment
from assessment.ui.html import fill, joined, show
from exports.holdings.model import Removal
from exports.holdings.rules.words import said


def keep_done(key: str, removal: Removal) -> None:
    """Remember the outcome from a callback, for `done_note(key)` to draw."""
    st.session_state[f"removal_{key}"] = removal


def done_note(key: str) -> None:
    """Draw the outcome, once."""
    removal: Removal | None = st.session_state.pop(f"removal_{key}", None)
    if removal is None:
        return
    sentences = joined(fill("<p>{}</p>", sentence) for sentence in said(removal))
    show(fill('<div role="status">{}</div>', sentences))
    _listed(
        "These files were made while it stood here. They are outside Throughcare: ask whoever "
        "has them to delete them.",
        [f"{made.file_name}, made {moment(made.made_at)}" for made in removal.exports],
    )
    _listed(
        "The same words still stand here. Search for them to remove them too:",
        [place.where for place in removal.also],
    )


def _listed(words: str, items: list[str]) -> None:
    if items:
        lines = joined(fill("<li>{}</li>", item) for item in items)
        show(fill('<p>{}</p><ul class="list">{}</ul>', words, lines))
