"""Makes the web page: one file that opens anywhere, runs nothing and fetches nothing."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from exports.report.made import Made, name_of
from exports.report.model import Report
from exports.report.paper.build import paper_of
from exports.report.paper.model import Rating


_HERE = Path(__file__).resolve().parent
_WEB_ADDRESS = re.compile(r"(?i)https?://[^\s\"<>]{1,2000}")
# What HTML forbids in text: controls but tab and line break, lone surrogates, non-characters.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def make(report: Report) -> Made:
    """The report as one self-contained page, in the PDF's order and words."""
    paper = paper_of(report)
    page = _templates().get_template("page.html").render(paper=paper, front=paper.front, **_style())
    return Made(
        data=_UNWRITABLE.sub("", page).encode(),
        file_name=name_of(report, "report", "html"),
    )


@cache
def _templates() -> Environment:
    """Escapes every value, and refuses a name that the report lacks."""
    templates = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined
    )
    templates.filters["look"] = _look
    templates.tests["web_address"] = _is_web_address
    return templates


@cache
def _style() -> dict[str, str]:
    """The style sheet, and its digest for the policy, which lets in this one and no other."""
    css = (_HERE / "style.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return {"style": Markup(css), "style_digest": digest}  # noqa: S704 our own file


def _look(box: Rating) -> str:
    if box.level is None:
        return "none"
    return "prov" if box.provisional else f"r{box.level}"


def _is_web_address(text: Any) -> bool:
    return isinstance(text, str) and _WEB_ADDRESS.fullmatch(text) is not None
