"""The sets of statements that are kept here, and choosing another of them."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.bank.model import WORDING_WORDS, KeptBank
from assessment.bank.permissions import user_can_change_statements
from assessment.bank.service import bank_of, kept_banks
from assessment.ui import page
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


MOST = 20


def render(ctx: PageContext, bank_id: str, use: Callable[[str], object] | None) -> None:
    """The other sets kept here, the newest first, each one click away where somebody may."""
    others = [one for one in kept_banks(ctx.desk) if one.id != bank_id]
    if not others:
        return
    page.heading("Other statements kept here")
    live = use is not None and user_can_change_statements(ctx.desk.actor)
    for one in others[:MOST]:
        with st.container(key=f"row_{one.id}", horizontal=True, vertical_alignment="center"):
            _described(ctx, one)
            if use is not None:
                act = guarded(_key(one), partial(use, one.id))
                label = "Use these statements"
                st.button(label, key=_key(one), on_click=act, disabled=not live)
        show_refusal(_key(one))
    if len(others) > MOST:
        show(fill("<p>The newest {} of {} are shown.</p>", MOST, len(others)))


def _described(ctx: PageContext, one: KeptBank) -> None:
    number = counted(len(bank_of(ctx.desk, one.id).statements), "statement")
    show(
        fill("<h3>{}, version {}</h3>", one.name, one.edition),
        fill('<p class="muted">{}. {}.</p>', number, WORDING_WORDS[one.wording]),
    )


def _key(one: KeptBank) -> str:
    return f"use_{one.id}"
