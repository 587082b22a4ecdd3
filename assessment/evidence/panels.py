"""The evidence of one statement: what shows it, and what would."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from assessment.access.texts import LINE, LINK
from assessment.access.wording import counted, listed
from assessment.bank.model import EVIDENCE_WORDS, EvidenceKind, Statement
from assessment.bank.rules.defaults import shown
from assessment.evidence import service
from assessment.evidence.model import STRENGTH_WORDS, Evidence, Strength
from assessment.evidence.permissions import user_can_edit_evidence
from assessment.evidence.rules import KINDS_THAT_CONFIRM, kinds_of, missing_from
from assessment.partnership.model import Status
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, choose_many, day_field
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded, show_refusal


STAYS_PROVISIONAL = "Fully met stays provisional until two kinds are seen."


def evidence_panel(
    ctx: PageContext,
    statement: Statement,
    status: Status,
    agencies: Mapping[str, str],
    prisons: Mapping[str, str],
) -> None:
    """The references of a statement, each editable in place, and a way to add one.

    Whatever may confirm a rating, or take that away again, ends with `ctx.changed`.
    """
    register = service.register(ctx.desk, ctx.assessment_id)
    mine = [item for item in register if statement.id in item.statements]
    show("<h2>Evidence</h2>", summary(mine))
    live = user_can_edit_evidence(ctx.desk.actor, status)
    for item in mine:
        _item(ctx, item, agencies, prisons, live)
    if live:
        _add(ctx, statement, [item for item in register if item not in mine and item.title])


def summary(items: Sequence[Evidence]) -> str:
    """How much there is, of which kinds, and which kind is still missing, as HTML."""
    titled = [item for item in items if item.title]
    if not titled:
        return fill('<p class="muted">No evidence yet. {}</p>', STAYS_PROVISIONAL)
    kinds = kinds_of(titled)
    have = [EVIDENCE_WORDS[kind].lower() for kind in EvidenceKind if kind in kinds]
    lack = [EVIDENCE_WORDS[kind].lower() for kind in EvidenceKind if kind not in kinds]
    return fill(
        '<p>{}{}</p><p class="muted">{}{}</p>',
        counted(len(titled), "reference"),
        f": {listed(have)}." if have else ", of no stated kind yet.",
        f"Nothing yet of {listed(lack, 'or')}." if lack else "",
        f" {STAYS_PROVISIONAL}" if len(have) < KINDS_THAT_CONFIRM else "",
    )


def _item(
    ctx: PageContext,
    item: Evidence,
    agencies: Mapping[str, str],
    prisons: Mapping[str, str],
    live: bool,
) -> None:
    """One line: what it is and whose it is; the rest folded below."""
    with st.container(key=f"row_{item.id}"):
        what, whose = st.columns([3, 2], gap="large")
        with what:
            _what(ctx, item, live)
        with whose:
            _whose(ctx, item, agencies, live)
        missing = missing_from(item)
        words = f"More: {listed(missing)}" if missing else "More about it"
        with st.expander(words, key=f"more_{item.id}"):
            _more(ctx, item, prisons, live)


def _what(ctx: PageContext, item: Evidence, live: bool) -> None:
    autosave_text(
        "What it is",
        key=f"evidence_{item.id}_title",
        stored=item.title,
        saved_at=item.saved_at if item.title else None,
        on_save=partial(service.edit_text, ctx.desk, item.id, "title"),
        then=None if item.title else ctx.changed,
        lines=1,
        limit=LINE,
        disabled=not live,
    )


def _whose(ctx: PageContext, item: Evidence, agencies: Mapping[str, str], live: bool) -> None:
    choose(
        "Whose it is",
        list(agencies),
        key=f"evidence_{item.id}_owner",
        stored=item.owner_agency_id,
        words=lambda agency: agencies.get(agency, "An agency that was put away"),
        on_pick=partial(service.set_owner, ctx.desk, item.id, seen=item.owner_agency_id),
        disabled=not live,
    )


def _more(ctx: PageContext, item: Evidence, prisons: Mapping[str, str], live: bool) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        _kind_and_place(ctx, item, live)
    with right:
        _date_and_strength(ctx, item, live)
    key, desk = f"evidence_{item.id}", ctx.desk
    if prisons:
        choose_many(
            "Prisons it is about",
            list(prisons),
            key=f"{key}_prisons",
            stored=item.prisons,
            words=prisons.__getitem__,
            on_pick=partial(service.set_prisons, desk, item.id),
            disabled=not live,
        )
    st.button(
        "Put this evidence away",
        key=f"{key}_away",
        on_click=guarded(key, partial(_put_away, ctx, item)),
        disabled=not live,
    )
    show_refusal(key)


def _kind_and_place(ctx: PageContext, item: Evidence, live: bool) -> None:
    choose(
        "What kind it is",
        list(EvidenceKind),
        key=f"evidence_{item.id}_kind",
        stored=item.kind,
        words=EVIDENCE_WORDS.__getitem__,
        on_pick=partial(_set_kind, ctx, item),
        disabled=not live,
    )
    _text(ctx, item, "kept", "Where it is kept", LINE, live)
    _text(ctx, item, "link", "Link, if it has one", LINK, live)


def _date_and_strength(ctx: PageContext, item: Evidence, live: bool) -> None:
    day_field(
        "Date of the evidence",
        key=f"evidence_{item.id}_dated",
        stored=item.dated,
        on_pick=partial(service.set_date, ctx.desk, item.id, seen=item.dated),
        latest=ctx.desk.today(),
        disabled=not live,
    )
    choose(
        "How far it was looked at",
        list(Strength),
        key=f"evidence_{item.id}_strength",
        stored=item.strength,
        words=STRENGTH_WORDS.__getitem__,
        on_pick=partial(service.set_strength, ctx.desk, item.id, seen=item.strength),
        disabled=not live,
    )


def _text(ctx: PageContext, item: Evidence, field: str, label: str, limit: int, live: bool) -> None:
    stored = getattr(item, field)
    autosave_text(
        label,
        key=f"evidence_{item.id}_{field}",
        stored=stored,
        saved_at=item.saved_at if stored else None,
        on_save=partial(service.edit_text, ctx.desk, item.id, field),
        lines=1,
        limit=limit,
        disabled=not live,
    )


def _add(ctx: PageContext, statement: Statement, others: Sequence[Evidence]) -> None:
    key = f"add_evidence_{statement.id}"
    add = partial(service.add_evidence, ctx.desk, ctx.assessment_id, statement.id)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        st.button("Add evidence", key=key, on_click=guarded(key, add))
        if others:
            _named_before(ctx, statement, others)
    show_refusal(key)
    for item in service.archived_evidence(ctx.desk, ctx.assessment_id):
        if statement.id in item.statements and item.title:
            _put_back(ctx, item)


def _named_before(ctx: PageContext, statement: Statement, others: Sequence[Evidence]) -> None:
    titles = {item.id: item for item in others}
    choose(
        "Or use evidence named before",
        list(titles),
        key=f"use_evidence_{statement.id}",
        stored=None,
        words=lambda chosen: titles[chosen].title if chosen in titles else "",
        on_pick=partial(_attach, ctx, statement.id),
    )


def _attach(ctx: PageContext, statement_id: str, evidence_id: str | None) -> None:
    if evidence_id:
        service.attach(ctx.desk, evidence_id, statement_id)
        ctx.changed()


def _set_kind(ctx: PageContext, item: Evidence, kind: EvidenceKind | None) -> None:
    service.set_kind(ctx.desk, item.id, kind, seen=item.kind)
    ctx.changed()


def _put_away(ctx: PageContext, item: Evidence) -> None:
    service.put_away(ctx.desk, item.id)
    ctx.changed()


def _bring_back(ctx: PageContext, item: Evidence) -> None:
    service.put_back(ctx.desk, item.id)
    ctx.changed()


def _put_back(ctx: PageContext, item: Evidence) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        show(fill('<p class="muted">“{}” was put away.</p>', item.title))
        st.button(
            "Put it back",
            key=f"evidence_{item.id}_back",
            on_click=partial(_bring_back, ctx, item),
        )


def prompts_panel(statement: Statement) -> None:
    """What to ask for: fit to stand beside the levels while the room decides."""
    if not statement.evidence:
        return
    items = joined(
        fill("<li><strong>{}:</strong> {}</li>", EVIDENCE_WORDS[one.kind], shown(one.prompt))
        for one in statement.evidence
    )
    show(fill('<h2>What would show it</h2><ul class="list">{}</ul>', items))
