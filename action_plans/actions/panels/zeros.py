"""Statements at the lowest level that have neither an action nor a written reason for none."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from assessment.access.wording import counted
from assessment.bank import service as banks
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


def zeros_panel(ctx: PageContext, zeros: Sequence[str]) -> None:
    """The one panel of the page: what still asks for an action, and the way to begin each."""
    if not zeros:
        return
    assessment = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = banks.bank_of(ctx.desk, assessment.bank_id)
    verb = "needs" if len(zeros) == 1 else "need"
    words = (
        f"{counted(len(zeros), 'statement')} rated {bank.label(0)} still {verb} an action, "
        "or a written reason for none."
    )
    with st.container(key="next"):
        show(fill("<p>{}</p>", words))
        for number, statement_id in enumerate(zeros):
            title = bank.statement(statement_id).title
            with st.container(horizontal=True, vertical_alignment="center"):
                show(fill("<p><strong>{}</strong> {}</p>", statement_id, title))
                first: Literal["primary", "secondary"] = "secondary" if number else "primary"
                if st.button(f"Go to {statement_id}", type=first, key=f"zero_{statement_id}"):
                    ctx.go("statement", id=statement_id)
