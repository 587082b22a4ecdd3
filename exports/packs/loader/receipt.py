"""Sets a receipt as one web page that runs nothing and fetches nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assessment.access.texts import tidy
from assessment.access.wording import moment
from exports.packs.model import ReceiptPage


_HERE = Path(__file__).resolve().parent


def rendered(page: ReceiptPage) -> bytes:
    """The page as bytes; every value in it is escaped."""
    html = (
        _templates()
        .get_template("receipt.html")
        .render(page=page, made=moment(page.made_at), **_style())
    )
    return tidy(html).encode()


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)


@cache
def _style() -> dict[str, str]:
    """The style sheet, and its digest for the policy, which lets in this one and no other."""
    css = (_HERE / "receipt.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return {"style": Markup(css), "style_digest": digest}  # noqa: S704 our own file
