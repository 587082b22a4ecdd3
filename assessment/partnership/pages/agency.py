"""One agency: what it is called, who speaks for it, and whether they can commit staff time."""

from functools import partial

import streamlit as st

from assessment.bank.model import Bank
from assessment.partnership import service
from assessment.partnership.model import Agency, CanCommit, Kept
from assessment.partnership.pages.every_agency import can_commit
from assessment.partnership.panels.put_away import away_button
from assessment.partnership.panels.texts import text_box
from assessment.partnership.rules.commitment import commitment_words
from assessment.ui.context import PageContext
from assessment.ui.fields import choose_many, literal, tick
from assessment.ui.html import fill, show


def agency_form(
    ctx: PageContext, agency_id: str, bank: Bank, live: bool, following: Agency | None
) -> None:
    """The form of one agency, the way back to the list, and on to the next where there is one."""
    if st.button("Back to all agencies", key="all_agencies"):
        ctx.go("prepare", section="agencies")
    _fields(ctx, agency_id, bank, live)
    if following and st.button(f"Next: {literal(following.name)}", key="next_agency"):
        ctx.go("prepare", section="agencies", agency=following.id)
    one = service.agency(ctx.desk, agency_id)
    put_away = partial(service.put_away, ctx.desk, Kept.AGENCY)
    away_button((one.id, one.name), put_away, live)


def _fields(ctx: PageContext, agency_id: str, bank: Bank, live: bool) -> None:
    one = service.agency(ctx.desk, agency_id)
    show(fill("<h2>{}</h2><p>{}</p>", one.name, commitment_words(one)))
    left, right = st.columns(2, gap="large")
    with left:
        _what_it_is(ctx, one, bank, live)
    with right:
        _who_speaks(ctx, one, live)


def _what_it_is(ctx: PageContext, one: Agency, bank: Bank, live: bool) -> None:
    _box(ctx, one, "name", "Short name for the room", live)
    names = {kind.code: kind.short for kind in bank.agency_types}
    choose_many(
        "What kind of agency it is",
        list(names),
        key=f"types_{one.id}",
        stored=one.types,
        words=names.__getitem__,
        on_pick=partial(service.set_agency_types, ctx.desk, one.id),
        disabled=not live,
    )
    tick(
        "It observes and is not asked to rate",
        key=f"observer_{one.id}",
        stored=one.observer,
        on_pick=partial(service.set_observer, ctx.desk, one.id),
        disabled=not live,
    )


def _who_speaks(ctx: PageContext, one: Agency, live: bool) -> None:
    _box(ctx, one, "role", "Representative’s role", live)
    if not one.observer:
        can_commit(ctx, one, "Can commit staff time", live)
    if one.can_commit is CanCommit.MUST_CHECK and not one.observer:
        _box(ctx, one, "check_with", "Needs to check with", live, "For example the governor")
    _box(ctx, one, "substitute_role", "Substitute’s role", live)
    show(
        '<p class="muted">Names are optional: roles are enough. Names stay out of reports and can '
        "be removed for good at any time.</p>"
    )
    _box(ctx, one, "representative", "Representative’s name, optional", live)
    _box(ctx, one, "substitute", "Substitute’s name, optional", live)


def _box(ctx: PageContext, one: Agency, field: str, label: str, live: bool, hint: str = "") -> None:
    text_box(ctx, Kept.AGENCY, one, field, label, hint=hint, live=live)
