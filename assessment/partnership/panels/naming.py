"""The line that names something new for a list: saved while one types, added by Enter or button."""

from functools import partial

import streamlit as st

from assessment.access.texts import NAME
from assessment.partnership import service
from assessment.partnership.model import Kept
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.messages import guarded, show_refusal


def name_line(ctx: PageContext, kept: Kept, label: str, button: str, *, live: bool) -> None:
    """A box and its button. What is typed and not added yet is still there after a reload."""
    being = service.being_named(ctx.desk, ctx.partnership_id, kept)
    key = f"add_{kept}"
    with st.container(key=f"naming_{kept}", horizontal=True, vertical_alignment="bottom"):
        with st.container(width=480):
            autosave_text(
                label,
                key=f"new_{kept}_{ctx.partnership_id}",
                stored=being.name,
                saved_at=being.saved_at if being.name else None,
                on_save=partial(service.type_name, ctx.desk, ctx.partnership_id, kept),
                lines=1,
                limit=NAME,
                disabled=not live,
                adds=key,
            )
        st.button(
            button,
            key=key,
            on_click=guarded(key, partial(service.add_named, ctx.desk, ctx.partnership_id, kept)),
            disabled=not live,
        )
    show_refusal(key)
