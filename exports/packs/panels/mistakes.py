"""The cells of a file that cannot be taken, and the choice to keep the rest without them."""

from collections.abc import Sequence

import streamlit as st

from assessment.access.wording import counted
from assessment.ui.html import fill, joined, show


SHOWN = 20


def mistakes_shown(mistakes: Sequence[str], *, key: str) -> bool:
    """List them, the first twenty; gives whether they are to be left out."""
    more = len(mistakes) - SHOWN
    lines = [*mistakes[:SHOWN], *([f"and {more} more"] if more > 0 else [])]
    show(
        fill(
            '<div class="trouble"><p>{} cannot be taken:</p><ul class="list">{}</ul></div>',
            counted(len(mistakes), "cell"),
            items(lines),
        )
    )
    return st.checkbox("Leave these cells out and keep the rest", key=key)


def items(lines: Sequence[str]) -> str:
    """Each line as an item of a list, escaped."""
    return joined(fill("<li>{}</li>", line) for line in lines)
