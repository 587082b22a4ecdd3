"""We see it differently: agencies whose view stands beside the agreed rating."""

from collections.abc import Collection, Mapping
from functools import partial

import streamlit as st

from assessment.access.texts import PARAGRAPH
from assessment.bank.model import Bank, Statement
from assessment.consensus import service
from assessment.consensus.model import STANCE_WORDS, DifferentView, Stance
from assessment.consensus.permissions import user_can_record_different_view
from assessment.partnership.model import Status
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


def different_views_panel(
    ctx: PageContext,
    bank: Bank,
    statement: Statement,
    status: Status,
    agencies: Mapping[str, str],
    observers: Collection[str],
) -> None:
    """The different views of a statement; choosing an agency, but no observer, begins another."""
    views = [
        view
        for view in service.different_views_of(ctx.desk, ctx.assessment_id)
        if view.statement_id == statement.id
    ]
    live = user_can_record_different_view(ctx.desk.actor, status)
    show("<h2>Different views</h2>")
    for view in views:
        _view(ctx, bank, view, agencies, live)
    taken = {view.agency_id for view in views}
    others = [agency for agency in agencies if agency not in taken and agency not in observers]
    if live and others:
        choose(
            "Who sees it differently?",
            others,
            key=f"different_{statement.id}_{ctx.assessment_id[:8]}",
            stored=None,
            words=agencies.__getitem__,
            on_pick=partial(_begin, ctx, statement.id),
            placeholder="Choose an agency",
        )
    for view in service.archived_views(ctx.desk, ctx.assessment_id):
        if view.statement_id == statement.id and view.agency_id not in taken:
            _put_back(ctx, view, agencies, live)


def _begin(ctx: PageContext, statement_id: str, agency_id: str | None) -> None:
    if agency_id:
        service.record_different_view(ctx.desk, ctx.assessment_id, statement_id, agency_id)


def _view(
    ctx: PageContext,
    bank: Bank,
    view: DifferentView,
    agencies: Mapping[str, str],
    live: bool,
) -> None:
    key = f"view_{view.id}"
    name = agencies.get(view.agency_id, "An agency that was put away")
    show(fill("<p><strong>{}</strong> sees it differently.</p>", name))
    choose(
        "Its rating",
        [*range(4), *STANCE_WORDS],
        key=f"{key}_rating",
        stored=view.said,
        words=lambda said: bank.label(said) if isinstance(said, int) else STANCE_WORDS[said],
        on_pick=partial(_rate, ctx, view),
        disabled=not live,
    )
    autosave_text(
        "Because",
        key=f"{key}_reason",
        stored=view.reason,
        saved_at=view.saved_at if view.reason else None,
        on_save=partial(service.edit_different_reason, ctx.desk, view.id),
        lines=2,
        limit=PARAGRAPH,
        disabled=not live,
    )
    st.button(
        "Put this view away",
        key=f"{key}_away",
        type="tertiary",
        on_click=guarded(view.id, partial(service.put_view_away, ctx.desk, view.id)),
        disabled=not live,
    )
    show_refusal(view.id)


def _rate(ctx: PageContext, view: DifferentView, said: int | Stance | None) -> None:
    stance, rating = (Stance.RATED, said) if isinstance(said, int) else (said, None)
    service.set_different_rating(ctx.desk, view.id, stance, rating, seen=view.said)


def _put_back(
    ctx: PageContext, view: DifferentView, agencies: Mapping[str, str], live: bool
) -> None:
    name = agencies.get(view.agency_id, "an agency")
    with st.container(horizontal=True, vertical_alignment="center"):
        show(fill('<p class="muted">The view of {} was put away.</p>', name))
        st.button(
            "Put it back",
            key=f"view_{view.id}_back",
            on_click=guarded(view.id, partial(service.put_view_back, ctx.desk, view.id)),
            disabled=not live,
        )
