"""Who takes part: the list, what the guidance suggests, and their forms, one or all at a time."""

from functools import partial

import streamlit as st

from assessment.access.wording import counted, listed
from assessment.bank import service as bank_service
from assessment.bank.model import Bank
from assessment.partnership import service
from assessment.partnership.model import Agency, Kept
from assessment.partnership.pages.agency import agency_form
from assessment.partnership.pages.every_agency import EVERY, every_agency
from assessment.partnership.pages.leading import leading
from assessment.partnership.pages.other_agency import other_agency
from assessment.partnership.pages.suggestions import suggestions
from assessment.partnership.panels.put_away import put_away_list
from assessment.partnership.permissions import user_can_prepare
from assessment.partnership.rules.commitment import commitment_words
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show


def section(ctx: PageContext) -> None:
    """The form of the agency that the address names, a line for each of them, or the list."""
    live = user_can_prepare(ctx.desk.actor)
    bank = bank_service.bank_of(ctx.desk, service.assessment(ctx.desk, ctx.assessment_id).bank_id)
    found = service.agencies(ctx.desk, ctx.partnership_id)
    ids = [one.id for one in found]
    chosen = st.query_params.get("agency", "")
    if chosen in ids:
        following = next(iter(found[ids.index(chosen) + 1 :]), None)
        agency_form(ctx, chosen, bank, live, following)
        return
    if chosen == EVERY and found:
        every_agency(ctx, found, live)
        return
    _list(ctx, bank, found)
    suggestions(ctx, live)
    other_agency(ctx, bank, live)
    away = service.agencies(ctx.desk, ctx.partnership_id, archived=True)
    back = partial(service.put_back, ctx.desk, Kept.AGENCY)
    put_away_list("agency", [(one.id, one.name) for one in away], back, live, things="agencies")
    leading(ctx, live)


def _list(ctx: PageContext, bank: Bank, found: tuple[Agency, ...]) -> None:
    show(fill("<h2>Agencies</h2><p>{}</p>", _list_words(found)))
    if len(found) > 1 and st.button("Say who speaks for each", key="every_agency"):
        ctx.go("prepare", section="agencies", agency=EVERY)
    for one in found:
        with st.container(key=f"row_{one.id}", horizontal=True, vertical_alignment="center"):
            kinds = listed([bank.agency_type(code).name for code in one.types])
            show(
                fill("<h3>{}</h3>", one.name),
                fill('<p class="muted">{}. {}</p>', kinds, commitment_words(one)),
            )
            if st.button(f"Open {literal(one.name)}", key=f"open_{one.id}"):
                ctx.go("prepare", section="agencies", agency=one.id)


def _list_words(found: tuple[Agency, ...]) -> str:
    if not found:
        return "No agency yet. Add the core of the guidance below, then those you want beside it."
    observers = sum(one.observer for one in found)
    watching = f", {counted(observers, 'observer')} among them" if observers else ""
    return f"{counted(len(found), 'agency', 'agencies')}{watching}."
