"""Until when each assessment is kept, and its removal for good."""

from functools import partial

import streamlit as st

from assessment.access.errors import UserError
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.fields import day_field, literal
from assessment.ui.html import fill, show
from assessment.ui.messages import keep_refusal, show_refusal
from exports.holdings import service
from exports.holdings.model import KeepUntil


_GONE = "assessment_gone"
_REFUSED = "assessment_refused"


def keeping_panel(ctx: PageContext, kept: tuple[KeepUntil, ...]) -> None:
    """A date for each assessment; when it has passed, the page asks for a decision."""
    show("<h2>Keep until, and remove</h2>")
    for one in kept:
        if one.notice:
            show(fill('<p role="status"><strong>{}</strong></p>', f"{one.title}: {one.notice}"))
        day_field(
            f"{one.title}: keep until",
            key=f"keep_{one.assessment_id}",
            stored=one.day,
            on_pick=partial(partnerships.set_keep_until, ctx.desk, one.assessment_id),
        )
    _remove_form(ctx, kept)


def _remove_form(ctx: PageContext, kept: tuple[KeepUntil, ...]) -> None:
    gone: str | None = st.session_state.pop(_GONE, None)
    if gone:
        show(fill('<p role="status">{}</p>', gone))
    if not kept:
        return
    show(
        "<p>Removing an assessment takes away its ratings, views, evidence, meetings, the actions "
        "opened in it, its part of the record of changes, and every safety copy on this computer "
        "that holds it. It cannot be undone. Take a complete copy first if it may be needed.</p>"
    )
    titles = {one.assessment_id: one.title for one in kept}
    chosen = st.selectbox(
        "Assessment to remove",
        list(titles),
        key="gone_which",
        index=None,
        format_func=lambda assessment_id: literal(titles[assessment_id]),
        placeholder="Choose",
    )
    if chosen:
        st.text_input(f"To confirm, type: {literal(titles[chosen])}", key="gone_typed")
        st.button("Remove it for good", key="gone_remove", on_click=_remove, args=(ctx, chosen))
    show_refusal(_REFUSED)


def _remove(ctx: PageContext, assessment_id: str) -> None:
    typed = st.session_state.get("gone_typed", "")
    try:
        tidy = service.remove_assessment(ctx.desk, assessment_id, typed)
    except UserError as error:
        keep_refusal(_REFUSED, error)
        return
    st.session_state["gone_typed"] = ""
    st.session_state.pop("gone_which", None)
    st.session_state[_GONE] = "The assessment was removed for good." + (
        ""
        if tidy
        else " Traces may be left in the database’s file while it is in use. Close Throughcare "
        "everywhere, start it again and remove a text or a name once more."
    )
