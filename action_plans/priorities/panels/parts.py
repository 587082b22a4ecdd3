"""Small parts that several pages of the plan draw."""

from assessment.ui.html import fill


def wide(inner: str, name: str) -> str:
    """A table that scrolls by itself where a window is narrow, by keyboard too."""
    return fill(
        '<div class="wide" role="region" tabindex="0" aria-label="{}">{}</div>', name, inner
    )
