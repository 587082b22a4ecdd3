"""Bringing in an area's own or the official statements: the template, and a file to read."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.access.errors import BadInput
from assessment.bank.model import WORDING_WORDS, Bank, Wording
from assessment.bank.pages.preview import kept_note, preview
from assessment.bank.permissions import user_can_change_statements
from assessment.bank.service import (
    IdentifiersInFile,
    ReadStatements,
    read_statements,
    statements_workbook,
    template_workbook,
)
from assessment.documents.media import EXCEL
from assessment.documents.names import file_name
from assessment.ui import page
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import message


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
        st.download_button(label, data, name, EXCEL, key=f"{_KEY}-{label}", on_click="ignore")
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
            preview(ctx, read, use)
    kept_note()


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
