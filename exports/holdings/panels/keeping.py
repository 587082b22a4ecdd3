"""Until when each assessment is kept, and its removal for good."""

from functools import partial

import streamlit as st

from assessment.access.errors import UserError
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.fields import day_field, literal
from assessment.ui.html import fill, show
from assessment.ui.messages import keep_refusal, show_refusal, show_told, tell
from exports.holdings import service
from exports.holdings.model import KeepUntil
from exports.holdings.rules.words import removed_for_good


_AREA = "gone_area"
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
            on_pick=partial(partnerships.set_keep_until, ctx.desk, one.assessment_id, seen=one.day),
        )
    _remove_form(ctx, kept)


def _remove_form(ctx: PageContext, kept: tuple[KeepUntil, ...]) -> None:
    show_told()
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
        last = len(kept) == 1
        if last:
            _area_too(ctx)
        st.text_input(f"To confirm, type: {literal(titles[chosen])}", key="gone_typed")
        st.button(
            "Remove it for good", key="gone_remove", on_click=_remove, args=(ctx, chosen, last)
        )
    show_refusal(_REFUSED)


def _area_too(ctx: PageContext) -> None:
    area = partnerships.partnership(ctx.desk, ctx.partnership_id).name
    st.session_state.setdefault(_AREA, True)
    show(
        fill(
            "<p>It is the last assessment of {}. Without it, the area, its agencies and the names "
            "of representatives would stay here, with nothing that needs them.</p>",
            area,
        )
    )
    st.checkbox(f"Remove {literal(area)} too, with its agencies and every name in it", key=_AREA)


def _remove(ctx: PageContext, assessment_id: str, last: bool) -> None:
    typed = st.session_state.get("gone_typed", "")
    with_area = last and bool(st.session_state.get(_AREA))
    try:
        gone = service.remove_assessment(ctx.desk, assessment_id, typed, with_area=with_area)
    except UserError as error:
        keep_refusal(_REFUSED, error)
        return
    st.session_state["gone_typed"] = ""
    st.session_state.pop("gone_which", None)
    what = "The assessment with its area" if with_area else "The assessment"
    tell(removed_for_good(what, bytes_gone=gone))
