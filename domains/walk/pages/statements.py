"""A domain: what good looks like, and its statements as a list."""

import streamlit as st

from assessment.access.errors import NotFound
from assessment.access.wording import counted
from assessment.bank.model import WORDING_SENTENCES
from assessment.consensus.model import Standing
from assessment.results.model import StatementResult
from assessment.results.panels.strips import domain_strip
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.symbols import key as symbols_key
from domains.registry.model import DOMAINS
from domains.registry.service import guide_of
from domains.walk.model import DomainView
from domains.walk.panels.statement_row import statement_row
from domains.walk.service import domain_view


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
        st.fragment(statement_row, key=row)(ctx.redrawing(TOP, row), result.id)
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
