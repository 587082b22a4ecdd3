"""Packs that came back: a preview that is safe on a projector, and keeping them.

Nothing that is drawn here, and no widget's state, holds an answer; the files' cells stay on the
server.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.access.errors import UserError
from assessment.access.wording import counted
from assessment.documents.safety import FILE_LIMIT
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import keep_refusal, show_refusal, show_told, tell
from exports.packs import service
from exports.packs.model import FilePreview, RawPack
from exports.packs.panels.mistakes import SHOWN, items, mistakes_shown


_ROUND = "packs_round"
_READ = "packs_read"
_REFUSED = "packs_refused"
HERE, TAKE = "Keep what is here", "Take the file’s"


@dataclass(frozen=True)
class Chosen:
    """A file that was chosen, what its cells hold, and what is said about it on the page."""

    key: str
    raw: RawPack

    @property
    def take(self) -> bool:
        """Whether its answers take the place of those they differ from."""
        return bool(st.session_state.get(f"pack_take_{self.key}") == TAKE)

    @property
    def leave_out(self) -> bool:
        """Whether the cells that cannot be taken are to be left out."""
        return bool(st.session_state.get(f"pack_leave_{self.key}"))


def any_chosen() -> bool:
    """Whether files wait: then the page's one primary button is the one that keeps them."""
    return bool(st.session_state.get(_uploader()))


def packs_back(ctx: PageContext) -> None:
    """The files, what each would bring, and the button that keeps them."""
    show(
        "<h2>Packs that came back</h2>",
        "<p>Choose any number of files, whole or in parts; two from one agency are joined. You see "
        "what is in them before anything is kept. No answer is shown here, so this page may stand "
        "on a projector.</p>",
    )
    files = st.file_uploader(
        "Packs, files with the ending .xlsx",
        accept_multiple_files=True,
        max_upload_size=FILE_LIMIT // 1_000_000,
        key=_uploader(),
    )
    chosen = _read_once(files)
    if not chosen:
        show_told()
        return
    takes = [each.take for each in chosen]
    raws = [each.raw for each in chosen]
    previews = service.preview_packs(ctx.desk, ctx.assessment_id, raws, takes)
    for each, preview in zip(chosen, previews, strict=True):
        _file(each, preview)
    _keep_button(ctx, chosen, previews)
    show_told()


def _uploader() -> str:
    """A new key empties the box once its files are kept."""
    return f"packs_files_{st.session_state.get(_ROUND, 0)}"


def _read_once(files: Sequence[UploadedFile]) -> list[Chosen]:
    """Each file is read once, not at every click on the page."""
    known: dict[str, RawPack] = st.session_state.get(_READ, {})
    fresh = {
        file.file_id: known.get(file.file_id) or service.read_pack(file.getvalue(), file.name)
        for file in files
    }
    st.session_state[_READ] = fresh
    return [Chosen(key, raw) for key, raw in fresh.items()]


def _file(each: Chosen, preview: FilePreview) -> None:
    with st.container(key=f"row_file_{each.key}"):
        show(fill("<h3>{}</h3>", preview.agency or "Not taken"), _name(preview))
        if preview.refused:
            _refused(preview)
            return
        show(fill('<ul class="list">{}</ul>', items(preview.summary)))
        if preview.mistakes:
            mistakes_shown(preview.mistakes, key=f"pack_leave_{each.key}")
        if preview.differs:
            st.radio(
                "Where both have an answer",
                [HERE, TAKE],
                key=f"pack_take_{each.key}",
                horizontal=True,
            )


def _name(preview: FilePreview) -> str:
    return fill('<p class="muted">{}</p>', preview.file_name)


def _refused(preview: FilePreview) -> None:
    problems = fill('<ul class="list">{}</ul>', items(preview.problems[:SHOWN]))
    show(
        fill(
            '<div class="trouble"><p>{}</p>{}</div>',
            preview.refused,
            problems if preview.problems else "",
        )
    )


def _brings(each: Chosen, preview: FilePreview) -> bool:
    """Whether the file has answers that are not here yet, or take the place of those that are."""
    return not preview.refused and bool(preview.added or (preview.differs and each.take))


def _ready(each: Chosen, preview: FilePreview) -> bool:
    """Whether keeping this file would write anything."""
    return _brings(each, preview) and (not preview.mistakes or each.leave_out)


def _keep_button(
    ctx: PageContext, chosen: Sequence[Chosen], previews: Sequence[FilePreview]
) -> None:
    pairs = list(zip(chosen, previews, strict=True))
    ready = [pair for pair in pairs if _ready(*pair)]
    if len(ready) < len(pairs):
        words = f"{len(ready)} of {counted(len(pairs), 'file')} to keep; the rest is left as it is."
        show(fill('<p class="muted">{}</p>', words if ready else _none_ready(pairs)))
    st.button(
        "Keep these answers",
        type="primary",
        key="packs_keep",
        disabled=not ready,
        on_click=_keep,
        args=(ctx, ready, len(ready) == len(pairs)),
    )
    show_refusal(_REFUSED)


def _none_ready(pairs: Sequence[tuple[Chosen, FilePreview]]) -> str:
    """Why nothing would be kept, with the way on where leaving cells out would change that."""
    if any(_brings(*pair) for pair in pairs):
        return "Nothing is kept while cells cannot be taken: choose above to leave them out."
    return "Nothing is left to keep."


def _keep(ctx: PageContext, ready: Sequence[tuple[Chosen, FilePreview]], every: bool) -> None:
    """Keep the files in turn, each whole or not at all; the first refusal ends it."""
    kept: dict[str, int] = {}
    try:
        for each, seen in ready:
            done = service.keep_pack(
                ctx.desk,
                ctx.assessment_id,
                each.raw,
                seen=seen,
                take=each.take,
                leave_out=each.leave_out,
            )
            kept[done.agency] = kept.get(done.agency, 0) + done.answers
    except UserError as error:
        keep_refusal(_REFUSED, error)
        every = False
    if kept:
        parts = (f"{counted(number, 'answer')} of {agency}" for agency, number in kept.items())
        tell(f"Kept: {'; '.join(parts)}. A receipt for each is ready below.")
    if every:
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
