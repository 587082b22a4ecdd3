"""How a pack's cells look: what is to be filled in stands out, what is not read is grey."""

from typing import Any

from exports.workbook.styles import FONT, INK, LINE, MUTED


_BASE = {
    "font_name": FONT,
    "font_size": 12,
    "font_color": INK,
    "valign": "top",
    "align": "left",
    "text_wrap": True,
}
_ROW = {**_BASE, "border": 1, "border_color": LINE}
_GREY = {"bg_color": "#ECEEF0", "font_color": MUTED}
_OPEN = {"locked": False, "bg_color": "#FFF8E1", "border_color": "#8A6D1F"}
STYLES: dict[str, dict[str, Any]] = {
    "row": _ROW,
    "strong": {**_ROW, "bold": True},
    "answer": {**_ROW, **_OPEN, "bold": True},
    "fill": {**_ROW, **_OPEN},
    "row out": {**_ROW, **_GREY},
    "strong out": {**_ROW, **_GREY, "bold": True},
    "answer out": {**_ROW, **_GREY, "locked": False},
    "fill out": {**_ROW, **_GREY, "locked": False},
    "bold": {"font_name": FONT, "font_size": 12, "bold": True},
    "italic": {"font_name": FONT, "font_size": 12, "italic": True},
    "normal": {"font_name": FONT, "font_size": 12},
    "plain": _BASE,
    "line": {**_BASE, "font_size": 14},
    "muted": {**_BASE, "font_color": MUTED},
    "title": {**_BASE, "bold": True, "font_size": 18},
    "section": {**_BASE, "bold": True, "font_size": 14},
    "over": {**_BASE, "bold": True, "font_size": 14, "text_wrap": False},
    "label": {**_BASE, "bold": True},
    "head": {**_BASE, "bold": True, "valign": "bottom", "bottom": 2, "bottom_color": INK},
}
