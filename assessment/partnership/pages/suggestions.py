"""Agencies of the guidance that are not on the list yet, each one click away."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.bank.model import Expected
from assessment.partnership import service
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


_WORDS = {
    Expected.CORE: "From the guidance’s core, not on the list yet",
    Expected.WHERE_POSSIBLE: "Where possible: you can go on without",
    Expected.OPTIONAL: "Others that the guidance mentions, if you want them",
}


def suggestions(ctx: PageContext, live: bool) -> None:
    """The core first, all at once or one by one; then what is wished for, then what is optional."""
    missing = service.suggested_agencies(ctx.desk, ctx.assessment_id)
    core = [kind for kind in missing if kind.expected is Expected.CORE]
    for expected, words in _WORDS.items():
        kinds = [kind for kind in missing if kind.expected is expected]
        if not kinds:
            continue
        show(fill("<h3>{}</h3>", words))
        if kinds == core and len(core) > 1:
            every = partial(service.add_suggested_core, ctx.desk, ctx.assessment_id)
            _add_button(f"Add all {len(core)} core agencies", "core", every, live)
        with st.container(horizontal=True):
            for kind in kinds:
                here = (ctx.desk, ctx.partnership_id)
                one = partial(service.add_agency, *here, kind.short, [kind.code])
                _add_button(f"Add {literal(kind.short)}", kind.code, one, live)


def _add_button(words: str, name: str, act: Callable[[], object], live: bool) -> None:
    key = f"suggest_{name}"
    st.button(words, key=key, on_click=guarded(key, act), disabled=not live)
    show_refusal(key)
