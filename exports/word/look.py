"""How a Word document looks: ink on white, violet for ratings alone (look.md, 1 and 9)."""

from collections.abc import Mapping

from docx.document import Document as Native
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exports.word.elements import element


INK, MUTED, HAIR, EDGE = "16191D", "4A525A", "C9CED3", "7B6698"
RAMP = ("F5F2FA", "D3C3E7", "77509F", "3B215D")
ON = (INK, INK, "FFFFFF", "FFFFFF")
HUES = {"blue": "1959A7", "green": "2C8049", "amber": "BF7600", "red": "9A1519", "grey": "5F6870"}
# Known to every Word; the committed typeface is not on readers' machines.
FONT = "Calibri"
# A4 within margins of 20 mm, in twentieths of a point.
WIDTH = 9638
LANGUAGE = "en-GB"

# Point size, space before and after, colour, and whether bold.
_PARAGRAPHS: Mapping[str, tuple[float, float, float, str, bool]] = {
    "Normal": (10.5, 0, 5, INK, False),
    "Title": (20, 0, 4, INK, True),
    "Heading 1": (18, 20, 8, INK, True),
    "Heading 2": (13, 12, 4, INK, True),
    "Heading 3": (11, 10, 3, INK, True),
    "List Number": (10.5, 0, 3, INK, False),
    "List Bullet": (10.5, 0, 3, INK, False),
    "Header": (8.5, 0, 0, MUTED, False),
    "Footer": (8.5, 0, 0, MUTED, False),
}
QUIET, CELL, FACT = "Quiet", "Cell", "Fact"
_OWN: Mapping[str, tuple[float, float, float, str, bool]] = {
    QUIET: (9, 3, 4, MUTED, False),
    CELL: (9.5, 2, 2, INK, False),
    FACT: (10.5, 0, 4, INK, False),
}
LABEL, SMALL = "Label", "Small"


def rating_style(level: int | None, *, provisional: bool) -> str:
    """The character style of a rating's box."""
    if level is None:
        return "Unrated"
    return "Provisional" if provisional else f"Rating {level}"


def status_style(colour: str) -> str:
    """The character style of a status's symbol."""
    return f"Status {colour if colour in HUES else 'grey'}"


def dress(native: Native, *, base: float = 10.5) -> None:
    """Sets the styles of a document; `base` is the size of its running text in points."""
    _language(native)
    scale = base / 10.5
    for name, look in _PARAGRAPHS.items():
        _paragraph(native.styles[name], look, scale if look[0] < 14 else 1)
    for name, look in _OWN.items():
        style = native.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = native.styles["Normal"]
        _paragraph(style, look, scale)
    _characters(native)


def _language(native: Native) -> None:
    """British English for every text, and for the spelling that Word checks."""
    defaults = native.styles.element.find(qn("w:docDefaults"))
    for language in () if defaults is None else defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    native.core_properties.language = LANGUAGE


def _paragraph(
    style: ParagraphStyle, look: tuple[float, float, float, str, bool], scale: float
) -> None:
    size, before, after, colour, bold = look
    style.font.size, style.font.bold, style.font.italic = Pt(size * scale), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    _font(style)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), 1.05
    for other in style.element.xpath(".//w:pBdr | .//w:tabs"):
        other.getparent().remove(other)


def _font(style: ParagraphStyle) -> None:
    """One font by its name for every script, in place of the template's theme."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _characters(native: Native) -> None:
    _character(native, LABEL, colour=MUTED, size=9)
    _character(native, SMALL, colour=MUTED, size=8.5)
    _character(native, "Unrated", colour=MUTED, edge=EDGE, line="dashed", bold=True)
    _character(native, "Provisional", colour=RAMP[3], fill="FFFFFF", edge=RAMP[3], bold=True)
    for level, fill in enumerate(RAMP):
        edge = EDGE if level < 2 else fill
        _character(native, f"Rating {level}", colour=ON[level], fill=fill, edge=edge, bold=True)
    for name, colour in HUES.items():
        _character(native, f"Status {name}", colour=colour, bold=True)


def _character(
    native: Native,
    name: str,
    *,
    colour: str,
    size: float = 0,
    fill: str = "",
    edge: str = "",
    line: str = "single",
    bold: bool = False,
) -> None:
    style = native.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.font.bold = bold or None
    if size:
        style.font.size = Pt(size)
    look = style.element.get_or_add_rPr()
    if edge:
        look.append(element("w:bdr", val=line, sz="6", space="0", color=edge))
    if fill:
        look.append(element("w:shd", val="clear", color="auto", fill=fill))
