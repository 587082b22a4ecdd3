"""A text of the partnership, its prisons, agencies or assessment, which saves while one types."""

from functools import partial

from assessment.partnership import service
from assessment.partnership.model import (
    Agency,
    Assessment,
    Authority,
    Kept,
    Partnership,
    Prison,
)
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext


Row = Partnership | Authority | Prison | Agency | Assessment


def text_box(
    ctx: PageContext,
    kept: Kept,
    row: Row,
    field: str,
    label: str,
    *,
    hint: str = "",
    live: bool = True,
) -> None:
    """One text of a row, in one line."""
    stored = getattr(row, field)
    autosave_text(
        label,
        key=f"{kept}_{row.id}_{field}",
        stored=stored,
        saved_at=row.saved_at if stored else None,
        on_save=partial(service.edit_text, ctx.desk, kept, row.id, field),
        lines=1,
        hint=hint,
        limit=service.TEXTS[kept][field],
        disabled=not live,
    )
