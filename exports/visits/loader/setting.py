"""A paper in type, as tagged PDF/UA-1 and PDF/A-2a."""

from datetime import datetime
from functools import partial
from pathlib import Path

from exports.pdf.typeset import Rendered, rendered
from exports.visits.model import Sheet


TEMPLATE = Path(__file__).resolve().parent / "sheet.typ"


def in_type(sheet: Sheet, made_at: datetime) -> Rendered:
    """The PDF. Raises UserError when a text cannot be set, naming its field."""
    return rendered(TEMPLATE, partial(sheet.model_dump, mode="json"), made_at)
