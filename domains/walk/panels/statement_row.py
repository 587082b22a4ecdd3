"""One statement of a domain's list, to be rated where it stands."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.bank.model import Bank, Statement
from assessment.bank.rules.defaults import meaning, shown
from assessment.consensus.model import AgreedRating
from assessment.consensus.panels.freezing import ask_before_freezing, record_or_ask
from assessment.consensus.permissions import user_can_record_rating
from assessment.results.model import StatementResult
from assessment.results.panels.strips import cell_of
from assessment.ui.context import PageContext, runs_alone
from assessment.ui.fields import pick_level
from assessment.ui.html import fill, joined, show
from assessment.ui.symbols import standing
from domains.walk.model import DomainView
from domains.walk.panels.domain_top import domain_top
from domains.walk.service import domain_view


def statement_row(ctx: PageContext, view: DomainView, one: Statement, top: DeltaGenerator) -> None:
    """One statement of the list, in the caller's container; a click runs only its own fragment."""
    words, button = st.columns([6, 1])
    with words:
        show(
            fill("<h2>{} {}</h2>", one.id, one.title),
            fill("<p>{}</p>", shown(one.statement)),
            '<p class="muted">Safety-critical.</p>' if one.safety else "",
        )
    with button:
        st.fragment(_open, key=f"open_row_{one.id}")(ctx, one.id)
    st.fragment(_rating, key=f"statement_{one.id}")(ctx, view.domain.id, one.id, top)


def _open(ctx: PageContext, statement_id: str) -> None:
    if st.button(f"Open {statement_id}", key=f"open_{statement_id}", width="stretch"):
        ctx.go("statement", id=statement_id)


def _rating(ctx: PageContext, letter: str, statement_id: str, top: DeltaGenerator) -> None:
    """What a click changes: the rating, how it stands, and the top of the page.

    A fragment may draw in a place outside it only if it did so when the whole page was drawn.
    """
    with ctx.desk.store.reading():  # one picture, and one transaction, for both
        view = domain_view(ctx.desk, ctx.assessment_id, letter)
        one = view.bank.statement(statement_id)
        with top:
            if runs_alone():
                domain_top(ctx, view)
            else:
                st.empty()
        _rate(ctx, view, one)
        show(_note(view.result(one.id)), _levels(view.bank, one))


def _rate(ctx: PageContext, view: DomainView, one: Statement) -> None:
    """The four levels to pick from; once the ratings stand, the box of the one agreed."""
    if not user_can_record_rating(ctx.desk.actor, view.assessment.status):
        show(fill("<p>{}</p>", standing(cell_of(view.result(one.id)))))
        return
    rating = view.ratings.get(one.id)
    pick_level(
        f"Agreed rating of {one.id}",
        key=f"quick_{one.id}_{ctx.assessment_id[:8]}",
        stored=rating.rating if rating else None,
        names=view.bank.labels(),
        on_pick=partial(record_or_ask, ctx, one.id, rating.decided_at if rating else None, _drawn),
    )
    ask_before_freezing(ctx, one.id, view.bank.labels(), _drawn)


def _drawn(_rating: AgreedRating) -> None:
    """What a click changes is in the row's own fragment, which is drawn after it anyway."""


def _note(result: StatementResult) -> str:
    """How it stands, where the rating alone does not say so."""
    stands = "Provisional until two kinds of evidence are seen." if result.provisional else ""
    if result.rating is None:
        stands = f"{result.words}."
    return fill('<p class="muted">{}</p>', stands) if stands else ""


def _levels(bank: Bank, one: Statement) -> str:
    items = joined(
        fill("<li><strong>{}</strong> {}</li>", level.label, shown(text))
        for level, text in zip(bank.scale, one.levels, strict=True)
    )
    return fill(
        "<details><summary>What the levels mean</summary>"
        '<ul class="list">{}</ul><p class="muted">{}</p></details>',
        items,
        meaning(),
    )
