"""An agency that the guidance does not suggest, or a second one of a kind."""

from functools import partial

import streamlit as st

from assessment.bank.model import Bank
from assessment.partnership import service
from assessment.partnership.panels.adding import add_form
from assessment.ui.context import PageContext
from assessment.ui.html import show


_KINDS = "new_agency_kinds"


def other_agency(ctx: PageContext, bank: Bank, live: bool) -> None:
    """Its kinds and its name; it joins the list when both are given."""
    show("<h3>Another agency</h3>")
    names = {kind.code: kind.name for kind in bank.agency_types}
    st.multiselect(
        "What kind of agency it is: one or several",
        list(names),
        key=_KINDS,
        format_func=names.__getitem__,
        placeholder="Choose",
        disabled=not live,
    )
    add_form(
        "Its short name for the room",
        "Add agency",
        key="new_agency",
        on_add=partial(_add, ctx),
        live=live,
    )


def _add(ctx: PageContext, name: str, confirmed: bool) -> None:
    kinds = st.session_state.get(_KINDS, [])
    service.add_agency(ctx.desk, ctx.partnership_id, name, kinds, confirmed=confirmed)
    st.session_state[_KINDS] = []
