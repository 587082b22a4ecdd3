"""The head of a statement's page, and the way on from its foot."""

from typing import Literal

import streamlit as st

from assessment.bank.rules.defaults import shown
from assessment.partnership.rules.record import Part, settled_words
from assessment.results.panels.strips import linked_strip
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from domains.walk.model import RatingView, StatementView


def statement_top(ctx: PageContext, view: RatingView) -> None:
    """Where it stands in its domain, and what it says."""
    one, domain = view.statement, view.bank.domain(view.statement.domain)
    settled = settled_words(Part.RATINGS, view.assessment.status)
    place = (
        f", statement {view.place} of {view.of}" if view.place else ", not part of this assessment"
    )
    show(
        fill('<p class="muted">{}{}</p>', domain.title, place),
        linked_strip(ctx, view.results, domain.title, now=one.id),
        fill("<h1>{} {}</h1>", one.id, one.title),
        fill('<p class="lead">{}</p>', shown(one.statement)),
        fill("<p>In plain words: {}</p>", shown(one.plain)) if one.plain else "",
        "<p><strong>Safety-critical.</strong> <span class='muted'>"
        "This one is always talked about.</span></p>"
        if one.safety
        else "",
        fill("<p><strong>{}</strong></p>", settled) if settled else "",
    )


def way_on(ctx: PageContext, view: StatementView) -> None:
    """Back, and on to the next in scope or to the results; below, what lies beside the walk."""
    side: Literal["right", "distribute"] = "distribute" if view.before else "right"
    with st.container(key="foot", horizontal=True, horizontal_alignment=side):
        if view.before and st.button(literal(f"← {view.before.id} {view.before.title}")):
            ctx.go("statement", id=view.before.id)
        if view.after is None:
            if st.button("Go to the results", type="primary"):
                ctx.go("results")
        elif st.button(literal(f"{view.after.id} {view.after.title} →"), type="primary"):
            ctx.go("statement", id=view.after.id)
    with st.container(horizontal=True):
        if st.button(literal(f"All of {view.domain.title.lower()}"), type="tertiary"):
            ctx.go("statements", domain=view.domain.id)
        if st.button(
            f"How {view.statement.id} came to its rating", key="to_history", type="tertiary"
        ):
            ctx.go("history", id=view.statement.id)
