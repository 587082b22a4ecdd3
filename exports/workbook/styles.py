"""How cells look: the light ramp for ratings, ink for everything else (look.md, 1 and 9)."""

from collections.abc import Mapping
from typing import Any


INK = "#16191D"
MUTED = "#4A525A"
LINE = "#C9CED3"
EDGE = "#7B6698"
RAMP = ("#F5F2FA", "#D3C3E7", "#77509F", "#3B215D")
ON = (INK, INK, "#FFFFFF", "#FFFFFF")
# Known to every Excel; the committed typeface is not on readers' machines.
FONT = "Calibri"

_BASE = {
    "font_name": FONT,
    "font_size": 11,
    "font_color": INK,
    "valign": "top",
    "align": "left",
    "text_wrap": True,
}
_ROW = {**_BASE, "bottom": 1, "bottom_color": LINE}


def _boxed(fill: str, colour: str, border: int, edge: str) -> dict[str, Any]:
    return {
        **_BASE,
        "bold": True,
        "font_color": colour,
        "bg_color": fill,
        "border": border,
        "border_color": edge,
    }


# What owners fill in stands out, here as in an agency's pack.
_FILL = {"bg_color": "#FFF8E1", "border": 1, "border_color": "#8A6D1F", "locked": False}
_HEAD = {**_BASE, "bold": True, "valign": "bottom", "bottom": 2, "bottom_color": INK}

# How an action goes: inks that can be read on white, the shape beside them.
_STATUS = {
    "off track": "#9A1519",
    "at risk": "#8A5200",
    "on track": "#1F6B39",
    "complete": "#1959A7",
    "grey": MUTED,
}

STYLES: Mapping[str, Mapping[str, Any]] = {
    "wrap": _ROW,
    "plain": _BASE,
    "strong": {**_ROW, "bold": True},
    "title": {**_BASE, "bold": True, "font_size": 18},
    "section": {**_BASE, "bold": True, "font_size": 13},
    "lead": {**_BASE, "font_size": 12},
    "muted": {**_BASE, "font_color": MUTED},
    "head": _HEAD,
    "head fill": {**_HEAD, "bg_color": _FILL["bg_color"]},
    "fill": {**_ROW, **_FILL},
    "number": {**_ROW, "num_format": "0"},
    "pounds": {**_ROW, "num_format": "£#,##0"},
    "overdue": {"bold": True, "font_color": _STATUS["off track"]},
    **{name: {"bold": True, "font_color": colour} for name, colour in _STATUS.items()},
    "link": {**_ROW, "font_color": "#005860", "underline": 1},
    "unrated": {**_BASE, "font_color": MUTED, "border": 3, "border_color": EDGE},
    "provisional": _boxed("#FFFFFF", RAMP[3], 2, RAMP[3]),
    **{
        f"level{level}": _boxed(RAMP[level], ON[level], 1, EDGE if level < 2 else RAMP[level])
        for level in range(4)
    },
}
