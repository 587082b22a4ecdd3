"""The thresholds the statements hold, and changing one into a new version."""

from collections.abc import Callable

import streamlit as st

from assessment.access.texts import NAME
from assessment.access.wording import counted, listed
from assessment.bank.model import Bank
from assessment.bank.permissions import user_can_change_statements
from assessment.bank.rules.defaults import Default, defaults_of, meaning
from assessment.bank.service import change_defaults, keep_bank
from assessment.ui import page
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.plain import keep_words, refused_words
from assessment.ui.tables import table, wide


_KEY = "threshold"


def render(ctx: PageContext, bank: Bank, bank_id: str, use: Callable[[str], object] | None) -> None:
    """All thresholds in a table, and a field to change one where somebody may."""
    defaults = {
        (one.statement_id, one.text): one for each in bank.statements for one in defaults_of(each)
    }
    if not defaults:
        return
    page.heading("Thresholds you can change")
    show(fill("<p>{}</p>", meaning()))
    rows = [_row(bank, one) for one in defaults.values()]
    body = table(("Threshold", "Statement", "Where"), rows, name="Thresholds")
    title = counted(len(rows), "threshold")
    show(fill("<details><summary>{}</summary>{}</details>", title, wide(body, "Thresholds")))
    if use is not None and user_can_change_statements(ctx.desk.actor):
        _editor(ctx, bank, bank_id, tuple(defaults), use)


def _row(bank: Bank, one: Default) -> tuple[str, str, str]:
    title = f"{one.statement_id} {bank.statement(one.statement_id).title}"
    return one.text, title, listed(one.places)


def _editor(
    ctx: PageContext,
    bank: Bank,
    bank_id: str,
    places: tuple[tuple[str, str], ...],
    use: Callable[[str], object],
) -> None:
    chosen = st.selectbox(
        "Threshold to change",
        places,
        index=None,
        placeholder="Choose",
        format_func=lambda place: f"{place[0]}: {place[1]}",
        key=_KEY,
    )
    if chosen is not None:
        field = f"{_KEY}-{chosen[0]}-{chosen[1]}"
        st.session_state.setdefault(field, chosen[1])
        st.text_input("What it should say instead", max_chars=NAME, key=field)

        def change(words: str, confirmed: bool) -> None:
            area = ctx.partnership_id or None
            known = bank_id or keep_bank(ctx.desk, bank, area)
            use(change_defaults(ctx.desk, known, {chosen: words}, area, confirmed=confirmed))

        label = "Change this threshold"
        st.button(label, key=f"{_KEY}-go", on_click=keep_words, args=(field, change))
        refused_words(field, change)
