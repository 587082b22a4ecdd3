"""A domain: what good looks like, and its statements as a list."""

import streamlit as st

from assessment.access.errors import NotFound
from assessment.bank.model import WORDING_SENTENCES
from assessment.results.model import StatementResult
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.links import follow_links
from assessment.ui.messages import message
from domains.registry.model import DOMAINS
from domains.registry.service import guide_of
from domains.walk.model import DomainView
from domains.walk.panels.domain_top import domain_top
from domains.walk.panels.statement_row import statement_row
from domains.walk.service import domain_view


def render(ctx: PageContext) -> None:
    """The domain that the address names, or the first."""
    with ctx.desk.store.reading():  # one picture for the whole list, and read once
        _domain(ctx, st.query_params.get("domain", DOMAINS[0].letter))
    follow_links(ctx)


def _domain(ctx: PageContext, letter: str) -> None:
    try:
        view = domain_view(ctx.desk, ctx.assessment_id, letter)
    except NotFound as error:
        show(message(error))
        letter = DOMAINS[0].letter
        view = domain_view(ctx.desk, ctx.assessment_id, letter)
    _choose_domain(ctx, view)
    in_scope = [result for result in view.results if result.in_scope]
    top = st.empty()
    with st.expander("What good looks like"):
        st.markdown(guide_of(letter))
    for result in in_scope:
        with st.container(key=f"row_{result.id}"):
            statement_row(ctx, view, view.bank.statement(result.id), top)
    with top:
        domain_top(ctx, view)
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
