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

# How an action goes: the colour of its shape; the word beside it is ink.
_HUES = {
    "blue": "#1959A7",
    "green": "#2C8049",
    "amber": "#BF7600",
    "red": "#9A1519",
    "grey": "#5F6870",
}

STYLES: Mapping[str, Mapping[str, Any]] = {
    "wrap": _ROW,
    "plain": _BASE,
    "strong": {**_ROW, "bold": True},
    "title": {**_BASE, "bold": True, "font_size": 18},
    "section": {**_BASE, "bold": True, "font_size": 13},
    "lead": {**_BASE, "font_size": 12},
    "lead strong": {**_BASE, "font_size": 12, "bold": True},
    "strong plain": {**_BASE, "bold": True, "top": 1, "top_color": LINE},
    "muted": {**_BASE, "font_color": MUTED},
    "head": _HEAD,
    "head fill": {**_HEAD, "bg_color": _FILL["bg_color"]},
    "fill": {**_ROW, **_FILL},
    "number": {**_ROW, "num_format": "0"},
    "pounds": {**_ROW, "num_format": "£#,##0"},
    "overdue": {"bold": True},
    **{
        f"status {name}": {"font_name": FONT, "font_size": 11, "font_color": colour}
        for name, colour in _HUES.items()
    },
    "link": {**_ROW, "font_color": "#005860", "underline": 1},
    "unrated": {**_BASE, "font_color": MUTED, "border": 3, "border_color": EDGE},
    "provisional": _boxed("#FFFFFF", RAMP[3], 2, RAMP[3]),
    **{
        f"level{level}": _boxed(RAMP[level], ON[level], 1, EDGE if level < 2 else RAMP[level])
        for level in range(4)
    },
}
