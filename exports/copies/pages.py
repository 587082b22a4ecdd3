"""The complete copy: one page to take everything out and to bring it back."""

from assessment.ui.context import PageContext
from assessment.ui.page import head
from exports.copies.panels import complete_copy_panel, go_on, load_copy_panel


def render(ctx: PageContext) -> None:
    """Taking a copy needs a partnership; loading one does not."""
    go_on(ctx)
    head("Downloads", "Complete copy", "Everything in one file, for safe keeping or to move it.")
    if ctx.partnership_id:
        complete_copy_panel(ctx)
    load_copy_panel(ctx)
