"""The two halves of the complete copy: take it away, and load one back."""

from typing import Literal

import streamlit as st

from assessment.access.errors import UserError
from assessment.access.wording import counted, listed, moment
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import errors_shown, keep_refusal, show_refusal
from exports.copies import service
from exports.copies.model import HOLDS, SIZE_LIMIT, CopyPreview, Loaded
from exports.copies.permissions import user_can_copy


_READ = "copy_read"
_LOADED = "copy_loaded"
_OPENED = "copy_opened"
_REFUSED = "copy_refused"


def complete_copy_panel(ctx: PageContext) -> None:
    """Makes the copy on the click, and says that it holds everything."""
    show(
        "<h2>Take a complete copy</h2>",
        fill("<p>{}</p>", HOLDS),
        "<p>To show someone the assessment, use the report on the page Downloads instead: it "
        "names no one.</p>",
    )
    allowed = user_can_copy(ctx.desk.actor)
    # A file that is chosen below has the page's one primary button there.
    first: Literal["primary", "secondary"]
    first = "secondary" if st.session_state.get("copy_file") else "primary"
    if st.button("Make a complete copy", key="copy_make", type=first, disabled=not allowed):
        with errors_shown():
            made = service.take_copy(ctx.desk, ctx.partnership_id)
            st.download_button(
                f"Save {made.file_name}",
                made.data,
                file_name=made.file_name,
                mime="application/json",
                key="copy_save",
                on_click="ignore",
            )


def load_copy_panel(ctx: PageContext) -> None:
    """Reads a copy, shows what it would bring, and loads it when asked."""
    show(
        "<h2>Load a complete copy</h2>",
        "<p>Brings back an area with all its assessments from a file made by Throughcare. "
        "Nothing is changed until you have seen what is in it.</p>",
    )
    _loaded_note()
    given = st.file_uploader(
        "Complete copy, a file with the ending .json",
        max_upload_size=SIZE_LIMIT // 1_000_000,
        key="copy_file",
        disabled=not user_can_copy(ctx.desk.actor),
    )
    if given is None:
        st.session_state.pop(_READ, None)
        return
    with errors_shown():
        data = given.getvalue()
        preview = _read_once(ctx, given.file_id, data)
        _preview(preview)
        _choices(ctx, preview, data)


def _read_once(ctx: PageContext, file_id: str, data: bytes) -> CopyPreview:
    """Each file is checked once, not at every click on the page."""
    known: tuple[str, CopyPreview] | None = st.session_state.get(_READ)
    if known is None or known[0] != file_id:
        known = (file_id, service.read_copy(ctx.desk, data))
        st.session_state[_READ] = known
    return known[1]


def _preview(preview: CopyPreview) -> None:
    show(
        fill("<h3>{}</h3>", preview.area),
        fill("<p>Made on {} by {}.</p>", moment(preview.made_at), _maker(preview)),
        fill("<p>Assessments: {}.</p>", listed(preview.assessments) or "none"),
        fill("<p>It holds {}.</p>", listed(preview.counts)),
    )


def _maker(preview: CopyPreview) -> str:
    known = preview.made_by
    return f"Throughcare {known}" if known else "a Throughcare whose version is not known"


def _choices(ctx: PageContext, preview: CopyPreview, data: bytes) -> None:
    """What has to be said before it is loaded, and the button."""
    confirmed, replace = not preview.findings, not preview.replaces
    if preview.findings:
        places = joined(fill("<li>{}</li>", words) for words in preview.findings)
        show(
            "<p>This may identify a person:</p>",
            fill('<ul class="list">{}</ul>', places),
            "<p>Have it removed where the copy was made, if it is not there on purpose.</p>",
        )
        confirmed = st.checkbox("It is there on purpose: keep it", key="copy_confirmed")
    if preview.replaces:
        show(
            "<p>This area is kept here already. What is here now is saved to the folder "
            "“rescue” first, and then this copy takes its place.</p>"
        )
        replace = st.checkbox("Replace what is here", key="copy_replace")
    st.button(
        "Load this complete copy",
        key="copy_load",
        type="primary",
        disabled=not (confirmed and replace),
        on_click=_load,
        args=(ctx, data, preview.replaces, bool(preview.findings)),
    )
    show_refusal(_REFUSED)


def _load(ctx: PageContext, data: bytes, replace: bool, confirmed: bool) -> None:
    try:
        loaded = service.load_copy(ctx.desk, data, replace=replace, confirmed=confirmed)
    except UserError as error:
        keep_refusal(_REFUSED, error)
        return
    st.session_state.pop(_READ, None)
    if ctx.partnership_id:
        st.session_state[_LOADED] = loaded
    else:
        _open(loaded)


def _open(loaded: Loaded) -> None:
    st.session_state[_OPENED] = loaded.assessment_id


def go_on(ctx: PageContext) -> None:
    """Leave for the area that was loaded, where that was asked or nothing else is here.

    A callback cannot leave the page; the run after it does.
    """
    if _OPENED in st.session_state:
        assessment_id = st.session_state.pop(_OPENED)
        if assessment_id:
            st.query_params["assessment"] = assessment_id
        ctx.go("home" if assessment_id else "start")


def _loaded_note() -> None:
    loaded: Loaded | None = st.session_state.pop(_LOADED, None)
    if loaded is None:
        return
    saved = fill(" What stood here before is saved in {}.", loaded.rescue) if loaded.rescue else ""
    show(
        fill('<p role="status">{} is loaded: {}.{}</p>',
             loaded.area, counted(loaded.rows, "row"), saved)
    )  # fmt: skip
    st.button(f"Open {literal(loaded.area)}", key="copy_open", on_click=_open, args=(loaded,))
