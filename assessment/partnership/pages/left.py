"""Areas whose last assessment was removed: begin the next one, or remove the area too."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.partnership import service
from assessment.partnership.model import Partnership
from assessment.partnership.permissions import user_can_prepare
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal, tell


REMOVE = "remove_area"


def areas_without_assessment(ctx: PageContext, begin: Callable[[str], object]) -> None:
    """Nothing where every area has one. `begin(partnership_id)` starts the next."""
    found = service.areas_left(ctx.desk)
    if not found:
        return
    show(
        "<h2>Areas without an assessment</h2>",
        "<p>Their agencies, prisons and the names of representatives are still kept.</p>",
    )
    for area in found:
        with st.container(key=f"row_{area.id}", horizontal=True, vertical_alignment="center"):
            show(fill("<h3>{}</h3>", area.name))
            key = f"next_{area.id}"
            st.button(
                f"Begin the next assessment of {literal(area.name)}",
                key=key,
                on_click=guarded(key, partial(begin, area.id)),
                disabled=not user_can_prepare(ctx.desk.actor),
            )
        show_refusal(key)
        _remove(ctx, area)


def _remove(ctx: PageContext, area: Partnership) -> None:
    remove = ctx.deeds.get(REMOVE)
    if remove is None:
        return
    key = f"remove_{area.id}"
    with st.expander(f"Remove {literal(area.name)} for good", key=f"fold_{key}"):
        sure = st.checkbox(
            "Remove it with its agencies, prisons and names; this cannot be undone",
            key=f"{key}_sure",
        )
        st.button(
            f"Remove {literal(area.name)}",
            key=key,
            disabled=not sure,
            on_click=guarded(key, partial(_removed, remove, area)),
        )
    show_refusal(key)


def _removed(remove: Callable[..., object], area: Partnership) -> None:
    tell(str(remove(area.id)))
