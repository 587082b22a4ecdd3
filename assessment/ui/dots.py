"""The spread of views as a picture: equal ink dots piled on four columns.

No colour, no name and no order could tell who is who. The words stand beside it, never inside it:
text in an SVG gets no font of the page. Knows no Streamlit, so that files may draw it too.
"""

from collections.abc import Sequence


COLUMN = 100
ROOMY = 4  # dots side by side while no pile is higher than one row of them
DENSE = 7  # dots side by side in a larger group


def dots_svg(counts: Sequence[int], ink: str, ink_in_dark: str = "") -> str:
    """So many dots above each column; `ink` is a colour. An empty string where there is none.

    With `ink_in_dark` the picture itself follows the screen it stands on, light or dark: a page
    is not drawn again when that changes.
    """
    most = max(counts, default=0)
    if not most:
        return ""
    across = ROOMY if most <= ROOMY else DENSE
    pitch = COLUMN * 0.8 / across
    rows = -(-most // across)
    width, height = COLUMN * len(counts), rows * pitch
    circles = "".join(
        _dot(column * COLUMN, place, across, pitch, height, ink)
        for column, count in enumerate(counts)
        for place in range(count)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.2f}" '
        f'width="{width}" height="{height:.2f}">{_in_dark(ink_in_dark)}{circles}</svg>'
    )


def _in_dark(ink: str) -> str:
    rule = f"@media (prefers-color-scheme:dark){{circle{{fill:{ink}}}}}"
    return f"<style>{rule}</style>" if ink else ""


def _dot(left: int, place: int, across: int, pitch: float, height: float, ink: str) -> str:
    """One dot: piles grow from the left and upwards."""
    x = left + (place % across + 0.5) * pitch
    y = height - (place // across + 0.5) * pitch
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{pitch * 0.4:.2f}" fill="{ink}"/>'
