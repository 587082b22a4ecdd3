"""Search for a text, see where it stands, and remove it there."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown
from assessment.ui.plain import keep_words, refused_words
from exports.holdings import service
from exports.holdings.model import Place
from exports.holdings.panels.done import done_note, keep_done


_REASON = "text_reason"
_MOST = 50


def remove_text_panel(ctx: PageContext) -> None:
    """Search, choose, say why, remove. Earlier versions are searched too."""
    show(
        "<h2>Remove a text</h2>",
        "<p>Takes a text out of its field, its earlier versions, the record of changes and the "
        "safety copies on this computer. It cannot be undone. A note says when it was removed and "
        "by whom.</p>",
    )
    done_note("text")
    words = st.text_input(
        "Part of the text to look for",
        key="text_words",
        help="At least three letters or figures. What you type here is kept nowhere.",
    )
    if not words:
        return
    with errors_shown():
        found = service.find_text(ctx.desk, ctx.partnership_id, words)
        if found:
            _choice(ctx, found[:_MOST], len(found))
        else:
            show("<p>It stands nowhere, now or in earlier versions. Try fewer letters.</p>")


def _choice(ctx: PageContext, found: Sequence[Place], number: int) -> None:
    if number > len(found):
        show(fill("<p>{} places; the first {} are shown.</p>", number, len(found)))
    chosen = st.radio(
        "Where it stands",
        range(len(found)),
        key="text_place",
        format_func=lambda at: literal(_said(found[at])),
        captions=[literal(place.excerpt) for place in found],
        index=None,
    )
    st.text_input(
        "Why it is removed",
        key=_REASON,
        help="For the record. Say the kind, such as a prison number, and not the text itself.",
    )
    remove = partial(_remove, ctx, found[chosen] if chosen is not None else None)
    refused_words(_REASON, remove)
    st.button(
        "Remove this text for good",
        key="text_remove",
        disabled=chosen is None,
        on_click=keep_words,
        args=(_REASON, remove),
    )


def _said(place: Place) -> str:
    return f"{place.where} (earlier version only)" if place.earlier else place.where


def _remove(ctx: PageContext, place: Place | None, reason: str, confirmed: bool) -> None:
    if place is None:
        return
    removal = service.remove_text(
        ctx.desk,
        ctx.partnership_id,
        place.table,
        place.row_id,
        place.field,
        reason,
        only_earlier=place.earlier,
        confirmed=confirmed,
    )
    keep_done("text", removal)
    for key in ("text_words", _REASON):
        st.session_state[key] = ""
    st.session_state.pop("text_place", None)
