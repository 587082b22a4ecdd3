"""The line that names something new for a list: saved while one types, added by Enter or button."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.access.texts import NAME
from assessment.access.typed import Typed
from assessment.partnership import service
from assessment.partnership.model import Kept
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.messages import guarded, show_refusal


def name_line(
    ctx: PageContext, kept: Kept, label: str, button: str, *, live: bool, hint: str = ""
) -> None:
    """A box and its button. What is typed and not added yet is still there after a reload."""
    here = (ctx.desk, ctx.partnership_id, kept)
    _line(
        service.being_named(*here),
        str(kept),
        f"new_{kept}_{ctx.partnership_id}",
        (label, button),
        partial(service.type_name, *here),
        partial(service.add_named, *here),
        live=live,
        hint=hint,
    )


def area_line(ctx: PageContext, begun: Callable[[str], object], *, live: bool) -> None:
    """The same for an area: the button begins it, and `begun` is given its first assessment."""

    def begin() -> None:
        begun(service.begin_named_area(ctx.desk)[1])

    being = service.area_being_named(ctx.desk)
    words = ("Name your area", "Begin with this area")
    type_it = partial(service.type_area_name, ctx.desk)
    _line(being, "area", "new_area", words, type_it, begin, live=live, primary=True)


def _line(
    being: service.BeingNamed,
    what: str,
    key: str,
    words: tuple[str, str],
    on_save: Callable[[Typed], None],
    on_add: Callable[[], object],
    *,
    live: bool,
    primary: bool = False,
    hint: str = "",
) -> None:
    label, button = words
    add = f"add_{what}"
    with st.container(key=f"naming_{what}", horizontal=True, vertical_alignment="bottom"):
        with st.container(width=480):
            autosave_text(
                label,
                key=key,
                stored=being.name,
                saved_at=being.saved_at if being.name else None,
                on_save=on_save,
                lines=1,
                hint=hint,
                limit=NAME,
                disabled=not live,
                adds=add,
            )
        st.button(
            button,
            key=add,
            type="primary" if primary else "secondary",
            on_click=guarded(add, on_add),
            disabled=not live,
        )
    show_refusal(add)
