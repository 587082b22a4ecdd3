"""The elements of which a Word document's text is made. No text in them is ever parsed."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from assessment.documents.characters import writable


# A text and the name of its character style; none for the paragraph's own.
Run = tuple[str, str]

# Marks that turn the reading direction round: text with one reads as something else than it is.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


@cache
def _name(tag: str) -> str:
    return qn(tag)


def element(tag: str, **given: str) -> Any:
    """An element with attributes of Word's own namespace."""
    made = OxmlElement(tag)
    for name, value in given.items():
        made.set(_name(f"w:{name}"), value)
    return made


def inside(tag: str, *children: Any) -> Any:
    """An element around others."""
    made = OxmlElement(tag)
    made.extend(children)
    return made


def paragraph(style: str, runs: Iterable[Run], *, keep: bool = False) -> Any:
    """A paragraph in a style, known by its id; `keep` holds it to the one that follows."""
    look = inside("w:pPr", element("w:pStyle", val=style))
    if keep:
        look.append(element("w:keepNext"))
    return inside("w:p", look, *(run(text, mark) for text, mark in runs if text))


def run(text: str, mark: str = "") -> Any:
    """A text in a character style, its line breaks and tabs kept."""
    made = OxmlElement("w:r")
    if mark:
        made.append(inside("w:rPr", element("w:rStyle", val=style_id(mark))))
    for line, part in enumerate(writable(text).translate(_TURNING).split("\n")):
        if line:
            made.append(OxmlElement("w:br"))
        _words(made, part)
    return made


def _words(run: Any, line: str) -> None:
    for place, words in enumerate(line.split("\t")):
        if place:
            run.append(OxmlElement("w:tab"))
        if words:
            text = OxmlElement("w:t")
            text.text = words
            if words != words.strip():
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(text)


def field(name: str) -> Any:
    """What Word works out itself, such as the page's number."""
    made = element("w:fldSimple", instr=name)
    made.append(run("1"))
    return made


def style_id(style: str) -> str:
    """The id that Word gives to a style of this name."""
    return style.replace(" ", "")
