"""Sheets in type: each model has its template, and `look.typ` is what they share."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path

from exports.pdf.typeset import Rendered, rendered
from exports.printed.model import AfterPage, Cards, Papers, Receipt, RecordSheet, Sheet, Slips


_HERE = Path(__file__).resolve().parent
_TEMPLATES: dict[type[Sheet], str] = {
    AfterPage: "after.typ",
    Cards: "cards.typ",
    Papers: "papers.typ",
    Receipt: "receipt.typ",
    RecordSheet: "record.typ",
    Slips: "slips.typ",
}
# As many children as may work at once (see exports.pdf.typeset).
_TOGETHER = 2


def in_type(sheet: Sheet, made_at: datetime) -> Rendered:
    """The sheet as tagged PDF/UA-1 and PDF/A-2a. Raises UserError when a text cannot be set."""
    template = _HERE / _TEMPLATES[type(sheet)]
    return rendered(template, partial(sheet.model_dump, mode="json"), made_at)


def all_in_type(sheets: Sequence[Sheet], made_at: datetime) -> tuple[Rendered, ...]:
    """Each sheet as a PDF of its own, in the order given. Raises as `in_type` does."""
    with ThreadPoolExecutor(_TOGETHER) as pool:
        return tuple(pool.map(partial(in_type, made_at=made_at), sheets))
