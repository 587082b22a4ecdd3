"""A domain: what good looks like, and its statements as a list."""

from datetime import datetime
from functools import partial

import streamlit as st

from assessment.access.errors import NotFound
from assessment.access.wording import counted
from assessment.bank.model import WORDING_SENTENCES
from assessment.bank.rules.defaults import meaning, shown
from assessment.consensus import service as consensus
from assessment.consensus.model import Standing
from assessment.consensus.permissions import user_can_record_rating
from assessment.results.model import StatementResult
from assessment.results.panels.strips import cell_of, domain_strip
from assessment.ui.context import PageContext
from assessment.ui.fields import literal, pick_level
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import message
from assessment.ui.symbols import key as symbols_key
from assessment.ui.symbols import standing
from domains.registry.model import DOMAINS
from domains.registry.service import guide_of
from domains.walk.model import DomainView, RowView
from domains.walk.service import domain_view, row_view


TOP = "domain_top"


def render(ctx: PageContext) -> None:
    """The domain that the address names, or the first."""
    letter = st.query_params.get("domain", DOMAINS[0].letter)
    try:
        view = domain_view(ctx.desk, ctx.assessment_id, letter)
    except NotFound as error:
        show(message(error))
        letter = DOMAINS[0].letter
        view = domain_view(ctx.desk, ctx.assessment_id, letter)
    _choose_domain(ctx, view)
    in_scope = [result for result in view.results if result.in_scope]
    _top(ctx, letter)
    with st.expander("What good looks like"):
        st.markdown(guide_of(letter))
    for result in in_scope:
        row = f"statement_{result.id}"
        st.fragment(_statement, key=row)(ctx.redrawing(TOP, row), result.id)
    _foot(ctx, view, len(in_scope))


def _choose_domain(ctx: PageContext, view: DomainView) -> None:
    titles = {domain.id: domain.title for domain in view.bank.domains}
    chosen = st.pills(
        "Domain",
        list(titles),
        format_func=lambda letter: literal(titles[letter]),
        default=view.domain.id,
        key=f"domain_{view.domain.id}",
        label_visibility="collapsed",
        wrap=True,
    )
    if chosen not in {None, view.domain.id}:
        ctx.go("statements", domain=str(chosen))


@st.fragment(key=TOP)
def _top(ctx: PageContext, letter: str) -> None:
    """How far the domain has come; drawn again with every rating in the list below."""
    view = domain_view(ctx.desk, ctx.assessment_id, letter)
    in_scope = sum(result.in_scope for result in view.results)
    lead = _how_far(view) if in_scope else ""
    show(
        fill('<p class="muted">{}</p>', view.assessment.title),
        fill("<h1>{}</h1>", view.domain.title),
        fill('<p class="lead">{} {}</p>', view.domain.summary, lead),
        domain_strip(view.results, name=view.domain.title),
        symbols_key(view.bank.labels()),
    )
    if not in_scope:
        show("<p>No statement of this domain is part of this assessment. Prepare changes that.</p>")


def _how_far(view: DomainView) -> str:
    """7 of 12 statements rated, 1 not applicable here."""
    mine = [result for result in view.results if result.in_scope]
    rated = sum(result.rating is not None for result in mine)
    aside = sum(result.standing is Standing.NOT_APPLICABLE for result in mine)
    words = f"{rated} of {counted(len(mine), 'statement')} rated"
    return f"{words}, {aside} not applicable here." if aside else f"{words}."


def _statement(ctx: PageContext, statement_id: str) -> None:
    """One statement of the list; a click on its rating runs only this and the top."""
    view = row_view(ctx.desk, ctx.assessment_id, statement_id)
    one = view.statement
    with st.container(key=f"row_{statement_id}"):
        words, button = st.columns([6, 1])
        with words:
            show(
                fill("<h2>{} {}</h2>", one.id, one.title),
                fill("<p>{}</p>", shown(one.statement)),
                _note(view.result),
            )
        opened = button.button(f"Open {one.id}", key=f"open_{statement_id}", width="stretch")
        _rate(ctx, view)
        show(_levels(view))
    if opened:
        ctx.go("statement", id=statement_id)


def _rate(ctx: PageContext, view: RowView) -> None:
    """The four levels to pick from; once the ratings stand, the box of the one agreed."""
    if not user_can_record_rating(ctx.desk.actor, view.assessment.status):
        show(fill("<p>{}</p>", standing(cell_of(view.result))))
        return
    one, rating = view.statement, view.rating
    pick_level(
        f"Agreed rating of {one.id}",
        key=f"quick_{one.id}_{ctx.assessment_id[:8]}",
        stored=rating.rating if rating else None,
        names=view.bank.labels(),
        on_pick=partial(_record, ctx, one.id, rating.decided_at if rating else None),
    )


def _record(ctx: PageContext, statement_id: str, seen: datetime | None, value: int) -> None:
    consensus.record_rating(ctx.desk, ctx.assessment_id, statement_id, value, seen=seen)
    ctx.changed()


def _note(result: StatementResult) -> str:
    safety = "Safety-critical. " if result.safety else ""
    stands = "Provisional until two kinds of evidence are seen." if result.provisional else ""
    if result.rating is None:
        stands = f"{result.words}."
    return fill('<p class="muted">{}{}</p>', safety, stands) if safety or stands else ""


def _levels(view: RowView) -> str:
    items = joined(
        fill("<li><strong>{}</strong> {}</li>", level.label, shown(text))
        for level, text in zip(view.bank.scale, view.statement.levels, strict=True)
    )
    return fill(
        "<details><summary>What the levels mean</summary>"
        '<ul class="list">{}</ul><p class="muted">{}</p></details>',
        items,
        meaning(),
    )


def _foot(ctx: PageContext, view: DomainView, in_scope: int) -> None:
    rest = [r for r in view.results if r.in_scope and r.is_open]
    if in_scope:
        _carry_on(ctx, view, rest)
    with st.container(key="foot", horizontal=True, vertical_alignment="center"):
        show(fill('<p class="muted">{}</p>', WORDING_SENTENCES[view.bank.about.wording]))
        if st.button("Read about the wording", key="to_wording"):
            ctx.go("wording")


def _carry_on(ctx: PageContext, view: DomainView, rest: list[StatementResult]) -> None:
    first = rest[0].id if rest else next(r.id for r in view.results if r.in_scope)
    label = f"Carry on with {first}" if rest else f"Look at {first} again"
    if st.button(label, type="primary"):
        ctx.go("statement", id=first)
