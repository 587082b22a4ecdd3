"""The prisons that people come home from, and which of them lie outside the area."""

from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.partnership import service
from assessment.partnership.model import Kept, Prison
from assessment.partnership.panels.naming import name_line
from assessment.partnership.panels.put_away import away_button, put_away_list
from assessment.partnership.panels.texts import text_box
from assessment.ui.context import PageContext
from assessment.ui.fields import tick
from assessment.ui.html import fill, show


def prisons(ctx: PageContext, live: bool) -> None:
    """Each with its place, a field for another, and what was put away."""
    found = service.prisons(ctx.desk, ctx.partnership_id)
    show("<h2>Prisons that people come home from</h2>", fill("<p>{}</p>", _prison_words(found)))
    for one in found:
        tick(
            f"{one.name} lies outside the area",
            key=f"outside_{one.id}",
            stored=not one.in_area,
            on_pick=partial(_set_outside, ctx, one.id),
            disabled=not live,
        )
    hint = "Several at once: with a comma between them."
    name_line(ctx, Kept.PRISON, "Name of a prison", "Add prison", live=live, hint=hint)
    if found:
        with st.expander("Change a prison"):
            for number, one in enumerate(found, start=1):
                label = f"Name of prison {number}"
                text_box(ctx, Kept.PRISON, one, "name", label, live=live)
                put_away = partial(service.put_away, ctx.desk, Kept.PRISON)
                away_button((one.id, one.name), put_away, live)
    away = service.prisons(ctx.desk, ctx.partnership_id, archived=True)
    back = partial(service.put_back, ctx.desk, Kept.PRISON)
    put_away_list("prison", [(one.id, one.name) for one in away], back, live)


def _prison_words(found: tuple[Prison, ...]) -> str:
    if not found:
        return "None named yet. A rating or an action can say which prison it is about."
    outside = sum(not one.in_area for one in found)
    where = f", {outside} outside the area" if outside else ""
    return f"{counted(len(found), 'prison')}{where}."


def _set_outside(ctx: PageContext, prison_id: str, outside: bool) -> None:
    service.set_in_area(ctx.desk, prison_id, not outside)
