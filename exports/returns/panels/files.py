"""The files that were chosen: each with what it would change, what it asks, and its own button."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.access.wording import counted, listed, moment
from assessment.documents.safety import FILE_LIMIT
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded, show_refusal, show_told, tell
from exports.returns import service
from exports.returns.model import SENT_BY, Choices, Preview, RawPlan
from exports.returns.panels.asking import asked
from exports.returns.panels.changes import conflicts, plain_changes
from exports.returns.panels.offers import offers
from exports.returns.rules.deciding import raised, unanswered, wanted
from exports.returns.rules.telling import found_words, told_words


_READ = "returned_read"
_SHOWN = 20


def files(ctx: PageContext) -> None:
    """Choose any number; each is read against the plan as it stands now."""
    chosen = st.file_uploader(
        "Workbooks that came back, files with the ending .xlsx",
        accept_multiple_files=True,
        max_upload_size=FILE_LIMIT // 1_000_000,
        key="returned_files",
    )
    show_told()
    if not chosen and st.button("Make the workbook on Downloads", key="returned_to_downloads"):
        ctx.go("downloads")
    first = True
    for key, raw in _read_once(chosen).items():
        preview = service.preview_plan(ctx.desk, ctx.assessment_id, raw)
        with st.container(key=f"row_returned_{key}"):
            ready = _file(ctx, key, raw, preview, first=first)
        first = first and not ready


def _read_once(chosen: Sequence[UploadedFile]) -> dict[str, RawPlan]:
    """Each file is read once, not at every click on the page."""
    known: dict[str, RawPlan] = st.session_state.get(_READ, {})
    fresh = {
        file.file_id: known.get(file.file_id) or service.read_plan(file.getvalue(), file.name)
        for file in chosen
    }
    st.session_state[_READ] = fresh
    return fresh


def _file(ctx: PageContext, key: str, raw: RawPlan, preview: Preview, *, first: bool) -> bool:
    """One file; gives whether anything of it can be applied."""
    show(fill("<h2>{}</h2>", preview.file_name))
    if preview.refused:
        _trouble(preview.refused, preview.problems)
        return False
    _summary(preview)
    if preview.mistakes:
        words = (
            f"{counted(len(preview.mistakes), 'cell')} cannot be taken; the rest can. Put right "
            "what is named here, and choose the file again."
        )
        _trouble(words, [one.line for one in preview.mistakes])
    choices = _choices(key, preview)
    if preview.notes:
        show("<h3>Also seen in the file</h3>", _listed(preview.notes))
    if preview.changes or preview.offers:
        _apply_button(ctx, key, raw, preview, choices, first=first)
    return bool(preview.changes or preview.offers)


def _choices(key: str, preview: Preview) -> Choices:
    """What is decided on the page, as its widgets say just now."""
    left_out = plain_changes(key, preview)
    taken = conflicts(key, preview)
    so_far = Choices(left_out=left_out, taken=taken)
    moves, shown = asked(key, wanted(preview, so_far))
    chosen = offers(key, preview)
    who = ""
    if preview.changes:
        who = st.text_input(
            "Who filled it in (a role or an agency; stands beside the progress notes)",
            key=f"returned_by_{key}",
            max_chars=SENT_BY,
        )
    more = {"moves": moves, "shown": shown, "raised": chosen, "sent_by": who}
    return so_far.model_copy(update=more)


def _summary(preview: Preview) -> None:
    when = f"Made {moment(preview.made_at)}. " if preview.made_at else ""
    show(fill("<p>{}{}</p>", when, found_words(preview)))


def _apply_button(
    ctx: PageContext,
    key: str,
    raw: RawPlan,
    preview: Preview,
    choices: Choices,
    *,
    first: bool,
) -> None:
    missing = unanswered(preview, choices)
    words = _deed(len(wanted(preview, choices)), len(raised(preview, choices)))
    if missing:
        show(fill('<div class="trouble"><p>Still to say:</p>{}</div>', _listed(missing)))
    st.button(
        words or "Nothing is chosen to apply",
        type="primary" if first else "secondary",
        key=f"returned_apply_{key}",
        disabled=bool(missing) or not words,
        on_click=guarded(f"returned_{key}", partial(_apply, ctx, raw, preview, choices)),
    )
    show_refusal(f"returned_{key}")


def _deed(changes: int, rows: int) -> str:
    parts = [
        *([f"apply {counted(changes, 'change')}"] if changes else []),
        *([f"propose {counted(rows, 'action')}"] if rows else []),
    ]
    words = listed(parts)
    return f"{words[:1].upper()}{words[1:]}"


def _apply(ctx: PageContext, raw: RawPlan, seen: Preview, choices: Choices) -> None:
    done = service.apply_plan(ctx.desk, ctx.assessment_id, raw, seen=seen, choices=choices)
    tell(told_words(done, raw.file_name))


def _trouble(words: str, problems: Sequence[str]) -> None:
    more = len(problems) - _SHOWN
    lines = [*problems[:_SHOWN], *([f"and {more} more"] if more > 0 else [])]
    listed_ones = _listed(lines) if lines else ""
    show(fill('<div class="trouble" role="alert"><p>{}</p>{}</div>', words, listed_ones))


def _listed(lines: Sequence[str]) -> str:
    return fill('<ul class="list">{}</ul>', joined(fill("<li>{}</li>", line) for line in lines))
