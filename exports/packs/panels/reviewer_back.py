"""Reviewer packs that came back: what each would bring, and the button that keeps it."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.access.wording import counted
from assessment.documents.safety import FILE_LIMIT
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal, show_told, tell
from exports.packs import service
from exports.packs.model import RawReviewerPack
from exports.packs.panels.mistakes import items, mistakes_shown


_TURN = "reviewer_packs_turn"
_READ = "reviewer_packs_read"


def packs_back(ctx: PageContext, round_id: str) -> None:
    """The files, what each holds in counts, and keeping them one by one."""
    show(
        "<h2>Packs that came back</h2>",
        "<p>A first file brings a peer reviewer’s ratings, a second one their answers to replies. "
        "You see what is in it before anything is kept.</p>",
    )
    files = st.file_uploader(
        "Reviewer packs, files with the ending .xlsx",
        accept_multiple_files=True,
        max_upload_size=FILE_LIMIT // 1_000_000,
        key=f"reviewer_files_{st.session_state.get(_TURN, 0)}",
    )
    for key, raw in _read_once(ctx, round_id, files).items():
        with st.container(key=f"row_reviewer_file_{key}"):
            _file(ctx, round_id, key, raw)
    show_told()


def _read_once(
    ctx: PageContext, round_id: str, files: Sequence[UploadedFile]
) -> dict[str, RawReviewerPack]:
    """Each file is read once, not at every click on the page; what was changed is logged once."""
    known: dict[str, RawReviewerPack] = st.session_state.get(_READ, {})
    read = partial(service.read_reviewer_pack, ctx.desk, round_id)
    fresh = {
        file.file_id: known.get(file.file_id) or read(file.getvalue(), file.name) for file in files
    }
    st.session_state[_READ] = fresh
    return fresh


def _file(ctx: PageContext, round_id: str, key: str, raw: RawReviewerPack) -> None:
    preview = service.preview_reviewer_pack(ctx.desk, round_id, raw)
    show(
        fill("<h3>{}</h3>", preview.reviewer or "Not taken"),
        fill('<p class="muted">{}</p>', preview.file_name),
    )
    if preview.refused:
        show(
            fill(
                '<div class="trouble"><p>{}</p><ul class="list">{}</ul></div>',
                preview.refused,
                items(preview.problems),
            )
        )
        return
    show(fill('<ul class="list">{}</ul>', items(preview.summary)))
    leave_out = bool(preview.mistakes) and mistakes_shown(
        preview.mistakes, key=f"reviewer_leave_{key}"
    )
    if preview.ready:
        keep = partial(_keep, ctx, round_id, raw, leave_out)
        st.button(
            f"Keep what {literal(raw.file_name)} brings",
            type="primary",
            key=f"reviewer_keep_{key}",
            disabled=bool(preview.mistakes) and not leave_out,
            on_click=guarded(f"reviewer_keep_{key}", keep),
        )
    show_refusal(f"reviewer_keep_{key}")


def _keep(ctx: PageContext, round_id: str, raw: RawReviewerPack, leave_out: bool) -> None:
    kept = service.keep_reviewer_pack(ctx.desk, round_id, raw, leave_out=leave_out)
    second = raw.id is not None and raw.id.second
    tell(f"Kept: {counted(kept, 'answer' if second else 'rating')} of {raw.reviewer}.")
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
