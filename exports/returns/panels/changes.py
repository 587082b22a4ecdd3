"""The changes of a file in one list, and what was changed on both sides, to be chosen."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from assessment.ui.fields import literal
from assessment.ui.html import fill, joined, show
from exports.returns.model import HEADINGS, Change, Preview
from exports.returns.rules.telling import because


HERE, TAKE = "Keep what is here", "Take the file’s"
_WHAT_SHOWN = 80


def plain_changes(key: str, preview: Preview) -> frozenset[str]:
    """What would change, action by action; gives the keys of those that are left out."""
    if not preview.plain:
        return frozenset()
    show("<h3>Changes</h3>")
    for _, some in groupby(preview.plain, key=lambda one: one.number):
        _of_one(tuple(some))
    names = {one.key: one.name for one in preview.plain}
    place = f"returned_left_{key}"
    # What was left out may be no change any more: something was applied meanwhile.
    if place in st.session_state:
        st.session_state[place] = [one for one in st.session_state[place] if one in names]
    left_out: list[str] = st.multiselect(
        "Leave out",
        list(names),
        format_func=lambda each: literal(names[each]),
        key=place,
        placeholder="None: all of them are applied",
    )
    return frozenset(left_out)


def _of_one(changes: Sequence[Change]) -> None:
    """What would change of one action."""
    items = (
        fill(
            "<li>{}: <strong>{}</strong>{}{}</li>",
            HEADINGS[one.field],
            one.theirs,
            f" (here: {one.here})" if one.here else "",
            because(one),
        )
        for one in changes
    )
    first = changes[0]
    head = fill("<p><strong>No. {}</strong> {}</p>", first.number, _short(first.what))
    show(head, fill('<ul class="list">{}</ul>', joined(items)))


def conflicts(key: str, preview: Preview) -> frozenset[str]:
    """Both sides of each, and the choice; gives the keys of those taken from the file."""
    if preview.conflicts:
        show(
            "<h3>Changed here as well</h3>",
            "<p>These were changed here since the file was made. What is here stays unless you "
            "take the file’s.</p>",
        )
    return frozenset(one.key for one in preview.conflicts if _takes(key, one))


def _takes(key: str, one: Change) -> bool:
    with st.container(key=f"row_conflict_{key}_{one.number}_{one.field}"):
        show(
            fill(
                "<p><strong>No. {}, {}</strong>: {}<br>Here: {}<br>In the file: {}{}</p>",
                one.number,
                HEADINGS[one.field],
                _short(one.what),
                one.here,
                one.theirs,
                because(one),
            )
        )
        return bool(
            st.radio(
                literal(one.name),
                [HERE, TAKE],
                key=f"returned_take_{key}_{one.key}",
                horizontal=True,
                label_visibility="collapsed",
            )
            == TAKE
        )


def _short(words: str) -> str:
    return words if len(words) <= _WHAT_SHOWN else f"{words[:_WHAT_SHOWN].rstrip()} …"
