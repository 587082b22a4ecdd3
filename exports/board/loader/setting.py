"""The paper in type, as tagged PDF/UA-1 and PDF/A-2a."""

from datetime import datetime
from functools import partial
from pathlib import Path

from exports.board.model import BoardPaper
from exports.pdf.typeset import Rendered, rendered


TEMPLATE = Path(__file__).resolve().parent / "board.typ"


def in_type(paper: BoardPaper, made_at: datetime) -> Rendered:
    """The PDF. Raises UserError when a text cannot be set, naming its field."""
    data_of = partial(paper.model_dump, mode="json")
    return rendered(TEMPLATE, data_of, made_at, instead="The Word document can still be made.")
