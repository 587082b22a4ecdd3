"""Bringing in an area's own or the official statements: template, file, preview, keep."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.access.errors import BadInput
from assessment.bank.model import WORDING_WORDS, Bank, Wording
from assessment.bank.permissions import user_can_change_statements
from assessment.bank.rules.defaults import shown
from assessment.bank.service import (
    IdentifiersInFile,
    ReadStatements,
    keep_bank,
    read_statements,
    statements_workbook,
    summary,
    template_workbook,
)
from assessment.documents.names import file_name
from assessment.ui import page
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded, message, show_refusal
from assessment.ui.tables import table


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KEY = "own-statements"


def render(ctx: PageContext, bank: Bank, use: Callable[[str], object] | None) -> None:
    """The template, these statements as a workbook, and a file to load."""
    page.heading("Your own or the official wording")
    show(
        fill(
            "<p>Fill in the template, which takes about ten minutes, and choose it below. You see "
            "what was read before anything is kept.</p>"
        )
    )
    day = ctx.desk.today()
    for label, what, data in (
        ("Download a blank template", "blank template", partial(template_workbook, ctx.desk)),
        (
            "Download these statements",
            bank.about.name,
            partial(statements_workbook, ctx.desk, bank),
        ),
    ):
        name = file_name("", "Statements", what, day, "xlsx")
        st.download_button(label, data, name, _XLSX, key=f"{_KEY}-{label}", on_click="ignore")
    if user_can_change_statements(ctx.desk.actor):
        _chooser(ctx, use)


def _chooser(ctx: PageContext, use: Callable[[str], object] | None) -> None:
    choices = (Wording.OWN, Wording.OFFICIAL)
    wording = st.radio(
        "Whose wording it is, where the file does not say",
        choices,
        format_func=lambda one: WORDING_WORDS[one],
        key=f"{_KEY}-wording",
    )
    chosen = st.file_uploader("Excel workbook or YAML file", key=f"{_KEY}-file")
    if chosen is not None:
        read = _read(chosen.getvalue(), chosen.name, wording)
        if read is not None:
            _preview(ctx, read, use)
    show_refusal(_KEY)
    done = st.session_state.pop(f"{_KEY}-done", "")
    if done:
        show(fill('<p role="status">{}</p>', done))


def _read(data: bytes, name: str, wording: Wording) -> ReadStatements | None:
    """What the file holds; None when it was refused, with the reasons drawn in its place."""
    try:
        return read_statements(data, name, wording=wording)
    except IdentifiersInFile as error:
        show(message(error))
        if st.checkbox("None of this identifies a person", key=f"{_KEY}-confirmed"):
            return read_statements(data, name, wording=wording, confirmed=True)
    except BadInput as error:
        show(message(error))
    return None


def _preview(ctx: PageContext, read: ReadStatements, use: Callable[[str], object] | None) -> None:
    lines = (*summary(read.bank), *(f"{note}." for note in read.notes))
    rows = [
        (f"{one.id} {one.title}", read.bank.domain(one.domain).title, shown(one.statement))
        for one in read.bank.statements
    ]
    show(
        fill('<ul class="list">{}</ul>', joined(fill("<li>{}</li>", line) for line in lines)),
        fill(
            '<details><summary>What was read</summary><div class="wide">{}</div></details>',
            table(("Statement", "Domain", "What it says"), rows, name="What was read"),
        ),
    )

    def keep() -> None:
        bank_id = keep_bank(ctx.desk, read.bank, ctx.partnership_id or None)
        if use is not None:
            use(bank_id)
        where = "and this assessment uses them" if use else "and can be chosen for an assessment"
        st.session_state[f"{_KEY}-done"] = f"These statements are kept, {where}."

    st.button(
        "Keep these statements", key=f"{_KEY}-keep", type="primary", on_click=guarded(_KEY, keep)
    )
