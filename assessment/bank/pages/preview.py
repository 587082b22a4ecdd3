"""What was read from a file, before anything is kept, and keeping it."""

from collections.abc import Callable

import streamlit as st

from assessment.bank.rules.defaults import shown
from assessment.bank.service import ReadStatements, keep_bank, summary
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.tables import table, wide


_KEY = "own-statements"
_DONE = f"{_KEY}-done"


HEADS = ("Statement", "Domain", "What it says")


def preview(ctx: PageContext, read: ReadStatements, use: Callable[[str], object] | None) -> None:
    """What the file holds and lacks, each statement, and the button that keeps them."""
    lines = (*summary(read.bank), *(f"{note}." for note in read.notes))
    rows = [
        (f"{one.id} {one.title}", read.bank.domain(one.domain).title, shown(one.statement))
        for one in read.bank.statements
    ]
    show(
        fill('<ul class="list">{}</ul>', joined(fill("<li>{}</li>", line) for line in lines)),
        fill(
            "<details><summary>What was read</summary>{}</details>",
            wide(table(HEADS, rows, name="What was read"), "What was read"),
        ),
    )

    def keep() -> None:
        bank_id = keep_bank(ctx.desk, read.bank, ctx.partnership_id or None)
        if use is not None:
            use(bank_id)
        where = "and this assessment uses them" if use else "and can be chosen for an assessment"
        st.session_state[_DONE] = f"These statements are kept, {where}."

    st.button(
        "Keep these statements", key=f"{_KEY}-keep", type="primary", on_click=guarded(_KEY, keep)
    )


def kept_note() -> None:
    """What came of keeping them, said once."""
    show_refusal(_KEY)
    done = st.session_state.pop(_DONE, "")
    if done:
        show(fill('<p role="status">{}</p>', done))
