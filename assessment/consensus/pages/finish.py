"""Finish later: what the room left for afterwards, one list for each agency."""

from collections import defaultdict

import streamlit as st

from assessment.access.wording import counted
from assessment.bank import service as bank_service
from assessment.consensus import service
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.page import head


NOBODY = "Nobody has been asked yet"


def render(ctx: PageContext) -> None:
    """Missing words and evidence of rated statements, agency by agency; printable."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = bank_service.bank_of(ctx.desk, one.bank_id)
    names = {a.id: a.name for a in partnerships.agencies(ctx.desk, one.partnership_id)}
    left = service.finish_later(ctx.desk, ctx.assessment_id)
    lead = (
        f"{counted(len(left), 'thing')} left to finish." if left else "Nothing is left to finish."
    )
    head(partnerships.area_and_title(ctx.desk, one), "Finish later", lead)
    if not left:
        show("<p>Every rated statement has its words and its evidence.</p>")
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for item in left:
        title = f"{item.statement_id} {bank.statement(item.statement_id).title}"
        name = names.get(item.agency_id or "", NOBODY)
        lists[name].append(fill("<li><strong>{}.</strong> {}</li>", title, item.words))
    for name in sorted(lists, key=lambda name: (name == NOBODY, name)):
        show(fill('<h2>{}</h2><ul class="list">{}</ul>', name, joined(lists[name])))
    _open(ctx, [item.statement_id for item in left])


def _open(ctx: PageContext, statements: list[str]) -> None:
    wanted = list(dict.fromkeys(statements))
    if not wanted:
        if st.button("Go to the results", type="primary"):
            ctx.go("results")
        return
    if st.button(f"Begin with {wanted[0]}", type="primary"):
        ctx.go("statement", id=wanted[0])
