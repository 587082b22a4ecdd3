"""One statement of a domain's list, to be rated where it stands."""

from functools import partial

import streamlit as st

from assessment.bank.rules.defaults import meaning, shown
from assessment.consensus.panels.freezing import ask_before_freezing, record_or_ask
from assessment.consensus.permissions import user_can_record_rating
from assessment.results.model import StatementResult
from assessment.results.panels.strips import cell_of
from assessment.ui.context import PageContext
from assessment.ui.fields import pick_level
from assessment.ui.html import fill, joined, show
from assessment.ui.symbols import standing
from domains.walk.model import RowView
from domains.walk.service import row_view


def statement_row(ctx: PageContext, statement_id: str) -> None:
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
        on_pick=partial(record_or_ask, ctx, one.id, rating.decided_at if rating else None),
    )
    ask_before_freezing(ctx, one.id, view.bank.labels())


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
