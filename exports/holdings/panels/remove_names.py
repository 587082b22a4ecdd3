"""Empty the names of representatives and substitutes, of one agency or of all."""

import streamlit as st

from assessment.access.errors import UserError
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import show
from assessment.ui.messages import keep_refusal, show_refusal
from exports.holdings import service
from exports.holdings.panels.done import done_note, keep_done


_REFUSED = "names_refused"
_EVERY = ""


def remove_names_panel(ctx: PageContext) -> None:
    """Roles stay, so that it is still known what was said on whose authority."""
    show(
        "<h2>Remove names</h2>",
        "<p>Takes the names of representatives and substitutes out of the agencies, the record of "
        "changes and the safety copies, for good. Their roles stay.</p>",
    )
    done_note("names")
    agencies = partnerships.agencies(ctx.desk, ctx.partnership_id)
    names = {_EVERY: "Every agency", **{agency.id: agency.name for agency in agencies}}
    chosen = st.selectbox(
        "Whose names",
        list(names),
        key="names_agency",
        format_func=lambda agency_id: literal(names[agency_id]),
    )
    sure = st.checkbox("Remove them for good; this cannot be undone", key="names_sure")
    st.button(
        "Remove these names",
        key="names_remove",
        disabled=not sure,
        on_click=_remove,
        args=(ctx, chosen or None),
    )
    show_refusal(_REFUSED)


def _remove(ctx: PageContext, agency_id: str | None) -> None:
    try:
        keep_done("names", service.remove_names(ctx.desk, ctx.partnership_id, agency_id))
    except UserError as error:
        keep_refusal(_REFUSED, error)
    st.session_state["names_sure"] = False
